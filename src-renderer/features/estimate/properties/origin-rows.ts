// The origin of a line in words: its source, and what the file said that it was imported from.
import { printHours, tenths } from '../../../../src-shared/base/hours.ts';
import { cents, printMoney } from '../../../../src-shared/base/money.ts';
import type { Line } from '../../../../src-shared/domain/estimate/line.ts';
import type { ForeignLine } from '../../../../src-shared/domain/exchange/foreign.ts';
import { systemName } from '../../../words/exchange-words.ts';

/** `Imported: CCC, line 12`; without a file what the marks say. */
export function wordSource({ vendor, marks }: Pick<Line, 'vendor' | 'marks'>): string {
  if (vendor !== undefined && (vendor.system !== '' || vendor.number > 0 || vendor.source !== '')) {
    return `Imported: ${systemName(vendor.system)}, line ${vendor.number}`;
  }
  return marks.manual ? 'Written by hand' : 'From a database of parts and times';
}

type OriginRow = { readonly name: string; readonly text: string };

/** The values of an imported line as its file has them; without those that the file does not say. */
export function originRows({ version, description, part, labor, misc }: ForeignLine): readonly OriginRow[] {
  const times = labor.map(({ type, tenths: hours, included }) =>
    included === true ? `${type} Incl.` : `${type} ${printHours(tenths(hours ?? 0))}`,
  );
  const rows: readonly OriginRow[] = [
    { name: 'Version in the file', text: version },
    { name: 'Description', text: description },
    { name: 'Part number', text: part?.number ?? '' },
    { name: 'Quantity', text: part === null ? '' : String(part.quantity ?? 1) },
    { name: 'Price', text: part === null ? '' : printMoney(cents(part.cents ?? 0)) },
    { name: 'Database price', text: part?.databaseCents ? printMoney(cents(part.databaseCents)) : '' },
    { name: 'Hours', text: times.join(', ') },
    { name: 'Misc', text: misc === null ? '' : printMoney(cents(misc.cents ?? 0)) },
  ];
  return rows.filter(({ text }) => text !== '');
}
