/** What a run is made of: how long it is, who takes part, and how often each thing goes wrong. */

/** Percentages of what goes wrong on the way; all zero once the network is quiet. */
export type Faults = {
  readonly drop: number;
  readonly cutAnswer: number;
  readonly double: number;
  readonly cutStream: number;
};
export const noFaults: Faults = { drop: 0, cutAnswer: 0, double: 0, cutStream: 0 };
const usualFaults: Faults = { drop: 5, cutAnswer: 5, double: 5, cutStream: 10 };

export type Plan = Faults & {
  readonly seed: number;
  readonly steps: number;
  readonly pcs: number;
  readonly apis: number;
  /** Percent of the steps at which each of these happens. */
  readonly crash: number;
  readonly killApi: number;
  readonly offline: number;
  readonly restorePc: number;
  readonly clonePc: number;
  readonly restoreCloud: number;
  /** Percent of what people do. */
  readonly commands: number;
  readonly decisions: number;
  readonly undo: number;
  /** Percent of the edits of one PC that carry a field which the other PCs' version does not know. */
  readonly newer: number;
  /** Years between the clocks of one PC and the next. */
  readonly clockYears: number;
};

/** The plan of a seed: the faults that need each other's absence take turns. */
export const usualPlan = (seed: number): Plan => ({
  seed,
  steps: 500,
  pcs: 2 + (seed % 2),
  apis: 2,
  ...usualFaults,
  crash: 1,
  killApi: 1,
  offline: 2,
  restorePc: seed % 5 === 0 ? 1 : 0,
  clonePc: seed % 7 === 0 ? 1 : 0,
  restoreCloud: seed % 3 === 0 ? 1 : 0,
  commands: 4,
  decisions: 10,
  undo: 6,
  newer: seed % 4 === 0 ? 20 : 0,
  clockYears: seed % 2 === 0 ? 7 : 0,
});

/** The plan as a line of `kept-plans.ts`. */
export const planLine = (plan: Plan): string =>
  `  { ${Object.entries(plan)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ')} },`;
