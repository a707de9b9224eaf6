// Locking and converting in a real browser: asked once, shown while it waits, refused with a reason, and taken back.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { VersionId } from '../../../src-shared/base/ids.ts';
import type { GivenCommand } from '../../../src-shared/ipc/command-shapes.ts';
import { connection } from './sample-connection.ts';
import { lineOf, sheetOf, workfileId } from './sample-sheet.ts';
import { headOf, noLibrary } from './scripted-answers.ts';
import { openWindow, type ScriptedWindow } from './scripted-window.tsx';
import { shopTime } from './shop-time.ts';

const sheet = sheetOf({ lines: [lineOf(1, 'a1', {})] });
const opportunity = {
  ...sheet,
  workfile: {
    ...sheet.workfile,
    stage: { stage: 'opportunity' },
    number: { ro: '' },
    tracking: { ...sheet.workfile.tracking, estimator: 'Robin Ellery' },
  },
  insurance: { ...sheet.insurance, payer: { payer: 'Self Pay' } },
} as const;
const waiting: GivenCommand = {
  id: '0190a000-0000-7000-8000-0000000000c1',
  name: 'convert-to-ro',
  workfileId,
  workfileLabel: 'P-0001',
  receiptId: '',
  subject: null,
  state: 'waiting',
  version: '',
  move: null,
  number: '10231',
  refusal: null,
  by: 'Robin Ellery',
  madeAt: shopTime(21, 10, 40),
  settledAt: 0,
  answeredAt: null,
};
const lock: GivenCommand = {
  ...waiting,
  id: '0190a000-0000-7000-8000-0000000000c2',
  name: 'lock-estimate',
  number: null,
};

async function openWorkfile(script: Parameters<typeof openWindow>[0] = {}): Promise<ScriptedWindow> {
  const window = await openWindow({
    sheet: opportunity,
    heads: [headOf(0, 'Turpin, Sharon')],
    answers: { 'workfile.convert': { number: '10231' }, 'estimator.list': ['Robin Ellery', 'Casey Moor'] },
    ...script,
  });
  await expect.element(page.getByRole('grid', { name: 'Workfiles' }).getByText('Turpin, Sharon')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('tab', { name: 'Vehicle', exact: true })).toBeVisible();
  return window;
}
const choose = (window: ScriptedWindow, command: string) => window.hostNotice('command.chosen', { command });

test('converting asks once, by keys alone, and the header says under which number it waits', async () => {
  const window = await openWorkfile();
  choose(window, 'workfile.convert');
  await expect.element(page.getByRole('dialog', { name: 'Convert to repair order' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect(window.askedFor('workfile.convert')).toEqual([]);
  choose(window, 'workfile.convert');
  await expect.element(page.getByRole('dialog', { name: 'Convert to repair order' })).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => window.askedFor('workfile.convert')).toEqual([{ workfileId }]);
  window.notice('commands.changed', [waiting]);
  await expect.element(page.getByRole('button', { name: 'RO 10231 waiting' })).toBeVisible();
  window.notice('commands.changed', [{ ...waiting, state: 'done' }]);
  await expect.element(page.getByRole('button', { name: 'RO 10231 waiting' })).not.toBeInTheDocument();
});

const reserving = { ...noLibrary, dmsConnections: [connection] };

test('where the DMS reserves numbers, the next of this PC is not promised, and waiting is explained', async () => {
  const numbering = { pcName: 'FRONT-PC', prefix: '', blocks: [{ next: 10_231, last: 10_240 }] };
  const window = await openWorkfile({
    library: reserving,
    answers: { 'workfile.convert': { number: '1000001' }, 'numbering.read': numbering },
    delayMs: 400,
  });
  choose(window, 'workfile.convert');
  const dialog = page.getByRole('dialog', { name: 'Convert to repair order' });
  await expect
    .element(dialog.getByText('Leave it empty: the DMS reserves it, and it is the DMS Repair ID, too'))
    .toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog.getByText(/^The DMS is asked for the number/)).toBeVisible();
  await expect.poll(() => window.askedFor('workfile.convert')).toEqual([{ workfileId }]);
  await expect.element(dialog).not.toBeInTheDocument();
});

test('offline it says that the Repair ID comes later', async () => {
  const window = await openWorkfile({ library: reserving, sync: { phase: 'offline' } });
  choose(window, 'workfile.convert');
  await expect.element(page.getByText(/the DMS Repair ID is reserved later and may differ$/)).toBeVisible();
});

test('a typed number is said to be used, with the way there, or is given', async () => {
  const used = { workfileId: headOf(1, '').id, label: '10100', owner: 'Okafor, Nadia' };
  const answers = {
    'workfile.convert': { number: '10200' },
    'numbering.read': { pcName: 'FRONT-PC', prefix: 'NS-', blocks: [{ next: 10_231, last: 10_240 }] },
    'numbering.look-up': { usedBy: used, largest: 10_240 },
  };
  const window = await openWorkfile({ answers });
  choose(window, 'workfile.convert');
  const dialog = page.getByRole('dialog', { name: 'Convert to repair order' });
  await expect.element(dialog.getByText('Leave it empty for NS-10231, the next of this PC')).toBeVisible();
  await userEvent.fill(dialog.getByLabelText('RO number'), '10100');
  await expect.element(dialog.getByText('Used by 10100, Okafor, Nadia. Type another.')).toBeVisible();
  const convert = dialog.getByRole('button', { name: 'Convert to repair order' });
  await expect.element(convert).toHaveAttribute('aria-disabled', 'true');
  await userEvent.fill(dialog.getByLabelText('RO number'), '900000');
  await expect.element(dialog.getByText(/^The number is more than 10,000 above/)).toBeVisible();
  answers['numbering.look-up'] = { usedBy: null as never, largest: 10_240 };
  await userEvent.fill(dialog.getByLabelText('RO number'), '10200');
  await expect.element(convert).not.toHaveAttribute('aria-disabled', 'true');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => window.askedFor('workfile.convert')).toEqual([{ workfileId, number: '10200' }]);
  await expect.element(dialog).not.toBeInTheDocument();
});

test('locking says what is locked, and while it waits lines are still taken', async () => {
  const window = await openWorkfile();
  choose(window, 'estimate.lock');
  const dialog = page.getByRole('dialog', { name: /Lock estimate E01/ });
  await expect.element(dialog).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(() => window.askedFor('estimate.lock'))
    .toEqual([{ estimateId: sheet.estimate.id, estimator: 'Robin Ellery' }]);
  window.notice('commands.changed', [lock]);
  await expect.element(page.getByRole('button', { name: 'Lock waiting…' })).toBeVisible();
  choose(window, 'estimate.lock');
  await expect.element(page.getByText(/the lock waits for the cloud/)).toBeVisible();
  await userEvent.click(page.getByRole('tab', { name: 'Estimate', exact: true }));
  choose(window, 'line.add');
  await expect.poll(() => window.askedFor('estimate.lock')).toHaveLength(1);
  await expect.element(page.getByText(/estimate is locked/)).not.toBeInTheDocument();
});

test('what waits can be taken back, and what was refused says why', async () => {
  const refused = { reason: 'locked', by: 'Casey Moor', number: '', version: '', stage: null } as const;
  const window = await openWorkfile({
    answers: { 'command.list': [waiting, { ...lock, state: 'refused', refusal: refused }] },
  });
  await userEvent.click(page.getByRole('button', { name: 'RO 10231 waiting' }));
  const dialog = page.getByRole('dialog', { name: 'Locks and conversions' });
  await expect.element(dialog.getByText('Waits to be sent')).toBeVisible();
  await expect.element(dialog.getByText('Not done: the estimate was locked before by Casey Moor.')).toBeVisible();
  await userEvent.click(dialog.getByRole('button', { name: 'Cancel it' }));
  await expect.poll(() => window.askedFor('command.cancel')).toEqual([{ id: waiting.id }]);
});

test('a lock that was refused stays in the header with its reason, until it is asked for again', async () => {
  const refused = { reason: 'changed', by: '', number: '', version: '', stage: null } as const;
  const window = await openWorkfile({ answers: { 'command.list': [{ ...lock, state: 'refused', refusal: refused }] } });
  const mark = page.getByRole('button', { name: 'Lock not done' });
  await expect.element(mark).toHaveAttribute('title', expect.stringContaining('changed on another PC'));
  await userEvent.click(page.getByRole('tab', { name: 'Totals & supplements', exact: true }));
  await expect.element(page.getByText(/Look at it, and lock it again/)).toBeVisible();
  window.notice('commands.changed', [
    { ...lock, id: '0190a000-0000-7000-8000-0000000000c3' },
    { ...lock, state: 'refused', refusal: refused },
  ]);
  await expect.element(mark).not.toBeInTheDocument();
});

test.each([
  { clock: 'ahead', lockedAt: shopTime(28, 9) },
  { clock: 'behind', lockedAt: shopTime(1, 9) },
])('a refused lock goes once its own version is locked, also by a PC whose clock is $clock', async ({ lockedAt }) => {
  const of = { label: 'E01', lockedAt, by: 'Casey Moor', estimator: '', grandTotalCents: 0, netCents: 0 };
  const version = {
    ...{ id: '0190eeee-0000-7000-8000-000000000001' as VersionId, deleted: false },
    ...{ parent: { workfileId, estimateId: opportunity.estimate.id }, of },
  };
  const reason = { reason: 'changed', by: '', number: '', version: '', stage: null } as const;
  const refused = { ...lock, state: 'refused', refusal: reason, version: 'S01' } as const;
  const script = { sheet: { ...opportunity, versions: [version] }, answers: { 'command.list': [refused] } };
  const window = await openWorkfile(script);
  const mark = page.getByRole('button', { name: 'Lock not done' });
  await expect.element(mark).toBeVisible();
  window.notice('commands.changed', [{ ...refused, version: 'E01' }]);
  await expect.element(mark).not.toBeInTheDocument();
});

test('who may not is told so, and nothing is asked', async () => {
  const window = await openWorkfile({ role: 'technician' });
  choose(window, 'workfile.convert');
  await expect.element(page.getByText(/does not include “Convert workfiles to repair orders”/).first()).toBeVisible();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});
