// Numbers of receipts: the workfile's number, a dash, a running number, and the letter of the PC that gave it.

import type { DeviceId } from '../../base/ids.ts';
import { type Workfile, workfileLabel } from '../workfile/workfile.ts';
import type { Receipt } from './receipt.ts';

// Without I and O, which read as digits.
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** The letters of a shop's n-th PC, from 1 on: A to Z, then AA. */
export function letterOf(place: number): string {
  const rest = Math.floor((place - 1) / letters.length);
  return `${rest > 0 ? letterOf(rest) : ''}${letters[(place - 1) % letters.length]}`;
}

/** What tells a PC's numbers from those of the others: its letter, or part of its id where the cloud gave it none yet. */
export const signOf = (device: DeviceId, letter: string): string =>
  letter === '' ? `-${device.slice(0, 4).toUpperCase()}` : letter;

type Numbering = {
  readonly workfile: Pick<Workfile, 'id' | 'number'>;
  /** All that are known, voided ones too. */
  readonly receipts: readonly Pick<Receipt, 'number'>[];
  readonly sign: string;
};

/** The number of the next receipt of a workfile. It stays for good, also where the workfile gets its RO number later. */
export function nextNumber({ workfile, receipts, sign }: Numbering): Receipt['number'] {
  const serial = Math.max(0, ...receipts.map(({ number }) => number.serial)) + 1;
  const label = workfileLabel(workfile.id, workfile.number.ro);
  return { number: `${label}-${serial}${sign}`, serial };
}
