import { describe, expect, test } from 'vitest';
import {
  type CommandName,
  commandAnswer,
  commandRefusals,
  commandRequest,
  commands,
  isCommandName,
} from '../../../src-shared/sync/commands.ts';
import { commandHint, liveEvents, presenceHint, presenceInput } from '../../../src-shared/sync/presence.ts';
import {
  maxMarks,
  pullLine,
  pullRequest,
  schemaVersion,
  syncRefusal,
  verdict,
} from '../../../src-shared/sync/protocol.ts';
import {
  bundleContent,
  bundledRecord,
  bundleHeader,
  compareAnswer,
  compareRequest,
  maxNamedWorkfiles,
  snapshotLine,
  snapshotRequest,
} from '../../../src-shared/sync/snapshot.ts';

const workfile = '01933c00-0000-7000-8000-000000000001';
const command = '01933c00-0000-7000-8000-000000000002';
const edit = 'abcdefghjk-1';
const hash = 'a'.repeat(64);
const asker = { device: 'abcdefghjk', incarnation: workfile, schema: 1 };
type Schema = { safeParse(raw: unknown): { readonly success: boolean; readonly data?: unknown } };

/** Each of these comes through unchanged. */
function expectTaken(schema: Schema, ...values: readonly unknown[]): void {
  for (const value of values) expect(schema.safeParse(value)).toEqual({ success: true, data: value });
}
function expectRefused(schema: Schema, ...values: readonly unknown[]): void {
  for (const value of values) expect(schema.safeParse(value).success).toBe(false);
}

describe('push and pull', () => {
  test('an edit that did nothing names the edit to go on from', () => {
    expectTaken(verdict, { verdict: 'nothing', edit }, { verdict: 'nothing', edit: null });
    expectRefused(verdict, { verdict: 'nothing' });
  });

  test('a PC without marks may leave them out, and may not send too many', () => {
    const bare = { ...asker, cursor: 0, at: null, epoch: '', last: null, limit: 10 };
    expect(pullRequest.parse({ ...bare, schema: undefined })).toEqual({ ...bare, schema: schemaVersion, marks: [] });
    const marks = Array.from({ length: maxMarks }, (_, i) => [i + 1, 'x']);
    expectTaken(pullRequest, { ...bare, marks });
    expectRefused(pullRequest, { ...bare, marks: [...marks, [99, 'x']] }, { ...bare, marks: [[0, 'x']] });
  });

  test('commit points and the end carry their mark', () => {
    expectTaken(pullLine, ['commit', 500, 'x'], ['end', 0, 0, 'epoch', '']);
    expectRefused(pullLine, ['commit', 500], ['end', 0, 0, 'epoch']);
  });

  test('a restored cloud says where to go on, a cursor that is too old only that it is', () => {
    const epoch = { reason: 'epoch', epoch: 'e', seq: 7 };
    expectTaken(syncRefusal, { ...epoch, mark: [5, 'x'] }, { ...epoch, mark: null }, { reason: 'cursor-too-old' });
    expectRefused(syncRefusal, { reason: 'epoch' }, { ...epoch, mark: [0, ''] });
  });
});

test('a snapshot is a beginning, bundles with headers, commit points and an end', () => {
  expectTaken(snapshotRequest, { ...asker, epoch: '', since: 0, after: null, only: null });
  expectTaken(snapshotRequest, { ...asker, epoch: 'e', since: 9, after: workfile, only: [workfile] });
  expectRefused(snapshotRequest, { ...asker, epoch: '', since: -1, after: null, only: [] });
  const text = { label: '', stage: 'ro', owner: '', vehicle: '', vin: '', plate: '', insurer: '', claim: '' };
  const older = { ...text, estimator: '', phones: '', totalCents: 0, changedAt: 0, conflicts: 0, deleted: false };
  const life = { delivered: false, totalLoss: false, binnedAt: 0, customer: '', names: '', facts: 0 };
  const agenda = { arrived: false, taskDue: '', appointments: '', dms: '' };
  const header = { ...older, receivedCents: 0, receipts: '', vehicleIn: '', vehicleOut: '', ...life, ...agenda };
  expectTaken(bundleHeader, header);
  expect(bundleHeader.parse(older)).toEqual(header);
  expectTaken(snapshotLine, ['begin', 'e', [9, 'x'], 1], ['begin', 'e', null, 0], ['progress', 1], ['end']);
  expectTaken(snapshotLine, ['bundle', workfile, 9, header, hash, 1, 'q1ZKLC0uSU1RslLKSy1XqgUA']);
  expectRefused(
    snapshotLine,
    ['bundle', workfile, 9, header, hash, 1, 'not base64!'],
    ['end', 9],
    ['begin', 'e', 9, 1],
  );
  const record = ['contact', command, false, edit, { name: edit }, { name: { last: 'Turpin' }, pet: { dog: 'Rex' } }];
  expectTaken(bundledRecord, record);
  expectTaken(bundleContent, { records: [record, ['spaceship', workfile, true, edit, {}, { engine: { on: true } }]] });
});

test('both sides compare workfiles by the hash of their state', () => {
  expectTaken(compareRequest, { ...asker, epoch: 'e', seq: 9, hashes: [[workfile, hash]] });
  expectTaken(compareAnswer, { differing: [workfile], later: [] });
  const many = Array.from({ length: maxNamedWorkfiles + 1 }, () => [workfile, hash]);
  expectRefused(compareRequest, { ...asker, epoch: 'e', seq: 9, hashes: many });
});

describe('commands', () => {
  const examples: Readonly<Record<CommandName, readonly [params: unknown, result: unknown]>> = {
    'lock-estimate': [{ estimateId: workfile, at: 1, versionId: command, estimator: 'Casey Moor', label: 'E01' }, {}],
    'start-supplement': [{ estimateId: workfile, label: 'S01' }, {}],
    'convert-to-ro': [{ workfileId: workfile, number: null }, { number: '20017' }],
    'move-workfile': [{ workfileId: workfile, move: 'reopen', at: 1, reason: 'The owner came back' }, {}],
    'export-payment': [{ receiptId: workfile }, { state: 'queued' }],
    'export-customer': [{ workfileId: workfile }, { state: 'queued' }],
    'update-customer': [{ workfileId: workfile }, { state: 'queued' }],
    'export-vehicle': [{ workfileId: workfile, make: 'Honda', model: 'Accord' }, { state: 'checking' }],
    'reserve-repair-id': [{ workfileId: workfile }, { state: 'posted' }],
    'export-repair-order': [{ workfileId: workfile }, { state: 'failed' }],
    'resolve-export': [
      { subject: { kind: 'payment', id: workfile }, found: null, reason: 'Looked in the ledger' },
      { state: 'needs-check' },
    ],
    'lease-numbers': [{ series: 'ro', count: 20, unused: [[100, 119]] }, { block: [120, 139] }],
    'cancel-command': [{ command }, {}],
  };

  test.each(Object.entries(examples))('%s travels with its parameters and its result', (name, [params, result]) => {
    expect(isCommandName(name)).toBe(true);
    expectTaken(commands[name as CommandName].params, params);
    expectTaken(commands[name as CommandName].result, result);
    const request = { ...asker, id: command, edits: [edit], params };
    expectTaken(commandRequest, request, { ...request, answered: result });
    expectTaken(commandAnswer, { state: 'done', seq: 3, result });
  });

  test('one that is not done waits, is uncertain, or was refused for a reason', () => {
    expectTaken(commandAnswer, { state: 'pending' }, { state: 'uncertain' });
    for (const reason of commandRefusals) expectTaken(commandAnswer, { state: 'refused', reason, details: {} });
    expectRefused(commandAnswer, { state: 'refused', reason: 'because', details: {} }, { state: 'lost' });
  });

  test('unknown names and blocks that end before they begin are refused', () => {
    expect(['toString', 'drop-tables', ''].filter(isCommandName)).toEqual([]);
    expectRefused(commands['lease-numbers'].result, { block: [139, 120] });
  });
});

test('presence tells every open workfile of every PC, and the end of a command its id', () => {
  const open = [{ workfile, section: 'estimate' }];
  expectTaken(presenceInput, { open }, { open: [] });
  expectTaken(presenceHint, { present: [{ device: asker.device, pc: 'Front desk', by: 'Casey Moor', open }] });
  expectTaken(commandHint, { id: command });
  expect(Object.values(liveEvents)).not.toContain('message');
});
