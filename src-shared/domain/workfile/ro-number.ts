// RO numbers: digits that are given once, what a shop writes before them, and those that somebody types.

import { z } from 'zod';

/** What may stand before the digits: up to six capitals, digits and dashes, the last of them no digit. */
export const roPrefix = z
  .string()
  .max(6)
  .regex(/^(?:[A-Z0-9-]{0,5}[A-Z-])?$/);

/** The digits of a number as it is written, which alone make it unique. */
export const roDigits = (ro: string): string => /[0-9]*$/.exec(ro)?.[0] ?? '';

/** A shop's first number: people expect five digits. */
export const firstRoNumber = 10_001;
/** How far above the shop's numbers a typed one may be: later numbers follow the largest. */
export const furthestAhead = 10_000;

const shape = /^[1-9][0-9]{0,7}$/;

export type WrongNumber = 'number-digits' | 'number-far';

/** What is wrong with a typed number, beside the largest that is known of the shop; null where nothing is. */
export function whyNotNumber(text: string, largest: number): WrongNumber | null {
  if (!shape.test(text)) return 'number-digits';
  return Number(text) > Math.max(largest, firstRoNumber - 1) + furthestAhead ? 'number-far' : null;
}
