// What the screen of this PC says of its data, their backups and the room they take.

import type { BackupDamage } from '../../../src-shared/domain/upkeep/backup-note.ts';
import type { BackupKind } from '../../../src-shared/domain/upkeep/backups.ts';
import type {
  Backup,
  CarriedCounts,
  Health,
  PcFacts,
  Restored,
  RestorePreview,
  SecondPlace,
  Upkeep,
} from '../../../src-shared/ipc/pc-shapes.ts';
import { wordWhen } from '../decision-words.ts';
import type { Clock } from '../time-words.ts';

export const backupReasons: Readonly<Record<BackupKind, string>> = {
  daily: 'After a day with changes',
  hand: 'Made by hand',
  update: 'Before an update',
};

/** How the data are, in one line, with its shape and tone. */
export function wordHealth(health: Health | null, clock: Clock) {
  if (health === null) {
    return { shape: 'ring', tone: 'soft', text: 'Not checked yet. It is checked by itself once a day.' } as const;
  }
  const { checkedAt, rows, faults } = health;
  const when = wordWhen(checkedAt, clock);
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

/** What a backup of damaged data lacks; undefined where it is whole. */
export function wordBackupDamage(damage: BackupDamage | null): string | undefined {
  if (damage === null) return undefined;
  const { rows, tables } = damage;
  const damaged = rows === 0 ? [] : [`${many(rows, 'row')} damaged`];
  const missing = tables.length === 0 ? [] : [`parts of ${tables.map(wordTable).join(', ')} missing`];
  const words = [...damaged, ...missing].join('; ');
  return words === '' ? 'made of a damaged file, no row missing' : words;
}

const wordTable = (table: string): string => table.replaceAll('_', ' ');

/** How a backup is, in a word or two. */
export function wordBackupState({ note }: Backup): string {
  if (note === null) return '✖ Cannot be read';
  const lacks = wordBackupDamage(note.damage);
  return lacks === undefined ? 'Verified' : `⚠ ${capital(lacks)}`;
}

/** What is being done now. */
export const wordWork = ({ task }: NonNullable<Upkeep['working']>): string => work[task];

const work = { backup: 'Backing up…', check: 'Checking the data…', repair: 'Repairing the data…' } as const;

/** When the last backup was made, in a sentence. */
export function wordLastBackup(backups: readonly Backup[], clock: Clock): string {
  const last = backups.find(({ note }) => note !== null)?.note;
  if (last === undefined || last === null)
    return 'No backup yet. The first one is made by itself after a day with changes.';
  const lacks = wordBackupDamage(last.damage);
  const text = `Last backup ${wordWhen(last.madeAt, clock)}, ${many(last.workfiles, 'workfile')}`;
  return lacks === undefined ? `${text}.` : `${text}: ${lacks}. Those before it were kept.`;
}

/** Where backups are copied to as well. */
export function wordSecondPlace(place: SecondPlace | null, clock: Clock): string {
  if (place === null)
    return 'Backups lie on this PC only. Copy them to another disk as well, so that a broken disk takes none of them.';
  const { folder, copiedAt, failed } = place;
  const last = copiedAt === 0 ? 'nothing copied yet' : `last ${wordWhen(copiedAt, clock)}`;
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

/** What the screen shows less of once a backup was put in place. */
export function wordNewer({ missing, older }: RestorePreview): string {
  if (missing + older === 0) return 'Nothing here is newer than this backup.';
  const parts = [
    ...(missing > 0 ? [`${many(missing, 'workfile')} ${missing === 1 ? 'was' : 'were'} made`] : []),
    ...(older > 0 ? [`${many(older, 'workfile')} ${older === 1 ? 'was' : 'were'} changed`] : []),
  ];
  return `Since this backup ${parts.join(' and ')} here. What was sent comes back from the cloud by itself.`;
}

/** What is here and not in the cloud. */
export function wordUnsent({ unsent }: Pick<RestorePreview, 'unsent'>): string {
  const all = sumOf(unsent);
  if (all === 0) return 'Everything on this PC was sent: nothing is only here.';
  return `${wordEach(unsent)} on this PC ${all === 1 ? 'is' : 'are'} not in the cloud:`;
}

/** What came of the last restore. */
export function wordRestored({ at, madeAt, aside, carried, isLeft, isPart }: Restored, clock: Clock): string {
  const which = madeAt === null ? 'a backup' : `the backup of ${wordWhen(madeAt, clock)}`;
  const along = isLeft ? 'what had not been sent could not be read and was not taken along' : wordCarried(carried);
  const part = isPart && !isLeft ? ' A part of what had not been sent could not be read.' : '';
  return `Restored ${which} ${wordWhen(at, clock)}; ${along}.${part} The data before it are kept in the folder aside/${aside}.`;
}

function wordCarried(carried: Restored['carried']): string {
  if (carried === null) return 'nothing was taken along';
  const all = sumOf(carried);
  if (all === 0) return 'nothing was taken along';
  return `${wordEach(carried)} that ${all === 1 ? 'was' : 'were'} not in the cloud ${all === 1 ? 'was' : 'were'} taken along`;
}

const sumOf = (counts: CarriedCounts): number => Object.values(counts).reduce((sum, one) => sum + one, 0);

/** `3 edits, 2 photos and 1 document`: what there is none of is left out. */
function wordEach({ edits, commands, kept, drafts, photos, documents = 0 }: CarriedCounts): string {
  const own = [many(edits, 'edit'), many(commands, 'command'), many(kept, 'refused edit'), many(drafts, 'draft')];
  const counts = [...own, many(photos, 'photo'), many(documents, 'document')];
  const some = counts.filter((one) => !one.startsWith('0 '));
  return [some.slice(0, -1).join(', '), ...some.slice(-1)].filter((part) => part !== '').join(' and ');
}

/** `1.2 GB`. */
export function wordRoom(bytes: number): string {
  const [size, unit] = bytes < 1_000_000_000 ? [bytes / 1_000_000, 'MB'] : [bytes / 1_000_000_000, 'GB'];
  return `${size.toFixed(size < 10 ? 1 : 0)} ${unit}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const count = (n: number): string => n.toLocaleString('en-US');
const many = (n: number, thing: string): string => `${count(n)} ${thing}${n === 1 ? '' : 's'}`;
