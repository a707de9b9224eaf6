/** The fast first sync as the cloud serves it: the whole shop in bundles, from one place of the order, inside the shop's walls. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBundler } from '../../../src-cloud/services/bundler.ts';
import { snapshot as readSnapshot } from '../../../src-cloud/services/snapshot.ts';
import { unpackRecords } from '../../../src-main/db/bundle.ts';
import { type CompareAnswer, type SnapshotLine, snapshotLine } from '../../../src-shared/sync/snapshot.ts';
import { freshId, startTestCloud, type TestCloud, type TestShop } from '../../support/cloud.ts';
import { openPc, type Pc } from '../../support/cloud-pc.ts';
import { labor, name, newSheet } from '../../support/cloud-records.ts';

let cloud: TestCloud;
let shop: TestShop;
let pc: Pc;
beforeAll(async () => {
  cloud = await startTestCloud({ demoWorkfiles: 30 });
  shop = await cloud.openShop();
  pc = await openPc(cloud.url, await shop.hire('estimator'));
});
afterAll(() => cloud.close());

type Asked = { since?: number; after?: string | null; only?: string[] | null; epoch?: string };
const ask = (who: Pc, asked: Asked = {}) =>
  who.post(
    '/sync/snapshot',
    JSON.stringify({ ...who.identity, schema: 1, epoch: '', since: 0, after: null, only: null, ...asked }),
  );
type Bundle = Extract<SnapshotLine, readonly ['bundle', ...unknown[]]>;

async function snapshot(who: Pc, asked: Asked = {}) {
  const reply = await ask(who, asked);
  expect(reply.status).toBe(200);
  const lines = reply.text
    .trimEnd()
    .split('\n')
    .map((line) => snapshotLine.parse(JSON.parse(line)));
  const [begin] = lines;
  if (begin?.[0] !== 'begin') throw new Error('no beginning');
  expect(lines.at(-1)).toEqual(['end']);
  return {
    epoch: begin[1],
    place: begin[2],
    count: begin[3],
    bundles: lines.filter((line): line is Bundle => line[0] === 'bundle'),
  };
}

const recordsIn = (bundle: Bundle) =>
  unpackRecords({ dictionary: bundle[5], bytes: Buffer.from(bundle[6], 'base64') }) ?? [];

describe('a snapshot', () => {
  test('of an empty shop begins nowhere', async () => {
    const empty = await openPc(cloud.url, await (await cloud.openShop()).hire('estimator'));
    expect(await snapshot(empty)).toMatchObject({ place: null, count: 0, bundles: [] });
  });

  test('holds every record as the log made it, the newest workfile first, and the log goes on without a hole', async () => {
    const sheets = [newSheet(pc), newSheet(pc), newSheet(pc)];
    for (const { edits } of sheets) await pc.push(...edits);
    const [first] = sheets;
    if (first === undefined) throw new Error('no sheet');
    const creation = first.edits[3]?.[0] ?? null;
    await pc.push(pc.edit('line', first.line, 'labor', labor(35), creation));
    const { epoch, place, bundles, count } = await snapshot(pc);
    const log = await pc.pull();
    expect(place).toEqual([log.cursor, log.mark]);
    expect(epoch).toBe(log.epoch);
    expect(count).toBe(3);
    expect(bundles.map(([, id]) => id)).toEqual(
      sheets
        .map(({ workfile }) => workfile)
        .sort()
        .reverse(),
    );
    const records = bundles.flatMap(recordsIn);
    expect(records.map(([kind, id]) => `${kind} ${id}`).sort()).toEqual(
      log.changes.flatMap(([, , , kind, id, group]) => (group === '*' ? [`${kind} ${id}`] : [])).sort(),
    );
    const line = records.find(([, id]) => id === first.line);
    expect(line?.[4]).toEqual({ labor: log.changes.at(-1)?.[2] });
    expect(line?.[5]).toMatchObject({ labor: { tenths: 35 } });
    const bundle = bundles.find(([, id]) => id === first.workfile);
    expect(bundle?.[2]).toBe(log.cursor);
    expect(bundle?.[3]).toMatchObject({ owner: 'Turpin', changedAt: log.changes.at(-1)?.[8].at, deleted: false });
    const next = await pc.pull({ cursor: place?.[0] ?? 0, epoch, marks: place === null ? [] : [place] });
    expect(next.changes).toEqual([]);
  });

  test('follows each push, and only names what changed since', async () => {
    const before = await snapshot(pc);
    const { edits, workfile } = newSheet(pc);
    await pc.push(...edits);
    const since = before.place?.[0] ?? 0;
    const after = await snapshot(pc, { since });
    expect(after.bundles.map(([, id]) => id)).toEqual([workfile]);
    const others = await snapshot(pc, { after: workfile });
    expect(others.bundles.map(([, id]) => id)).toEqual(
      before.bundles.map(([, id]) => id).filter((id) => id < workfile),
    );
    const one = before.bundles.at(-1)?.[1] ?? '';
    expect((await snapshot(pc, { only: [one, freshId()] })).bundles.map(([, id]) => id)).toEqual([one]);
  });

  test('of named workfiles is of this moment, however far behind the bundles are', async () => {
    const { edits, workfile, contact } = newSheet(pc);
    await pc.push(...edits);
    await snapshot(pc);
    await pc.push(pc.edit('contact', contact, 'name', name('Ochoa'), edits[1]?.[0] ?? null));
    const { database } = cloud;
    const bundler = { ...createBundler({ database, log: () => undefined }), reach: async () => undefined };
    const asked = { ...pc.identity, schema: 1, epoch: '', since: 0, after: null, only: [workfile] };
    const begun = await readSnapshot({ database, bundler }, shop.id, asked);
    const lines: string[] = [];
    if (begun.ok) for await (const line of begun.value) lines.push(line);
    expect(snapshotLine.parse(JSON.parse(lines[1] ?? ''))[3]).toMatchObject({ owner: 'Ochoa' });
  });

  test('tells of an open conflict in its header', async () => {
    const { edits, workfile, contact } = newSheet(pc);
    await pc.push(...edits);
    const base = edits[1]?.[0] ?? null;
    const other = await openPc(cloud.url, await shop.hire('estimator'));
    await pc.push(pc.edit('contact', contact, 'name', name('Ochoa'), base));
    await other.push(other.edit('contact', contact, 'name', name('Whitlock'), base));
    const open = await snapshot(pc, { only: [workfile] });
    expect(open.bundles[0]?.[3]).toMatchObject({ owner: 'Ochoa', conflicts: 1 });
  });

  test('is made by two servers of one database without harm', async () => {
    const beside = cloud.databaseUrl === '' ? null : await cloud.beside();
    if (beside === null) return;
    const two = await openPc(beside.url, await shop.hire('estimator'));
    const { edits, workfile, line } = newSheet(pc);
    await pc.push(...edits);
    const base = edits[3]?.[0] ?? null;
    const [one, another] = await Promise.all([
      Promise.all(Array.from({ length: 6 }, () => snapshot(pc, { only: [workfile] }))),
      two.push(two.edit('line', line, 'labor', labor(9), base)).then(() => snapshot(two, { only: [workfile] })),
    ]);
    expect(one).toHaveLength(6);
    const [bundle] = another.bundles;
    expect(bundle === undefined ? undefined : recordsIn(bundle).find(([, id]) => id === line)?.[5]).toMatchObject({
      labor: { tenths: 9 },
    });
    await beside.close();
  });

  test('never shows another shop’s workfiles, and wants a person', async () => {
    const stranger = await openPc(cloud.url, await (await cloud.openShop()).hire('manager'));
    const mine = (await snapshot(pc)).bundles.map(([, id]) => id);
    expect((await snapshot(stranger, { only: mine.slice(0, 5) })).bundles).toEqual([]);
    const hashes = mine.slice(0, 2).map((id) => [id, 'a'.repeat(64)]);
    const asked = { ...stranger.identity, schema: 1, epoch: (await snapshot(stranger)).epoch, seq: 0, hashes };
    const compared = await stranger.post('/sync/compare', JSON.stringify(asked));
    expect(compared.json()).toEqual({ differing: mine.slice(0, 2), later: [] });
    const nobody = await fetch(`${cloud.url}/sync/snapshot`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(nobody.status).toBe(401);
    expect((await ask(pc, { only: [] })).status).toBe(400);
    expect((await ask(pc, { epoch: 'another past' })).json()).toMatchObject({ reason: 'epoch', mark: null });
  });

  test('takes little room: at most 0.27 of the JSON in it', async () => {
    const demo = await openPc(cloud.url, { email: 'estimator@demo.example.com', password: 'demo-shop-estimator' });
    const { bundles } = await snapshot(demo);
    expect(bundles).toHaveLength(30);
    const packed = bundles.reduce((sum, line) => sum + Buffer.from(line[6], 'base64').length, 0);
    const json = bundles.reduce((sum, line) => sum + JSON.stringify(recordsIn(line)).length, 0);
    console.log(`a bundle has ${Math.round(packed / 30)} of ${Math.round(json / 30)} bytes`);
    expect(packed / json).toBeLessThan(0.27);
  });
});

describe('a comparison', () => {
  const compare = async (seq: number, hashes: readonly (readonly [string, string])[], epoch: string) =>
    (
      await pc.post('/sync/compare', JSON.stringify({ ...pc.identity, schema: 1, epoch, seq, hashes }))
    ).json() as CompareAnswer;

  test('finds what differs, leaves what changed later, and says nothing of another past', async () => {
    const { bundles, epoch } = await snapshot(pc);
    const { cursor } = await pc.pull();
    const [newest, older] = bundles;
    if (newest === undefined || older === undefined) throw new Error('too few bundles');
    const right = bundles.map((line) => [line[1], line[4]] as const);
    expect(await compare(cursor, right, epoch)).toEqual({ differing: [], later: [] });
    const wrong = [newest[1], older[4]] as const;
    expect(await compare(cursor, [wrong, [older[1], older[4]]], epoch)).toEqual({ differing: [newest[1]], later: [] });
    expect(await compare(newest[2] - 1, [wrong], epoch)).toEqual({ differing: [], later: [newest[1]] });
    expect(await compare(cursor, [[freshId(), older[4]]], epoch)).toMatchObject({ later: [] });
    expect(await compare(cursor, [wrong], 'another past')).toEqual({ differing: [], later: [newest[1]] });
  });
});
