/** How often a suite runs and from which seed, as `npm run trust -- T08 --count 100 --seed 5` says; and what it prints. */
import { afterAll } from 'vitest';

/** How many runs a suite takes: a few with all the other tests, more when it is asked for by its name. */
export type Runs = { readonly few: number; readonly byName: number };

export type Suite = {
  readonly name: string;
  readonly count: number;
  /** The seed of the first run; the others follow. */
  readonly seed: number;
  /** Adds to a figure of the suite's last line. */
  add(figure: string, more: number): void;
  /** Notes the largest of a figure. */
  most(figure: string, value: number): void;
  /** A figure so far. */
  figure(name: string): number;
  /** Runs work of one seed; what fails names the command that repeats it. */
  seeded<T>(seed: number, work: () => Promise<T>): Promise<T>;
};

/** A long run is not silent for longer. */
const progressMs = 10_000;

/** Declares a suite. Its counts and its seed are printed at its end. */
export function suiteOf(name: string, { few, byName }: Runs): Suite {
  const count = Number(process.env.TRUST_COUNT ?? (process.env.TRUST_BY_NAME === '1' ? byName : few));
  const seed = Number(process.env.TRUST_SEED ?? 1);
  const figures = new Map<string, number>();
  const from = performance.now();
  const told = { done: 0, at: from };
  const tellProgress = (): void => {
    told.done += 1;
    const now = performance.now();
    if (now - told.at < progressMs) return;
    told.at = now;
    const took = Math.round((now - from) / 1000).toLocaleString('en-US');
    process.stdout.write(
      `${name}: ${told.done.toLocaleString('en-US')} of ${count.toLocaleString('en-US')} (${took} s)\n`,
    );
  };
  afterAll(() => {
    const words = [...figures].map(([figure, value]) => `${value.toLocaleString('en-US')} ${figure}`).join(', ');
    const took = ((performance.now() - from) / 1000).toFixed(1);
    process.stdout.write(`\n${name}: count ${count}, seed ${seed}: ${words} (${took} s)\n`);
  });
  return {
    name,
    count,
    seed,
    add: (figure, more) => void figures.set(figure, (figures.get(figure) ?? 0) + more),
    most: (figure, value) => void figures.set(figure, Math.max(figures.get(figure) ?? 0, Math.round(value))),
    figure: (figure) => figures.get(figure) ?? 0,
    async seeded(which, work) {
      try {
        return await work();
      } catch (error) {
        const words = error instanceof Error ? error.message : String(error);
        const again = `npm run trust -- ${name} --seed ${which} --count 1`;
        throw new Error(`${name} failed with seed ${which}; repeat it by: ${again}\n${words}`, { cause: error });
      } finally {
        tellProgress();
      }
    },
  };
}

/** The seeds of a suite's runs. */
export const seedsOf = ({ count, seed }: Suite): readonly number[] => Array.from({ length: count }, (_, n) => seed + n);
