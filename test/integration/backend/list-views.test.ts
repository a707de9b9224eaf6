/** The list shows the workfiles that a filter means, in an order of several keys, divided into groups, page by page. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepDraft } from '../../../src-main/db/draft.ts';
import { conditionOf } from '../../../src-main/db/head-filter.ts';
import { type HeadQuery, listHeads } from '../../../src-main/db/head-list.ts';
import { countHeads } from '../../../src-main/db/head-order.ts';
import type { Store } from '../../../src-main/db/store.ts';
import { transact } from '../../../src-main/db/transact.ts';
import { writeEdits } from '../../../src-main/db/write-edits.ts';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { demoWorkfiles } from '../../../src-shared/demo/demo-shop.ts';
import type { HeadFilter } from '../../../src-shared/ipc/list-shapes.ts';
import { wholeRecord } from '../../../src-shared/sync/protocol.ts';
import { type BackendTrial, openBackendTrial } from '../../support/backend-trial.ts';
import { freshStore } from '../../support/store.ts';

const me = { author: 'me', today: '2026-11-21' };
const asked: HeadQuery = { text: '', offset: 0, limit: 500, sort: 'changed', descending: true, asker: me };
const count = 900;

describe('a list of many', () => {
  let store: Store;
  let close: () => void;
  beforeAll(async () => {
    ({ store, close } = await freshStore());
    transact(store, () => {
      for (const records of demoWorkfiles({ seed: 7, count, from: Date.UTC(2026, 10, 21), maxLines: 1 })) {
        const [first] = records;
        const edits = records.map(({ kind, id, value }) => ({ kind, id, group: wholeRecord, value }));
        const now = first?.kind === 'workfile' ? first.value.opened.at : 0;
        writeEdits(store, { workfileId: String(first?.id) as WorkfileId, as: 'plain', now, edits });
      }
    });
  });
  afterAll(() => close());

  type Row = Readonly<Record<'id' | 'stage' | 'estimator' | 'insurer' | 'claim' | 'vin', string>> & {
    readonly total_cents: number;
    readonly changed_at: number;
  };
  const rows = () => store.connection.prepare('select * from workfile_head').all() as Row[];
  const idsOf = (filter: HeadFilter, text = '') =>
    listHeads(store, { ...asked, filter, text })
      .rows.map(({ id }) => String(id))
      .toSorted();
  const plain = (meant: (row: Row) => boolean) =>
    rows()
      .filter(meant)
      .map(({ id }) => id)
      .toSorted()
      .slice(0, 500);

  test('each filter shows the workfiles it means and no others', () => {
    const [some, other] = [...new Set(rows().map(({ estimator }) => estimator))] as [string, string];
    const [insurer = ''] = rows().map((row) => row.insurer);
    const middle = rows().map(({ changed_at }) => changed_at)[300] ?? 0;
    const stage = (row: Row) => row.stage === 'opportunity';
    expect(idsOf({ stages: ['opportunity'] })).toEqual(plain(stage));
    expect(idsOf({ estimators: [some] })).toEqual(plain((row) => row.estimator === some));
    expect(idsOf({ estimators: [some, other], stages: ['opportunity'] })).toEqual(
      plain((row) => (row.estimator === some || row.estimator === other) && stage(row)),
    );
    expect(idsOf({ insurers: [insurer], stages: ['closed', 'cancelled'] })).toEqual(
      plain((row) => row.insurer === insurer && (row.stage === 'closed' || row.stage === 'cancelled')),
    );
    expect(idsOf({ changed: { from: middle, below: middle + 40 * 86_400_000 } }).length).toBeGreaterThan(0);
    expect(idsOf({ changed: { from: null, below: middle }, stages: ['opportunity'] })).toEqual(
      plain((row) => row.changed_at < middle && stage(row)),
    );
    expect(idsOf({ total: { from: 100_000, to: 200_000 } })).toEqual(
      plain((row) => row.total_cents >= 100_000 && row.total_cents <= 200_000),
    );
    expect(idsOf({ missing: ['claim', 'vin'] })).toEqual(plain((row) => row.claim === '' || row.vin === ''));
  });

  test('a vehicle is due today, should be out, or has left, and a balance is open or not', () => {
    const set = store.connection.prepare(
      'update workfile_head set vehicle_out = ?, delivered = ?, received_cents = ? where id = ?',
    );
    const [due, late, left, later] = rows().map(({ id }) => id) as [string, string, string, string];
    set.run(me.today, 0, 0, due);
    set.run('2026-11-20', 0, 0, late);
    set.run(me.today, 1, 999_999_999, left);
    set.run('2026-12-01', 0, 0, later);
    // The list remembers its orders until something is written through the store.
    const found = (filter: HeadFilter) => idsOf(filter).filter((id) => [due, late, left, later].includes(id));
    expect(found({ visits: ['due'] })).toEqual([due]);
    expect(found({ visits: ['overdue'] })).toEqual([late]);
    expect(found({ visits: ['due', 'overdue'] })).toEqual([due, late].toSorted());
    expect(found({ visits: ['delivered'] })).toEqual([left]);
    expect(idsOf({ balances: ['over'] })).toEqual([left]);
    expect(found({ balances: ['due'], visits: ['delivered'] })).toEqual([]);
    const page = listHeads(store, { ...asked, sort: 'vehicleOut', descending: false });
    expect(page.rows.slice(0, 4).map(({ vehicleOut }) => vehicleOut)).toEqual([
      '2026-11-20',
      me.today,
      me.today,
      '2026-12-01',
    ]);
    expect(listHeads(store, { ...asked, sort: 'balance', descending: false }).rows[0]?.id).toBe(left);
  });

  test('what is to come, to be done or to be exported is found by the day and by its mark, by an index', () => {
    const columns = 'vehicle_in = ?, arrived = ?, task_due = ?, appointments = ?, dms = ?';
    const set = store.connection.prepare(`update workfile_head set ${columns} where id = ?`);
    store.connection.exec("update workfile_head set dms = ''");
    const [today, late, later, done] = rows().map(({ id }) => id) as [string, string, string, string];
    set.run(me.today, 0, me.today, `2026-11-20 ${me.today}`, 'no-vehicle failed unsent', today);
    set.run('2026-11-20', 0, '2026-11-20', '2026-11-20', 'no-customer', late);
    set.run('2026-12-01', 0, '2026-12-01', '2026-12-01', 'unsent', later);
    set.run(me.today, 1, '', '', '', done);
    const found = (filter: HeadFilter) => idsOf(filter).filter((id) => [today, late, later, done].includes(id));
    expect(found({ visits: ['coming'] })).toEqual([today]);
    expect(found({ agenda: ['task'] })).toEqual([today, late].toSorted());
    expect(found({ agenda: ['overdue-task'] })).toEqual([late]);
    expect(found({ agenda: ['appointment'] })).toEqual([today]);
    expect(found({ dms: ['no-ids'] })).toEqual([today, late].toSorted());
    expect(found({ dms: ['failed'] })).toEqual([today]);
    expect(found({ dms: ['unsent'] })).toEqual([today, later].toSorted());
    const planOf = (filter: HeadFilter) => {
      const { sql, values } = conditionOf(filter, me);
      const steps = store.connection.prepare(`explain query plan select row from workfile_head where ${sql}`);
      return (steps.all(...values) as { detail: string }[]).map(({ detail }) => detail).join();
    };
    expect(planOf({ visits: ['coming'] })).toContain('head_coming');
    expect(planOf({ agenda: ['task'] })).toContain('head_task_due');
    expect(planOf({ agenda: ['appointment'] })).toContain('head_appointments');
    expect(planOf({ dms: ['failed'] })).toContain('head_dms_failed');
  });

  test('what waits is found: edits to be sent, a Save, text of my own that was being typed', () => {
    const [first, second] = rows();
    const workfileId = String(first?.id) as WorkfileId;
    expect(countHeads(store, { marks: ['unsaved'] }, me)).toBe(0);
    const tracking = { kind: 'workfile', id: workfileId, group: 'tracking', value: { estimator: 'Zed' } } as const;
    writeEdits(store, { workfileId, as: 'step', now: 5, edits: [tracking] });
    expect(idsOf({ marks: ['unsaved'] })).toEqual([workfileId]);
    expect(countHeads(store, { marks: ['waiting'] }, me)).toBe(count);
    const draft = { place: 'a/b/c/d', text: 'x', keptAt: 1 };
    keepDraft(store, { workfileId: String(second?.id) as WorkfileId, author: 'me' }, draft);
    keepDraft(store, { workfileId, author: 'somebody else' }, draft);
    expect(idsOf({ marks: ['draft'] })).toEqual([second?.id]);
    expect(idsOf({ marks: ['draft', 'unsaved'] })).toEqual([workfileId, String(second?.id)].toSorted());
    expect(idsOf({ marks: ['undecided'] })).toEqual([]);
  });

  test('an order of several keys holds across pages, without a gap or a twin', () => {
    const further = [{ sort: 'total', descending: true }] as const;
    const ids: string[] = [];
    for (let offset = 0; offset < count; offset += 130) {
      const page = listHeads(store, { ...asked, sort: 'insurer', descending: false, further, offset, limit: 130 });
      expect(page.total).toBe(count);
      ids.push(...page.rows.map(({ id }) => id));
    }
    const wanted = store.connection
      .prepare('select id from workfile_head not indexed order by insurer, total_cents desc, row')
      .pluck()
      .all();
    expect(ids).toEqual(wanted);
  });

  test('groups come in their order, each with its count, and the rows in the same order', () => {
    const page = listHeads(store, { ...asked, group: 'stage' });
    expect(page.groups?.reduce((sum, group) => sum + group.count, 0)).toBe(count);
    const order = ['opportunity', 'repair-order', 'closed', 'cancelled'];
    const stages = page.groups?.map(({ value }) => value) ?? [];
    expect(stages).toEqual(stages.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
    const expanded = page.groups?.flatMap((group) => Array.from({ length: group.count }, () => group.value));
    expect(page.rows.map((row) => row.stage)).toEqual(expanded?.slice(0, 500));
  });

  test('a search within a filter finds older matches too, when the newest ones are left out', () => {
    const oldest = listHeads(store, { ...asked, descending: false, filter: { stages: ['opportunity'] }, limit: 1 });
    const id = String(oldest.rows[0]?.id);
    const year = oldest.rows[0]?.vehicle.slice(0, 2) ?? '';
    expect(idsOf({ stages: ['opportunity'] }, year)).toContain(id);
    expect(listHeads(store, { ...asked, text: year, filter: { stages: ['opportunity'] } }).capped).toBe(false);
  });

  test('what was put together is forgotten with the next edit', () => {
    const before = countHeads(store, { estimators: ['Nobody before'] }, me);
    const workfileId = String(rows()[5]?.id) as WorkfileId;
    const value = { estimator: 'Nobody before' };
    const edits = [{ kind: 'workfile', id: workfileId, group: 'tracking', value }] as const;
    writeEdits(store, { workfileId, as: 'step', now: 9, edits });
    expect([before, countHeads(store, { estimators: ['Nobody before'] }, me)]).toEqual([0, 1]);
  });

  test('a filter of a status or of an estimator reads no other workfile', () => {
    const plan = (where: string) =>
      (
        store.connection.prepare(`explain query plan select row from workfile_head where ${where}`).all() as {
          detail: string;
        }[]
      )
        .map(({ detail }) => detail)
        .join();
    expect(plan("binned_at = 0 and stage = 'opportunity' order by changed_at desc, row desc")).toBe(
      'SEARCH workfile_head USING COVERING INDEX head_by_stage (stage=?)',
    );
    expect(plan("binned_at = 0 and estimator = 'Zed'")).toMatch(/SEARCH .* INDEX head_by_estimator/);
    expect(plan('unsaved_since > 0')).toMatch(/INDEX head_unsaved/);
  });
});

describe('the door', () => {
  let trial: BackendTrial;
  beforeAll(async () => {
    trial = await openBackendTrial();
  });
  afterAll(() => trial.close());

  test('counts what filters mean, and names what there is to filter by', async () => {
    await trial.ask('workfile.create', {});
    const filters = [{}, { stages: ['opportunity'] }, { stages: ['closed'] }] as const;
    expect(await trial.ask('workfile.count', { filters })).toEqual([1, 1, 0]);
    const { estimators, insurers } = await trial.ask('workfile.choices', {});
    expect([estimators.map((one) => one.count), insurers]).toEqual([[1], []]);
  });

  test('a person keeps views of their own', async () => {
    expect(await trial.ask('view.read', {})).toEqual({ views: [], last: 'all' });
    const view = {
      id: 'own-1',
      name: 'Big ones',
      filter: { total: { from: 500_000, to: null } },
      group: 'stage',
    } as const;
    const views = {
      views: [{ ...view, sorts: [{ sort: 'total', descending: true }], columns: '' }],
      last: 'own-1',
    } as const;
    await trial.ask('view.write', views);
    expect(await trial.ask('view.read', {})).toEqual(views);
    const nameless = { ...views, views: [{ ...views.views[0], name: ' ' }] };
    expect(await trial.reply('view.write', nameless as never)).toMatchObject({ failure: { kind: 'invalid' } });
    expect(await trial.reply('workfile.count', { filters: [{ stages: ['sold'] }] } as never)).toMatchObject({
      failure: { kind: 'invalid' },
    });
  });
});

test('what a person opened last comes first, once, and what is gone is left out', async () => {
  const trial = await openBackendTrial();
  const [first, second] = [await trial.ask('workfile.create', {}), await trial.ask('workfile.create', {})];
  const gone = '0190a000-0000-7000-8000-00000000dead' as WorkfileId;
  for (const workfileId of [first, second, first]) await trial.ask('workfile.visited', { workfileId });
  expect(await trial.reply('workfile.visited', { workfileId: gone })).toMatchObject({ failure: { kind: 'not-found' } });
  expect((await trial.ask('workfile.recent', {})).map(({ id }) => id)).toEqual([first, second]);
  await trial.close();
});
