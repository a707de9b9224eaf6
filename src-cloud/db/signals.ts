/** Word between server processes of what moved in a shop: NOTIFY, gathered and outside of every push's transaction. */
import pg from 'pg';
import { isUuid, type ShopId } from '../../src-shared/base/ids.ts';

export type Hearing = {
  /** Another process moved a shop's order to this number. */
  readonly moved?: (shop: ShopId, seq: number) => void;
  /** Another process said something else of a shop; whoever hears it checks what it is. */
  readonly said?: (shop: ShopId, topic: string, word: unknown) => void;
  /** Words may have been missed. */
  readonly missed?: () => void;
};

export type Signals = {
  /** Tells the other processes soon; never waits and never fails: a word that is lost is only a late hint. */
  readonly send: (shop: ShopId, seq: number) => void;
  /** Says something else; a word that waits is replaced by a later one on the same topic and subject. */
  readonly say: (shop: ShopId, about: { readonly topic: string; readonly subject: string }, word: object) => void;
  readonly hear: (hearing: Hearing) => void;
  readonly close: () => Promise<void>;
};

/** One process alone has nobody to tell. */
export const noSignals: Signals = {
  send: () => undefined,
  say: () => undefined,
  hear: () => undefined,
  close: async () => undefined,
};

const channel = 'shop_order';
/** NOTIFY takes a lock of the whole server, so each process speaks this seldom. */
const gatherMs = 25;
/** A payload must be shorter than 8,000 bytes. */
const mostBytes = 7_800;
const longestPauseMs = 10_000;

/** `[shop, seq]`, or `[shop, topic, word]`. */
type Word = readonly [ShopId, number] | readonly [ShopId, string, unknown];

/** Listens and speaks on one connection of its own, and comes back by itself when that is cut. */
export function openSignals(url: string): Signals {
  const line = new Line(url);
  void line.connect();
  return {
    send: (shop, seq) => line.send(shop, seq),
    say: (shop, { topic, subject }, word) => line.say(`${shop} ${topic} ${subject}`, [shop, topic, word]),
    hear: (hearing) => line.hear(hearing),
    close: () => line.close(),
  };
}

class Line {
  readonly #url: string;
  /** What is to be said, by what it is about. */
  readonly #waiting = new Map<string, Word>();
  readonly #hearings: Hearing[] = [];
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #retry: NodeJS.Timeout | undefined;
  #failures = 0;
  #closed = false;

  constructor(url: string) {
    this.#url = url;
  }

  hear(hearing: Hearing): void {
    this.#hearings.push(hearing);
  }

  send(shop: ShopId, seq: number): void {
    const before = this.#waiting.get(shop)?.[1];
    this.say(shop, [shop, typeof before === 'number' ? Math.max(seq, before) : seq]);
  }

  say(key: string, word: Word): void {
    this.#waiting.set(key, word);
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
    for (const { missed } of this.#hearings) missed?.();
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

  /** What cannot be said now is said after the connection came back, unless something newer is to be said by then. */
  async #speak(): Promise<void> {
    const { keys, payload } = gather(this.#waiting);
    const words = keys.map((key) => [key, this.#waiting.get(key)] as const);
    for (const key of keys) this.#waiting.delete(key);
    try {
      if (this.#client === undefined) throw new Error('not connected');
      await this.#client.query('select pg_notify($1, $2)', [channel, payload]);
      this.#speakSoon();
    } catch {
      for (const [key, word] of words) if (word !== undefined && !this.#waiting.has(key)) this.#waiting.set(key, word);
    }
  }

  #read(payload: string): void {
    for (const [shop, what, word] of wordsOf(payload)) {
      for (const { moved, said } of this.#hearings) {
        if (typeof what === 'number') moved?.(shop, what);
        else said?.(shop, what, word);
      }
    }
  }
}

/** As many words as one payload takes; one that is too long by itself is passed over. */
function gather(waiting: ReadonlyMap<string, Word>): { readonly keys: readonly string[]; readonly payload: string } {
  const keys: string[] = [];
  const texts: string[] = [];
  let bytes = 2;
  for (const [key, word] of waiting) {
    const text = JSON.stringify(word);
    const size = Buffer.byteLength(text) + 1;
    if (size > mostBytes - 2) keys.push(key);
    else if (bytes + size > mostBytes) break;
    else {
      keys.push(key);
      texts.push(text);
      bytes += size;
    }
  }
  return { keys, payload: `[${texts.join(',')}]` };
}

/** The number of a connection's server process, which the types of the library leave out. */
const processIdOf = (client: pg.Client): unknown => ('processID' in client ? client.processID : undefined);

/** Whoever may connect may speak on the channel, so what is no word of ours is passed over. */
function wordsOf(payload: string): readonly Word[] {
  try {
    const words: unknown = JSON.parse(payload);
    return Array.isArray(words) ? words.filter(isWord) : [];
  } catch {
    return [];
  }
}

const isWord = (word: unknown): word is Word =>
  Array.isArray(word) &&
  typeof word[0] === 'string' &&
  isUuid(word[0]) &&
  (Number.isSafeInteger(word[1]) || typeof word[1] === 'string');
