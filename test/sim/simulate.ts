/** One run: people, faults and restores by one seed, then quiet, then the oracle. */

import { listKept } from '../../src-main/db/kept.ts';
import { waitingCount } from '../../src-main/db/outbox.ts';
import { readRow } from '../../src-main/db/record.ts';
import { groupOf, stampOf } from '../../src-main/db/record-row.ts';
import { recordTables } from '../../src-main/db/record-tables.ts';
import type { PushRequest } from '../../src-shared/sync/protocol.ts';
import { SimCloud } from './cloud.ts';
import { copyOf, type ShopMemory } from './memory-shop.ts';
import { noFaults, type Wire } from './network.ts';
import { differences, doubled, lost, type Made, overwritten } from './oracle.ts';
import { emptyDatabase, SimPc } from './pc.ts';
import { act, type Script } from './script.ts';
import { World } from './world.ts';

export type Plan = {
  readonly seed: number;
  readonly steps: number;
  readonly pcs: number;
  readonly apis: number;
  /** Percent of the steps at which each of these happens. */
  readonly crash: number;
  readonly killApi: number;
  readonly restorePc: number;
  readonly clonePc: number;
  readonly restoreCloud: number;
};

export const usualPlan = (seed: number): Plan => ({
  seed,
  steps: 500,
  pcs: 2 + (seed % 2),
  apis: 2,
  crash: 1,
  killApi: 1,
  // Cloud and disk lost together: what nobody else has is gone, and is no failure.
  restorePc: seed % 5 === 0 && seed % 3 !== 0 ? 1 : 0,
  clonePc: seed % 7 === 0 ? 1 : 0,
  restoreCloud: seed % 3 === 0 ? 1 : 0,
});

export type Outcome = {
  readonly seed: number;
  readonly steps: number;
  readonly violations: readonly string[];
  readonly story: readonly string[];
  readonly conflicts: number;
};

const image = emptyDatabase();

export const simulate = (plan: Plan): Promise<Outcome> => new Run(plan).run();

class Run {
  readonly #plan: Plan;
  readonly #world: World;
  readonly #wire: Wire;
  readonly #pcs: SimPc[] = [];
  readonly #script: Script;
  readonly #made = new Map<string, Made>();
  readonly #faults = { drop: 5, cutAnswer: 5, double: 5, cutStream: 10 };
  #steps = 0;
  readonly #early: string[] = [];
  #backup: { readonly shop: ShopMemory } | null = null;
  #image: { readonly pc: SimPc; readonly bytes: Buffer } | null = null;

  constructor(plan: Plan) {
    this.#plan = plan;
    this.#world = new World(plan.seed);
    const cloud = new SimCloud(this.#world, plan.apis);
    this.#wire = { world: this.#world, cloud, network: { faults: this.#faults, down: new Set() } };
    this.#script = { world: this.#world, value: 0 };
    for (let i = 0; i < plan.pcs; i += 1) this.#addPc(image);
  }

  async run(): Promise<Outcome> {
    for (; this.#steps < this.#plan.steps; this.#steps += 1) await this.#step();
    const violations = [...this.#early, ...(await this.#quieten()), ...this.#judge(), ...(await this.#oneMoreRound())];
    const { seed } = this.#plan;
    const conflicts = this.#wire.cloud.shop.conflicts.size;
    for (const pc of this.#pcs) pc.store.connection.close();
    return { seed, steps: this.#steps, violations, story: this.#world.story, conflicts };
  }

  #addPc(from: Buffer): SimPc {
    const pc = new SimPc(`PC-${this.#pcs.length + 1}`, this.#wire, from);
    this.#pcs.push(pc);
    return pc;
  }

  async #step(): Promise<void> {
    const { chance } = this.#world;
    if (this.#mishap()) return this.#world.settle();
    const what = chance.below(100);
    if (what < 22) this.#edit();
    else if (what < 34) this.#anyPc().startRound();
    await this.#world.letOneGo();
  }

  #edit(): void {
    const pc = this.#anyPc();
    const before = unsentEdits(pc);
    const edits = act(this.#script, pc);
    const after = new Set(unsentEdits(pc));
    // What was not sealed yet went on under a new id, with all that it holds.
    const rewritten = before.some((edit) => !after.has(edit));
    for (const edit of before) if (!after.has(edit)) this.#forget(edit);
    for (const { kind, id, group } of edits)
      this.#remember(pc, kind, id, rewritten && group !== 'deleted' ? '*' : group);
  }

  #forget(edit: string): void {
    for (const key of this.#made.keys()) if (key.startsWith(`${edit}/`)) this.#made.delete(key);
  }

  /** What the PC has acknowledged of a group: the edit that its row names, and the value. */
  #remember(pc: SimPc, kind: Made['kind'], id: string, group: string): void {
    const table = recordTables[kind as keyof typeof recordTables];
    const row = readRow(pc.store, table.kind, id);
    if (row === undefined) return;
    for (const name of group === '*' ? table.groups.keys() : [group]) {
      const edit = stampOf(row, name);
      this.#made.set(`${edit}/${name}`, { edit, kind, id, group: name, value: groupOf(table, row, name) ?? {} });
    }
  }

  #mishap(): boolean {
    const { chance } = this.#world;
    const { crash, killApi, restorePc, clonePc, restoreCloud } = this.#plan;
    const { cloud, network } = this.#wire;
    if (chance.percent(crash)) this.#tell('crash', (pc) => pc.restart());
    else if (chance.percent(killApi)) cloud.killOne();
    else if (chance.percent(2)) network.down.add(this.#anyPc().place);
    else if (chance.percent(5)) network.down.clear();
    else if (chance.percent(restorePc)) this.#restorePc();
    else if (chance.percent(clonePc)) this.#clonePc();
    else if (chance.percent(restoreCloud)) this.#restoreCloud();
    else return false;
    return true;
  }

  #tell(what: string, work: (pc: SimPc) => void): void {
    const pc = this.#anyPc();
    this.#world.tell(`${this.#steps}: ${what} ${pc.place}`);
    work(pc);
  }

  /** Takes a copy of a PC's folder, and puts it back some time later. */
  #restorePc(): void {
    if (this.#image === null) {
      const pc = this.#anyPc();
      this.#image = { pc, bytes: pc.image() };
      return;
    }
    const { pc, bytes } = this.#image;
    this.#image = null;
    this.#world.tell(`${this.#steps}: restore ${pc.place}`);
    this.#replace(() => pc.restart(bytes));
  }

  #clonePc(): void {
    if (this.#pcs.length > this.#plan.pcs) return;
    const pc = this.#anyPc();
    this.#world.tell(`${this.#steps}: copy ${pc.place}`);
    this.#addPc(pc.image());
  }

  #restoreCloud(): void {
    const { cloud } = this.#wire;
    if (this.#backup === null) {
      this.#backup = { shop: copyOf(cloud.shop) };
      return;
    }
    this.#world.tell(`${this.#steps}: restore the cloud to ${this.#backup.shop.lastSeq} of ${cloud.shop.lastSeq}`);
    const { shop } = this.#backup;
    this.#backup = null;
    this.#replace(() => cloud.restore(shop, this.#world.chance.percent(50)));
  }

  /** A disk is replaced by an older copy of itself: what stood on that disk alone is gone, and nothing else may be. */
  #replace(restore: () => void): void {
    this.#early.push(
      ...this.#nowhere().map(
        ({ edit, kind, id, group, value }) =>
          `${edit} of ${kind}/${id}/${group} ${JSON.stringify(value)} was lost before step ${this.#steps}`,
      ),
    );
    restore();
    for (const { edit } of this.#nowhere()) this.#forget(edit);
  }

  /** The edits that neither the cloud nor any PC holds. */
  #nowhere(): readonly Made[] {
    const { shop } = this.#wire.cloud;
    const held = new Set([
      ...shop.applied,
      ...shop.refused.keys(),
      ...[...shop.conflicts.values()].flatMap(({ edits }) => edits),
      ...this.#pcs.flatMap(editsOn),
    ] as string[]);
    return [...this.#made.values()].filter(({ edit }) => !held.has(edit));
  }

  /** Ends all faults and lets rounds run until nobody has anything to send or fetch. */
  async #quieten(): Promise<readonly string[]> {
    Object.assign(this.#faults, noFaults);
    this.#wire.network.down.clear();
    for (let round = 0; round < 40; round += 1) {
      for (const pc of this.#pcs) {
        pc.startRound();
        for (let turns = 0; pc.isBusy || this.#world.waiting > 0; turns += 1) {
          if (turns > 100_000) return ['a round never ended'];
          await this.#world.letOneGo();
        }
      }
      if (this.#isQuiet()) return [];
    }
    return this.#pcs.map((pc) => `${pc.place}: ${waitingCount(pc.store)} edits wait still, ${pc.lastEnd}`);
  }

  #isQuiet(): boolean {
    const { cloud } = this.#wire;
    return this.#pcs.every(
      (pc) =>
        waitingCount(pc.store) === 0 &&
        openCommands(pc).length === 0 &&
        pc.lastEnd === 'rest' &&
        pc.cursor === cloud.shop.lastSeq,
    );
  }

  #judge(): readonly string[] {
    const { shop } = this.#wire.cloud;
    for (const pc of this.#pcs) pc.unpackAll();
    const kept = new Set(this.#pcs.flatMap((pc) => listKept(pc.store).map(({ edit }) => edit as string)));
    return [
      ...differences(shop, this.#pcs),
      ...overwritten(shop),
      ...lost(shop, [...this.#made.values()], kept),
      ...doubled(shop),
      ...this.#pcs.flatMap((pc) => pc.quarantined.map((what) => `${pc.place}: set aside ${what}`)),
    ];
  }

  /** On equal replicas a round writes nothing. */
  async #oneMoreRound(): Promise<readonly string[]> {
    await this.#quieten();
    const before = this.#pcs.map((pc) => pc.writes);
    const { lastSeq } = this.#wire.cloud.shop;
    await this.#quieten();
    const wrote = this.#pcs.filter((pc, i) => pc.writes !== before[i]).map((pc) => `${pc.place}: a quiet round wrote`);
    return this.#wire.cloud.shop.lastSeq === lastSeq ? wrote : [...wrote, 'a quiet round moved the order'];
  }

  #anyPc(): SimPc {
    const [first, ...others] = this.#pcs;
    if (first === undefined) throw new Error('a world without PCs');
    return this.#world.chance.pick([first, ...others]);
  }
}

const openCommands = (pc: SimPc): readonly string[] =>
  pc.texts("select id from command where state not in ('done', 'refused', 'cancelled')");

const unsentEdits = (pc: SimPc): readonly string[] =>
  pc.texts('select edit from outbox union all select edit from again');

/** Every edit that a PC could still bring: waiting, kept, or in a retained batch. */
function editsOn(pc: SimPc): readonly string[] {
  const bodies = pc.texts('select body from batch where moved = 0');
  const sent = bodies.flatMap((body) => (JSON.parse(body) as PushRequest).edits.map(([edit]) => edit));
  return [...unsentEdits(pc), ...sent, ...pc.texts('select edit from kept')];
}
