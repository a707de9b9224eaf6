// The screen of this PC in a real browser over a scripted backend: its data, their backups, and what it says when they are damaged.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { runCommand } from '../../../src-renderer/stores/command-board.ts';
import { previewRestore, useThisPc } from '../../../src-renderer/stores/pc/this-pc.ts';
import type { Failure } from '../../../src-shared/base/failure.ts';
import type { PcFacts } from '../../../src-shared/ipc/pc-shapes.ts';
import { openWindow, type ScriptedWindow } from './scripted-window.tsx';
import { shopTime } from './shop-time.ts';

const at = (day: number, hour: number): number => shopTime(day, hour, 30);

const factsOf = (over: Partial<PcFacts> = {}): PcFacts => ({
  working: null,
  failure: null,
  health: { checkedAt: at(21, 8), rows: 48_213, damagedRows: 0, faults: [] },
  name: 'FRONT-PC',
  device: 'k3vd0q7m2xw9ahtz',
  backups: [
    { id: '20261121-133000-daily.db', bytes: 61_400_000, note: note('daily', at(21, 8), 812, 3) },
    { id: '20261120-133000-hand.db', bytes: 60_900_000, note: note('hand', at(20, 17), 809, 0) },
    { id: 'before-0024.db', bytes: 44_000_000, note: note('update', at(2, 9), 700, 0) },
    { id: '20261101-133000-daily.db', bytes: 12, note: null },
  ],
  secondPlace: null,
  restored: null,
  numbers: [[61_000, 61_049]],
  storage: {
    database: 62_000_000,
    photos: 4_200_000_000,
    backups: 166_000_000,
    logs: 400_000,
    free: 210_000_000_000,
  },
  versions: { app: '0.1.0', runtime: 'Electron 45.4.1', sqlite: '3.54.1', schema: 24 },
  ...over,
});

const note = (kind: 'daily' | 'hand' | 'update', madeAt: number, workfiles: number, unsent: number) => ({
  ...{ kind, madeAt, workfiles, unsent, damage: null },
});

async function openScreen(facts: PcFacts, answers: Readonly<Record<string, unknown>> = {}): Promise<ScriptedWindow> {
  const window = await openWindow({ answers: { 'pc.read': facts, ...answers } });
  await expect.element(page.getByRole('tab', { name: 'Workfiles' })).toBeVisible();
  runCommand('pc.show');
  await expect.element(page.getByRole('heading', { name: 'FRONT-PC' })).toBeVisible();
  return window;
}

const text = (words: string | RegExp) => page.getByText(words).first();

test('it says that the data are whole, when they were backed up, and what the PC holds', async () => {
  await openScreen(factsOf());
  await expect.element(text('All data on this PC are whole: 48,213 rows checked today 08:30.')).toBeVisible();
  await expect.element(text('Last backup today 08:30, 812 workfiles.')).toBeVisible();
  await expect.element(text(/^Backups lie on this PC only\./)).toBeVisible();
  await expect.element(text('50 numbers left: 61000 to 61049')).toBeVisible();
  await expect.element(text('4.2 GB')).toBeVisible();
  await expect.element(text('Shopfile 0.1.0, data 24, SQLite 3.54.1, Electron 45.4.1')).toBeVisible();
  const rows = page.getByRole('grid', { name: 'Backups' }).getByRole('row').elements();
  expect(rows.map((row) => row.textContent).slice(1)).toEqual([
    expect.stringContaining('After a day with changes'),
    expect.stringContaining('Made by hand'),
    expect.stringContaining('Before an update'),
    expect.stringContaining('✖ Cannot be read'),
  ]);
});

test('a new PC says that nothing was checked or backed up yet, and what will be', async () => {
  await openScreen(factsOf({ health: null, backups: [], numbers: [] }));
  await expect.element(text('Not checked yet. It is checked by itself once a day.')).toBeVisible();
  await expect.element(text('No backup yet. The first one is made by itself after a day with changes.')).toBeVisible();
  await expect.element(text('No backups yet')).toBeVisible();
  await expect.element(text(/^None\. Repair orders made offline/)).toBeVisible();
});

test('damaged rows are said in words, as is a copy that failed', async () => {
  const health = { checkedAt: at(21, 8), rows: 48_213, damagedRows: 2, faults: ['row of line 0190'] };
  await openScreen(factsOf({ health, secondPlace: { folder: 'E:\\Backups', copiedAt: at(19, 8), failed: true } }));
  await expect.element(text('2 rows of 48,213 on this PC are damaged. Found today 08:30.')).toBeVisible();
  await expect
    .element(text('The last copy to E:\\Backups failed (last 11/19 08:30). Check that the disk is there.'))
    .toBeVisible();
});

test('a backup of damaged data says what it lacks, in the list and above it', async () => {
  const damage = { rows: 2, tables: ['line', 'receipt_void'] };
  const newest = { ...note('daily', at(21, 9), 812, 0), damage };
  await openScreen(factsOf({ backups: [{ id: '20261121-143000-daily.db', bytes: 61_400_000, note: newest }] }));
  const lacks = '2 rows damaged; parts of line, receipt void missing';
  await expect
    .element(text(`Last backup today 09:30, 812 workfiles: ${lacks}. Those before it were kept.`))
    .toBeVisible();
  await expect.element(page.getByRole('gridcell', { name: `⚠ ${lacks}` })).toBeVisible();
});

test('a backup shows how far it is, and nothing else is begun meanwhile', async () => {
  const window = await openScreen(factsOf(), { 'backup.make': { working: null, failure: null, health: null } });
  window.notice('upkeep.changed', { working: { task: 'backup', share: 0.4 }, failure: null, health: null });
  await expect.element(text('Backing up…')).toBeVisible();
  await expect.element(page.getByRole('progressbar', { name: 'Backed up' })).toHaveAttribute('value', '0.4');
  const check = page.getByRole('button', { name: 'Check now' });
  await expect.element(check).toHaveAttribute('aria-disabled', 'true');
  await userEvent.hover(check);
  await expect.element(text('Wait until the backup is made.')).toBeVisible();
  window.notice('upkeep.changed', { working: null, failure: null, health: factsOf().health });
  await userEvent.click(page.getByRole('button', { name: 'Back up now' }));
  await expect.element(text('Backup made and read again')).toBeVisible();
  expect(window.askedFor('backup.make')).toHaveLength(1);
});

test('a disk that is full is said as such, and the last backup stays', async () => {
  const full = { kind: 'unavailable', what: 'disk-full' } as const;
  await openScreen(factsOf({ failure: full }));
  await expect.element(text(/The disk of this PC is full/)).toBeVisible();
  await expect.element(text('Last backup today 08:30, 812 workfiles.')).toBeVisible();
});

const preview = {
  backup: factsOf().backups[1],
  missing: 1,
  older: 2,
  named: [
    { label: '48230', owner: 'Turpin, Sharon', changedAt: at(21, 9), isMissing: true },
    { label: '48213', owner: 'Ellis, Janet', changedAt: at(21, 8), isMissing: false },
  ],
  unsent: { edits: 1, commands: 1, kept: 1, drafts: 0, photos: 0, documents: 0 },
};

const place = {
  workfileLabel: '48213',
  owner: 'Ellis, Janet',
  kind: 'contact',
  group: 'cell',
  line: null,
  role: 'owner',
};
const onlyHere = {
  'sync.queue': {
    edits: [{ edit: 'e1', place, author: 'Luis Ortega' }],
    commands: [{ id: 'c1', name: 'lock-estimate', workfileLabel: '48213', move: null, by: 'Robin Ellery' }],
  },
  'decision.list': {
    total: 2,
    decisions: [
      { id: 'd1', what: 'refused', place: { ...place, group: 'email' }, mine: { by: 'Dana Whitfield' } },
      { id: 'd2', what: 'conflict', place, mine: { by: 'Luis Ortega' } },
    ],
  },
};

test('a restore says what is newer and what is only here before anything is done; Escape does nothing', async () => {
  const window = await openScreen(factsOf(), { 'backup.preview': preview, ...onlyHere });
  await userEvent.click(page.getByText('Made by hand'));
  await userEvent.click(page.getByRole('button', { name: 'Restore…', exact: true }));
  await expect.element(text(/^Since this backup 1 workfile was made and 2 workfiles were changed here/)).toBeVisible();
  await expect.element(text('48230 Turpin, Sharon, not in this backup')).toBeVisible();
  await expect.element(text('1 edit, 1 command and 1 refused edit on this PC are not in the cloud:')).toBeVisible();
  const items = page.getByRole('list', { name: 'Not in the cloud' }).getByRole('listitem');
  await expect
    .poll(() => items.elements().map((item) => item.textContent))
    .toEqual([
      '48213: Lock estimate, Robin Ellery',
      '48213 Ellis, Janet: Owner › Email, Dana Whitfield, refused by the cloud',
      '48213 Ellis, Janet: Owner › Cell phone, Luis Ortega',
    ]);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => page.getByRole('dialog').elements().length).toBe(0);
  expect(window.askedFor('backup.restore')).toEqual([]);
});

test('what was not sent is taken along unless somebody says otherwise', async () => {
  const window = await openScreen(factsOf(), { 'backup.preview': preview });
  await userEvent.click(page.getByText('Made by hand'));
  await userEvent.click(page.getByRole('button', { name: 'Restore…', exact: true }));
  await expect.element(page.getByRole('checkbox', { name: 'Take it along' })).toBeChecked();
  await userEvent.click(page.getByRole('button', { name: 'Restore this backup' }));
  await expect.poll(() => window.askedFor('backup.restore')).toEqual([{ id: '20261120-133000-hand.db', carry: true }]);
});

test('a backup that cannot be read is not restored, and the button says why', async () => {
  await openScreen(factsOf());
  await userEvent.click(page.getByText('✖ Cannot be read'));
  const button = page.getByRole('button', { name: 'Restore…', exact: true });
  await userEvent.hover(button);
  await expect.element(text('This backup cannot be read.')).toBeVisible();
});

test('after a restore the screen says what was taken along and where the data before it are', async () => {
  const carried = { edits: 3, commands: 0, kept: 0, drafts: 1, photos: 0 };
  await openScreen(factsOf({ restored: { at: at(21, 9), madeAt: at(20, 17), aside: '20261121T143000', carried } }));
  await expect
    .element(
      text(
        /^Restored the backup of 11\/20 17:30 today 09:30; 3 edits and 1 draft that were not in the cloud were taken along\./,
      ),
    )
    .toBeVisible();
});

test('a slow look into a backup does not replace the one that was asked for after it', async () => {
  await openScreen(factsOf());
  const answers = new Map<string, () => void>();
  const ask = (_name: string, { id }: { readonly id: string }) =>
    new Promise((answer) => answers.set(id, () => answer({ ok: false, failure: { kind: 'not-found', what: id } })));
  const { host } = (window as unknown as { readonly shopfile: { readonly host: unknown } }).shopfile;
  Object.defineProperty(window, 'shopfile', { value: { host, bridge: { ask } }, configurable: true });
  useThisPc.setState({ preview: { kind: 'idle' } });
  const looks = [previewRestore('old'), previewRestore('new')];
  answers.get('new')?.();
  answers.get('old')?.();
  await Promise.all(looks);
  expect(useThisPc.getState().preview).toMatchObject({ kind: 'failed', failure: { what: 'new' } });
});

const damaged: Failure = { kind: 'unavailable', what: 'database-damaged' };
const repairFacts = { name: 'FRONT-PC', folder: 'C:\\Data\\aside', backups: factsOf().backups, refused: null };

test('data that cannot be opened lead to their repair, and nothing else is in the way', async () => {
  const window = await openWindow({
    refuse: { 'session.state': damaged, 'repair.run': damaged },
    answers: { 'repair.read': repairFacts },
  });
  await expect.element(page.getByRole('heading', { name: 'A part of the data on FRONT-PC is damaged' })).toBeVisible();
  await expect.element(text(/Nothing was deleted, and nothing is changed until you choose\./)).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Repair the data' }));
  await expect.element(page.getByRole('alert').getByText(/AWAY-DATABASE-DAMAGED/)).toBeVisible();
  const restoreIt = page.getByRole('button', { name: 'Restore this backup' });
  await userEvent.click(page.getByText('Made by hand'));
  await userEvent.click(restoreIt);
  await expect
    .poll(() => window.askedFor('repair.run'))
    .toEqual([{ backup: null }, { backup: '20261120-133000-hand.db' }]);
});

test('damage that a check found is repaired from the screen of this PC', async () => {
  const health = { checkedAt: at(21, 8), rows: 48_213, damagedRows: 2, faults: ['row of line 0190'] };
  const window = await openScreen(factsOf({ health }), { 'repair.run': null });
  await userEvent.click(page.getByRole('button', { name: 'Repair', exact: true }));
  await expect.poll(() => window.askedFor('repair.run')).toEqual([{ backup: null }]);
});

test('diagnostics are read before they are saved, and what was shown is what is saved', async () => {
  const answers = { 'diagnostics.read': '== Shopfile\ndevice k3vd', 'diagnostics.save': 'Shopfile diagnostics.txt' };
  const window = await openScreen(factsOf(), answers);
  const save = page.getByRole('button', { name: 'Save as file…' });
  await expect.element(save).toHaveAttribute('aria-disabled', 'true');
  await userEvent.click(page.getByRole('button', { name: 'Show diagnostics' }));
  await expect.element(page.getByRole('textbox', { name: 'Diagnostics' })).toHaveValue(answers['diagnostics.read']);
  await userEvent.click(save);
  await expect.element(page.getByText('Wrote the diagnostics to Shopfile diagnostics.txt')).toBeVisible();
  expect(window.askedFor('diagnostics.save')).toEqual([{ text: answers['diagnostics.read'] }]);
});

test('a metered network is one tick, and what waits because of it is sent with one press', async () => {
  const sync = { phase: 'unsettled', photos: 3, metering: 'holding' } as const;
  const window = await openWindow({
    sync,
    answers: { 'pc.read': factsOf(), 'photos.meter': null, 'photos.send-now': null },
  });
  await expect.element(page.getByRole('tab', { name: 'Workfiles' })).toBeVisible();
  runCommand('pc.show');
  const metered = page.getByRole('checkbox', { name: /^Metered network/ });
  await expect.element(metered).toBeChecked();
  await expect.element(text('3 photos wait for “Send now”, as this network is metered.')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Send now' }));
  await expect.poll(() => window.askedFor('photos.send-now')).toHaveLength(1);
  await userEvent.click(metered);
  await expect.poll(() => window.askedFor('photos.meter')).toEqual([{ isOn: false }]);
});
