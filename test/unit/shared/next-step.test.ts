/** The list says what a workfile waits for, in the order of the work. */
import { expect, test } from 'vitest';
import { type NextStep, nextStep } from '../../../src-shared/domain/workfile/next-step.ts';

const empty = { stage: 'opportunity', owner: '', vehicle: '', insurer: '', totalCents: 0, undecided: false } as const;
const written = { ...empty, owner: 'Turpin', vehicle: '2012 SE', insurer: 'Redwing', totalCents: 100 } as const;

test.each<[NextStep, Parameters<typeof nextStep>[0]]>([
  ['owner', empty],
  ['vehicle', { ...empty, owner: 'Turpin' }],
  ['insurance', { ...written, insurer: '', totalCents: 0 }],
  ['estimate', { ...written, totalCents: 0 }],
  ['convert', written],
  ['convert', { ...written, insurer: '' }],
  ['close', { ...written, stage: 'repair-order' }],
  ['none', { ...empty, stage: 'closed' }],
  ['decide', { ...written, stage: 'closed', undecided: true }],
])('%s', (step, standing) => {
  expect(nextStep(standing)).toBe(step);
});
