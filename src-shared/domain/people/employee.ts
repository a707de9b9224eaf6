// An employee of the shop: who they are, what they do there, and how to reach them.

import { z } from 'zod';
import type { EmployeeId } from '../../base/ids.ts';
import { libraries } from '../library/library.ts';
import { type RecordOf, recordSpec } from '../record.ts';
import { lineText } from '../text.ts';

/** The groups of an employee. Nobody is deleted: who has left is inactive, and stays on what they wrote. */
export const employeeSpec = recordSpec('employee', {
  parent: z.object({ workfileId: z.literal(libraries.employee).default(libraries.employee) }),
  /** The name, and the roles in the shop's own words: `Estimator, Shop manager`. */
  about: z.object({ name: lineText(80).default(''), roles: lineText(120).default('') }),
  /** UpdatePlus makes an estimator its user under this address. */
  email: z.object({ address: lineText(120).default('') }),
  phone: z.object({ number: lineText(30).default('') }),
  /** Whether they can be chosen as the estimator of a workfile. */
  estimator: z.object({ isEstimator: z.boolean().default(false) }),
  /** What some states want on an estimate (EMS EST_LIC_NO). */
  license: z.object({ number: lineText(30).default('') }),
  standing: z.object({ isActive: z.boolean().default(true) }),
});

export type Employee = RecordOf<typeof employeeSpec, EmployeeId>;

/** Those who can be chosen as the estimator of a workfile, by name. */
export const estimatorsOf = (employees: readonly Employee[]): readonly Employee[] =>
  employees
    .filter(({ deleted, estimator, standing }) => !deleted && estimator.isEstimator && standing.isActive)
    .toSorted((one, other) => one.about.name.localeCompare(other.about.name));
