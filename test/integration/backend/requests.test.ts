/** Every request of the door does what it says, through the real router on a real database. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeRecord, readRow } from '../../../src-main/db/record.ts';
import type { ContactId, LineId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { isLocked } from '../../../src-shared/domain/estimate/estimate.ts';
import { estimateTotals } from '../../../src-shared/domain/estimate/totals.ts';
import { type RequestName, requests } from '../../../src-shared/ipc/requests.ts';
import { labor, lineIdsOf, part, sheetOf, writeWorkfile } from '../../support/backend-story.ts';
import { type BackendTrial, openBackendTrial } from '../../support/backend-trial.ts';
import { freshFolder, openTrialStore, trialUser } from '../../support/store.ts';

const all = { text: '', offset: 0, limit: 50, sort: 'changed', descending: true } as const;

describe('the requests of a signed-in estimator', () => {
  let trial: BackendTrial;
  // Their own story asks them through a function that takes the name.
  const asked = new Set<string>(['photo.states']);
  beforeAll(async () => {
    const opened = await openBackendTrial();
    const counting = <F extends BackendTrial['ask'] | BackendTrial['reply']>(call: F): F =>
      ((name: RequestName, input: never) => {
        asked.add(name);
        return call(name, input);
      }) as F;
    trial = { ...opened, ask: counting(opened.ask), reply: counting(opened.reply) };
  });
  afterAll(() => trial.close());

  test('a workfile is made with an owner, a vehicle, an insurance, rates and an estimate', async () => {
    const workfileId = await trial.ask('workfile.create', {});
    const sheet = await sheetOf(trial, workfileId);
    expect(sheet.contacts.map(({ parent }) => parent)).toEqual([{ workfileId, role: 'owner' }]);
    expect(
      [sheet.vehicle, sheet.insurance, sheet.rates, sheet.estimate].map(({ parent }) => parent.workfileId),
    ).toEqual([workfileId, workfileId, workfileId, workfileId]);
    expect(sheet.workfile.opened.by).toBe(trialUser.name);
    expect([sheet.lines, sheet.drafts, sheet.canUndo, sheet.canRedo, sheet.unsavedSince]).toEqual([
      [],
      [],
      false,
      false,
      0,
    ]);
  });

  test('each group of each record can be changed and is read back as written', async () => {
    const sheet = await writeWorkfile(trial);
    const { workfile, contacts, vehicle, insurance, rates, estimate } = sheet;
    const contactId = contacts[0]?.id ?? ('' as never);
    const address = { street: '12 Quay St', street2: '', city: 'Holland', state: 'MI', postalCode: '49423' };
    await trial.ask('contact.change', { contactId, group: 'address', value: address });
    await trial.ask('workfile.change', { workfileId: workfile.id, group: 'tracking', value: { estimator: 'Dana' } });
    await trial.ask('vehicle.change', { vehicleId: vehicle.id, group: 'mileageIn', value: { miles: 48_112 } });
    await trial.ask('insurance.change', {
      insuranceId: insurance.id,
      group: 'payer',
      value: { payer: 'Insurance Company' },
    });
    const supplies = { paintPerHourCents: 3800, paintCapCents: null, bodyPerHourCents: 400 };
    await trial.ask('rates.change', { ratesId: rates.id, group: 'supplies', value: supplies });
    const charges = { towingCents: 12_500, storageCents: 0, otherCents: 0 };
    await trial.ask('estimate.change', { estimateId: estimate.id, group: 'charges', value: charges });
    const after = await sheetOf(trial, workfile.id);
    expect(after.contacts[0]?.address).toEqual(address);
    expect(after.workfile.tracking).toEqual({ estimator: 'Dana' });
    expect(after.vehicle.mileageIn).toEqual({ miles: 48_112 });
    expect(after.insurance.payer).toEqual({ payer: 'Insurance Company' });
    expect(after.rates.supplies).toEqual(supplies);
    expect(after.estimate.charges).toEqual(charges);
  });

  test('lines are added, changed, moved and removed in the order of the estimate', async () => {
    const sheet = await writeWorkfile(trial, 3);
    const [first, second, third] = lineIdsOf(sheet) as [LineId, LineId, LineId];
    const [between] = await trial.ask('line.add', {
      estimateId: sheet.estimate.id,
      after: first,
      lines: [{ text: { description: 'between' } }],
    });
    const ids = async () => lineIdsOf(await sheetOf(trial, sheet.workfile.id));
    expect(await ids()).toEqual([first, between, second, third]);
    await trial.ask('line.move', { lineIds: [third, first], after: between ?? null });
    expect(await ids()).toEqual([between, third, first, second]);
    await trial.ask('line.move', { lineIds: [second], after: null });
    expect(await ids()).toEqual([second, between, third, first]);
    await trial.ask('line.change', { lineId: second, group: 'labor', value: labor(24) });
    await trial.ask('line.change-many', {
      changes: [
        { lineId: third, group: 'labor', value: labor(10) },
        { lineId: third, group: 'part', value: part },
        { lineId: first, group: 'text', value: { description: 'Fender' } },
      ],
    });
    await trial.ask('line.remove', { lineIds: [between ?? first, first] });
    const { lines } = await sheetOf(trial, sheet.workfile.id);
    expect(lines.map(({ id, labor: { tenths } }) => [id, tenths])).toEqual([
      [second, 24],
      [third, 10],
    ]);
    expect(lines[1]?.part).toEqual(part);
  });

  test('contacts are added and removed', async () => {
    const { workfile } = await writeWorkfile(trial, 0);
    const contactId = await trial.ask('contact.add', { workfileId: workfile.id, role: 'claimant' });
    expect((await sheetOf(trial, workfile.id)).contacts.map(({ parent }) => parent.role)).toEqual([
      'owner',
      'claimant',
    ]);
    await trial.ask('contact.remove', { contactId });
    expect((await sheetOf(trial, workfile.id)).contacts).toHaveLength(1);
    expect(await trial.reply('contact.remove', { contactId })).toEqual({
      ok: false,
      failure: { kind: 'not-found', what: 'contact' },
    });
  });

  test('the list shows the total that the lines add up to, and that edits wait', async () => {
    const sheet = await writeWorkfile(trial, 5);
    const { grandTotal } = estimateTotals(sheet);
    expect(grandTotal).toBe(15_000);
    const page = await trial.ask('workfile.list', all);
    expect(page.rows[0]).toMatchObject({
      id: sheet.workfile.id,
      owner: 'Turpin, Sharon',
      vehicle: '2019 Ford F-150',
      vin: '1FTEW1EP5KFA12345',
      plate: 'EKM4417',
      insurer: 'Lakeshore Mutual',
      claim: 'CLM-889231',
      estimator: trialUser.name,
      totalCents: grandTotal,
      stage: 'opportunity',
      waiting: true,
    });
  });

  test('saving marks a revision; everything wrong is named and nothing is marked', async () => {
    const { workfile, vehicle, contacts } = await writeWorkfile(trial, 1);
    const workfileId = workfile.id;
    expect((await sheetOf(trial, workfileId)).unsavedSince).toBeGreaterThan(0);
    expect(await trial.ask('workfile.save', { workfileId })).toEqual({ saved: true, revision: 1 });
    const saved = await sheetOf(trial, workfileId);
    expect([saved.workfile.saved.revision, saved.workfile.saved.by, saved.unsavedSince]).toEqual([
      1,
      trialUser.name,
      0,
    ]);
    const value = { ...vehicle.identity, vin: '1FT-NOT-A-VIN' };
    await trial.ask('vehicle.change', { vehicleId: vehicle.id, group: 'identity', value });
    const [owner] = contacts;
    const cell = { contactId: owner?.id as ContactId, group: 'cell', value: { number: '12' } } as const;
    await trial.ask('contact.change', cell);
    expect(await trial.ask('workfile.save', { workfileId })).toMatchObject({
      saved: false,
      problems: [
        { record: owner?.id, failure: { kind: 'invalid', field: 'contact.cell.number' } },
        { record: vehicle.id, failure: { kind: 'invalid', field: 'vehicle.identity.vin' } },
      ],
    });
    expect((await sheetOf(trial, workfileId)).workfile.saved.revision).toBe(1);
  });

  test('undo takes a whole step back and redo makes it again', async () => {
    const { workfile, estimate } = await writeWorkfile(trial, 0);
    const workfileId = workfile.id;
    const lines = Array.from({ length: 20 }, () => ({}));
    await trial.ask('line.add', { estimateId: estimate.id, after: null, lines });
    const count = async () => (await sheetOf(trial, workfileId)).lines.length;
    expect(await count()).toBe(20);
    expect(await trial.ask('workfile.undo', { workfileId })).toEqual({ undone: true });
    expect(await count()).toBe(0);
    expect(await trial.ask('workfile.redo', { workfileId })).toEqual({ redone: true });
    expect(await count()).toBe(20);
    expect(await trial.ask('workfile.redo', { workfileId })).toEqual({ redone: false });
  });

  test('every window is told of a change with the record as it is now', async () => {
    const { workfile, contacts } = await writeWorkfile(trial, 0);
    trial.told.length = 0;
    const contactId = contacts[0]?.id ?? ('' as never);
    await trial.ask('contact.change', { contactId, group: 'email', value: { address: 'sharon@mail.example.com' } });
    const [changed, listed] = trial.told.filter(({ name }) => name !== 'sync.changed');
    expect(changed).toMatchObject({
      name: 'workfile.changed',
      data: { workfileId: workfile.id, from: 'here', canUndo: true, canRedo: false },
    });
    expect(changed?.data).toMatchObject({
      changes: [{ kind: 'contact', record: { id: contactId, email: { address: 'sharon@mail.example.com' } } }],
    });
    expect(listed).toEqual({ name: 'list.changed', data: { workfileIds: [workfile.id] } });
  });

  test('a change to the same value writes nothing and tells nobody', async () => {
    const { vehicle } = await writeWorkfile(trial, 0);
    const waiting = (await trial.ask('sync.state', {})).waiting;
    trial.told.length = 0;
    await trial.ask('vehicle.change', { vehicleId: vehicle.id, group: 'plate', value: vehicle.plate });
    expect((await trial.ask('sync.state', {})).waiting).toBe(waiting);
    expect(trial.told).toEqual([]);
  });

  test('drafts are kept, come with the workfile, and go when their field is committed or given up', async () => {
    const { workfile, vehicle } = await writeWorkfile(trial, 0);
    const workfileId = workfile.id;
    const plate = `vehicle/${vehicle.id}/plate/number`;
    const paint = `vehicle/${vehicle.id}/paint/color`;
    await trial.ask('draft.keep', { workfileId, place: plate, text: 'EKM' });
    await trial.ask('draft.keep', { workfileId, place: plate, text: 'EKM4' });
    await trial.ask('draft.keep', { workfileId, place: paint, text: 'Oxf' });
    const drafts = async () => (await sheetOf(trial, workfileId)).drafts.map(({ place, text }) => [place, text]);
    expect(await drafts()).toEqual([
      [paint, 'Oxf'],
      [plate, 'EKM4'],
    ]);
    const value = { number: 'EKM4418', state: 'MI' };
    await trial.ask('vehicle.change', { vehicleId: vehicle.id, group: 'plate', value });
    expect(await drafts()).toEqual([[paint, 'Oxf']]);
    await trial.ask('draft.drop', { workfileId, place: paint });
    expect(await drafts()).toEqual([]);
  });

  test('likings are the usual ones until somebody changes them', async () => {
    expect(await trial.ask('settings.read', {})).toEqual({ theme: 'system', density: 'compact', layouts: {} });
    const settings = { theme: 'dark', density: 'comfortable', layouts: { list: '{"v":1}' } } as const;
    await trial.ask('settings.write', settings);
    expect(await trial.ask('settings.read', {})).toEqual(settings);
  });

  test('a VIN is decoded without a network', async () => {
    const decoding = await trial.ask('vehicle.decode', { vin: '1FTEW1EP5KFA12345' });
    expect(decoding).toMatchObject({ year: 2019, make: expect.stringMatching(/ford/i) });
  });

  test('the models of a make are listed without a network, however it is written', async () => {
    const models = await trial.ask('vehicle.models', { make: 'ford' });
    expect(models).toEqual(expect.arrayContaining(['F-150', 'Mustang']));
    expect(models).toEqual(models.toSorted((one, other) => (one.toLowerCase() < other.toLowerCase() ? -1 : 1)));
    expect(await trial.ask('vehicle.models', { make: 'Nobody builds it' })).toEqual([]);
  });

  test('where sync stands is told, and it can be sent offline and back', async () => {
    await trial.ask('sync.set-offline', { offline: true });
    expect((await trial.ask('sync.state', {})).offlineByChoice).toBe(true);
    await trial.ask('sync.set-offline', { offline: false });
    await trial.ask('sync.now', {});
    expect((await trial.ask('sync.state', {})).offlineByChoice).toBe(false);
  });

  test('nothing waits for a choice, and what is not there cannot be chosen', async () => {
    expect(await trial.ask('decision.list', {})).toEqual({ total: 0, decisions: [] });
    const missing = { ok: false, failure: { kind: 'not-found', what: 'decision' } };
    expect(await trial.reply('decision.choose', { ids: ['x'], choice: 'mine' })).toEqual(missing);
    expect(await trial.reply('decision.edit', { id: 'x', value: {} })).toEqual(missing);
    expect(await trial.ask('decision.undo', {})).toEqual({ undone: false });
  });

  test('the exchange is told as it is: what waits, that nothing went, and that the cloud is out of reach', async () => {
    const { waiting } = await trial.ask('sync.state', {});
    const queue = await trial.ask('sync.queue', {});
    expect(queue.total).toBe(waiting);
    expect(queue.edits.every(({ bytes, isHeld }) => bytes > 0 && !isHeld)).toBe(true);
    expect(await trial.ask('sync.sent', { since: 0 })).toEqual([]);
    expect((await trial.ask('sync.problems', {})).setAside).toEqual([]);
    expect((await trial.reply('sync.devices', {})).ok).toBe(false);
    expect([await trial.ask('sync.export', {}), await trial.ask('sync.import', {})]).toEqual([null, null]);
  });

  test('signing in without a network fails as offline, and signing out leaves the edits here', async () => {
    expect(await trial.reply('session.sign-in', { email: 'a@shop.example.com', password: 'x' })).toEqual({
      ok: false,
      failure: { kind: 'offline' },
    });
    const { waiting } = await trial.ask('sync.state', {});
    expect(await trial.ask('session.sign-out', {})).toEqual({ kind: 'signed-out' });
    expect(await trial.ask('session.state', {})).toEqual({ kind: 'signed-out' });
    expect((await trial.ask('sync.state', {})).waiting).toBe(waiting);
  });

  test('a signed-out PC shows and changes nothing', async () => {
    const needSignIn = { ok: false, failure: { kind: 'forbidden', need: 'sign-in' } };
    expect(await trial.reply('workfile.list', all)).toEqual(needSignIn);
    expect(await trial.reply('workfile.create', {})).toEqual(needSignIn);
  });

  test('every request of the door is asked here or in a story of its own', () => {
    const stories = readdirSync('test/integration', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => readFileSync(path.join('test/integration', file), 'utf8'))
      .join('\n');
    expect(Object.keys(requests).filter((name) => !asked.has(name) && !stories.includes(`'${name}'`))).toEqual([]);
  });
});

describe('what may not be', () => {
  let trial: BackendTrial;
  beforeAll(async () => {
    trial = await openBackendTrial();
  });
  afterAll(() => trial.close());

  test('hours below zero are refused but on an overlap, a credit and a deduction', async () => {
    const { lines } = await writeWorkfile(trial, 1);
    const lineId = lines[0]?.id ?? ('' as never);
    const taken = { lineId, group: 'labor', value: labor(-4) } as const;
    const negative = { ok: false, failure: { kind: 'invalid', field: 'line.labor.tenths', issue: 'negative' } };
    expect(await trial.reply('line.change', taken)).toEqual(negative);
    for (const operation of ['overlap', 'credit', 'deduction'] as const) {
      await trial.ask('line.change', { lineId, group: 'work', value: { operation } });
      expect(await trial.reply('line.change', { ...taken, value: labor(-4) })).toEqual({ ok: true, value: null });
      expect(await trial.reply('line.change', { lineId, group: 'work', value: { operation: 'repair' } })).toEqual(
        negative,
      );
      await trial.ask('line.change', { ...taken, value: labor(0) });
    }
  });

  test('an operation and its hours can come in one step, in either order', async () => {
    const { lines } = await writeWorkfile(trial, 1);
    const lineId = lines[0]?.id ?? ('' as never);
    const changes = [
      { lineId, group: 'labor', value: labor(-4) },
      { lineId, group: 'work', value: { operation: 'overlap' } },
    ] as const;
    expect(await trial.reply('line.change-many', { changes })).toEqual({ ok: true, value: null });
  });

  test('one bad line of many refuses them all', async () => {
    const { estimate, workfile } = await writeWorkfile(trial, 0);
    const lines = [{}, { labor: labor(-1) }];
    expect(await trial.reply('line.add', { estimateId: estimate.id, after: null, lines })).toMatchObject({
      failure: { issue: 'negative' },
    });
    expect((await sheetOf(trial, workfile.id)).lines).toEqual([]);
  });

  test('what only a command or the creation writes cannot be changed', async () => {
    const { workfile, estimate, contacts } = await writeWorkfile(trial, 1);
    const workfileId = workfile.id;
    const ro = await trial.reply('workfile.change', { workfileId, group: 'number', value: { ro: '1234' } });
    const saved = { revision: 9, at: 1, by: 'me' };
    expect(ro).toMatchObject({ failure: { kind: 'forbidden' } });
    expect(await trial.reply('workfile.change', { workfileId, group: 'saved', value: saved })).toMatchObject({
      failure: { kind: 'forbidden', need: 'workfile.save' },
    });
    const lock = { at: 1, by: 'me' };
    expect(await trial.reply('estimate.change', { estimateId: estimate.id, group: 'lock', value: lock })).toMatchObject(
      {
        failure: { kind: 'forbidden' },
      },
    );
    const parent = { workfileId, role: 'other' } as const;
    const contactId = contacts[0]?.id ?? ('' as never);
    expect(await trial.reply('contact.change', { contactId, group: 'parent', value: parent })).toMatchObject({
      failure: { kind: 'forbidden' },
    });
  });

  test('lines of two workfiles cannot be changed in one step', async () => {
    const [a, b] = [await writeWorkfile(trial, 1), await writeWorkfile(trial, 1)];
    const changes = [a, b].map(({ lines }) => ({
      lineId: lines[0]?.id ?? ('' as never),
      group: 'labor' as const,
      value: labor(1),
    }));
    expect(await trial.reply('line.change-many', { changes })).toMatchObject({ failure: { kind: 'invalid' } });
  });

  test('a line cannot be put after a line that is not there or that moves with it', async () => {
    const { lines } = await writeWorkfile(trial, 2);
    const [first, second] = lines.map(({ id }) => id) as [LineId, LineId];
    const notThere = { failure: { kind: 'invalid', field: 'input.after' } };
    expect(await trial.reply('line.move', { lineIds: [first, second], after: first })).toMatchObject(notThere);
    await trial.ask('line.remove', { lineIds: [second] });
    expect(await trial.reply('line.move', { lineIds: [first], after: second })).toMatchObject(notThere);
  });

  test('what does not exist is not found', async () => {
    const id = '0190a000-0000-7000-8000-00000000dead';
    const workfileId = id as WorkfileId;
    const replies = [
      await trial.reply('workfile.open', { workfileId }),
      await trial.reply('workfile.save', { workfileId }),
      await trial.reply('draft.keep', { workfileId, place: 'a/b/c/d', text: 'x' }),
      await trial.reply('contact.add', { workfileId, role: 'other' }),
      await trial.reply('line.add', { estimateId: id as never, after: null, lines: [{}] }),
      await trial.reply('line.move', { lineIds: [id as LineId], after: null }),
      await trial.reply('line.remove', { lineIds: [id as LineId] }),
      await trial.reply('vehicle.change', { vehicleId: id as never, group: 'mileageIn', value: { miles: 1 } }),
    ];
    expect(replies.map((reply) => !reply.ok && reply.failure.kind)).toEqual(replies.map(() => 'not-found'));
  });
});

test('a technician sees workfiles and changes none', async () => {
  const { folder, remove } = freshFolder();
  const estimator = await openBackendTrial({ folder });
  const { vehicle, workfile } = await writeWorkfile(estimator, 0);
  await estimator.close();
  const trial = await openBackendTrial({ folder, role: 'technician' });
  expect((await trial.ask('workfile.list', all)).total).toBe(1);
  expect(await trial.reply('workfile.create', {})).toMatchObject({ failure: { kind: 'forbidden' } });
  expect(await trial.reply('workfile.undo', { workfileId: workfile.id })).toMatchObject({
    failure: { kind: 'forbidden', need: 'edit-insurance' },
  });
  expect(
    await trial.reply('vehicle.change', { vehicleId: vehicle.id, group: 'mileageIn', value: { miles: 1 } }),
  ).toEqual({ ok: false, failure: { kind: 'forbidden', need: 'edit-vehicle' } });
  await trial.close();
  remove();
});

test('a locked estimate refuses new lines, new hours, removals and undo', async () => {
  const { folder, remove } = freshFolder();
  const before = await openBackendTrial({ folder });
  const { estimate, lines, workfile, rates } = await writeWorkfile(before, 2);
  await before.close();
  const store = await openTrialStore({ folder });
  const row = readRow(store, 'estimate', estimate.id) ?? [];
  const value = { at: 5, by: 'Dana Whitfield' };
  changeRecord(store, row, { kind: 'estimate', id: estimate.id, group: 'lock', value, edit: '0000000000-1' as never });
  store.close();

  const trial = await openBackendTrial({ folder });
  const sheet = await sheetOf(trial, workfile.id);
  expect(isLocked(sheet.estimate)).toBe(true);
  const [lineId] = lines.map(({ id }) => id) as [LineId];
  const replies = [
    await trial.reply('line.add', { estimateId: estimate.id, after: null, lines: [{}] }),
    await trial.reply('line.change', { lineId, group: 'labor', value: labor(24) }),
    await trial.reply('line.move', { lineIds: [lineId], after: null }),
    await trial.reply('line.remove', { lineIds: [lineId] }),
    await trial.reply('rates.change', { ratesId: rates.id, group: 'discount', value: { rate: 1 } }),
    await trial.reply('workfile.undo', { workfileId: workfile.id }),
  ];
  const locked = { ok: false, failure: { kind: 'locked', what: 'estimate', holder: 'Dana Whitfield' } };
  expect(replies).toEqual(replies.map(() => locked));
  expect(await sheetOf(trial, workfile.id)).toEqual(sheet);
  await trial.close();
  remove();
});
