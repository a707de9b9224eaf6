// Numbers, switches and percentages as BMS writes them.

import { decimalText } from '../ems/ems-cells.ts';

export const cents = (value: number): string => decimalText(value, 2);
export const maybeCents = (value: number | null): string => (value === null ? '' : cents(value));
export const usedCents = (value: number): string => (value === 0 ? '' : cents(value));
/** Hours have two decimals. */
export const hours = (tenths: number): string => decimalText(tenths * 10, 2);
export const percent = (rate: number): string => (rate === 0 ? '' : decimalText(rate, 4));
export const switched = (value: boolean | null): string => (value === null ? '' : value ? '1' : '0');
export const count = (value: number): string => (value === 0 ? '' : String(value));
