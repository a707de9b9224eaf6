/** When there is nothing to say, nothing is written; and a new PC has the whole shop within moments. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { untilSynced } from '../../support/desktop.ts';
import { peekInto } from '../../support/desktop-database.ts';
import { sharedPart, writeEstimate } from '../../support/desktop-estimate.ts';
import { openShop, people, round, type Shop } from '../../support/desktop-shop.ts';

const all = { text: '', offset: 0, limit: 500, sort: 'changed', descending: true } as const;

describe('a shop at rest', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop({ workfiles: 200 });
  });
  afterAll(() => shop.close());

  test('the first sync of a new PC brings all 200 workfiles of the demo shop', async () => {
    const pc = await shop.freshPc('PC-1');
    const from = performance.now();
    await pc.ask('session.sign-in', people.estimator);
    await untilSynced(pc);
    const took = performance.now() - from;
    const page = await pc.ask('workfile.list', all);
    console.log(`first sync of ${page.total} workfiles: ${took.toFixed(0)} ms from sign-in`);
    expect(page.total).toBe(200);
    for (const { id, changedAt } of [page.rows[0], page.rows[120]].filter((row) => row !== undefined)) {
      const { workfile } = await pc.ask('workfile.open', { workfileId: id });
      expect(changedAt).toBe(workfile.saved.at);
      expect(changedAt).toBeLessThanOrEqual(Date.now());
    }
    const database = peekInto(pc.dataDir);
    expect(database.value('select count(*) from bundle where bytes is not null')).toBe(198);
    expect(database.value('select count(*) from line')).toBeGreaterThan(20);
    expect(database.value('select count(*) from quarantine')).toBe(0);
    database.close();
  });

  test('a round between equals writes nothing on either PC', async () => {
    const first = await shop.pc('PC-2');
    const second = await shop.pc('PC-3', 'office');
    const workfileId = await writeEstimate(first, 10);
    for (const pc of [first, second, first]) await round(pc);
    await pause(300);
    const looks = [first, second].map((pc) => peekInto(pc.dataDir));
    const before = looks.map((look) => ({ version: look.version(), rows: look.dump() }));
    const pushes = [first, second].map((pc) => pc.network.count('POST /sync/push'));

    for (const pc of [first, second, first, second]) await round(pc);
    await pause(300);
    expect([first, second].map((pc) => pc.network.count('POST /sync/push'))).toEqual(pushes);
    expect(looks.map((look) => look.dump())).toEqual(before.map(({ rows }) => rows));
    expect(looks.map((look) => look.version())).toEqual(before.map(({ version }) => version));
    expect(await sharedPart(second, workfileId)).toEqual(await sharedPart(first, workfileId));
    for (const look of looks) look.close();
  });

  test('two PCs at rest hold the same rows, group by group', async () => {
    const first = await shop.pc('PC-4');
    const second = await shop.pc('PC-5', 'office');
    await writeEstimate(first, 10, 2);
    await writeEstimate(second, 10, 3);
    for (const pc of [first, second, first, second]) await round(pc);
    // What nobody has opened yet is packed as it came.
    for (const pc of [first, second]) {
      const { rows } = await pc.ask('workfile.list', all);
      for (const { id } of rows) await pc.ask('workfile.open', { workfileId: id });
      await round(pc);
    }
    const own = [
      ...['bundle', 'bundle_change', 'stale_head', 'to_compare', 'command', 'number_lease'],
      'mark',
      'heard',
      'history',
      'meta',
      'setting',
      'draft',
      'undo_step',
      'batch',
      'outbox',
      'workfile_head',
      'sqlite_sequence',
    ];
    const [here, there] = [first, second].map((pc) => {
      const look = peekInto(pc.dataDir);
      const rows = Object.entries(look.dump(own)).map(([table, list]) => [
        table,
        list.map((row) => JSON.stringify(row)).sort(),
      ]);
      look.close();
      return rows;
    });
    expect(there).toEqual(here);
  });
});
