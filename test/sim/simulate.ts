/** One run: people, faults and restores by one seed, then quiet, then the oracle. */

import { createHash } from 'node:crypto';
import { waitingCount } from '../../src-main/db/outbox.ts';
import { SimCloud } from './cloud.ts';
import type { CloudStore } from './cloud-store.ts';
import { Ledger } from './ledger.ts';
import { addPc, anyPc, Mishaps, type Shop } from './mishaps.ts';
import { judge } from './oracle/oracle.ts';
import { prefixOf } from './oracle/prefix.ts';
import type { SimPc } from './pc.ts';
import { People } from './people.ts';
import { noFaults, type Plan } from './plan.ts';
import { World } from './world.ts';

export type Outcome = {
  readonly seed: number;
  readonly steps: number;
  readonly violations: readonly string[];
  readonly story: readonly string[];
  readonly counts: {
    readonly edits: number;
    readonly conflicts: number;
    readonly refused: number;
    readonly commands: number;
  };
  /** The same for the same plan, wherever and whenever it is run. */
  readonly fingerprint: string;
};

/** Where the cloud of a run keeps its shop; in memory unless said otherwise. */
export type StoreOf = (world: World) => CloudStore;

export const simulate = (plan: Plan, storeOf?: StoreOf): Promise<Outcome> => new Run(plan, storeOf).run();

/** How often it is looked whether every PC has applied a prefix of the log. */
const stepsPerLook = 100;

class Run {
  readonly #shop: Shop;
  readonly #world: World;
  readonly #people: People;
  readonly #mishaps: Mishaps;

  constructor(plan: Plan, storeOf?: StoreOf) {
    const world = new World(plan.seed);
    const cloud = new SimCloud(world, plan.apis, storeOf?.(world));
    const { drop, cutAnswer, double, cutStream } = plan;
    const network = { faults: { drop, cutAnswer, double, cutStream }, down: new Set<string>() };
    this.#world = world;
    this.#shop = { plan, wire: { world, cloud, network }, pcs: [], ledger: new Ledger(), problems: world.problems };
    this.#people = new People(world, plan);
    this.#mishaps = new Mishaps(this.#shop);
    for (let i = 0; i < plan.pcs; i += 1) addPc(this.#shop);
  }

  async run(): Promise<Outcome> {
    const { plan, pcs, problems } = this.#shop;
    try {
      for (let step = 0; step < plan.steps; step += 1) await this.#step(step);
      problems.push(...(await this.#drains()), ...this.#judge(), ...(await this.#quietRoundWritesNothing()));
    } catch (error) {
      problems.push(`the program broke: ${error instanceof Error ? error.stack : String(error)}`);
    } finally {
      for (const pc of pcs) pc.close(problems.length === 0);
    }
    return this.#outcome();
  }

  async #step(step: number): Promise<void> {
    const { chance } = this.#world;
    if (step % stepsPerLook === 0) this.#look();
    if (this.#mishaps.happen(step)) return this.#world.settle();
    const what = chance.below(100);
    if (what < 22) {
      const pc = anyPc(this.#shop);
      this.#shop.ledger.watch(pc, () => this.#people.act(pc));
    } else if (what < 34) anyPc(this.#shop).startRound();
    await this.#world.letOneGo();
  }

  #look(): void {
    const { pcs, wire, ledger, problems } = this.#shop;
    const seen = { shop: wire.cloud.shop, ledger };
    problems.push(...pcs.flatMap((pc) => prefixOf(pc, seen)).map((what) => `appliedIsAPrefix: ${what}`));
  }

  /** Invariant 5. Ends all faults and lets rounds run until nobody has anything to send or fetch. */
  async #drains(): Promise<readonly string[]> {
    const { wire, pcs } = this.#shop;
    Object.assign(wire.network.faults, noFaults);
    wire.network.down.clear();
    for (let round = 0; round < 40; round += 1) {
      for (const pc of pcs) {
        pc.startRound();
        for (let turns = 0; pc.isBusy || this.#world.waiting > 0; turns += 1) {
          if (turns > 100_000) return ['drains: a round never ended'];
          await this.#world.letOneGo();
        }
      }
      if (pcs.every((pc) => this.#isDrained(pc))) return [];
    }
    return pcs.map((pc) => `drains: ${pc.place}: ${waitingCount(pc.store)} edits wait still, ${pc.lastEnd}`);
  }

  #isDrained(pc: SimPc): boolean {
    const { lastSeq } = this.#shop.wire.cloud.shop;
    return pc.lastEnd === 'rest' && pc.cursor === lastSeq && waitingCount(pc.store) === 0 && !hasOpenCommands(pc);
  }

  #judge(): readonly string[] {
    const { wire, pcs, ledger, plan } = this.#shop;
    for (const pc of pcs) {
      pc.idle();
      pc.unpackAll();
    }
    const hadLives = plan.restorePc + plan.clonePc + plan.restoreCloud > 0;
    return judge({ shop: wire.cloud.shop, pcs, ledger, hadLives });
  }

  /** Invariant 7. On equal replicas a round writes nothing. */
  async #quietRoundWritesNothing(): Promise<readonly string[]> {
    const { wire, pcs } = this.#shop;
    const what = 'quietRoundWritesNothing: a quiet round';
    await this.#drains();
    const before = pcs.map((pc) => pc.writes);
    const { lastSeq } = wire.cloud.shop;
    await this.#drains();
    const wrote = pcs.filter((pc, i) => pc.writes !== before[i]).map((pc) => `${what} wrote on ${pc.place}`);
    return wire.cloud.shop.lastSeq === lastSeq ? wrote : [...wrote, `${what} moved the order`];
  }

  #outcome(): Outcome {
    const { plan, wire, problems, ledger } = this.#shop;
    const { shop } = wire.cloud;
    const { story, chance } = this.#world;
    const commands = [...ledger.answered.values()].filter(
      ({ name, state }) => name !== 'lease-numbers' && state === 'done',
    );
    const counts = {
      edits: ledger.made.size,
      conflicts: shop.conflicts.size,
      refused: shop.refused.size,
      commands: commands.length,
    };
    const { seed, steps } = plan;
    const text = JSON.stringify([story, counts, shop.mark, [...shop.records], [...chance.bytes(8)]]);
    const fingerprint = createHash('sha256').update(text).digest('hex');
    return { seed, steps, violations: [...problems], story, counts, fingerprint };
  }
}

const hasOpenCommands = (pc: SimPc): boolean =>
  pc.texts("select id from command where state not in ('done', 'refused', 'cancelled') limit 1").length > 0;
