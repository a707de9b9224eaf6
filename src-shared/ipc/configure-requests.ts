// The requests about who works in the shop and which insurance companies it works with.

import type { EmployeeId, InsurerId } from '../base/ids.ts';
import { insurerSpec } from '../domain/insurance/insurer.ts';
import { employeeSpec } from '../domain/people/employee.ts';
import { type Change, change } from './change.ts';
import { request } from './request.ts';

/** The entries of the door for what a shop is configured with, beside its libraries. */
export const configureRequests = {
  /** Changes one group of an employee. */
  'employee.change': request<Change<typeof employeeSpec, 'employeeId', EmployeeId>, null>(
    change<typeof employeeSpec, 'employeeId', EmployeeId>(employeeSpec, 'employeeId'),
  ),
  /** Changes one group of an insurance company. */
  'insurer.change': request<Change<typeof insurerSpec, 'insurerId', InsurerId>, null>(
    change<typeof insurerSpec, 'insurerId', InsurerId>(insurerSpec, 'insurerId'),
  ),
} as const;
