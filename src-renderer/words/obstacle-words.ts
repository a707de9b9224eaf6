// Why a workfile cannot be saved as it stands, in words for one place of it.

import type { Failure } from '../../src-shared/base/failure.ts';
import { issueWords, wordBriefly } from './failure-words.ts';
import { formWords } from './form-words.ts';

/** The reason at a place; without a failure the text typed there was not taken. */
export function obstacleWords(failure: Failure | undefined): string {
  if (failure === undefined) return 'What is typed there was not taken.';
  if (failure.kind !== 'invalid') return wordBriefly(failure);
  const own = ownWords[`${failure.field} ${failure.issue}`];
  return own ?? issueWords(failure.issue, failure.limit);
}

const ownWords: Readonly<Record<string, string>> = {
  'contact.cell.number bad-format': formWords.phone,
  'contact.home.number bad-format': formWords.phone,
  'contact.business.number bad-format': formWords.phone,
  'contact.email.address bad-format': formWords.email,
  'contact.address.postalCode bad-format': formWords.postalCode,
  'vehicle.plate.number bad-format': formWords.plate,
  'vehicle.identity.vin bad-format': 'Not a VIN: it has 17 letters and digits, without I, O and Q.',
  'line.part.quantity too-large': 'Price times quantity is more than 99,999,999.99.',
  'estimate.total too-large': 'The total is more than 99,999,999.99.',
};
