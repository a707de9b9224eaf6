// The employees of the shop, for the screens that name them.

import { type Employee, estimatorsOf } from '../../../src-shared/domain/people/employee.ts';
import { useLibrary } from './library.ts';

const none: readonly Employee[] = [];

/** The names of those who can be chosen as the estimator of a workfile; none until they are read. */
export const useEstimators = (): readonly string[] =>
  estimatorsOf(useLibrary(({ sheet }) => (sheet.kind === 'ready' ? sheet.value.employees : none))).map(
    ({ about }) => about.name,
  );
