// What the screen of this PC says of its data, their backups and the room they take.

import type { BackupKind } from '../../../src-shared/domain/upkeep/backups.ts';
import type { Backup, Health, PcFacts, SecondPlace, Upkeep } from '../../../src-shared/ipc/pc-shapes.ts';
import { wordWhen } from '../decision-words.ts';

export const backupReasons: Readonly<Record<BackupKind, string>> = {
  daily: 'After a day with changes',
  hand: 'Made by hand',
  update: 'Before an update',
};

/** How the data are, in one line, with its shape and tone. */
export function wordHealth(health: Health | null, now: number) {
  if (health === null) {
    return { shape: 'ring', tone: 'soft', text: 'Not checked yet. It is checked by itself once a day.' } as const;
  }
  const { checkedAt, rows, faults } = health;
  const when = wordWhen(checkedAt, now);
  if (faults.length === 0) {
    return {
      shape: 'dot',
      tone: 'ok',
      text: `All data on this PC are whole: ${count(rows)} rows checked ${when}.`,
    } as const;
  }
  return { shape: 'cross', tone: 'danger', text: `${wordDamage(health)} Found ${when}.` } as const;
}

/** What of the data is damaged. */
export function wordDamage({ damagedRows, rows }: Health): string {
  if (damagedRows === 0) return 'A part of the data file on this PC is damaged.';
  const which = damagedRows === 1 ? '1 row' : `${count(damagedRows)} rows`;
  return `${which} of ${count(rows)} on this PC ${damagedRows === 1 ? 'is' : 'are'} damaged.`;
}

/** What is being done now. */
export const wordWork = ({ task }: NonNullable<Upkeep['working']>): string =>
  task === 'backup' ? 'Backing up…' : 'Checking the data…';

/** When the last backup was made, in a sentence. */
export function wordLastBackup(backups: readonly Backup[], now: number): string {
  const last = backups.find(({ note }) => note !== null)?.note;
  if (last === undefined || last === null)
    return 'No backup yet. The first one is made by itself after a day with changes.';
  return `Last backup ${wordWhen(last.madeAt, now)}, ${many(last.workfiles, 'workfile')}.`;
}

/** Where backups are copied to as well. */
export function wordSecondPlace(place: SecondPlace | null, now: number): string {
  if (place === null)
    return 'Backups lie on this PC only. Copy them to another disk as well, so that a broken disk takes none of them.';
  const { folder, copiedAt, failed } = place;
  const last = copiedAt === 0 ? 'nothing copied yet' : `last ${wordWhen(copiedAt, now)}`;
  return failed
    ? `The last copy to ${folder} failed (${last}). Check that the disk is there.`
    : `Copied to ${folder} as well, ${last}.`;
}

/** `61,000 to 61,049: 50 left`. */
export function wordNumbers(blocks: PcFacts['numbers']): string {
  const left = blocks.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  if (left === 0) return 'None. Repair orders made offline get a provisional number until the cloud gives one.';
  return `${many(left, 'number')} left: ${blocks.map(([first, last]) => (first === last ? first : `${first} to ${last}`)).join(', ')}`;
}

/** `1.2 GB`. */
export function wordRoom(bytes: number): string {
  const [size, unit] = bytes < 1_000_000_000 ? [bytes / 1_000_000, 'MB'] : [bytes / 1_000_000_000, 'GB'];
  return `${size.toFixed(size < 10 ? 1 : 0)} ${unit}`;
}

const count = (n: number): string => n.toLocaleString('en-US');
const many = (n: number, thing: string): string => `${count(n)} ${thing}${n === 1 ? '' : 's'}`;
