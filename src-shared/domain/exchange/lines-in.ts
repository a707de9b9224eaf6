// The lines of a foreign estimate as ours: headings found, notes joined to their lines, material charges left out.

import { operationOfReference, references } from './codes.ts';
import type { Foreign, ForeignLine } from './foreign.ts';
import { emptyGroups, groupsOfLine, type LineGroups, type Meanings, meaningsOf } from './line-in.ts';
import { noVendor, packSource, type Vendor } from './vendor.ts';

export type ImportedLine = { readonly groups: LineGroups; readonly vendor: Vendor };
export type ImportedLines = {
  readonly lines: readonly ImportedLine[];
  /** Lines that are none of ours: material charges follow from rates here, and deleted lines are gone. */
  readonly leftOut: readonly ForeignLine[];
};

/** The mark of text that goes on in a note line because a description was too long for its field. */
export const goesOn = '…';

/** Makes lines of a foreign estimate. */
export function importLines(foreign: Pick<Foreign, 'document' | 'rates' | 'lines'>): ImportedLines {
  const meanings = meaningsOf(foreign);
  const lines: ImportedLine[] = [];
  const leftOut: ForeignLine[] = [];
  let heading = '';
  for (const { line, notes } of withNotes(foreign.lines)) {
    if (isLeftOut(line)) {
      leftOut.push(line, ...notes);
      continue;
    }
    if (isHeading(line, meanings.system)) {
      heading = line.heading === '' ? heading : line.heading;
      lines.push({ groups: headingOf(line), vendor: vendorOf(line, [], meanings.system) });
      continue;
    }
    if (line.heading !== '' && line.heading !== heading) {
      heading = line.heading;
      // A file that names the section in each of its lines has no row for it.
      lines.push({
        groups: headingOf({ ...line, description: heading }),
        vendor: { ...noVendor, system: meanings.system },
      });
    }
    lines.push(...rowsOf(line, notes, meanings));
  }
  return { lines, leftOut };
}

function rowsOf(line: ForeignLine, notes: readonly ForeignLine[], meanings: Meanings): readonly ImportedLine[] {
  const whole = joined(line, notes);
  return groupsOfLine(whole, meanings).map((groups, row) => ({
    groups: row === 0 ? groups : { ...groups, note: { text: '' } },
    vendor:
      row === 0
        ? vendorOf(line, notes, meanings.system)
        : { ...noVendor, system: meanings.system, number: line.number, sequence: line.sequence, row },
  }));
}

const vendorOf = (line: ForeignLine, notes: readonly ForeignLine[], system: string): Vendor => ({
  system,
  number: Math.max(line.number, 0),
  sequence: Math.max(line.sequence, 0),
  row: 0,
  source: packSource({ line, notes }),
});

/** A line with the texts of its notes. */
export function joined(line: ForeignLine, notes: readonly ForeignLine[]): ForeignLine {
  const ends = notes.findIndex(({ description }) => !description.startsWith(goesOn));
  const more = (ends < 0 ? notes : notes.slice(0, ends)).map(({ description }) => description.slice(goesOn.length));
  const texts: string[] = line.memo === '' ? [] : [line.memo];
  for (const { description } of ends < 0 ? [] : notes.slice(ends)) {
    const last = texts.length - 1;
    if (description.startsWith(goesOn)) texts[last] = `${texts[last] ?? ''}${description.slice(goesOn.length)}`;
    else texts.push(description);
  }
  const description = [line.description, ...more].join('').slice(0, 200);
  return { ...line, description, memo: texts.join('\n').slice(0, 2000) };
}

type Noted = { readonly line: ForeignLine; readonly notes: readonly ForeignLine[] };

/** Each line with the note lines that refer to it. */
function withNotes(lines: readonly ForeignLine[]): readonly Noted[] {
  const found: { line: ForeignLine; notes: ForeignLine[] }[] = [];
  for (const line of lines) {
    const last = found.at(-1);
    const isNote = line.reference === references.note && isBare(line) && line.parent !== 0;
    if (isNote && last !== undefined && last.line.number === line.parent && line.status !== '3') last.notes.push(line);
    else found.push({ line, notes: [] });
  }
  return found;
}

/** Whether a line says nothing but a text. */
export function isBare({ part, labor, misc, charge, betterment }: ForeignLine): boolean {
  const hasPart = part !== null && (part.number !== '' || part.cents !== 0 || part.databaseCents !== 0);
  const hasLabor = labor.some(
    ({ tenths, databaseTenths, included }) => tenths !== 0 || databaseTenths !== 0 || included === true,
  );
  const hasMoney = (misc?.cents ?? 0) !== 0 || (charge?.cents ?? 0) !== 0;
  return !hasPart && !hasLabor && !hasMoney && betterment === null;
}

/** Section headings are rows of a description alone: by our own mark, their section's name, or capitals of line 0. */
function isHeading(line: ForeignLine, system: string): boolean {
  if (operationOfReference(line.reference) === 'heading') return true;
  if (!isBare(line) || line.description === '' || line.labor.length > 0) return false;
  if (line.heading !== '') return line.heading === line.description;
  const isCapital = line.description === line.description.toUpperCase() && /[A-Z]/.test(line.description);
  return (
    isCapital && line.parent === 0 && (line.reference === '' || system === 'C') && line.reference !== references.manual
  );
}

const headingOf = (line: ForeignLine): LineGroups => ({
  ...emptyGroups,
  work: { operation: 'heading' },
  text: { description: line.description },
});

function isLeftOut(line: ForeignLine): boolean {
  if (line.status === '3') return true;
  const type = line.charge?.type ?? '';
  const isMaterial =
    type.startsWith('MA') ||
    [references.shopMaterials, references.paintMaterials].some((one) => one === line.reference);
  return isMaterial && line.labor.length === 0 && line.part === null;
}
