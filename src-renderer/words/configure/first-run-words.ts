// The first steps of a shop, as it is told to take them.

import type { FirstStep } from '../../../src-shared/domain/workfile/first-run.ts';

export const stepWords: Readonly<Record<FirstStep, string>> = {
  facility: 'Address and phone',
  estimator: 'Estimator',
  rates: 'Labor rates',
  workfile: 'First workfile',
  vin: 'VIN',
  line: 'First line',
  save: 'Save',
};
