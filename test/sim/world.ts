/** The simulated world: every await of every process waits here until the seed lets it go on. */
import { type Chance, chanceOf } from '../../src-shared/demo/chance.ts';

/** One life of a process. Killed, it never goes on: what it awaited stays unanswered. */
export class Life {
  readonly name: string;
  alive = true;
  readonly #mourners = new Set<() => void>();

  constructor(name: string) {
    this.name = name;
  }

  kill(): void {
    this.alive = false;
    for (const mourn of this.#mourners) mourn();
    this.#mourners.clear();
  }

  /** Hears of the end; answers how to stop listening. */
  onEnd(mourn: () => void): () => void {
    this.#mourners.add(mourn);
    return () => void this.#mourners.delete(mourn);
  }
}

type Waiter = { readonly life: Life; readonly what: string; readonly go: () => void };

/** Time, chance and order of one run. */
export class World {
  readonly chance: Chance;
  readonly #waiting: Waiter[] = [];
  readonly #story: string[] = [];
  /** What broke on the way, and must not. */
  readonly problems: string[] = [];
  readonly #outside = new Set<Promise<unknown>>();
  #hasOutside = false;
  #now = Date.UTC(2026, 0, 5, 8);

  constructor(seed: number) {
    this.chance = chanceOf(seed);
  }

  /** Waits for its turn; never answers when the life ended before. */
  turn(life: Life, what: string): Promise<void> {
    return new Promise((resolve) => {
      if (life.alive) this.#waiting.push({ life, what, go: resolve });
    });
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** Lets one waiter go on, and everything that follows from it up to the next wait. */
  async letOneGo(): Promise<void> {
    const [waiter] = this.#waiting.splice(this.chance.below(this.#waiting.length), 1);
    if (waiter?.life.alive) waiter.go();
    await this.settle();
  }

  /** Runs everything that does not wait for a turn. */
  async settle(): Promise<void> {
    await immediate();
    while (this.#outside.size > 0 || (this.#hasOutside && isSomethingDue())) {
      await Promise.allSettled(this.#outside);
      await immediate();
    }
  }

  /** Work that ends by itself, outside of this world: nothing else happens here meanwhile. */
  async outside<T>(work: Promise<T>): Promise<T> {
    this.#hasOutside = true;
    this.#outside.add(work);
    try {
      return await work;
    } finally {
      this.#outside.delete(work);
    }
  }

  /** The world's clock goes on at each reading. */
  now(): number {
    this.#now += 1;
    return this.#now;
  }

  tell(line: string): void {
    this.#story.push(line);
  }

  get story(): readonly string[] {
    return this.#story;
  }
}

const immediate = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** What a process put off shall be done in this step, however long work outside took. */
const isSomethingDue = (): boolean => process.getActiveResourcesInfo().includes('Immediate');
