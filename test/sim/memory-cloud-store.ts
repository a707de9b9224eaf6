/** The shop of a simulated cloud in memory: each step of a transaction is a turn in the world. */
import type { ShopId } from '../../src-shared/base/ids.ts';
import { failed, ok } from '../../src-shared/base/result.ts';
import type { CompareRequest, SnapshotRequest } from '../../src-shared/sync/snapshot.ts';
import { comparisonOf, snapshotOf } from './bundles.ts';
import type { Backup, CloudStore } from './cloud-store.ts';
import { copyOf, emptyShop, type ShopMemory } from './memory-shop.ts';
import { type AnyStore, MemoryTransaction } from './memory-transaction.ts';
import { OrderLock } from './order-lock.ts';
import type { Life, World } from './world.ts';

export class MemoryCloudStore implements CloudStore {
  readonly shopId = '0190a000-0000-7000-8000-0000000000aa' as ShopId;
  readonly #world: Pick<World, 'turn'>;
  #shop = emptyShop('epoch-1');
  #lock = new OrderLock();

  constructor(world: Pick<World, 'turn'>) {
    this.#world = world;
  }

  get shop(): ShopMemory {
    return this.#shop;
  }

  shops(life: Life) {
    const turn = (what: string) => this.#world.turn(life, `${life.name}: ${what}`);
    const shops = async <T>(_shop: ShopId, work: (store: AnyStore) => Promise<T>): Promise<T> => {
      const transaction = new MemoryTransaction(this.#shop, turn);
      const lock = this.#lock;
      let holds = false;
      const store = transaction.store(async () => {
        if (!holds) await lock.take(life, () => turn('waited for the order'));
        holds = true;
      });
      try {
        const answer = await work(store);
        await turn('commit');
        transaction.commit();
        await turn('committed');
        return answer;
      } finally {
        if (holds) lock.release(life);
      }
    };
    return { shops, commandShops: shops };
  }

  async compare(life: Life, request: CompareRequest) {
    await this.#world.turn(life, `${life.name}: compare`);
    return comparisonOf(this.#shop, request);
  }

  async snapshot(life: Life, request: SnapshotRequest) {
    await this.#world.turn(life, `${life.name}: read bundles`);
    const { epoch, lastSeq: seq } = this.#shop;
    if (request.epoch === '' || request.epoch === epoch) return ok(snapshotOf(this.#shop, request));
    return failed({ status: 409, body: { reason: 'epoch', epoch, seq, mark: null } });
  }

  died(life: Life): void {
    this.#lock.release(life);
  }

  backup(): Backup {
    return { shop: copyOf(this.#shop) };
  }

  restore({ shop }: Backup, epoch: string | null): void {
    this.#lock = new OrderLock();
    this.#shop = copyOf(shop);
    if (epoch !== null) this.#shop.epoch = epoch;
  }
}
