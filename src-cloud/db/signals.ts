/** Word between server processes that a shop's order moved: NOTIFY, gathered and outside of every push's transaction. */
import pg from 'pg';
import { isUuid, type ShopId } from '../../src-shared/base/ids.ts';

export type Hearing = {
  /** Another process moved a shop's order to this number. */
  readonly moved: (shop: ShopId, seq: number) => void;
  /** Words may have been missed. */
  readonly missed: () => void;
};

export type Signals = {
  /** Tells the other processes soon; never waits and never fails: a word that is lost is only a late hint. */
  readonly send: (shop: ShopId, seq: number) => void;
  readonly hear: (hearing: Hearing) => void;
  readonly close: () => Promise<void>;
};

/** One process alone has nobody to tell. */
export const noSignals: Signals = { send: () => undefined, hear: () => undefined, close: async () => undefined };

const channel = 'shop_order';
/** NOTIFY takes a lock of the whole server, so each process speaks this seldom. */
const gatherMs = 25;
/** A payload may have 8,000 bytes. */
const shopsAtOnce = 100;
const longestPauseMs = 10_000;

/** Listens and speaks on one connection of its own, and comes back by itself when that is cut. */
export function openSignals(url: string): Signals {
  const line = new Line(url);
  void line.connect();
  return {
    send: (shop, seq) => line.send(shop, seq),
    hear: (hearing) => line.hear(hearing),
    close: () => line.close(),
  };
}

class Line {
  readonly #url: string;
  readonly #waiting = new Map<ShopId, number>();
  #hearing: Hearing | undefined;
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #retry: NodeJS.Timeout | undefined;
  #failures = 0;
  #closed = false;

  constructor(url: string) {
    this.#url = url;
  }

  hear(hearing: Hearing): void {
    this.#hearing = hearing;
  }

  send(shop: ShopId, seq: number): void {
    this.#waiting.set(shop, Math.max(seq, this.#waiting.get(shop) ?? 0));
    this.#speakSoon();
  }

  async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url, keepAlive: true, connectionTimeoutMillis: 5_000 });
    const lost = () => this.#lost(client);
    client.once('error', lost).once('end', lost);
    client.on('error', () => undefined);
    client.on('notification', ({ processId, payload }) => {
      if (processId !== processIdOf(client)) this.#read(payload ?? '');
    });
    this.#client = client;
    try {
      await client.connect();
      await client.query(`set role app_user; listen ${channel}`);
    } catch {
      return lost();
    }
    this.#failures = 0;
    this.#hearing?.missed();
    this.#speakSoon();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#retry);
    await this.#client?.end().catch(() => undefined);
  }

  #lost(client: pg.Client): void {
    if (this.#closed || this.#client !== client) return;
    this.#client = undefined;
    void client.end().catch(() => undefined);
    this.#failures += 1;
    this.#retry = setTimeout(() => void this.connect(), Math.min(longestPauseMs, 50 * 2 ** this.#failures));
  }

  #speakSoon(): void {
    if (this.#closed || this.#waiting.size === 0) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#speak();
    }, gatherMs);
  }

  /** What cannot be said now is said after the connection came back. */
  async #speak(): Promise<void> {
    const words = [...this.#waiting].slice(0, shopsAtOnce);
    for (const [shop] of words) this.#waiting.delete(shop);
    try {
      if (this.#client === undefined) throw new Error('not connected');
      await this.#client.query('select pg_notify($1, $2)', [channel, JSON.stringify(words)]);
      this.#speakSoon();
    } catch {
      for (const [shop, seq] of words) this.#waiting.set(shop, Math.max(seq, this.#waiting.get(shop) ?? 0));
    }
  }

  #read(payload: string): void {
    for (const [shop, seq] of wordsOf(payload)) this.#hearing?.moved(shop, seq);
  }
}

/** The number of a connection's server process, which the types of the library leave out. */
const processIdOf = (client: pg.Client): unknown => ('processID' in client ? client.processID : undefined);

/** Whoever may connect may speak on the channel, so what is no word of ours is passed over. */
function wordsOf(payload: string): readonly (readonly [ShopId, number])[] {
  try {
    const words: unknown = JSON.parse(payload);
    return Array.isArray(words) ? words.filter(isWord) : [];
  } catch {
    return [];
  }
}

const isWord = (word: unknown): word is [ShopId, number] =>
  Array.isArray(word) && typeof word[0] === 'string' && isUuid(word[0]) && Number.isSafeInteger(word[1]);
