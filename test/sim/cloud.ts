/** The simulated cloud: several API processes on one shop, each of which may die at any await. */

import { runCommand } from '../../src-cloud/services/commands/run-command.ts';
import { pull } from '../../src-cloud/services/pull.ts';
import { push } from '../../src-cloud/services/push.ts';
import { type SyncFailure, syncFailureOf } from '../../src-main/sync/cloud-client.ts';
import type { UserId } from '../../src-shared/base/ids.ts';
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
import type { Backup, CloudStore, Refusal } from './cloud-store.ts';
import { MemoryCloudStore } from './memory-cloud-store.ts';
import type { ShopMemory } from './memory-shop.ts';
import { Life, type World } from './world.ts';

export type { Refusal } from './cloud-store.ts';

export type Api = {
  readonly life: Life;
  readonly push: (person: string, body: string) => Promise<Result<PushAnswer, Refusal>>;
  readonly command: (name: CommandName, request: CommandRequest) => Promise<Result<CommandAnswer, Refusal>>;
  readonly compare: (request: CompareRequest) => Promise<Result<CompareAnswer, Refusal>>;
  readonly snapshot: (request: SnapshotRequest) => Promise<Result<readonly SnapshotLine[], Refusal>>;
  readonly pull: (person: string, input: PullRequest) => Promise<Result<readonly PullLine[], Refusal>>;
};

export class SimCloud {
  readonly #world: World;
  readonly #store: CloudStore;
  readonly #apis: Api[] = [];
  #epochs = 1;

  constructor(world: World, apis: number, store: CloudStore = new MemoryCloudStore(world)) {
    this.#world = world;
    this.#store = store;
    for (let i = 0; i < apis; i += 1) this.#apis.push(this.#start(`api-${i + 1}`));
  }

  /** What is committed. */
  get shop(): ShopMemory {
    return this.#store.shop;
  }

  anyApi(): Api | undefined {
    return this.#apis[this.#world.chance.below(this.#apis.length)];
  }

  /** Kills one API process; another takes its place. */
  killOne(): void {
    this.#kill(this.#world.chance.below(this.#apis.length));
  }

  /** A copy of everything, as an operator would keep it. */
  backup(): Backup {
    return this.#store.backup();
  }

  /** Puts an older copy in place of everything, as an operator or a lost disk would. */
  restore(backup: Backup, newEpoch: boolean): void {
    for (const at of this.#apis.keys()) this.#kill(at);
    this.#epochs += 1;
    this.#store.restore(backup, newEpoch ? `epoch-${this.#epochs}` : null);
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

  #kill(at: number): void {
    const api = this.#apis[at];
    if (api === undefined) return;
    api.life.kill();
    this.#store.died(api.life);
    this.#apis[at] = this.#start(api.life.name);
  }

  #start(name: string): Api {
    const life = new Life(name);
    const store = this.#store;
    const { shopId } = store;
    const { shops, commandShops } = store.shops(life);
    const live = { tell: () => undefined };
    const deps = { shops, live, clock: () => this.#world.now() };
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
        const { device } = request;
        const asker = { device, person: 'person' as UserId, role: 'manager' as const, name: 'Someone', shopId };
        return ok(await runCommand({ commandShops, live }, asker, { ...request, name }));
      },
      compare: async (request) => ok(await store.compare(life, request)),
      snapshot: (request) => store.snapshot(life, request),
      pull: async (_person, input) => {
        const answer = await pull(shops, shopId, pullRequest.parse(input));
        if (!answer.ok) return failed({ status: 409, body: answer.failure });
        const lines: PullLine[] = [];
        for await (const line of answer.value) lines.push(line);
        return ok(lines);
      },
    };
  }
}
