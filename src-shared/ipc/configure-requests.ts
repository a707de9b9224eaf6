// The requests about who works in the shop and which insurance companies it works with.

import type { EmployeeId, InsurerId } from '../base/ids.ts';
import { insurerSpec } from '../domain/insurance/insurer.ts';
import { employeeSpec } from '../domain/people/employee.ts';
import type { FirstRun } from '../domain/workfile/first-run.ts';
import { type Change, change } from './change.ts';
import { type Nothing, nothing, request } from './request.ts';

/** The blocks of RO numbers that this PC holds, the lowest first, each from its next number on. */
export type Numbering = {
  readonly pcName: string;
  /** What stands before their digits. */
  readonly prefix: string;
  readonly blocks: readonly { readonly next: number; readonly last: number }[];
};

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
  /** Reads how far a shop is with its first workfile. */
  'first-run.read': request<Nothing, FirstRun>(nothing),
  /** Reads the RO numbers that this PC may still give without a network. */
  'numbering.read': request<Nothing, Numbering>(nothing),
} as const;
