// The words for where a part comes from: what a print says, what a list offers, and what may be typed.

import type { Failure } from '../../base/failure.ts';
import { ok, type Result } from '../../base/result.ts';
import type { PartType } from './line.ts';
import { type Choices, matchChoices, parseChoice } from './typed-choice.ts';

/** The words of each part type. */
export const partTypeWords: Choices<PartType> = {
  '': { print: '', name: 'No part' },
  oem: { print: 'OEM', name: 'New (OEM)' },
  aftermarket: { print: 'A/M', name: 'Aftermarket' },
  certified: { print: 'A/M CAPA', name: 'Certified aftermarket (CAPA, NSF)' },
  lkq: { print: 'LKQ', name: 'Recycled (like kind and quality)' },
  reconditioned: { print: 'Recond', name: 'Reconditioned' },
  remanufactured: { print: 'Reman', name: 'Remanufactured' },
  rechromed: { print: 'Rechr', name: 'Rechromed' },
  recored: { print: 'Recore', name: 'Recored' },
  existing: { print: 'Exist', name: 'Existing' },
  glass: { print: 'Glass', name: 'Glass' },
  other: { print: 'Other', name: 'Other' },
  sublet: { print: 'Subl', name: 'Sublet' },
};

/** The part types that typed text may mean, the likeliest first; all for no text. */
export const matchPartTypes = (text: string): readonly PartType[] => matchChoices(partTypeWords, text);

/** Reads a typed part type (`A/M`, `lkq`, `recycled`); nothing is no part. */
export const parsePartType = (text: string, field: string): Result<PartType, Failure> =>
  text.trim() === '' ? ok('') : parseChoice(partTypeWords, text, field);
