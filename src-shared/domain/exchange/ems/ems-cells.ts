// The cells of an EMS record as values; what cannot be read is noted with its record and field.

import { isCivilDate } from '../../../base/dates.ts';
import type { FaultReason, FileFault } from '../fault.ts';

/** A record as the file has it: text by field name. `number` counts from 1 as programs show it. */
export type EmsRecord = { readonly number: number; readonly cells: ReadonlyMap<string, string> };
/** A table of a set: where it was read, and its records but the deleted ones. */
export type EmsTable = { readonly file: string; readonly records: readonly EmsRecord[] };

/** Collects what is wrong in a set while it is read. */
export type Notes = { readonly faults: FileFault[]; readonly remarks: FileFault[] };

export type Cells = ReturnType<typeof cellsOf>;

const largest = 1e12;

/** Reads the cells of one record. A field that the table lacks is as a blank one. */
export function cellsOf(file: string, { number, cells }: EmsRecord, notes: Notes) {
  const raw = (name: string): string => (cells.get(name) ?? '').trim();
  const fault = (name: string, why: FaultReason): void =>
    void notes.faults.push({ file, place: `record ${number}, ${name}`, why });

  /** A decimal number as an integer of its last place. */
  const scaled = (name: string, decimals: number): number | null => {
    const text = raw(name);
    if (text === '') return null;
    if (/^\*+$/.test(text)) {
      // dBase writes stars where a number was too wide for its field: what it was is lost.
      notes.remarks.push({ file, place: `record ${number}, ${name}`, why: 'overflow' });
      return null;
    }
    const value = exact(text, decimals);
    if (value === undefined) fault(name, 'not-a-number');
    return value ?? null;
  };

  return {
    text: (name: string, max = 255): string => raw(name).slice(0, max),
    /** Text with the spaces at its start, which say something in pieces of a longer one. */
    piece: (name: string): string => (cells.get(name) ?? '').trimEnd(),
    integer: (name: string): number => scaled(name, 0) ?? 0,
    maybeInteger: (name: string): number | null => scaled(name, 0),
    cents: (name: string): number => scaled(name, 2) ?? 0,
    maybeCents: (name: string): number | null => scaled(name, 2),
    tenths: (name: string): number => scaled(name, 1) ?? 0,
    maybeTenths: (name: string): number | null => scaled(name, 1),
    /** A number of four decimals: a percentage in our unit, or a fraction that is turned into one elsewhere. */
    fourth: (name: string): number => scaled(name, 4) ?? 0,
    said(name: string): boolean | null {
      const text = raw(name).toUpperCase();
      if (text === 'T' || text === 'Y' || text === '1') return true;
      return text === 'F' || text === 'N' || text === '0' ? false : null;
    },
    date(name: string): string {
      const text = raw(name);
      if (text === '' || /^0+$/.test(text)) return '';
      const date = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
      if (text.length === 8 && isCivilDate(date)) return date;
      fault(name, 'not-a-date');
      return '';
    },
  };
}

/** A decimal text as an integer of its last place, rounded half away from zero. */
export function exact(text: string, decimals: number): number | undefined {
  const [whole, sign = '', digits = '', rest = ''] = /^([-+]?)(\d*)(?:\.(\d*))?$/.exec(text) ?? [];
  if (whole === undefined || digits.length + rest.length === 0 || digits.length > 14 || rest.length > 20)
    return undefined;
  const kept = Number(`${digits || '0'}${rest.slice(0, decimals).padEnd(decimals, '0')}`);
  const value = kept + (Number(rest[decimals] ?? '0') >= 5 ? 1 : 0);
  if (value > largest) return undefined;
  return sign === '-' ? -value || 0 : value;
}

/** An integer of the last place as decimal text: 1234 with 2 is `12.34`. */
export function decimalText(value: number, decimals: number): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  const at = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, at)}.${digits.slice(at)}`;
  return value < 0 ? `-${text}` : text;
}
