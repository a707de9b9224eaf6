/** The simulated cloud: several API processes on one shop, each of which may die at any await. */

import type { Shops } from '../../src-cloud/db/shop-store.ts';
import { pull } from '../../src-cloud/services/pull.ts';
import { push } from '../../src-cloud/services/push.ts';
import { type SyncFailure, syncFailureOf } from '../../src-main/sync/cloud-client.ts';
import type { ShopId, UserId } from '../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import type { CommandAnswer, CommandName, CommandRequest } from '../../src-shared/sync/commands.ts';
import {
  type PullLine,
  type PullRequest,
  type PushAnswer,
  pullRequest,
  pushRequest,
} from '../../src-shared/sync/protocol.ts';
import type { CompareAnswer, CompareRequest, SnapshotLine, SnapshotRequest } from '../../src-shared/sync/snapshot.ts';
import { comparisonOf, snapshotOf } from './bundles.ts';
import { copyOf, emptyShop, MemoryTransaction, type ShopMemory } from './memory-shop.ts';
import { Life, type World } from './world.ts';

export type Refusal = { readonly status: number; readonly body: unknown };
export type Api = {
  readonly life: Life;
  readonly push: (person: string, body: string) => Promise<Result<PushAnswer, Refusal>>;
  readonly command: (name: CommandName, request: CommandRequest) => Promise<Result<CommandAnswer, Refusal>>;
  readonly compare: (request: CompareRequest) => Promise<Result<CompareAnswer, Refusal>>;
  readonly snapshot: (request: SnapshotRequest) => Promise<Result<readonly SnapshotLine[], Refusal>>;
  readonly pull: (person: string, input: PullRequest) => Promise<Result<readonly PullLine[], Refusal>>;
};

const shopId = '0190a000-0000-7000-8000-0000000000aa' as ShopId;

export class SimCloud {
  shop: ShopMemory;
  readonly #world: World;
  readonly #apis: Api[] = [];
  #holder: Life | null = null;
  readonly #queue: (() => void)[] = [];
  #epochs = 1;

  constructor(world: World, apis: number) {
    this.#world = world;
    this.shop = emptyShop('epoch-1');
    for (let i = 0; i < apis; i += 1) this.#apis.push(this.#start(`api-${i + 1}`));
  }

  anyApi(): Api | undefined {
    return this.#apis[this.#world.chance.below(this.#apis.length)];
  }

  /** Kills one API process; another takes its place. */
  killOne(): void {
    const at = this.#world.chance.below(this.#apis.length);
    const api = this.#apis[at];
    if (api === undefined) return;
    api.life.kill();
    this.#release(api.life);
    this.#apis[at] = this.#start(api.life.name);
  }

  /** Puts an older copy in place of everything, as an operator or a lost disk would. */
  restore(copy: ShopMemory, newEpoch: boolean): void {
    for (const [at, api] of this.#apis.entries()) {
      api.life.kill();
      this.#apis[at] = this.#start(api.life.name);
    }
    this.#holder = null;
    this.#queue.length = 0;
    this.shop = copyOf(copy);
    this.#epochs += 1;
    if (newEpoch) this.shop.epoch = `epoch-${this.#epochs}`;
  }

  /** Serves a request; fails when the process dies under it. */
  async serve<T>(api: Api, work: (api: Api) => Promise<T>): Promise<T> {
    let leave = () => {};
    const end = new Promise<never>((_, reject) => {
      leave = api.life.onEnd(() => reject(new Error('the API process died')));
    });
    try {
      return await Promise.race([work(api), end]);
    } finally {
      leave();
    }
  }

  failureOf = ({ status, body }: Refusal): SyncFailure => syncFailureOf(status, body, undefined);

  #start(name: string): Api {
    const life = new Life(name);
    const shops = this.#shopsOf(life);
    const deps = { shops, live: { tell: () => undefined }, clock: () => this.#world.now() };
    return {
      life,
      push: async (person, body) => {
        const { device, ...batch } = pushRequest.parse(JSON.parse(body));
        const writer = { device, person: person as UserId, shopId, role: 'manager' as const };
        const bytes = new TextEncoder().encode(body);
        const answer = await push(deps, writer, { ...batch, device, body: bytes });
        return answer.ok ? answer : failed({ status: 409, body: { reason: answer.failure } });
      },
      command: async (name, request) => {
        await this.#world.turn(life, `${name}: ${name}`);
        return ok(this.#leased(request.id));
      },
      compare: async (request) => {
        await this.#world.turn(life, `${name}: compare`);
        return ok(comparisonOf(this.shop, request));
      },
      snapshot: async (request) => {
        await this.#world.turn(life, `${name}: read bundles`);
        const { epoch, lastSeq: seq } = this.shop;
        if (request.epoch === '' || request.epoch === epoch) return ok(snapshotOf(this.shop, request));
        return failed({ status: 409, body: { reason: 'epoch', epoch, seq, mark: null } });
      },
      pull: async (_person, input) => {
        const answer = await pull(shops, shopId, pullRequest.parse(input));
        if (!answer.ok) return failed({ status: 409, body: answer.failure });
        const lines: PullLine[] = [];
        for await (const line of answer.value) lines.push(line);
        return ok(lines);
      },
    };
  }

  /** The same block for the same question, however often it comes. */
  #leased(id: string): CommandAnswer {
    const { leases, lastSeq: seq } = this.shop;
    const first = leases.get(id) ?? 10_001 + leases.size * 50;
    leases.set(id, first);
    return { state: 'done', seq, result: { block: [first, first + 49] } };
  }

  #shopsOf =
    (life: Life): Shops =>
    async (_shop, work) => {
      const { shop } = this;
      const transaction = new MemoryTransaction(shop, (what) => this.#world.turn(life, `${life.name}: ${what}`));
      let holds = false;
      const store = transaction.store(async () => {
        await this.#hold(life);
        holds = true;
      });
      try {
        const answer = await work(store);
        await this.#world.turn(life, `${life.name}: commit`);
        transaction.commit();
        await this.#world.turn(life, `${life.name}: committed`);
        return answer;
      } finally {
        if (holds) this.#release(life);
      }
    };

  async #hold(life: Life): Promise<void> {
    while (this.#holder !== null) {
      await new Promise<void>((resolve) => void this.#queue.push(resolve));
      await this.#world.turn(life, `${life.name}: waited for the order`);
    }
    this.#holder = life;
  }

  #release(life: Life): void {
    if (this.#holder !== life) return;
    this.#holder = null;
    for (const go of this.#queue.splice(0)) go();
  }
}
