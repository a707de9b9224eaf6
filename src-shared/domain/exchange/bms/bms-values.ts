// The values of BMS elements; what cannot be read is noted with the line it stands on.

import { isCivilDate } from '../../../base/dates.ts';
import { exact } from '../ems/ems-cells.ts';
import type { FaultReason, FileFault } from '../fault.ts';
import { childAt, type XmlElement } from './xml-element.ts';

export type BmsValues = ReturnType<typeof valuesOf>;

/** Reads values below elements by their path. */
export function valuesOf(file: string, faults: FileFault[], remarks: FileFault[]) {
  const fault = ({ line, name }: XmlElement, why: FaultReason): void =>
    void faults.push({ file, place: `line ${line}, ${name}`, why });
  const scaled = (element: XmlElement | undefined, path: string, decimals: number): number | null => {
    const found = childAt(element, path);
    const text = found?.text.trim() ?? '';
    if (found === undefined || text === '') return null;
    const value = exact(text, decimals);
    if (value === undefined) fault(found, 'not-a-number');
    return value ?? null;
  };
  const text = (element: XmlElement | undefined, path: string, max = 255): string =>
    (childAt(element, path)?.text ?? '').trim().slice(0, max);
  return {
    text,
    /** One line of text as it stands, without the spaces around it. */
    oneLine: (element: XmlElement | undefined, path: string, max: number): string =>
      text(element, path, 4000).replaceAll(/\s+/g, ' ').slice(0, max),
    integer: (element: XmlElement | undefined, path: string): number => scaled(element, path, 0) ?? 0,
    maybeInteger: (element: XmlElement | undefined, path: string): number | null => scaled(element, path, 0),
    cents: (element: XmlElement | undefined, path: string): number => scaled(element, path, 2) ?? 0,
    maybeCents: (element: XmlElement | undefined, path: string): number | null => scaled(element, path, 2),
    tenths(element: XmlElement | undefined, path: string): number {
      const hundredths = scaled(element, path, 2) ?? 0;
      const found = childAt(element, path);
      if (hundredths % 10 !== 0 && found !== undefined)
        remarks.push({ file, place: `line ${found.line}, ${found.name}`, why: 'value' });
      return scaled(element, path, 1) ?? 0;
    },
    maybeTenths: (element: XmlElement | undefined, path: string): number | null => scaled(element, path, 1),
    rate: (element: XmlElement | undefined, path: string): number => scaled(element, path, 4) ?? 0,
    said(element: XmlElement | undefined, path: string): boolean | null {
      const value = text(element, path).toLowerCase();
      if (value === '1' || value === 'true' || value === 'y') return true;
      return value === '0' || value === 'false' || value === 'n' ? false : null;
    },
    date(element: XmlElement | undefined, path: string): string {
      const found = childAt(element, path);
      const day = (found?.text.trim() ?? '').slice(0, 10);
      if (found === undefined || day === '' || isCivilDate(day)) return day;
      fault(found, 'not-a-date');
      return '';
    },
  };
}
