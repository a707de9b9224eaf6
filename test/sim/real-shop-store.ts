/** The shop of a simulated cloud in a real database: each step of a transaction is a turn, and each query is real. */
import { commandShopsOf } from '../../src-cloud/db/command-store.ts';
import type { Database } from '../../src-cloud/db/database.ts';
import { shopsOf } from '../../src-cloud/db/shop-store.ts';
import { type Bundler, createBundler } from '../../src-cloud/services/bundler.ts';
import { compare } from '../../src-cloud/services/compare.ts';
import { snapshot } from '../../src-cloud/services/snapshot.ts';
import type { ShopId } from '../../src-shared/base/ids.ts';
import { failed, ok } from '../../src-shared/base/result.ts';
import type { CompareRequest, SnapshotLine, SnapshotRequest } from '../../src-shared/sync/snapshot.ts';
import type { Backup, CloudStore } from './cloud-store.ts';
import { copyOf, emptyShop, type ShopMemory } from './memory-shop.ts';
import { OrderLock } from './order-lock.ts';
import { oneByOne } from './real-shop-database.ts';
import { memoryOf } from './real-shop-memory.ts';
import { insertShopRow, putRows, type Rows, readRows } from './real-shop-rows.ts';
import type { Life, World } from './world.ts';

/** A database in which every simulated shop is one among others. */
export type RealPlace = {
  readonly database: Database;
  /** Whether transactions wait for each other from their beginning, because there is one connection for all. */
  readonly isSingle: boolean;
};

type AnyShops<S> = <T>(shop: ShopId, work: (store: S) => Promise<T>) => Promise<T>;
type Turn = (what: string) => Promise<void>;

const firstEpoch = 'epoch-1';

export class RealShopStore implements CloudStore {
  readonly shopId: ShopId;
  readonly #world: World;
  readonly #database: Database;
  readonly #bundler: Bundler;
  readonly #isSingle: boolean;
  readonly #lock = new OrderLock();
  readonly #rowsOf = new WeakMap<Backup, Rows>();
  readonly #open = new Set<Promise<unknown>>();
  #rows: Rows | null = null;
  #shop = emptyShop(firstEpoch);

  constructor(world: World, { database, isSingle }: RealPlace, shopId: ShopId) {
    this.shopId = shopId;
    this.#world = world;
    this.#isSingle = isSingle;
    this.#database = oneByOne(world, database);
    this.#bundler = createBundler({ database: this.#database, log: (event) => world.tell(event) });
    void world.outside(insertShopRow(this.#database, shopId, firstEpoch).then(() => this.#look()));
  }

  /** What is committed, as it was read after the last transaction that held the order. */
  get shop(): ShopMemory {
    return this.#shop;
  }

  shops(life: Life) {
    const turn = this.#turnOf(life);
    return {
      shops: this.#turned(turn, shopsOf(this.#database)),
      commandShops: this.#turned(
        turn,
        commandShopsOf(this.#database, async () => undefined),
      ),
    };
  }

  compare(life: Life, request: CompareRequest) {
    return this.#atOnce(life, 'compare', () => compare(this.#database, this.shopId, request));
  }

  snapshot(life: Life, request: SnapshotRequest) {
    return this.#atOnce(life, 'read bundles', async () => {
      const deps = { database: this.#database, bundler: this.#bundler };
      const answer = await snapshot(deps, this.shopId, request);
      await this.#look();
      if (!answer.ok && answer.failure === 'unavailable') return failed({ status: 503, body: {} });
      if (!answer.ok) return failed({ status: 409, body: answer.failure });
      const lines: SnapshotLine[] = [];
      for await (const line of answer.value) lines.push(JSON.parse(line) as SnapshotLine);
      return ok(lines);
    });
  }

  /** Its transactions hear of the end themselves, and roll back. */
  died(): void {}

  backup(): Backup {
    const backup = { shop: copyOf(this.#shop) };
    if (this.#rows !== null) this.#rowsOf.set(backup, this.#rows);
    return backup;
  }

  restore(backup: Backup, epoch: string | null): void {
    const rows = this.#rowsOf.get(backup);
    if (rows === undefined) throw new Error('a backup of another cloud');
    const put = { ...rows, shop: { ...rows.shop, epoch: epoch ?? rows.shop.epoch } };
    this.#rows = put;
    this.#shop = memoryOf(put);
    const rolledBack = Promise.allSettled(this.#open);
    void this.#world.outside(rolledBack.then(() => putRows(this.#database, this.shopId, put)));
  }

  /** A turn in the world, which a process that dies does not get: its transaction ends in an error. */
  #turnOf(life: Life): Turn {
    return (what) =>
      new Promise((resolve, reject) => {
        const die = () => reject(new Error(`${life.name} died`));
        if (!life.alive) return die();
        const leave = life.onEnd(die);
        void this.#world.turn(life, `${life.name}: ${what}`).then(() => {
          leave();
          resolve();
        });
      });
  }

  #turned<S extends object>(turn: Turn, shops: AnyShops<S>): AnyShops<S> {
    const transact: AnyShops<S> = async (shop, work) => {
      const holder = { holds: false };
      const hold = async () => {
        if (!holder.holds) await this.#lock.take(holder, () => turn('waited for the order'));
        holder.holds = true;
      };
      try {
        if (this.#isSingle) await hold();
        const answer = await shops(shop, async (store) => {
          const done = await work(turnedStore(store, turn, hold));
          await turn('commit');
          return done;
        });
        if (holder.holds) await this.#look();
        await turn('committed');
        return answer;
      } finally {
        this.#lock.release(holder);
      }
    };
    return (shop, work) => {
      const done = transact(shop, work);
      this.#open.add(done);
      return done.finally(() => this.#open.delete(done));
    };
  }

  /** Work without a turn in it, while no transaction is open that it could wait for. */
  async #atOnce<T>(life: Life, what: string, work: () => Promise<T>): Promise<T> {
    const turn = this.#turnOf(life);
    const holder = {};
    await turn(what);
    try {
      await this.#lock.take(holder, () => turn('waited for the order'));
      return await this.#world.outside(work());
    } finally {
      this.#lock.release(holder);
    }
  }

  async #look(): Promise<void> {
    this.#rows = await readRows(this.#database, this.shopId);
    this.#shop = memoryOf(this.#rows);
  }
}

function turnedStore<S extends object>(store: S, turn: Turn, hold: () => Promise<void>): S {
  type Ask = (...given: unknown[]) => Promise<unknown>;
  const turned = Object.entries(store as Readonly<Record<string, Ask | object>>).map(([name, ask]) => {
    if (typeof ask === 'object') return [name, turnedStore(ask, turn, hold)] as const;
    const askInTurn = async (...given: unknown[]) => {
      if (name === 'holdOrder' || name === 'beginPush') await hold();
      await turn(name);
      return ask(...given);
    };
    return [name, askInTurn] as const;
  });
  return Object.fromEntries(turned) as unknown as S;
}
