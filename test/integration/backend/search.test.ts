/** Workfiles are found by what people remember, from the first letter, whatever else they type. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HeadQuery, listHeads } from '../../../src-main/db/head-list.ts';
import { searchCap } from '../../../src-main/db/search.ts';
import type { Store } from '../../../src-main/db/store.ts';
import { transact } from '../../../src-main/db/transact.ts';
import { writeEdits } from '../../../src-main/db/write-edits.ts';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { demoWorkfiles } from '../../../src-shared/demo/demo-shop.ts';
import { headSorts } from '../../../src-shared/ipc/list-shapes.ts';
import { wholeRecord } from '../../../src-shared/sync/protocol.ts';
import { freshStore } from '../../support/store.ts';
import { createWorkfile, edit, idOf, workfileId } from '../../support/store-story.ts';

const asked: HeadQuery = { text: '', offset: 0, limit: 50, sort: 'changed', descending: true };

describe('a search', () => {
  let store: Store;
  let close: () => void;
  beforeAll(async () => {
    ({ store, close } = await freshStore());
    createWorkfile(store);
    edit(store, 'contact', idOf(2), 'name', { first: 'Sharon', last: 'Turpín', company: '' });
    edit(store, 'contact', idOf(2), 'cell', { number: '(616) 555-0142' });
    const identity = { vin: '1FTEW1EP5KFA12345', year: 2019, make: 'Ford', model: 'F-150' };
    edit(store, 'vehicle', idOf(3), 'identity', { ...identity, trim: '', body: '', engine: '', source: 'vin' });
    edit(store, 'vehicle', idOf(3), 'plate', { number: 'EKM4417', state: 'MI' });
    edit(store, 'insurance', idOf(6), 'company', { name: 'Lakeshore Mutual', claimOffice: '' });
    edit(store, 'insurance', idOf(6), 'claim', { number: '04-889231-QX', policy: '', lossDate: '' });
    const ro = { kind: 'workfile', id: workfileId, group: 'number', value: { ro: '10234' } } as const;
    writeEdits(store, { workfileId, as: 'plain', now: 1, edits: [ro] });
  });
  afterAll(() => close());
  const found = (text: string) => listHeads(store, { ...asked, text }).rows.map(({ id }) => id);

  test.each([
    ['the first letter of a name', 's'],
    ['two letters', 'tu'],
    ['a name without its accent', 'turpin'],
    ['both names in any order', 'sharon tur'],
    ['the RO number', '10234'],
    ['the start of the RO number', '102'],
    ['the plate', 'ekm4417'],
    ['the end of the plate', '4417'],
    ['the whole VIN', '1FTEW1EP5KFA12345'],
    ['the last eight of the VIN', '5KFA12345'.slice(-8)],
    ['six signs inside the VIN', 'ew1ep5'],
    ['the claim number', '04-889231-QX'],
    ['a part of the claim number', '9231'],
    ['the insurer', 'lakeshore'],
    ['inside the insurer', 'shore'],
    ['make and model', 'ford f-150'],
    ['model year and name', '2019 turpin'],
    ['the last four of the phone', '0142'],
    ['the phone as it is written', '(616) 555-0142'],
  ])('finds by %s: %s', (_, text) => {
    expect(found(text)).toEqual([workfileId]);
  });

  test.each(['harpin', 'tz', 'sharon zz', '10235', 'zz', '999'])('does not find what is not there: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test.each([
    '"',
    "'",
    '""',
    '*',
    '^',
    'a*',
    'NEAR(',
    'AND',
    'OR NOT',
    '- + :',
    'text:turpin',
    '{text}: x',
    '(((((',
    '\u0000',
    'sh\u0000aron',
    '🚗',
    '\ud800',
    '\\',
    '%',
    '_',
    '; drop table line',
    'x '.repeat(99),
    'y'.repeat(200),
    '\u0301',
    '\u200f',
    '１２３',
  ])('is not broken by %j', (text) => {
    expect(() => found(text)).not.toThrow();
  });

  test('an operator of the index is only a word', () => {
    expect(found('sharon OR zzz')).toEqual([]);
    expect(found('sharon NOT turpin')).toEqual([]);
  });

  test('a changed name is found by the new one and no longer by the old one', () => {
    edit(store, 'contact', idOf(2), 'name', { first: 'Sharon', last: 'Delgado', company: '' });
    expect([found('delgado'), found('turpin'), found('gad')]).toEqual([[workfileId], [], [workfileId]]);
  });
});

describe('a list of many', () => {
  let store: Store;
  let close: () => void;
  const count = 1200;
  beforeAll(async () => {
    ({ store, close } = await freshStore());
    // One transaction for all: a thousand commits would only wait for the disk.
    transact(store, () => {
      for (const records of demoWorkfiles({ seed: 5, count, from: Date.UTC(2026, 10, 21), maxLines: 2 })) {
        const [first] = records;
        const edits = records.map(({ kind, id, value }) => ({ kind, id, group: wholeRecord, value }));
        const now = first?.kind === 'workfile' ? first.value.opened.at : 0;
        writeEdits(store, { workfileId: String(first?.id) as WorkfileId, as: 'plain', now, edits });
      }
    });
  });
  afterAll(() => close());

  test.each(
    headSorts.flatMap((sort) => [
      { sort, descending: false },
      { sort, descending: true },
    ]),
  )(
    'pages in the order of $sort, descending $descending, from either end without a gap or a twin',
    ({ sort, descending }) => {
      const ids: string[] = [];
      for (let offset = 0; offset < count; offset += 175) {
        const page = listHeads(store, { ...asked, sort, descending, offset, limit: 175 });
        expect(page.total).toBe(count);
        ids.push(...page.rows.map(({ id }) => id));
      }
      expect(new Set(ids).size).toBe(count);
      const column = {
        changed: 'changed_at',
        label: 'label',
        owner: 'owner',
        vehicle: 'vehicle',
        insurer: 'insurer',
        total: 'total_cents',
        stage: 'stage',
        plate: 'plate',
        claim: 'claim',
        estimator: 'estimator',
        vehicleIn: 'vehicle_in',
        vehicleOut: 'vehicle_out',
        balance: 'total_cents - received_cents',
      };
      const way = descending ? 'desc' : 'asc';
      const plain = store.connection
        .prepare(`select id from workfile_head not indexed order by ${column[sort]} ${way}, row ${way}`)
        .pluck()
        .all();
      expect(ids).toEqual(plain);
    },
  );

  test('a page beyond the end is empty', () => {
    expect(listHeads(store, { ...asked, offset: count + 10 })).toEqual({ total: count, capped: false, rows: [] });
  });

  test('a search of a common letter is capped and shows the newest first', () => {
    const page = listHeads(store, { ...asked, text: '2' });
    expect(page.capped).toBe(true);
    expect(page.total).toBe(searchCap);
    const times = page.rows.map(({ changedAt }) => changedAt);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  test('an old workfile that is worked on again is among the newest that a search looks at', () => {
    const oldest = listHeads(store, { ...asked, descending: false }).rows[0];
    const id = oldest?.id ?? ('' as WorkfileId);
    const search = () => listHeads(store, { ...asked, text: oldest?.vin.slice(0, 3) ?? '' }).rows[0]?.id;
    expect(search()).not.toBe(id);
    const now = Date.UTC(2026, 11, 1);
    const estimator = { kind: 'workfile', id, group: 'tracking', value: { estimator: 'Zed' } } as const;
    writeEdits(store, { workfileId: id, as: 'step', now, edits: [estimator] });
    expect(search()).toBe(id);
    expect(store.connection.prepare('select max(row) from workfile_head').pluck().get()).toBe(
      store.connection.prepare('select row from workfile_head where id = ?').pluck().get(id),
    );
  });

  test('a workfile whose number is exactly the text comes first', () => {
    const heads = listHeads(store, { ...asked, sort: 'label', descending: false, limit: 500 }).rows;
    const numbers = heads.map(({ label }) => label).filter((label) => /^\d+$/.test(label));
    const exact = numbers[0] ?? '';
    expect(listHeads(store, { ...asked, text: exact }).rows[0]?.label).toBe(exact);
  });
});

test('what a transaction saw and then undid is not remembered of the list', async () => {
  const { store, close } = await freshStore();
  const total = () => listHeads(store, asked).total;
  const undone = () =>
    transact(store, () => {
      createWorkfile(store);
      expect(total()).toBe(1);
      throw new Error('undone');
    });
  expect(undone).toThrow('undone');
  expect(total()).toBe(0);
  close();
});
