/** The simulated network: requests are dropped, doubled, answered twice or never, and streams are cut. */

import type { Bytes, CloudClient, SyncFailure } from '../../src-main/sync/cloud-client.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import type { CommandName, CommandRequest } from '../../src-shared/sync/commands.ts';
import type { PullRequest, PushAnswer } from '../../src-shared/sync/protocol.ts';
import type { CompareRequest, SnapshotRequest } from '../../src-shared/sync/snapshot.ts';
import type { Api, Refusal, SimCloud } from './cloud.ts';
import type { Faults } from './plan.ts';
import type { Life, World } from './world.ts';

export type Network = { readonly faults: Faults; readonly down: Set<string> };
export type Wire = { readonly world: World; readonly network: Network; readonly cloud: SimCloud };

const offline = failed({ kind: 'offline' } as const);

/** The calls of one life of a PC, as the sync loop knows them. */
export function simClient({ world, network, cloud }: Wire, life: Life, place: string): CloudClient {
  const call = async <T>(
    what: string,
    serve: (api: Api) => Promise<Result<T, Refusal>>,
  ): Promise<Result<T, SyncFailure>> => {
    await world.turn(life, `${place} asks ${what}`);
    const { faults } = network;
    if (network.down.has(place) || world.chance.percent(faults.drop)) return offline;
    const api = cloud.anyApi();
    if (api === undefined) return offline;
    const died = (error: unknown) => {
      if (api.life.alive) world.problems.push(`${api.life.name} broke at ${what}: ${String(error)}`);
      return undefined;
    };
    if (world.chance.percent(faults.double)) void cloud.serve(api, serve).catch(died);
    const answer = await cloud.serve(api, serve).catch(died);
    await world.turn(life, `${place} hears ${what}`);
    if (answer === undefined || network.down.has(place) || world.chance.percent(faults.cutAnswer)) return offline;
    return answer.ok ? answer : failed(cloud.failureOf(answer.failure));
  };
  const streamOf = (lines: readonly unknown[]): Bytes => {
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    const cut = world.chance.percent(network.faults.cutStream) ? world.chance.below(text.length + 1) : text.length;
    return pieces(world, life, text, cut);
  };
  const client = {
    push: (token: string, body: string): Promise<Result<PushAnswer, SyncFailure>> =>
      call('push', (api) => api.push(token, body)),
    enrol: async () => ok(null),
    compare: (_token: string, request: CompareRequest) => call('compare', (api) => api.compare(request)),
    async snapshot(_token: string, request: SnapshotRequest): Promise<Result<Bytes, SyncFailure>> {
      const answer = await call('snapshot', (api) => api.snapshot(request));
      return answer.ok ? ok(streamOf(answer.value)) : answer;
    },
    command: (_token: string, name: CommandName, request: CommandRequest) =>
      call(name, (api) => api.command(name, request)),
    async pull(token: string, input: PullRequest): Promise<Result<Bytes, SyncFailure>> {
      const answer = await call('pull', (api) => api.pull(token, input));
      if (!answer.ok) return answer;
      return ok(streamOf(answer.value));
    },
  };
  return client as unknown as CloudClient;
}

/** The text in up to three pieces; one that was cut ends in an error. */
function pieces(world: World, life: Life, text: string, end: number): Bytes {
  const bytes = new TextEncoder().encode(text.slice(0, end));
  async function* parts(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; ) {
      await world.turn(life, 'a piece of the stream');
      const next = world.chance.percent(50) ? bytes.length : at + 1 + world.chance.below(bytes.length - at);
      yield bytes.subarray(at, next);
      at = next;
    }
    if (end < text.length) throw new Error('the stream was cut');
  }
  return Object.assign(parts(), { destroy: () => undefined });
}
