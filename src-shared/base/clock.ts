// Time and chance as arguments, so that every rule can be run again with the same answer.

/** The present instant in milliseconds since 1970 UTC. */
export type Clock = () => number;
/** That many random bytes. */
export type Random = (count: number) => Uint8Array;
