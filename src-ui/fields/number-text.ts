// Plain numbers as people type them.
import type { ParsedText } from './parsed-text.ts';

/** With grouping commas; empty when not given. */
export function printNumber(value: number | undefined, decimals: number): string {
  if (value === undefined) return '';
  return value.toLocaleString('en-US', { minimumFractionDigits: 0, maximumFractionDigits: decimals });
}

type Limits = { readonly min: number | undefined; readonly max: number | undefined; readonly decimals: number };

/** Takes grouping commas; refuses everything that is not exactly a number within its limits. */
export function parseNumber(text: string, { min, max, decimals }: Limits): ParsedText<number | undefined> {
  const plain = text.trim().replaceAll(',', '');
  if (plain === '') return { ok: true, value: undefined };
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) return { ok: false, message: 'Please type a number.' };
  const value = Number(plain);
  if (!Number.isFinite(value)) return { ok: false, message: 'This number is too large.' };
  if ((plain.split('.')[1]?.length ?? 0) > decimals)
    return { ok: false, message: decimals === 0 ? 'A whole number, please.' : `At most ${decimals} decimals.` };
  if (min !== undefined && value < min) return { ok: false, message: `At least ${min.toLocaleString('en-US')}.` };
  if (max !== undefined && value > max) return { ok: false, message: `At most ${max.toLocaleString('en-US')}.` };
  return { ok: true, value };
}
