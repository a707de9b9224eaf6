/** Plans that failed once, each as small as it could be made; every one of them must hold now. */
import type { Plan } from './plan.ts';

const nothing = {
  ...{ drop: 0, cutAnswer: 0, double: 0, cutStream: 0, crash: 0, killApi: 0, offline: 0 },
  ...{
    restorePc: 0,
    clonePc: 0,
    restoreCloud: 0,
    commands: 0,
    decisions: 0,
    undo: 0,
    library: 0,
    newer: 0,
    clockYears: 0,
  },
};

export const keptPlans: readonly Plan[] = [
  // A merge that does not look at the base.
  { ...nothing, seed: 1, steps: 105, pcs: 2, apis: 1 },
  // A command that was done, and that the cloud lost before its effect was pulled: by a first sync, and by the log.
  {
    ...{ ...nothing, seed: 3, steps: 150, pcs: 3, apis: 1, drop: 5, crash: 1, killApi: 1, offline: 2 },
    ...{ restoreCloud: 1, commands: 4, decisions: 10, undo: 6 },
  },
  {
    ...{ ...nothing, seed: 6, steps: 339, pcs: 2, apis: 2, drop: 5, crash: 1, killApi: 1, offline: 2 },
    ...{ restoreCloud: 1, commands: 4, decisions: 10, undo: 6 },
  },
  // A workfile made here while a first sync comes, or before it goes on, took a row that the sync meant to fill.
  {
    ...{ ...nothing, seed: 212, steps: 415, pcs: 2, apis: 2, drop: 5, double: 5, cutStream: 10, crash: 1, killApi: 1 },
    ...{ offline: 2, commands: 4, decisions: 10, undo: 6, library: 0, clockYears: 7 },
  },
  {
    ...{ ...nothing, seed: 15, steps: 382, pcs: 3, apis: 2, drop: 5, cutAnswer: 5, crash: 1, killApi: 1, offline: 2 },
    ...{ restoreCloud: 1, commands: 4, decisions: 10, undo: 6 },
  },
  // Edits of a new line were on their way while a person let the refused line go: they waited for it for ever.
  {
    ...{ ...nothing, seed: 289, steps: 279, pcs: 3, apis: 2, double: 5, crash: 1, killApi: 1, offline: 2 },
    ...{ commands: 4, decisions: 10, undo: 6 },
  },
  // A restored cloud did a command anew, under the same edits and with another number.
  {
    ...{
      ...nothing,
      seed: 357,
      steps: 500,
      pcs: 3,
      apis: 2,
      drop: 5,
      cutAnswer: 5,
      double: 5,
      cutStream: 10,
      crash: 1,
    },
    ...{ killApi: 1, offline: 2, clonePc: 1, restoreCloud: 1, commands: 4, decisions: 10, undo: 6 },
  },
  // Choices about a conflict that a restored cloud found not to be one.
  {
    ...{
      ...nothing,
      seed: 108,
      steps: 500,
      pcs: 2,
      apis: 2,
      drop: 5,
      cutAnswer: 5,
      double: 5,
      cutStream: 10,
      crash: 1,
    },
    ...{
      killApi: 1,
      offline: 2,
      restoreCloud: 1,
      commands: 4,
      decisions: 10,
      undo: 6,
      library: 0,
      newer: 20,
      clockYears: 7,
    },
  },
  // A copied PC deleted a line that its twin had made as well: its deletion was refused and went with its creation.
  {
    ...{ ...nothing, seed: 1288, steps: 444, pcs: 2, apis: 2, drop: 5, cutAnswer: 5, double: 5, crash: 1, killApi: 1 },
    ...{ offline: 2, clonePc: 1, commands: 4, decisions: 10, undo: 6 },
  },
  // An edit waited for its record, which the cloud then refused for good.
  {
    ...{ ...nothing, seed: 643, steps: 456, pcs: 3, apis: 2, drop: 5, cutAnswer: 5, double: 5, crash: 1, killApi: 1 },
    ...{ offline: 2, commands: 4, decisions: 10, undo: 6 },
  },
  // A record that came as it was, not edit by edit, was brought back with a later value under its maker's edit.
  {
    ...{ ...nothing, seed: 1803, steps: 500, pcs: 3, apis: 2, drop: 5, cutAnswer: 5, double: 5, cutStream: 10 },
    ...{ crash: 1, killApi: 1, offline: 2, restoreCloud: 1, commands: 4, decisions: 10, undo: 6 },
  },
  // A record was brought back by a PC whose own edit of it waited and was then refused: its maker's value was lost.
  {
    ...{ ...nothing, seed: 1047, steps: 396, pcs: 3, apis: 2, drop: 5, double: 5, crash: 1, killApi: 1, offline: 2 },
    ...{ restoreCloud: 1, commands: 4, decisions: 10, undo: 6, library: 12 },
  },
  // A cloud lost a lock, and the PC that had given it was put back to before it: the version stayed on the other PC.
  {
    ...{
      ...nothing,
      seed: 1950,
      steps: 270,
      pcs: 2,
      apis: 2,
      cutAnswer: 5,
      double: 5,
      crash: 1,
      killApi: 1,
      offline: 2,
    },
    ...{ restorePc: 1, restoreCloud: 1, commands: 4, decisions: 10, library: 12 },
  },
  // A copy of a PC wrote on in a record that the original had not sent, and the original was put back: its own words went on.
  {
    ...{ ...nothing, seed: 1365, steps: 150, pcs: 3, apis: 1, drop: 5, cutAnswer: 5, killApi: 1, offline: 2 },
    ...{ restorePc: 1, clonePc: 1, restoreCloud: 1, undo: 6, library: 12 },
  },
];
