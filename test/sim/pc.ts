/** A simulated PC: the real database layer and sync round on SQLite in memory, which can crash, be restored and be copied. */
import Database from 'better-sqlite3';
import { readCursor } from '../../src-main/db/cursor.ts';
import { ensureIdentity, readIdentity } from '../../src-main/db/identity.ts';
import { readMigrations } from '../../src-main/db/migrate.ts';
import { quarantined } from '../../src-main/db/quarantine.ts';
import { writeSession } from '../../src-main/db/session.ts';
import { createStore, type Store } from '../../src-main/db/store.ts';
import { unpack } from '../../src-main/db/unpack.ts';
import { runRound } from '../../src-main/sync/round.ts';
import { createStatus } from '../../src-main/sync/status.ts';
import { ok } from '../../src-shared/base/result.ts';
import { migrationsDir, trialUser as person } from '../support/store.ts';
import { simClient, type Wire } from './network.ts';
import { Life } from './world.ts';

/** The bytes of an empty database of this version. */
export function emptyDatabase(): Buffer {
  const connection = new Database(':memory:');
  for (const { sql } of readMigrations(migrationsDir)) connection.exec(sql);
  const image = connection.serialize();
  connection.close();
  return image;
}

export class SimPc {
  readonly place: string;
  readonly #wire: Wire;
  store: Store;
  life: Life;
  #busy = false;
  /** How the last round that came to its end ended. */
  lastEnd = '';

  constructor(place: string, wire: Wire, image: Buffer) {
    this.place = place;
    this.#wire = wire;
    this.life = new Life(place);
    this.store = this.#open(image);
    ensureIdentity(this.store, wire.world.chance.bytes, wire.world.now());
    writeSession(this.store, { user: person, sealedToken: null });
  }

  get device(): string {
    return readIdentity(this.store).device;
  }

  get cursor(): number {
    return readCursor(this.store).cursor;
  }

  get writes(): number {
    return Number(this.store.connection.prepare('select total_changes()').pluck().get());
  }

  get quarantined(): readonly string[] {
    return quarantined(this.store).map(({ kind, id, group, reason }) => `${kind}/${id}/${group}: ${reason}`);
  }

  /** The first column of a question to the database. */
  texts(sql: string): readonly string[] {
    return this.store.connection.prepare(sql).pluck().all() as string[];
  }

  /** Opens every workfile, as a person would. */
  unpackAll(): void {
    for (const id of this.texts('select workfile_id from bundle where bytes is not null')) unpack(this.store, id);
  }

  get isBusy(): boolean {
    return this.#busy;
  }

  /** The committed state, as a copy of the file would hold it. */
  image(): Buffer {
    return this.store.connection.serialize();
  }

  /** Ends the process and starts it again on what was committed, or on another image. */
  restart(image: Buffer = this.image()): void {
    this.life.kill();
    this.store.connection.close();
    this.life = new Life(this.place);
    this.#busy = false;
    this.store = this.#open(image);
  }

  /** Starts a round, unless one runs. */
  startRound(): void {
    if (this.#busy) return;
    this.#busy = true;
    const { life } = this;
    void this.#round(life).then((end) => {
      if (this.life !== life) return;
      this.#busy = false;
      this.lastEnd = end;
    });
  }

  async #round(life: Life): Promise<string> {
    const { world } = this.#wire;
    const { store } = this;
    const clock = () => world.now();
    const pass = { token: 'person', author: person.userId };
    const sessions = {
      pass: async () => pass,
      isInDoubt: () => false,
      doubt: () => undefined,
      refresh: async () => ok('same' as const),
      tokenEnded: () => false,
    };
    const end = await runRound({
      store,
      pcName: this.place,
      clock,
      client: simClient(this.#wire, life, this.place),
      status: createStatus({ store, clock, tell: () => undefined }),
      sessions: sessions as never,
      applied: () => undefined,
      publish: () => undefined,
      tellCommands: () => undefined,
      log: (event, fields) => {
        world.tell(`${this.place}: ${event} ${JSON.stringify(fields)}`);
        return event;
      },
    });
    return end.kind;
  }

  #open(image: Buffer): Store {
    const connection = new Database(image);
    const { bytes: random } = this.#wire.world.chance;
    return createStore(connection, { random, stopwatch: () => 0, log: () => undefined, release: () => undefined });
  }
}
