// A place of an open workfile in words, lines by the numbers that they bear on paper.

import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';
import { placeWords } from '../../words/place-words.ts';
import { pricedSheet } from './priced-sheet.ts';

/** `Owner › Cell phone`, `Line 4 LT fender › Price`. */
export const namePlace = (sheet: WorkfileSheet, place: string): string =>
  placeWords({ contacts: sheet.contacts, lines: pricedSheet(sheet).sheet.lines }, place);
