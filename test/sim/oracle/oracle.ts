/** What must hold when the network has been quiet: the invariants that can be read off the states, by name. */
import { nothingIsLost, nothingIsOverwritten } from './accounted.ts';
import { commandsHappenOnce } from './commands.ts';
import { replicasAreEqual } from './equal.ts';
import { logHasNoGap } from './log.ts';
import { moneyStandsAsWritten } from './money.ts';
import { appliedIsAPrefix } from './prefix.ts';
import type { Scene } from './scene.ts';
import { totalsAreRight } from './totals.ts';

const invariants: readonly ((scene: Scene) => readonly string[])[] = [
  replicasAreEqual,
  nothingIsOverwritten,
  nothingIsLost,
  logHasNoGap,
  appliedIsAPrefix,
  commandsHappenOnce,
  totalsAreRight,
  moneyStandsAsWritten,
];

/** What does not hold, each under the name of its invariant. */
export const judge = (scene: Scene): readonly string[] =>
  invariants.flatMap((invariant) => invariant(scene).map((problem) => `${invariant.name}: ${problem}`));
