// The words of importing and exporting estimates: what is wrong with a file, and what its figures are called.

import type { LineMatch } from '../../src-shared/domain/exchange/compare-import.ts';
import type { FaultReason } from '../../src-shared/domain/exchange/fault.ts';
import type { ImportCandidate } from '../../src-shared/ipc/exchange-requests.ts';
import type { Wording } from './failure-words.ts';
import { groupWords } from './group-words.ts';

type Fault = { readonly file: string; readonly place: string; readonly why: string };

const reasons: Readonly<Record<FaultReason, string>> = {
  empty: 'The file is empty.',
  'too-large': 'The file is larger than any estimate.',
  'too-many': 'There is more of it than any estimate has.',
  truncated: 'The file ends before all of it is there.',
  header: 'This is no table that an estimating program writes.',
  field: 'The description of a field makes no sense.',
  memo: 'The memo that it points to is not in the memo file.',
  'code-page': 'The text is in a code page that Shopfile does not know.',
  'not-a-number': 'This is not a number.',
  'not-a-date': 'This is not a date.',
  overflow: 'The number is too large for its field.',
  xml: 'The XML is not well-formed.',
  doctype: 'The XML declares a document type, which an estimate never does.',
  depth: 'The XML is nested deeper than any estimate.',
  encoding: 'The text has signs that cannot be read or written there.',
  'no-envelope': 'The file with the envelope (ENV) is missing, so the set cannot be told for what it is.',
  'no-lines': 'There are no estimate lines in it.',
  version: 'It is of a version that Shopfile does not know.',
  'not-an-estimate': 'This is no estimate.',
  value: 'The value is outside of what an estimate may have.',
  'too-long': 'The text is longer than its field.',
  changing: 'The file is still being written.',
  gone: 'The file is not there or may not be read.',
};

/** Why a file cannot be used, with its place. */
export const wordReason = ({ file, place, why }: Fault): string =>
  `${[file, place].filter((part) => part !== '').join(', ')}: ${reasons[why as FaultReason] ?? 'It cannot be used.'}`;

/** What a person reads of a file that cannot be used. */
export const wordFileFault = (fault: Fault): Wording => ({
  what: `This cannot be used: ${wordReason(fault)}`,
  safe: 'Nothing was changed.',
  todo: 'Export the estimate again in the program it comes from, or choose another file.',
  code: `FILE-${fault.why.toUpperCase()}`,
});

const systems: Readonly<Record<string, string>> = {
  C: 'CCC',
  M: 'Mitchell',
  A: 'Audatex',
  O: 'Another program',
};

/** The program that an estimate comes from. */
export const systemName = (system: string): string => systems[system] ?? (system === '' ? 'Unknown program' : system);

/** By what a workfile was found that an estimate may be a newer version of. */
export const byWords: Readonly<Record<ImportCandidate['by'], string>> = {
  estimate: 'the same estimate',
  claim: 'the same claim number',
  vin: 'the same VIN',
};

export const kindWords: Readonly<Record<LineMatch['kind'], string>> = {
  same: 'Same',
  changed: 'Changed',
  added: 'Added',
  removed: 'Removed',
  kept: 'Stays',
};

/** The names of groups of rates, as one sentence part. */
export const ratesWords = (groups: readonly string[]): string =>
  groups.map((group) => groupWords.rates[group as keyof typeof groupWords.rates] ?? group).join(', ');
