// Which backups of a PC's data are kept, and when the next one is due.

/** Made by itself after a day with changes, asked for by a person, or made before an update of the program. */
export const backupKinds = ['daily', 'hand', 'update'] as const;
export type BackupKind = (typeof backupKinds)[number];

/** A backup that can be read: its name, and the day of the shop's calendar that it was made on. */
export type DatedBackup = {
  readonly id: string;
  readonly kind: BackupKind;
  readonly madeAt: number;
  readonly day: string;
  /** Whether all of it was what had been written. */
  readonly isWhole: boolean;
};

const damagedKept = 2;
const dailyKept = 7;
const weeklyKept = 4;
const handKept = 3;
const updatesKept = 1;

/**
 * The backups that nobody needs any more. The newest of each of the last seven days that have one stay, the newest of
 * each of the last four weeks, the last three made by hand, and the one before the last update. One of damaged data
 * takes the place of no whole one: the last two of them stay beside those.
 */
export function backupsToDrop(backups: readonly DatedBackup[]): readonly string[] {
  const newestFirst = backups.toSorted((a, b) => b.madeAt - a.madeAt || (a.id < b.id ? 1 : -1));
  const whole = newestFirst.filter(({ isWhole }) => isWhole);
  const ofKind = (kind: BackupKind) => whole.filter((backup) => backup.kind === kind);
  const kept = new Set([
    ...newestFirst.filter(({ isWhole }) => !isWhole).slice(0, damagedKept),
    ...firstOfEach(whole, ({ day }) => day).slice(0, dailyKept),
    ...firstOfEach(whole, ({ day }) => weekOf(day)).slice(0, weeklyKept),
    ...ofKind('hand').slice(0, handKept),
    ...ofKind('update').slice(0, updatesKept),
  ]);
  return newestFirst.filter((backup) => !kept.has(backup)).map(({ id }) => id);
}

function firstOfEach(backups: readonly DatedBackup[], keyOf: (backup: DatedBackup) => string): readonly DatedBackup[] {
  const first = new Map<string, DatedBackup>();
  for (const backup of backups) if (!first.has(keyOf(backup))) first.set(keyOf(backup), backup);
  return [...first.values()];
}

const dayMs = 86_400_000;

/** The Monday of a day's week. */
function weekOf(day: string): string {
  const instant = Date.parse(`${day}T00:00:00Z`);
  const sinceMonday = (new Date(instant).getUTCDay() + 6) % 7;
  return new Date(instant - sinceMonday * dayMs).toISOString().slice(0, 10);
}

/** What a database says of how far it is: equal marks mean that nothing was written in between. */
export type Progress = { readonly day: string; readonly mark: string };

/**
 * Whether a backup is due: something changed since the last one, and that one is not of today. Where there is none yet,
 * the first one is due as soon as there is anything to lose.
 */
export const isBackupDue = (last: Progress | undefined, now: Progress & { readonly isEmpty: boolean }): boolean =>
  last === undefined ? !now.isEmpty : last.day !== now.day && last.mark !== now.mark;
