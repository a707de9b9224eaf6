/** Pushing: each edit gets its own verdict, by the merge rules, the permissions and the rules of a record. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inShop } from '../../../src-cloud/db/tenant.ts';
import type { EditId } from '../../../src-shared/base/ids.ts';
import type { JsonObject, Verdict } from '../../../src-shared/sync/protocol.ts';
import { freshId, startTestCloud, type TestCloud, type TestShop } from '../../support/cloud.ts';
import { openPc, type Pc } from '../../support/cloud-pc.ts';
import { labor, name, newSheet } from '../../support/cloud-records.ts';

let cloud: TestCloud;
let shop: TestShop;
let pc: Pc;
let other: Pc;
beforeAll(async () => {
  cloud = await startTestCloud();
  shop = await cloud.openShop();
  const who = await shop.hire('estimator');
  pc = await openPc(cloud.url, who);
  other = await openPc(cloud.url, who);
});
afterAll(() => cloud.close());

const kinds = (verdicts: readonly Verdict[]) =>
  verdicts.map((one) => (one.verdict === 'refused' ? one.code : one.verdict));
const asOwner = <Row>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> =>
  inShop(cloud.database, shop.id, (sql) => sql.query<Row>(text, values));

test('new records are applied under numbers without a gap', async () => {
  const verdicts = await pc.push(...newSheet(pc).edits);
  expect(kinds(verdicts)).toEqual(['applied', 'applied', 'applied', 'applied']);
  const seqs = verdicts.map((one) => (one.verdict === 'applied' ? one.seq : 0));
  expect(seqs.map((seq) => seq - (seqs[0] ?? 0))).toEqual([0, 1, 2, 3]);
});

test('an edit with the current base is applied, and reaches the other PC with author and time', async () => {
  const sheet = newSheet(pc);
  await pc.push(...sheet.edits);
  const edit = pc.edit('contact', sheet.contact, 'name', name('Vance'), sheet.edits[1]?.[0] ?? null);
  expect(kinds(await pc.push(edit))).toEqual(['applied']);
  const { changes } = await other.pull();
  const last = changes.at(-1);
  expect(last?.slice(2, 8)).toEqual([...edit]);
  expect(last?.[8].by).toBe(pc.user.name);
  expect(Math.abs((last?.[8].at ?? 0) - Date.now())).toBeLessThan(60_000);
});

test('an edit of an outdated base meets a conflict, and the first value stands', async () => {
  const sheet = newSheet(pc);
  await pc.push(...sheet.edits);
  const base = sheet.edits[1]?.[0] ?? null;
  const first = pc.edit('contact', sheet.contact, 'name', name('First'), base);
  await pc.push(first);
  const late = other.edit('contact', sheet.contact, 'name', name('Second'), base);
  const [verdict] = await other.push(late);
  expect(verdict).toMatchObject({ verdict: 'conflict', value: name('First'), edit: first[0] });
  const told = (await pc.pull()).changes.at(-1);
  expect(told?.slice(3, 6)).toEqual(['conflict', verdict?.verdict === 'conflict' ? verdict.conflict : '', '*']);
  expect(told?.[6]).toMatchObject({
    about: { kind: 'contact', recordId: sheet.contact, group: 'name' },
    before: { edit: base },
    standing: { edit: first[0], by: pc.user.name, pc: 'Front desk' },
    late: { edit: late[0], by: other.user.name, pc: 'Front desk' },
    choice: { made: 'open' },
  });
  const sides = (told?.[6] ?? {}) as Record<string, { value: string }>;
  const values = [sides.standing, sides.late].map((side) => JSON.parse(side?.value ?? 'null'));
  expect(values).toEqual([name('First'), name('Second')]);
});

test('an edit that was kept in a conflict is the same conflict however often it comes', async () => {
  const sheet = newSheet(pc);
  await pc.push(...sheet.edits);
  const base = sheet.edits[1]?.[0] ?? null;
  await pc.push(pc.edit('contact', sheet.contact, 'name', name('First'), base));
  const late = other.edit('contact', sheet.contact, 'name', name('Second'), base);
  const [verdict] = await other.push(late);
  const { lastSeq } = await pc.pull();
  expect(await other.push(late)).toEqual([verdict]);
  expect((await pc.pull()).lastSeq).toBe(lastSeq);
});

test('later values of the same PC join its conflict, which a choice ends', async () => {
  const sheet = newSheet(pc);
  await pc.push(...sheet.edits);
  const base = sheet.edits[1]?.[0] ?? null;
  const first = pc.edit('contact', sheet.contact, 'name', name('First'), base);
  await pc.push(first);
  const second = other.edit('contact', sheet.contact, 'name', name('Second'), base);
  const third = other.edit('contact', sheet.contact, 'name', name('Third'), second[0]);
  const [a, b] = await other.push(second, third);
  expect(a).toMatchObject({ verdict: 'conflict' });
  expect(b).toEqual(a);
  const id = a?.verdict === 'conflict' ? a.conflict : '';
  const chosen = [
    pc.edit('contact', sheet.contact, 'name', name('Third'), first[0]),
    pc.edit('conflict', id, 'choice', { made: 'late', by: 'Someone' }, null),
  ];
  expect(kinds(await pc.push(...chosen))).toEqual(['applied', 'applied']);
  expect(await asOwner('select edits, value, open from conflict where id = $1', [id])).toEqual([
    { edits: [second[0], third[0]], value: name('Third'), open: false },
  ]);
  // What was chosen about it is known: the same edit once more changes nothing.
  expect(kinds(await other.push(second))).toEqual(['nothing']);
});

test('nobody but the cloud makes a conflict or rewrites its values', async () => {
  const sheet = newSheet(pc);
  await pc.push(...sheet.edits);
  const base = sheet.edits[1]?.[0] ?? null;
  await pc.push(pc.edit('contact', sheet.contact, 'name', name('First'), base));
  const [verdict] = await other.push(other.edit('contact', sheet.contact, 'name', name('Second'), base));
  const id = verdict?.verdict === 'conflict' ? verdict.conflict : '';
  const forged = [
    pc.create('conflict', freshId(), { parent: { workfileId: sheet.workfile } }),
    pc.edit('conflict', id, 'late', { value: '{}' }, null),
    pc.edit('conflict', id, 'deleted', { deleted: true }, null),
  ];
  expect(kinds(await pc.push(...forged))).toEqual(['forbidden', 'forbidden', 'forbidden']);
});

test('a conflict dissolves when the edit that its author had seen arrives after all, and the later value stands', async () => {
  const sheet = newSheet(pc);
  await pc.push(...sheet.edits);
  const lost = pc.edit('contact', sheet.contact, 'name', name('Lost'), sheet.edits[1]?.[0] ?? null);
  const after = other.edit('contact', sheet.contact, 'name', name('After'), lost[0]);
  const last = other.edit('contact', sheet.contact, 'name', name('Last'), after[0]);
  expect(kinds(await other.push(after, last))).toEqual(['conflict', 'conflict']);
  expect(kinds(await pc.push(lost))).toEqual(['applied']);
  const [first, second, third] = (await pc.pull()).changes.slice(-3);
  expect(first?.slice(2)).toMatchObject([lost[0], 'contact', sheet.contact, 'name', name('Lost'), lost[5], {}]);
  expect(second?.slice(2)).toMatchObject([last[0], 'contact', sheet.contact, 'name', name('Last'), lost[0], {}]);
  expect(third?.slice(3, 7)).toMatchObject(['conflict', expect.any(String), 'choice', { made: 'itself' }]);
});

test('of two conflicts that waited for one edit one dissolves, and the other stays for a person', async () => {
  const third = await openPc(cloud.url, await shop.hire('estimator'));
  const sheet = newSheet(pc);
  await pc.push(...sheet.edits);
  const lost = pc.edit('contact', sheet.contact, 'name', name('Lost'), sheet.edits[1]?.[0] ?? null);
  const one = other.edit('contact', sheet.contact, 'name', name('One'), lost[0]);
  const two = third.edit('contact', sheet.contact, 'name', name('Two'), lost[0]);
  expect(kinds(await other.push(one))).toEqual(['conflict']);
  expect(kinds(await third.push(two))).toEqual(['conflict']);
  await pc.push(lost);
  const { changes } = await pc.pull();
  const written = changes.filter(([, , , , id, group]) => id === sheet.contact && group === 'name');
  const [first, taken, ...more] = written.map(([, , edit]) => edit);
  expect([first, more]).toEqual([lost[0], []]);
  expect([one[0], two[0]]).toContain(taken);
  const left = taken === one[0] ? two[0] : one[0];
  expect(await asOwner('select edits, open from conflict where record_id = $1 order by open', [sheet.contact])).toEqual(
    [
      { edits: [taken], open: false },
      { edits: [left], open: true },
    ],
  );
});

test('the same value from two PCs is no conflict, and the answer names the edit to go on from', async () => {
  const sheet = newSheet(pc);
  await pc.push(...sheet.edits);
  const base = sheet.edits[1]?.[0] ?? null;
  const first = pc.edit('contact', sheet.contact, 'name', name('Same'), base);
  await pc.push(first);
  const again = other.edit('contact', sheet.contact, 'name', name('Same'), base);
  expect(await other.push(again)).toEqual([{ verdict: 'nothing', edit: first[0] }]);
  const next = other.edit('contact', sheet.contact, 'name', name('Next'), first[0]);
  expect(kinds(await other.push(next))).toEqual(['applied']);
  expect(await other.push(next)).toEqual([{ verdict: 'nothing', edit: next[0] }]);
  expect(await pc.push(first)).toEqual([{ verdict: 'nothing', edit: null }]);
});

test('the larger mileage stands, whichever comes first', async () => {
  const [workfileId, vehicle] = [freshId(), freshId()];
  const made = pc.create('vehicle', vehicle, { parent: { workfileId } });
  await pc.push(pc.create('workfile', workfileId, {}), made);
  const miles = (from: Pc, count: number) => from.edit('vehicle', vehicle, 'mileageIn', { miles: count }, made[0]);
  expect(kinds(await pc.push(miles(pc, 500)))).toEqual(['applied']);
  expect(kinds(await other.push(miles(other, 400)))).toEqual(['nothing']);
  expect(kinds(await other.push(miles(other, 600)))).toEqual(['applied']);
});

test('what only commands write is refused to edits, also in a new record', async () => {
  const sheet = newSheet(pc);
  await pc.push(...sheet.edits);
  const number = pc.edit('workfile', sheet.workfile, 'number', { ro: '77' }, sheet.edits[0]?.[0] ?? null);
  const forged = pc.create('workfile', freshId(), { number: { ro: '78' } });
  const lock = pc.edit('estimate', sheet.estimate, 'lock', { at: 5, by: 'Me' }, sheet.edits[2]?.[0] ?? null);
  expect(kinds(await pc.push(number, forged, lock))).toEqual(['cloud', 'cloud', 'cloud']);
});

test('a second creation of a record and a second parent are refused', async () => {
  const sheet = newSheet(pc);
  await pc.push(...sheet.edits);
  const again = other.create('workfile', sheet.workfile, {});
  const moved = pc.edit('line', sheet.line, 'parent', { workfileId: freshId(), estimateId: freshId() }, null);
  expect(kinds(await other.push(again))).toEqual(['once']);
  expect(kinds(await pc.push(moved))).toEqual(['once']);
});

test('an edit of a record that is not there is refused as missing', async () => {
  const [verdict] = await pc.push(pc.edit('contact', freshId(), 'name', name('Ghost'), null));
  expect(verdict).toEqual({ verdict: 'refused', code: 'missing', value: null, edit: null });
});

test('a deleted line stays deleted and can be restored; what others wrote meanwhile is kept as a conflict', async () => {
  const sheet = newSheet(pc);
  await pc.push(...sheet.edits);
  const gone = pc.edit('line', sheet.line, 'deleted', { deleted: true }, null);
  const late = other.edit('line', sheet.line, 'text', { description: 'x' }, sheet.edits[3]?.[0] ?? null);
  expect(kinds(await pc.push(gone))).toEqual(['applied']);
  expect(await other.push(late)).toMatchObject([{ verdict: 'conflict', value: { description: '' } }]);
  const [standing] = (await pc.pull()).changes.slice(-1);
  expect(standing?.[6]).toMatchObject({ standing: { value: JSON.stringify({ deleted: true }), edit: gone[0] } });
  const back = pc.edit('line', sheet.line, 'deleted', { deleted: false }, gone[0]);
  const odd = pc.edit('line', sheet.line, 'deleted', { deleted: 'yes' }, gone[0]);
  expect(kinds(await pc.push(back, odd))).toEqual(['applied', 'invalid']);
});

test('each role may make its own edits and no others', async () => {
  const sheet = newSheet(pc);
  await pc.push(...sheet.edits);
  const office = await openPc(cloud.url, await shop.hire('office'));
  const [contactBase, lineBase] = [sheet.edits[1]?.[0] ?? null, sheet.edits[3]?.[0] ?? null];
  const edits = (who: Pc, last: string, base: EditId | null) => [
    who.edit('contact', sheet.contact, 'name', name(last), base),
    who.edit('line', sheet.line, 'labor', labor(12), lineBase),
    who.edit('workfile', sheet.workfile, 'deleted', { deleted: true }, null),
  ];
  expect(kinds(await office.push(...edits(office, 'Office', contactBase)))).toEqual([
    'applied',
    'forbidden',
    'forbidden',
  ]);
  const technician = await openPc(cloud.url, await shop.hire('technician'));
  expect(kinds(await technician.push(...edits(technician, 'Shop floor', contactBase)))).toEqual([
    'forbidden',
    'forbidden',
    'forbidden',
  ]);
  expect((await technician.pull()).changes.length).toBeGreaterThan(0);
});

test('a locked estimate refuses edits of itself, its lines and its rates, new lines and deletions', async () => {
  const sheet = newSheet(pc);
  const [workfileId, rates] = [sheet.workfile, freshId()];
  const made = pc.create('rates', rates, { parent: { workfileId } });
  await pc.push(...sheet.edits, made);
  await asOwner(
    `update record set value = jsonb_set(value, '{lock}', '{"at": 5, "by": "Someone"}') where kind = 'estimate' and id = $1`,
    [sheet.estimate],
  );
  const base = sheet.edits[3]?.[0] ?? null;
  const parent = { workfileId: sheet.workfile, estimateId: sheet.estimate };
  const verdicts = await pc.push(
    pc.edit('line', sheet.line, 'labor', labor(12), base),
    pc.create('line', freshId(), { parent }),
    pc.edit('line', sheet.line, 'deleted', { deleted: true }, null),
    pc.edit(
      'estimate',
      sheet.estimate,
      'charges',
      { towingCents: 1, storageCents: 0, otherCents: 0 },
      sheet.edits[2]?.[0] ?? null,
    ),
    pc.edit('rates', rates, 'discount', { rate: 10 }, made[0]),
    pc.edit('contact', sheet.contact, 'name', name('Still free'), sheet.edits[1]?.[0] ?? null),
  );
  expect(kinds(verdicts)).toEqual(['locked', 'locked', 'locked', 'locked', 'locked', 'applied']);
  expect(verdicts[0]).toMatchObject({ value: labor(0), edit: base });
});

test('negative hours are refused except where a line takes time off', async () => {
  const sheet = newSheet(pc);
  await pc.push(...sheet.edits);
  const base = sheet.edits[3]?.[0] ?? null;
  expect(kinds(await pc.push(pc.edit('line', sheet.line, 'labor', labor(-4), base)))).toEqual(['invalid']);
  const work = pc.edit('line', sheet.line, 'work', { operation: 'overlap' }, base);
  expect(kinds(await pc.push(work, pc.edit('line', sheet.line, 'labor', labor(-4), base)))).toEqual([
    'applied',
    'applied',
  ]);
});

test('a rule over two groups looks at the batch as a whole: the order of its edits does not matter', async () => {
  const sheet = newSheet(pc);
  await pc.push(...sheet.edits);
  const base = sheet.edits[3]?.[0] ?? null;
  const hours = pc.edit('line', sheet.line, 'labor', labor(-4), base);
  const work = pc.edit('line', sheet.line, 'work', { operation: 'overlap' }, base);
  expect(kinds(await pc.push(hours, work))).toEqual(['applied', 'applied']);
});

test('fields and groups that this version does not know travel on untouched', async () => {
  const [workfileId, id] = [freshId(), freshId()];
  const value = {
    parent: { workfileId, role: 'owner' },
    name: { last: 'A', nick: 'Bee' },
    pet: { dog: 'Rex' },
  };
  await pc.push(pc.create('workfile', workfileId, {}), pc.create('contact', id, value));
  const made = (await other.pull()).changes.at(-1)?.[6] as Record<string, JsonObject>;
  expect(made.name).toEqual({ first: '', last: 'A', company: '', nick: 'Bee' });
  expect(made.pet).toEqual({ dog: 'Rex' });
});

test('a poisoned edit is refused alone and the others go on', async () => {
  const sheet = newSheet(pc);
  const id = (count: number) => `${pc.identity.device}-${count}`;
  const deep = JSON.parse(`${'{"a":'.repeat(200)}1${'}'.repeat(200)}`) as JsonObject;
  const poison: readonly unknown[] = [
    null,
    'edit',
    [],
    [id(901), 'spaceship', freshId(), '*', {}, null],
    [id(902), 'contact', 'not-a-uuid', 'name', name('x'), null],
    ['no edit id', 'contact', sheet.contact, 'name', name('x'), null],
    [id(903), 'contact', sheet.contact, 'name', { last: 'a\u0000b' }, null],
    [id(904), 'contact', sheet.contact, 'name', { last: 'a', '\u0000': 1 }, null],
    [id(905), 'contact', sheet.contact, 'name', { last: 'a', half: '\ud800' }, null],
    [id(906), 'contact', sheet.contact, 'name', deep, null],
    [id(907), 'contact', sheet.contact, 'name', { last: 7 }, null],
    [id(908), 'contact', sheet.contact, '__proto__', { a: 1 }, null],
    [id(909), 'contact', sheet.contact, 'constructor', { a: 1 }, null],
    [id(910), 'contact', sheet.contact, 'name', { last: 'x'.repeat(30_000) }, null],
    [id(911), 'line', sheet.line, 'part', { priceCents: 1e308 }, null],
    [id(912), 'line', freshId(), '*', { parent: { workfileId: freshId() } }, null],
    [id(913), 'line', freshId(), '*', { deleted: { deleted: true } }, null],
  ];
  const verdicts = await pc.push(
    ...sheet.edits,
    ...poison,
    pc.edit('contact', sheet.contact, 'cell', { number: '555-0100' }, sheet.edits[1]?.[0] ?? null),
  );
  const expected = [...Array(4).fill('applied'), ...Array(poison.length).fill('invalid'), 'applied'];
  expect(kinds(verdicts)).toEqual(expected);
});

test('a refusal for good is remembered, and comes again whatever the rules say by then', async () => {
  const sheet = newSheet(pc);
  await pc.push(...sheet.edits);
  const technician = await openPc(cloud.url, await shop.hire('technician'));
  const edit = technician.edit('contact', sheet.contact, 'name', name('Ghost'), sheet.edits[1]?.[0] ?? null);
  expect(kinds(await technician.push(edit))).toEqual(['forbidden']);
  expect(await asOwner('select code, value from refusal where edit = $1', [edit[0]])).toEqual([
    { code: 'forbidden', value: name('Ghost') },
  ]);
  expect(kinds(await pc.push(edit))).toEqual(['forbidden']);
});

test('an edit of a record that is missing is judged again once the record has come', async () => {
  const sheet = newSheet(pc);
  const early = other.edit('contact', sheet.contact, 'name', name('Early'), sheet.edits[1]?.[0] ?? null);
  expect(kinds(await other.push(early))).toEqual(['missing']);
  await pc.push(...sheet.edits);
  expect(kinds(await other.push(early))).toEqual(['applied']);
});

test('emoji and right-to-left text come back as they went', async () => {
  const sheet = newSheet(pc);
  const text = 'שלום 🚗 \u202eabc‮';
  await pc.push(...sheet.edits, pc.edit('contact', sheet.contact, 'name', name(text), sheet.edits[1]?.[0] ?? null));
  expect((await other.pull()).changes.at(-1)?.[6]).toEqual(name(text));
});
