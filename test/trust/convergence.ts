/** Brings a shop to rest and looks at everybody: how many quiet rounds it took, and whether one more writes anything. */
import { setTimeout as pause } from 'node:timers/promises';
import { peekInto } from '../support/desktop-database.ts';
import { type CloudState, readCloudState } from './cloud-state.ts';
import { calm, type FaultyShop, syncRound } from './faulty-shop.ts';
import { differences } from './oracle.ts';
import { type Replica, readReplica } from './replica.ts';

export type Rest = {
  readonly cloud: CloudState;
  readonly replicas: ReadonlyMap<string, Replica>;
  /** How many rounds without a fault it took until all were equal. */
  readonly rounds: number;
  /** Where somebody still differs after the last of them. */
  readonly differences: readonly string[];
};

const mostRounds = 3;

/** Ends all trouble and runs rounds until everybody is equal. */
export async function comeToRest(shop: FaultyShop): Promise<Rest> {
  await calm(shop);
  for (let rounds = 1; ; rounds += 1) {
    for (const pc of shop.pcs) await syncRound(pc, shop);
    const seen = await look(shop);
    if (seen.differences.length > 0 && rounds < mostRounds) continue;
    // A round may leave workfiles whose turn came to be compared to the next one.
    for (const pc of shop.pcs) await syncRound(pc, shop);
    return { ...seen, rounds };
  }
}

async function look(shop: FaultyShop): Promise<Omit<Rest, 'rounds'>> {
  const cloud = await readCloudState(shop.cloud.database, shop.id);
  for (const pc of shop.pcs) await openEverything(pc);
  const replicas = new Map(shop.pcs.map(({ name, dataDir }) => [name, readReplica(dataDir)]));
  return { cloud, replicas, differences: differences({ cloud, replicas }) };
}

/** What a PC has not unpacked yet is unpacked by opening it; a workfile that does not open is a difference of its own. */
async function openEverything(pc: FaultyShop['pcs'][number]): Promise<void> {
  const all = { text: '', offset: 0, limit: 500, sort: 'changed', descending: true } as const;
  const { rows } = await pc.ask('workfile.list', all);
  for (const { id } of rows) await pc.ask('workfile.open', { workfileId: id });
}

/** What another round of everybody writes, in words; nothing where all are equal. */
export async function oneMoreRound(shop: FaultyShop): Promise<readonly string[]> {
  const looks = shop.pcs.map((pc) => ({ pc, look: peekInto(pc.dataDir) }));
  // Hints of the rounds before may still be on their way.
  await pause(50);
  const before = looks.map(({ look }) => look.version());
  const { log } = await readCloudState(shop.cloud.database, shop.id);
  const pushes = shop.pcs.map(({ network }) => network.count('POST /sync/push'));
  for (const pc of shop.pcs) await syncRound(pc);
  const after = await readCloudState(shop.cloud.database, shop.id);
  const wrote = looks.flatMap(({ pc, look }, i) => [
    ...(look.version() === before[i] ? [] : [`one more round wrote on ${pc.name}`]),
    ...(pc.network.count('POST /sync/push') === pushes[i] ? [] : [`one more round pushed from ${pc.name}`]),
  ]);
  for (const { look } of looks) look.close();
  return after.log.length === log.length ? wrote : [...wrote, 'one more round wrote in the cloud'];
}
