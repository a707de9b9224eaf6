/** A simulated PC: the real database layer and sync round on SQLite in memory, which can crash, be restored and be copied. */

import { readCursor } from '../../src-main/db/cursor.ts';
import { ensureIdentity, readIdentity } from '../../src-main/db/identity.ts';
import { quarantined } from '../../src-main/db/quarantine.ts';
import { writeSession } from '../../src-main/db/session.ts';
import { refreshStaleHeads } from '../../src-main/db/stale-head.ts';
import type { Store } from '../../src-main/db/store.ts';
import { unpack } from '../../src-main/db/unpack.ts';
import { runRound } from '../../src-main/sync/round.ts';
import { createStatus } from '../../src-main/sync/status.ts';
import type { Clock } from '../../src-shared/base/clock.ts';
import { ok } from '../../src-shared/base/result.ts';
import { trialUser } from '../support/store.ts';
import { type Disk, giveBack, takeDisk } from './disk.ts';
import { simClient, type Wire } from './network.ts';
import { Life } from './world.ts';

const user = { ...trialUser, role: 'manager' as const };

export class SimPc {
  readonly place: string;
  /** How far its clock is wrong. */
  readonly skewMs: number;
  readonly clock: Clock;
  readonly #wire: Wire;
  store: Store;
  life: Life;
  #disk: Disk;
  #busy = false;
  /** How the last round that came to its end ended. */
  lastEnd = '';

  /** A new PC, or one that starts with another one's data. */
  constructor(place: string, wire: Wire, { image, skewMs = 0 }: { image?: Buffer; skewMs?: number } = {}) {
    this.place = place;
    this.skewMs = skewMs;
    this.clock = () => wire.world.now() + skewMs;
    this.#wire = wire;
    this.life = new Life(place);
    this.#disk = takeDisk(image);
    this.store = this.#disk.store(this.life, wire.world.chance.bytes);
    ensureIdentity(this.store, wire.world.chance.bytes, this.clock());
    writeSession(this.store, { user, sealedToken: null });
  }

  get device(): string {
    return readIdentity(this.store).device;
  }

  get cursor(): number {
    return readCursor(this.store).cursor;
  }

  get writes(): number {
    return Number(this.#disk.column('select total_changes()')[0]);
  }

  get quarantined(): readonly string[] {
    return quarantined(this.store).map(({ kind, id, group, reason }) => `${kind}/${id}/${group}: ${reason}`);
  }

  /** The first column of a question to the database. */
  texts(sql: string): readonly string[] {
    return this.#disk.column(sql) as string[];
  }

  /** Opens every workfile, as a person would. */
  unpackAll(): void {
    for (const id of this.texts('select workfile_id from bundle where bytes is not null')) unpack(this.store, id);
  }

  /** Does what the program does when nobody types. */
  idle(): void {
    refreshStaleHeads(this.store, Number.POSITIVE_INFINITY);
  }

  get isBusy(): boolean {
    return this.#busy;
  }

  /** The committed state, as a copy of the file would hold it. */
  image(): Buffer {
    return this.#disk.connection.serialize();
  }

  /** Ends the process and starts it again on what was committed, or on another image. */
  restart(image?: Buffer): void {
    this.life.kill();
    if (image !== undefined) {
      giveBack(this.#disk);
      this.#disk = takeDisk(image);
    }
    this.life = new Life(this.place);
    this.#busy = false;
    this.store = this.#disk.store(this.life, this.#wire.world.chance.bytes);
  }

  /** Ends the process for good. Where everything came to its end, the disk can be used again. */
  close(atRest = true): void {
    this.life.kill();
    if (atRest) giveBack(this.#disk);
    else this.#disk.connection.close();
  }

  /** Starts a round, unless one runs. */
  startRound(): void {
    if (this.#busy) return;
    this.#busy = true;
    const { life } = this;
    const ended = (end: string) => {
      if (this.life !== life) return;
      this.#busy = false;
      this.lastEnd = end;
    };
    this.#round(life).then(ended, (error: unknown) => {
      if (life.alive) this.#wire.world.problems.push(`${this.place}: a round broke: ${String(error)}`);
      ended('broken');
    });
  }

  async #round(life: Life): Promise<string> {
    const { world } = this.#wire;
    const { store, clock } = this;
    const pass = { token: 'person', author: user.userId };
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
      status: createStatus({ store, clock, metering: { read: () => 'off' as const }, tell: () => undefined }),
      sessions: sessions as never,
      applied: () => undefined,
      publish: () => undefined,
      tellCommands: () => undefined,
      isWanted: () => false,
      log: (event, fields) => {
        world.tell(`${this.place}: ${event} ${JSON.stringify(fields)}`);
        if (event === 'sync.round-broken' && life.alive)
          world.problems.push(`${this.place}: ${JSON.stringify(fields)}`);
        return event;
      },
    });
    return end.kind;
  }
}
