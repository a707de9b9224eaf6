import { expect, test } from 'vitest';
import { refusalCause } from '../../../../src-shared/domain/dms/refusal-cause.ts';

test.each([
  ['QUOTA-EXCEEDED: Too many calls', 'busy'],
  ['MISSING-SUBSCRIPTION-ID: Subscription-Id is required', 'access'],
  ['UNAUTHORIZED-API-ACCESS', 'access'],
  ['INVALID-TOKEN: The access token is invalid', 'access'],
  ['acctgDate 2026-09-30 is not in an open month', 'date'],
  ['Accounting period is closed', 'date'],
  ['Control 9876543 is not a customer of account 2200', 'customer'],
  ['Customer not on file', 'customer'],
  ['RO 48213 is not open', 'repair'],
  ['Invalid acct 1203', 'account'],
  ['Unknown journal 27', 'account'],
  ['GL error 3', 'other'],
  ['Error in the mirror', 'other'],
  ['', 'other'],
] as const)('“%s” is corrected as %s', (reason, cause) => {
  expect(refusalCause(reason)).toBe(cause);
});
