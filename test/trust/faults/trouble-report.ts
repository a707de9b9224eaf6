/** What is done while files fail, and what came of it. */
export const flowNames = ['photo', 'backup', 'export', 'restore', 'start', 'document'] as const;
export type FlowName = (typeof flowNames)[number];

/** An answer: done, or why not. */
export type Verdict = { readonly ok: true } | { readonly ok: false; readonly failure: object };

export type TroubleReport = {
  readonly flow: FlowName;
  readonly seed: number;
  /** The call that failed first; empty where the flow has fewer calls. */
  readonly met: string;
  readonly told: object | null;
  readonly wrong: readonly string[];
};
