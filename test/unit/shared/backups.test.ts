/** Which backups stay, and when one is due. */
import { expect, test } from 'vitest';
import { backupsToDrop, type DatedBackup, isBackupDue } from '../../../src-shared/domain/upkeep/backups.ts';

const dayMs = 86_400_000;
const from = Date.UTC(2026, 10, 22, 18);

const backup = (daysAgo: number, kind: DatedBackup['kind'] = 'daily', hour = 0): DatedBackup => {
  const madeAt = from - daysAgo * dayMs + hour * 3_600_000;
  const day = new Date(madeAt).toISOString().slice(0, 10);
  return { id: `${kind} ${daysAgo}/${hour}`, kind, madeAt, day, isWhole: true };
};

/** What is left after a year of days, each pruned after its backup. */
function afterDays(days: number): readonly DatedBackup[] {
  let kept: readonly DatedBackup[] = [];
  for (let ago = days; ago >= 0; ago -= 1) {
    const all = [...kept, backup(ago)];
    const gone = new Set(backupsToDrop(all));
    kept = all.filter(({ id }) => !gone.has(id));
  }
  return kept;
}

test('after a year of daily backups seven days and four weeks are left', () => {
  const kept = afterDays(365);
  const days = kept.map(({ day }) => day).toReversed();
  expect(days.slice(0, 7)).toEqual([
    '2026-11-22',
    '2026-11-21',
    '2026-11-20',
    '2026-11-19',
    '2026-11-18',
    '2026-11-17',
    '2026-11-16',
  ]);
  // The Sundays before: the last backup of each week.
  expect(days.slice(7)).toEqual(['2026-11-15', '2026-11-08', '2026-11-01']);
});

test('days without a backup do not count: the last seven that have one stay', () => {
  const sparse = [0, 10, 20, 30, 40, 50, 60, 70, 80].map((ago) => backup(ago));
  expect(backupsToDrop(sparse)).toEqual(['daily 70/0', 'daily 80/0']);
});

test('of several backups of one day the last stays, but three made by hand stay too', () => {
  const all = [
    backup(0, 'hand', 1),
    backup(0, 'hand', 2),
    backup(0, 'hand', 3),
    backup(0, 'hand', 4),
    backup(0, 'daily', 5),
  ];
  expect(backupsToDrop(all)).toEqual(['hand 0/1']);
});

test('the one before the last update stays however old it is', () => {
  const all = [
    ...[0, 1, 2, 3, 4, 5, 6, 7, 14, 21].map((ago) => backup(ago)),
    backup(200, 'update'),
    backup(300, 'update'),
  ];
  expect(backupsToDrop(all)).toEqual(['update 300/0']);
});

test('a backup is due on the first look of another day, if anything changed since the last one', () => {
  const last = { day: '2026-11-21', mark: '7/3' };
  expect(isBackupDue(last, { day: '2026-11-22', mark: '8/3', isEmpty: false })).toBe(true);
  expect(isBackupDue(last, { day: '2026-11-22', mark: '7/3', isEmpty: false })).toBe(false);
  expect(isBackupDue(last, { day: '2026-11-21', mark: '8/3', isEmpty: false })).toBe(false);
});

test('a clock that went back to an earlier day still makes a backup due', () => {
  expect(isBackupDue({ day: '2036-11-21', mark: '7' }, { day: '2026-11-22', mark: '8', isEmpty: false })).toBe(true);
});

test('the first backup is due once there is a workfile', () => {
  expect(isBackupDue(undefined, { day: '2026-11-22', mark: '0', isEmpty: true })).toBe(false);
  expect(isBackupDue(undefined, { day: '2026-11-22', mark: '1', isEmpty: false })).toBe(true);
});

test('backups of damaged data take the place of no whole one, and the last two of them stay', () => {
  const whole = [10, 11, 12, 13, 14, 15, 16, 20, 27, 34].map((ago) => backup(ago));
  const damaged = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((ago) => ({ ...backup(ago), isWhole: false }));
  const dropped = backupsToDrop([...whole, ...damaged]);
  expect(dropped.filter((id) => whole.some((one) => one.id === id))).toEqual(backupsToDrop(whole));
  expect(damaged.filter(({ id }) => !dropped.includes(id)).map(({ id }) => id)).toEqual(['daily 0/0', 'daily 1/0']);
});
