/** The cloud's services on every store: the same batches and commands come to the same verdicts, answers and log. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../../../src-cloud/services/commands/run-command.ts';
import { pull } from '../../../src-cloud/services/pull.ts';
import { push } from '../../../src-cloud/services/push.ts';
import { type EditId, editIdOf, type ShopId } from '../../../src-shared/base/ids.ts';
import type { CommandAnswer, CommandName } from '../../../src-shared/sync/commands.ts';
import { type JsonObject, type PullLine, schemaVersion } from '../../../src-shared/sync/protocol.ts';
import type { RecordKind } from '../../../src-shared/sync/records.ts';
import { devices, person, type Stores, storeKinds } from './shop-store-kinds.ts';

const idOf = (n: number) => `0190a000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`;
const [workfile, estimate, line, stranger] = [idOf(1), idOf(2), idOf(3), idOf(4)] as const;
const incarnation = idOf(9);
const live = { tell: () => undefined };

type Wire = readonly [EditId, RecordKind, string, string, JsonObject, EditId | null];

/** A PC that numbers its edits and batches, and one shop that it writes to. */
class Pc {
  readonly #device: (typeof devices)[number];
  readonly #stores: Stores;
  readonly #shop: ShopId;
  #n = 0;
  #prev = '';

  constructor(stores: Stores, shop: ShopId, device: (typeof devices)[number]) {
    this.#stores = stores;
    this.#shop = shop;
    this.#device = device;
  }

  edit = (n: number): EditId => editIdOf(this.#device, n);

  /** Sends the next batch twice. */
  async push(...edits: readonly Wire[]) {
    this.#n += 1;
    const batch = { n: this.#n, prev: this.#prev, edits };
    const first = await this.send(batch);
    const again = await this.send(batch);
    this.#prev = createHash('sha256').update(JSON.stringify(batch)).digest('hex');
    return {
      first: first.ok ? first.value.verdicts : first.failure,
      again: again.ok ? again.value.verdicts : 'failed',
    };
  }

  send(batch: { readonly n: number; readonly prev: string; readonly edits: readonly Wire[] }) {
    const body = new TextEncoder().encode(JSON.stringify(batch));
    const deps = { shops: this.#stores.shops, live, clock: () => 1_000 };
    const writer = { device: this.#device, person, shopId: this.#shop, role: 'manager' as const };
    return push(deps, writer, { ...batch, schema: schemaVersion, device: this.#device, incarnation, body });
  }

  command(name: CommandName, id: string, asked: { readonly edits: readonly EditId[]; readonly params: JsonObject }) {
    const asker = { device: this.#device, person, role: 'manager' as const, name: 'Someone', shopId: this.#shop };
    return runCommand({ commandShops: this.#stores.commandShops, live }, asker, { name, id, ...asked }).then(undated);
  }

  async pull() {
    const request = { device: this.#device, incarnation, epoch: '', cursor: 0, at: null, last: null, marks: [] };
    const answer = await pull(this.#stores.shops, this.#shop, { ...request, limit: 1_000 } as never);
    const lines: PullLine[] = [];
    if (answer.ok) for await (const one of answer.value) lines.push(one);
    return lines;
  }
}

/** Two PCs make a workfile, meet in a price, replay, break their chains, convert and lock. */
async function story(stores: Stores) {
  const shop = await stores.newShop();
  const [front, back] = [new Pc(stores, shop, devices[0]), new Pc(stores, shop, devices[1])];
  const { edit } = front;
  const parent = { workfileId: workfile };
  const priced = (priceCents: number) => ({
    type: '',
    number: '',
    quantity: 1,
    priceCents,
    included: false,
    taxed: true,
  });
  const commandId = (n: number) => idOf(50 + n);
  return {
    created: await front.push(
      [edit(1), 'workfile', workfile, '*', { opened: { at: 1, by: 'Someone' } }, null],
      [edit(2), 'estimate', estimate, '*', { parent }, null],
      [edit(3), 'line', line, '*', { parent: { ...parent, estimateId: estimate } }, null],
      [edit(4), 'line', stranger, 'part', priced(1), null],
      [edit(9), 'insurance', idOf(70), '*', { parent, payer: { payer: 'Self Pay' } }, null],
    ),
    price: await front.push([edit(5), 'line', line, 'part', priced(100), edit(3)]),
    conflict: await back.push([back.edit(1), 'line', line, 'part', priced(200), edit(3)]),
    follower: await back.push([back.edit(2), 'line', line, 'part', priced(300), back.edit(1)]),
    forked: await front.send({ n: 2, prev: 'another', edits: [] }),
    gap: await front.send({ n: 9, prev: 'of what was lost', edits: [] }),
    lease: await front.command('lease-numbers', commandId(1), {
      edits: [],
      params: { series: 'ro', count: 20, unused: [] },
    }),
    convert: await front.command('convert-to-ro', commandId(2), {
      edits: [edit(6), edit(7)],
      params: { workfileId: workfile, number: '10001' },
    }),
    convertAgain: await front.command('convert-to-ro', commandId(2), {
      edits: [edit(6), edit(7)],
      params: { workfileId: workfile, number: '10001' },
    }),
    converted: await back.command('convert-to-ro', commandId(3), {
      edits: [back.edit(3), back.edit(4)],
      params: { workfileId: workfile, number: null },
    }),
    lock: await back.command('lock-estimate', commandId(4), {
      edits: [back.edit(5), back.edit(6)],
      params: { estimateId: estimate, at: 1_000, versionId: idOf(71), estimator: 'Casey Moor' },
    }),
    late: await front.push([edit(8), 'line', line, 'labor', { type: 'body', tenths: 5, included: false }, edit(3)]),
    log: (await back.pull()).flatMap(withoutTimes),
  };
}

/** An answer without the time of its refusal. */
const undated = (answer: CommandAnswer): CommandAnswer =>
  answer.state === 'refused' ? { ...answer, details: { ...answer.details, answeredAt: 0 } } : answer;

/** Times, epochs and what is derived from them differ between two runs. */
function withoutTimes(one: PullLine): readonly unknown[] {
  if (one[0] !== 'change') return [one.slice(0, 2)];
  const [, seq, edit, kind, id, group, value, base] = one;
  return kind === 'conflict' ? [[seq, kind, id, group]] : [[seq, edit, kind, id, group, value, base]];
}

const [memory, ...databases] = storeKinds;

describe.each(databases)('$name', ({ open }) => {
  let stores: Stores;
  beforeAll(async () => {
    stores = await open();
  });
  afterAll(() => stores.close());

  test('comes to the verdicts, the answers and the log that the store in memory comes to', async () => {
    const expected = await story((await memory?.open()) ?? stores);
    expect(expected.conflict.first).toMatchObject([{ verdict: 'conflict' }]);
    expect(expected.late.first).toMatchObject([{ verdict: 'refused', code: 'locked' }]);
    const { created, price, conflict, follower, late } = expected;
    for (const { first, again } of [created, price, conflict, follower, late]) expect(again).toEqual(first);
    expect(expected.convertAgain).toEqual(expected.convert);
    expect([expected.forked, expected.gap]).toEqual([
      { ok: false, failure: 'device-forked' },
      { ok: false, failure: 'lost-batch' },
    ]);
    expect(await story(stores)).toEqual(expected);
  });
});
