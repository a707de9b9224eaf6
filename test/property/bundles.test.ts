/** Packed or not, a workfile is the same: whatever came, in whatever pieces, and both sides give it the same hash. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packRecords, stateHash } from '../../src-cloud/db/bundle-bytes.ts';
import type { StoredRecord } from '../../src-cloud/db/records.ts';
import { written } from '../../src-cloud/services/record-state.ts';
import { beginFirstSync, endFirstSync, readFirstSync, storeBundles } from '../../src-main/db/first-sync.ts';
import { applyPulled, type PulledChange } from '../../src-main/db/pulled.ts';
import { stampsOf } from '../../src-main/db/record-row.ts';
import { recordTables } from '../../src-main/db/record-tables.ts';
import { refreshStaleHeads } from '../../src-main/db/stale-head.ts';
import { localStateHash } from '../../src-main/db/state-hash.ts';
import type { Store } from '../../src-main/db/store.ts';
import { unpack } from '../../src-main/db/unpack.ts';
import type { EditId } from '../../src-shared/base/ids.ts';
import { headingFacts } from '../../src-shared/domain/workfile/heading.ts';
import type { JsonObject } from '../../src-shared/sync/protocol.ts';
import { recordKinds } from '../../src-shared/sync/records.ts';
import { memoryStore } from '../support/memory-store.ts';
import { idOf, workfileId } from '../support/store-story.ts';

const parent = { workfileId };
const creations: readonly (readonly [kind: string, id: string, value: JsonObject])[] = [
  ['workfile', workfileId, { number: { ro: '20417' }, opened: { at: 1, by: 'Robin Ellery' } }],
  ['contact', idOf(2), { parent: { ...parent, role: 'owner' }, name: { last: 'Turpin' }, loyalty: { points: 7 } }],
  ['insurance', idOf(3), { parent }],
  ['rates', idOf(4), { parent }],
  ['estimate', idOf(5), { parent }],
  ['line', idOf(6), { parent: { ...parent, estimateId: idOf(5) }, part: { priceCents: 4200, origin: 'x' } }],
  ['line', idOf(7), { parent: { ...parent, estimateId: idOf(5) } }],
  ['spaceship', idOf(8), { parent, engine: { on: true } }],
];

const text = fc.constantFrom('', 'Turpin', 'Zażółć', '💥');
const anyChange = fc.oneof(
  fc.tuple(
    fc.constantFrom(5, 6),
    fc.constant('part'),
    fc.record({ priceCents: fc.nat(9000), taxed: fc.boolean(), later: fc.nat(3) }),
  ),
  fc.tuple(fc.constantFrom(5, 6), fc.constant('note'), fc.record({ text })),
  fc.tuple(fc.constantFrom(5, 6), fc.constant('paint'), fc.record({ layers: fc.nat(3) })),
  fc.tuple(fc.constant(1), fc.constant('name'), fc.record({ last: text })),
  fc.tuple(fc.constantFrom(0, 1, 5, 6, 7), fc.constant('deleted'), fc.record({ deleted: fc.boolean() })),
  fc.tuple(fc.constant(7), fc.constant('engine'), fc.record({ on: fc.boolean() })),
  // What breaks a rule of its kind is set aside and changes nothing.
  fc.tuple(fc.constantFrom(5, 6), fc.constant('labor'), fc.constant({ type: 'astral' })),
);

type Made = readonly [nth: number, group: string, value: JsonObject];
const device = 'qm3k7x9d2a';

function logOf(changes: readonly Made[]): readonly PulledChange[] {
  const made = creations.map(([kind, id, value]) => ({ kind, id, group: '*', value }));
  const changed = changes.map(([nth, group, value]) => {
    const [kind, id] = creations[nth] ?? ['', '', {}];
    return { kind, id, group, value };
  });
  return [...made, ...changed].map((one, i) => {
    const edit = `${device}-${(i + 1) * 1_000_003}` as EditId;
    return { ...one, seq: i + 1, edit, base: null, by: 'Robin Ellery', at: 1000 + i, workfile: workfileId };
  });
}

/** The records of the cloud after these changes. */
function cloudRecords(log: readonly PulledChange[]): readonly StoredRecord[] {
  const records = new Map<string, StoredRecord>();
  for (const change of log) records.set(change.id, written(records.get(change.id), change as never));
  return [...records.values()];
}

const text0 = { label: '20417', stage: 'opportunity', owner: '', vehicle: '', vin: '', plate: '', insurer: '' };
const header = {
  ...text0,
  claim: '',
  estimator: '',
  phones: '',
  receivedCents: 0,
  receipts: '',
  totalCents: 0,
  vehicleIn: '',
  vehicleOut: '',
  arrived: false,
  taskDue: '',
  appointments: '',
  dms: '',
  delivered: false,
  totalLoss: false,
  binnedAt: 0,
  customer: '',
  names: '',
  facts: headingFacts,
  changedAt: 1,
  conflicts: 0,
  deleted: false,
};

async function takeBundle(store: Store, log: readonly PulledChange[], isAll: boolean): Promise<void> {
  const records = cloudRecords(log);
  const packed = await packRecords(
    records.map(({ kind, id, deleted, edit, edits, value }) => [kind, id, deleted, edit, edits, value]),
  );
  const sync = readFirstSync(store);
  if (sync === null) throw new Error('not new');
  const begun = beginFirstSync(store, sync, { epoch: 'e', place: [isAll ? log.length : 1, 'm'], count: 1 });
  const bundle = { workfileId, seq: log.length, hash: stateHash(records), header, ...packed };
  endFirstSync(store, storeBundles(store, begun, [bundle], 1).sync);
}

const pull = (store: Store, changes: readonly PulledChange[], cursor: number) =>
  applyPulled(store, changes, { cursor, epoch: 'e', mark: 'm' }, 9000);

/** Everything that a window can see of the records, whatever their rows say of it. */
const rowsOf = (store: Store) =>
  recordKinds.map((kind) => {
    const { ofWorkfile } = recordTables[kind];
    const fields = 6;
    return store.all(ofWorkfile, workfileId).map((row) => ({
      ...stampsOf(row),
      id: row[0],
      extra: JSON.parse(String(row[4] ?? '{}')) as unknown,
      fields: row.slice(fields),
    }));
  });

const asideOf = (store: Store) =>
  store.connection.prepare('select edit, kind, id, group_name, value, reason from quarantine order by edit').all();

test('a bundle and its changes are what every change one by one would have made', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyChange, { maxLength: 25 }),
      fc.nat(25),
      fc.nat(30),
      async (changes, atBundle, atUnpack) => {
        const valid = changes.filter(([, group]) => group !== 'labor');
        const first = valid.slice(0, atBundle);
        const last = first.at(-1);
        const rest = last === undefined ? changes : changes.slice(changes.indexOf(last) + 1);
        const log = logOf([...first, ...rest]);
        const packedUpTo = creations.length + first.length;
        const whole = memoryStore();
        const packed = memoryStore();
        pull(whole, log, log.length);
        await takeBundle(packed, log.slice(0, packedUpTo), atUnpack % 2 === 0);
        const cut = Math.min(log.length, packedUpTo + atUnpack);
        // The log begins before the bundle: what is in it already must not be done again.
        pull(packed, log.slice(1, cut), cut);
        if (atUnpack % 3 === 0) unpack(packed, workfileId);
        pull(packed, log.slice(cut), log.length);
        refreshStaleHeads(packed, 1000);
        unpack(packed, workfileId);
        expect(rowsOf(packed)).toEqual(rowsOf(whole));
        expect(asideOf(packed)).toEqual(asideOf(whole));
        expect(localStateHash(packed, workfileId)).toBe(localStateHash(whole, workfileId));
        whole.close();
        packed.close();
      },
    ),
    { numRuns: 40 },
  );
});

test('cloud and PC give the same records the same hash, and other records another one', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyChange, { maxLength: 25 }), async (changes) => {
      const log = logOf(changes.filter(([, group]) => group !== 'labor'));
      const store = memoryStore();
      pull(store, log, log.length);
      const hash = localStateHash(store, workfileId);
      expect(hash).toBe(stateHash(cloudRecords(log)));
      pull(store, [{ ...logOf([[5, 'note', { text: 'x' }]])[8], seq: 99, edit: `${device}-99` } as PulledChange], 99);
      expect(localStateHash(store, workfileId)).not.toBe(hash);
      store.close();
    }),
    { numRuns: 40 },
  );
});
