// The Sync & conflict centre in a real browser over a scripted backend, by keyboard alone.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useSync } from '../../../src-renderer/stores/sync.ts';
import type { Conflict } from '../../../src-shared/domain/conflict/conflict.ts';
import type { Decision, SyncQueue } from '../../../src-shared/ipc/centre-shapes.ts';
import type { GivenCommand } from '../../../src-shared/ipc/command-shapes.ts';
import { contactOf, lineOf, sheetOf, workfileId } from './sample-sheet.ts';
import { headOf } from './scripted-answers.ts';
import { openWindow, type ScriptedWindow } from './scripted-window.tsx';
import { shopTime } from './shop-time.ts';

const at = (hour: number, minute: number): number => shopTime(21, hour, minute);
const owner = contactOf('owner', 1);
const side = (number: string, by: string, pc: string, when: number) => ({
  words: number,
  value: { number },
  by,
  pc,
  at: when,
});

const decisionOf = (n: number, place: Partial<Decision['place']> = {}): Decision => ({
  id: `0190dddd-0000-7000-8000-${String(n).padStart(12, '0')}`,
  what: 'conflict',
  place: {
    workfileId,
    workfileLabel: '48213',
    owner: 'Turpin, Sharon',
    kind: 'contact',
    recordId: owner.id,
    group: ['cell', 'home', 'business'][n - 1] ?? 'cell',
    line: null,
    role: 'owner',
    ...place,
  },
  reason: 'conflict',
  before: side('(312) 555-0142', '', '', 0),
  mine: side('(312) 555-0199', 'Robin Ellery', 'FRONT-PC', at(10, 31)),
  theirs: side('(312) 555-0177', 'Luis Ortega', 'PARTS-PC', at(10, 12)),
  isMine: true,
});

const textOf = (locator: { element(): Element }): string | null => locator.element().textContent;
const list = () => page.getByRole('listbox', { name: 'Needs a decision' });

/** Opens the centre from the status bar. */
async function openCentre(script: Parameters<typeof openWindow>[0] = {}): Promise<ScriptedWindow> {
  const decisions = [decisionOf(1), decisionOf(2)];
  const window = await openWindow({
    heads: [headOf(0, 'Turpin, Sharon')],
    decisions,
    ...script,
    sync: { phase: 'unsettled', decisions: decisions.length, ...script.sync },
  });
  await userEvent.click(page.getByRole('button', { name: /needs? your decision/ }));
  await expect.element(list()).toHaveFocus();
  return window;
}

test('both values stand with person, PC and time, and 1 keeps mine', async () => {
  const window = await openCentre();
  const first = page.getByRole('option', { selected: true });
  await expect.poll(() => textOf(first)).toContain('48213 Turpin, Sharon · Owner › Cell phone');
  await expect.poll(() => textOf(first)).toContain('Before(312) 555-0142');
  await expect.poll(() => textOf(first)).toContain('1 Mine(312) 555-0199Robin Ellery, FRONT-PC, today 10:31');
  await expect.poll(() => textOf(first)).toContain('2 Theirs(312) 555-0177Luis Ortega, PARTS-PC, today 10:12');
  await userEvent.keyboard('1');
  await expect.poll(() => window.askedFor('decision.choose')).toEqual([{ ids: [decisionOf(1).id], choice: 'mine' }]);
  await expect.poll(() => textOf(page.getByRole('option', { selected: true }))).toContain('Owner › Home phone');
  await expect.element(list()).toHaveFocus();
});

test('arrows go along, 2 keeps theirs, and Ctrl+Z brings the question back', async () => {
  const window = await openCentre();
  await userEvent.keyboard('{ArrowDown}2');
  await expect.poll(() => window.askedFor('decision.choose')).toEqual([{ ids: [decisionOf(2).id], choice: 'theirs' }]);
  await expect.poll(() => page.getByRole('option').elements().length).toBe(1);
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(() => page.getByRole('option').elements().length).toBe(2);
  expect(window.askedFor('decision.undo')).toHaveLength(1);
});

test('3 types a third value; a wrong one is refused there, a right one decides', async () => {
  const window = await openCentre();
  await userEvent.keyboard('3');
  await expect.element(page.getByRole('textbox', { name: 'Number' })).toHaveFocus();
  await userEvent.keyboard('{Control>}a{/Control}12{Enter}');
  await expect.element(page.getByText(/Not a phone number/).first()).toBeVisible();
  expect(window.askedFor('decision.edit')).toEqual([]);
  await userEvent.keyboard('{Control>}a{/Control}3125550100{Enter}');
  await expect
    .poll(() => window.askedFor('decision.edit'))
    .toEqual([{ id: decisionOf(1).id, value: { number: '(312) 555-0100' } }]);
  await expect.element(list()).toHaveFocus();
});

test('Escape leaves the third value and goes back to the list', async () => {
  await openCentre();
  await userEvent.keyboard('3');
  await expect.element(page.getByRole('textbox', { name: 'Number' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(list()).toHaveFocus();
});

test('the same choice for a workfile is one request', async () => {
  const window = await openCentre();
  await userEvent.click(page.getByRole('checkbox', { name: 'Same choice for this workfile (2)' }));
  await userEvent.click(page.getByRole('button', { name: /Keep theirs/ }));
  await expect
    .poll(() => window.askedFor('decision.choose'))
    .toEqual([{ ids: [decisionOf(1).id, decisionOf(2).id], choice: 'theirs' }]);
});

test('values of other people on other PCs are only first and second', async () => {
  await openCentre({ decisions: [{ ...decisionOf(1), isMine: false }], sync: { decisions: 1 } });
  await expect.element(page.getByRole('button', { name: /Keep the first/ })).toBeVisible();
  await expect.poll(() => textOf(page.getByRole('option', { selected: true }))).toContain('1 First');
});

test('a deleted line that was edited asks whether to restore it, and a refused edit says why', async () => {
  const line = { kind: 'line', group: 'part', line: { number: 0, text: 'LT fender' }, role: null } as const;
  const deleted = { words: 'Deleted', value: { deleted: true }, by: 'Luis Ortega', pc: 'PARTS-PC', at: at(10, 12) };
  const decisions: readonly Decision[] = [
    { ...decisionOf(1, line), reason: 'deleted', theirs: deleted },
    { ...decisionOf(2, line), what: 'refused', reason: 'locked', before: null, theirs: null },
  ];
  await openCentre({ decisions });
  const option = page.getByRole('option', { selected: true });
  await expect.poll(() => textOf(option)).toContain('Line LT fender › Part');
  await expect
    .poll(() => textOf(option))
    .toContain('Deleted by Luis Ortega, edited by Robin Ellery. Keeping the edit restores it.');
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(() => textOf(option)).toContain('The estimate was locked before your edit arrived.');
  await expect.element(page.getByRole('button', { name: /Apply to the next supplement/ })).toBeVisible();
});

test('what is in front stays in front, with what is typed, when another comes before it', async () => {
  const answers: Record<string, unknown> = { 'decision.list': { total: 1, decisions: [decisionOf(2)] } };
  const window = await openCentre({ answers });
  const front = page.getByRole('option', { selected: true });
  await userEvent.keyboard('3');
  await expect.element(page.getByRole('textbox', { name: 'Number' })).toHaveFocus();
  await userEvent.keyboard('{Control>}a{/Control}3125550100');
  answers['decision.list'] = { total: 2, decisions: [decisionOf(1), decisionOf(2)] };
  window.notice('commands.changed', []);
  await expect.poll(() => page.getByRole('option').elements().length).toBe(2);
  await expect.poll(() => textOf(front)).toContain('Owner › Home phone');
  await expect.element(page.getByRole('textbox', { name: 'Number' })).toHaveValue('3125550100');
  await userEvent.keyboard('{Escape}');
  await expect.element(list()).toHaveFocus();
  await userEvent.keyboard('1');
  await expect.poll(() => window.askedFor('decision.choose')).toEqual([{ ids: [decisionOf(2).id], choice: 'mine' }]);
});

test('a key that is held down decides one thing, and after the last one the arrows go on along the tabs', async () => {
  const window = await openCentre();
  const hold = (repeat: boolean) =>
    list()
      .element()
      .dispatchEvent(new KeyboardEvent('keydown', { key: '1', repeat, bubbles: true }));
  hold(false);
  await expect.poll(() => page.getByRole('option').elements().length).toBe(1);
  hold(true);
  hold(true);
  await expect.element(list()).toHaveFocus();
  expect(window.askedFor('decision.choose')).toHaveLength(1);
  hold(false);
  await expect.element(page.getByText('Nothing needs your decision').first()).toBeVisible();
  await expect.element(page.getByRole('tab', { name: /Needs decision/, selected: true })).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(page.getByRole('tab', { name: /Waiting to send/, selected: true })).toHaveFocus();
});

test('arrows along the tabs pass the decisions without falling into them', async () => {
  await openCentre();
  await userEvent.click(page.getByRole('tab', { name: 'Devices' }));
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(list()).toBeVisible();
  await expect.element(page.getByRole('tab', { name: /Needs decision/ })).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(page.getByRole('tab', { name: /Waiting to send/, selected: true })).toHaveFocus();
});

const queueOf = (parts: Partial<SyncQueue>): SyncQueue => ({
  ...{ total: 0, bytes: 0, oldestAt: 0, edits: [], commands: [], photoTotal: 0, documentTotal: 0, attachments: [] },
  ...parts,
});

test('the line above the tabs tells of what waits now, whichever tab is in front', async () => {
  const answers: Record<string, unknown> = { 'sync.queue': queueOf({ total: 1, oldestAt: at(9, 12) }) };
  const window = await openCentre({ answers, sync: { phase: 'offline', waiting: 1 } });
  await expect.element(page.getByText(/1 change waiting, the oldest since today 09:12/)).toBeVisible();
  answers['sync.queue'] = queueOf({ total: 2, oldestAt: at(10, 20) });
  const { state } = useSync.getState();
  if (state === undefined) throw new Error('no state');
  window.notice('sync.changed', { ...state, waiting: 2 });
  await expect.element(page.getByText(/2 changes waiting, the oldest since today 10:20/)).toBeVisible();
  await expect.element(page.getByRole('tab', { name: 'Waiting to send (2)' })).toBeVisible();
});

test('after a command was cancelled the keyboard is at the next one, and after the last one at the tab', async () => {
  const command = (n: number, name: GivenCommand['name']): GivenCommand => ({
    ...{
      id: `c${n}`,
      name,
      workfileId,
      workfileLabel: 'P-0001',
      receiptId: '',
      subject: null,
      state: 'waiting',
      number: null,
      refusal: null,
    },
    ...{ version: '', move: null, by: 'Robin Ellery', madeAt: at(10, 40), settledAt: 0, answeredAt: null },
  });
  const [lock, convert] = [command(1, 'lock-estimate'), command(2, 'convert-to-ro')];
  const answers: Record<string, unknown> = { 'sync.queue': queueOf({ commands: [lock, convert] }) };
  const window = await openCentre({ answers });
  await userEvent.click(page.getByRole('tab', { name: 'Waiting to send (2)' }));
  const cancel = () => page.getByRole('button', { name: 'Cancel it' });
  await userEvent.keyboard('{Tab}');
  await expect.element(cancel().first()).toHaveFocus();
  answers['sync.queue'] = queueOf({ commands: [convert] });
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => cancel().elements().length).toBe(1);
  await expect.element(cancel()).toHaveFocus();
  answers['sync.queue'] = queueOf({});
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => cancel().elements().length).toBe(0);
  await expect.element(page.getByRole('tab', { name: 'Waiting to send' })).toHaveFocus();
  expect(window.askedFor('command.cancel')).toEqual([{ id: 'c1' }, { id: 'c2' }]);
});

test('with nothing to decide and nothing waiting, it says that all is equal and since when', async () => {
  await openWindow({ heads: [headOf(0, 'Turpin, Sharon')] });
  await userEvent.keyboard('{Control>}k{/Control}');
  await userEvent.keyboard('sync and conf{Enter}');
  await expect.element(page.getByText('Everything is synced – last compare today 10:42, equal').first()).toBeVisible();
});

test('offline it shows the queue with sizes and the age of the oldest edit', async () => {
  const edit = {
    edit: 'aaaaaaaaaa-1',
    place: decisionOf(1).place,
    author: 'Robin Ellery',
    isHeld: false,
    bytes: 1234,
    tries: 3,
    madeAt: at(9, 12),
  };
  await openWindow({
    heads: [headOf(0, 'Turpin, Sharon')],
    sync: { phase: 'offline', waiting: 1 },
    answers: {
      'sync.queue': {
        ...{ total: 1, bytes: 1234, oldestAt: at(9, 12), edits: [edit] },
        ...{ commands: [], photoTotal: 0, documentTotal: 0, attachments: [] },
      },
    },
  });
  await userEvent.click(page.getByRole('button', { name: /Offline – 1 change waiting/ }));
  await expect
    .element(page.getByText('Offline – 1 change waiting, the oldest since today 09:12 – last compare today 10:42'))
    .toBeVisible();
  await expect.element(page.getByRole('tab', { name: 'Waiting to send (1)' })).toBeVisible();
  const row = page.getByRole('grid', { name: 'Waiting to send' }).getByRole('row').nth(1);
  await expect
    .poll(() => textOf(row))
    .toContain('48213 Turpin, SharonOwner › Cell phone1.2 KB3today 09:12Robin Ellery');
});

test('sent batches, problems and PCs are told in plain words', async () => {
  const sent = {
    n: 4,
    sealedAt: 1,
    answeredAt: at(10, 40),
    bytes: 999,
    edits: 12,
    conflicts: 1,
    refused: 0,
    workfiles: ['48213'],
  };
  await openCentre({
    answers: {
      'sync.sent': [sent],
      'sync.problems': {
        ...{ tries: 2, nextTryAt: at(10, 45) + 30_000, damagedPhotos: 0, mendings: [] },
        failures: [{ at: at(10, 44), failure: { kind: 'offline' } }],
        setAside: [
          { edit: 'e', kind: 'line', group: 'part', workfileId, workfileLabel: '48213', reason: 'missing', keptAt: 1 },
        ],
      },
      'sync.devices': [
        { id: 'd1', name: 'FRONT-PC', by: 'Robin Ellery', seenAt: at(10, 45), isRevoked: false, isThisPc: true },
        { id: 'd2', name: 'OLD-PC', by: 'Luis Ortega', seenAt: at(8, 2), isRevoked: true, isThisPc: false },
      ],
    },
  });
  await userEvent.click(page.getByRole('tab', { name: /Sent today/ }));
  await expect.element(page.getByText('11 taken, 1 met another value')).toBeVisible();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(page.getByText('Tried 2 times, next try in 30 s.')).toBeVisible();
  await expect.element(page.getByText(/What it belongs to has not come yet/)).toBeVisible();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(page.getByText('FRONT-PC (this PC)')).toBeVisible();
  await expect.element(page.getByText('✖ Revoked')).toBeVisible();
});

test('exporting says where the work is, and a bad file says why it was refused', async () => {
  await openCentre({
    answers: { 'sync.export': { file: 'unsent.json', edits: 7, commands: 0, kept: 1, drafts: 0 } },
    refuse: { 'sync.import': { kind: 'unavailable', what: 'unsent-file' } },
  });
  await userEvent.click(page.getByRole('button', { name: 'Export unsent work…' }));
  await expect.element(page.getByText('Wrote 7 edits, 1 refused edit to unsent.json')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Import…' }));
  await expect.element(page.getByText(/no export of unsent work, or it was damaged/)).toBeVisible();
});

const conflictOf = (
  kind: string,
  recordId: string,
  values: { group: string; one: object; other: object },
): Conflict => ({
  id: decisionOf(1).id as Conflict['id'],
  deleted: false,
  parent: { workfileId },
  about: { kind, recordId, group: values.group },
  before: { value: '', edit: '', by: '', pc: '', at: 0 },
  standing: {
    value: JSON.stringify(values.one),
    edit: 'zzzzzzzzzz-1',
    by: 'Luis Ortega',
    pc: 'PARTS-PC',
    at: at(10, 12),
  },
  late: {
    value: JSON.stringify(values.other),
    edit: 'aaaaaaaaaa-1',
    by: 'Robin Ellery',
    pc: 'FRONT-PC',
    at: at(10, 31),
  },
  choice: { made: 'open', by: '' },
});

async function openWorkfile(script: Parameters<typeof openWindow>[0]): Promise<ScriptedWindow> {
  const window = await openWindow({ heads: [{ ...headOf(0, 'Turpin, Sharon'), undecided: true }], ...script });
  await expect.element(page.getByText('▲ Decide')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { name: '48213' })).toBeVisible();
  return window;
}

test('a field with two values says so to everybody, and F8 opens the choice there', async () => {
  const values = { group: 'cell', one: { number: '(312) 555-0177' }, other: { number: '(312) 555-0199' } };
  const sheet = sheetOf({ contacts: [owner], conflicts: [conflictOf('contact', owner.id, values)] });
  const window = await openWorkfile({ sheet, decisions: [decisionOf(1)] });
  const field = page.getByRole('textbox', { name: 'Cell phone', exact: true });
  await expect
    .element(field)
    .toHaveAccessibleDescription(
      'Two values: (312) 555-0177 (Luis Ortega, PARTS-PC, today 10:12), and (312) 555-0199 (Robin Ellery, FRONT-PC, today 10:31). F8 chooses.',
    );
  expect(page.getByRole('button', { name: 'Choose the value of Home phone' }).elements()).toEqual([]);
  field.element().focus();
  await userEvent.keyboard('{F8}');
  await expect.element(page.getByRole('dialog', { name: 'Choose a value' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: /Keep mine/ })).toHaveFocus();
  await userEvent.keyboard('2');
  await expect.poll(() => window.askedFor('decision.choose')).toEqual([{ ids: [decisionOf(1).id], choice: 'theirs' }]);
  await expect.poll(() => page.getByRole('dialog').elements()).toEqual([]);
  window.changeElsewhere([
    { kind: 'conflict', record: { ...conflictOf('contact', owner.id, values), choice: { made: 'standing', by: '' } } },
  ]);
  await expect.element(field).not.toHaveAccessibleDescription(/Two values/);
});

test('a cell of the estimate with two values is marked, and its menu opens the choice', async () => {
  const line = lineOf(1, 'Hood');
  const values = {
    group: 'part',
    one: { ...line.part, priceCents: 9900 },
    other: { ...line.part, priceCents: 12_000 },
  };
  const sheet = sheetOf({ lines: [line], conflicts: [conflictOf('line', line.id, values)] });
  await openWorkfile({ sheet, decisions: [decisionOf(1, { kind: 'line', recordId: line.id, group: 'part' })] });
  await userEvent.click(page.getByRole('tab', { name: 'Estimate', exact: true }));
  const cells = page
    .getByRole('gridcell')
    .elements()
    .filter((cell) => cell.getAttribute('data-mark') === 'conflict');
  await expect.poll(() => page.getByRole('grid', { name: 'Estimate lines' }).elements().length).toBe(1);
  await expect
    .poll(() => document.querySelectorAll('[role=gridcell][data-mark=conflict]').length, { message: `${cells.length}` })
    .toBe(1);
  const cell = document.querySelector<HTMLElement>('[data-mark=conflict]');
  if (cell === null) throw new Error('no mark');
  expect(cell.textContent).toContain('Two values: price 99.00 (Luis Ortega, PARTS-PC, today 10:12), and price 120.00');
  await userEvent.click(cell);
  await userEvent.keyboard('{F8}');
  await expect.element(page.getByRole('dialog', { name: 'Choose a value' })).toBeVisible();
});
