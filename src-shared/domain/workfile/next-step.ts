// What a workfile waits for next, as far as its row of the list tells.

import type { Stage } from './workfile.ts';

/** In the order of the work: what somebody must choose, who, what, who pays, the estimate, the repair order. */
export type NextStep = 'decide' | 'owner' | 'vehicle' | 'insurance' | 'estimate' | 'convert' | 'close' | 'none';

type Standing = {
  readonly stage: Stage;
  readonly owner: string;
  readonly vehicle: string;
  readonly insurer: string;
  readonly totalCents: number;
  readonly undecided: boolean;
};

/** The first step that is not done yet. A customer who pays needs no insurer, so that its lack stops nobody after the estimate. */
export function nextStep({ stage, owner, vehicle, insurer, totalCents, undecided }: Standing): NextStep {
  if (undecided) return 'decide';
  if (stage === 'closed' || stage === 'cancelled') return 'none';
  if (owner === '') return 'owner';
  if (vehicle === '') return 'vehicle';
  if (totalCents === 0) return insurer === '' ? 'insurance' : 'estimate';
  return stage === 'opportunity' ? 'convert' : 'close';
}
