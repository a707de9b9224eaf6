// The shop's part codes by what somebody types, for type-ahead in the grid and for search in the list.

import { findPartCodes, partCodeNamed } from '../../../src-shared/domain/library/find.ts';
import type { PartCode } from '../../../src-shared/domain/library/part-code.ts';
import { librarySheet } from './library.ts';

const mostOffered = 12;

/** The part codes that a text may mean, the best first; none while the libraries are not read. */
export const partCodes = (text: string): readonly PartCode[] =>
  findPartCodes(librarySheet()?.partCodes ?? [], text, mostOffered);

/** The part code that a text is, in any case; undefined where none or more than one has it. */
export const partCodeOf = (text: string): PartCode | undefined => partCodeNamed(librarySheet()?.partCodes ?? [], text);
