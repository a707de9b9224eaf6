// The zoom of all windows: steps from 100 to 200 percent.

const steps = [100, 110, 125, 150, 175, 200] as const;

export const isZoom = (value: unknown): value is number => steps.some((step) => step === value);

export function steppedZoom(percent: number, step: 'in' | 'out' | 'reset'): number {
  if (step === 'reset') return steps[0];
  const next = step === 'in' ? steps.find((one) => one > percent) : steps.findLast((one) => one < percent);
  return next ?? percent;
}
