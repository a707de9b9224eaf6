// Repeatable chance: the same seed throws the same dice, so that a made-up shop is the same on every PC.

/** Dice of a seed. */
export type Chance = {
  /** A whole number from 0 to below n. */
  readonly below: (n: number) => number;
  /** Whether something of that many percent happens. */
  readonly percent: (likelihood: number) => boolean;
  /** One of a list. */
  readonly pick: <T>(list: readonly [T, ...T[]]) => T;
  readonly bytes: (count: number) => Uint8Array;
};

/** Dice that follow from a seed alone (the generator known as mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (n: number): number => Math.floor((next() / 2 ** 32) * n);
  return {
    below,
    percent: (likelihood) => below(100) < likelihood,
    pick: (list) => list[below(list.length)] ?? list[0],
    bytes: (count) => Uint8Array.from({ length: count }, () => next() & 0xff),
  };
}
