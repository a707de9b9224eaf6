// The words for everything that can go wrong: what happened, what is safe, what to do, and a code to read out.

import { assertNever, type Failure, type Issue } from '../../src-shared/base/failure.ts';
import { permissions } from '../../src-shared/domain/access/permissions.ts';

export type Wording = {
  readonly what: string;
  readonly safe?: string;
  readonly todo?: string;
  readonly code: string;
};

const kept = 'What you entered before is kept on this PC.';

/** What a person reads about a failure. */
export function wordFailure(failure: Failure): Wording {
  switch (failure.kind) {
    case 'invalid':
      return wordInvalid(failure.issue, failure.limit);
    case 'not-found':
      return {
        what: `${capital(nameOf(failure.what))} is no longer there.`,
        safe: 'Nothing else was changed.',
        todo: 'It may have been removed on another PC. Go back to the list and open it again.',
        code: 'NOT-FOUND',
      };
    case 'locked':
      return {
        what: lockedWords(failure.what, failure.holder),
        safe: 'Nothing was changed.',
        todo: 'Make the change in a new supplement.',
        code: 'LOCKED',
      };
    case 'conflict':
      return wordConflict(failure.what);
    case 'forbidden':
      return {
        what: needWords(failure.need),
        safe: 'Nothing was changed.',
        todo: 'Ask a manager or an administrator of your shop.',
        code: 'NOT-ALLOWED',
      };
    case 'offline':
      return {
        what: 'The cloud cannot be reached.',
        safe: kept,
        todo: 'Work on. It is tried again by itself as soon as the network is back.',
        code: 'OFFLINE',
      };
    case 'outdated':
      return {
        what: `This version of Shopfile is too old: ${nameOf(failure.need)} is needed.`,
        safe: kept,
        todo: 'Update Shopfile on this PC. Until then you can work on here without sync.',
        code: 'OUTDATED',
      };
    case 'unavailable':
      return wordUnavailable(failure.what, failure.retryAfterMs);
    case 'unexpected':
      return {
        what: 'Something went wrong that Shopfile did not expect.',
        safe: kept,
        todo: 'Try again. If it comes back, read the code to support.',
        code: failure.reference,
      };
    default:
      return assertNever(failure);
  }
}

const wordInvalid = (issue: Issue, limit: number | undefined): Wording => ({
  what: issueWords(issue, limit),
  safe: 'Nothing was changed.',
  todo: 'Correct the field and try again.',
  code: `INP-${issue.toUpperCase()}`,
});

const wordUnavailable = (what: string, retryAfterMs: number | undefined): Wording => ({
  what: unavailableWords[what] ?? `Not available just now: ${nameOf(what)}.`,
  safe: kept,
  todo: retryAfterMs === undefined ? 'Try again in a moment.' : 'It is tried again by itself.',
  code: 'UNAVAILABLE',
});

/** A failure in one line: for a field or a cell. */
export function wordBriefly(failure: Failure): string {
  if (failure.kind === 'invalid') return issueWords(failure.issue, failure.limit);
  const { what, todo, code } = wordFailure(failure);
  return `${what} ${todo ?? ''} (${code})`;
}

/** Why a value was refused. */
export function issueWords(issue: Issue, limit?: number): string {
  const most = limit === undefined ? '' : ` at most ${limit.toLocaleString('en-US')}`;
  switch (issue) {
    case 'required':
      return 'This cannot be empty.';
    case 'too-long':
      return `Too long:${most} characters. Nothing was cut off; please shorten it.`;
    case 'too-large':
      return `Too large${most === '' ? '' : `:${most}`}.`;
    case 'negative':
      return 'Cannot be negative here.';
    case 'not-a-number':
      return 'Not a number. Type 1,234.50 or =12*3.';
    case 'not-a-date':
      return 'Not a date. Type 11/21/2026.';
    case 'not-a-choice':
      return 'Not one of the choices.';
    case 'bad-format':
      return 'Not in the expected form.';
    case 'card-number':
      return 'This looks like a card number, which may not be kept here.';
    case 'duplicate':
      return 'This is there already.';
    case 'unknown-field':
      return 'This version of Shopfile does not know this field.';
    default:
      return assertNever(issue);
  }
}

function wordConflict(what: string): Wording {
  if (what === 'undo') {
    return {
      what: 'Somebody changed this since.',
      safe: 'What they wrote stays.',
      todo: 'Type the value you want.',
      code: 'CONFLICT-UNDO',
    };
  }
  if (what === 'other-shop') {
    return {
      what: 'This PC holds the workfiles of another shop.',
      safe: 'They are kept for that shop.',
      todo: 'Sign in with an account of that shop, or use another PC.',
      code: 'OTHER-SHOP',
    };
  }
  if (Object.hasOwn(syncConflicts, what)) {
    return {
      what: syncConflicts[what] ?? '',
      safe: kept,
      todo: 'Call support and read them the code.',
      code: `SYNC-${what.toUpperCase()}`,
    };
  }
  return {
    what: `${capital(nameOf(what))} was changed elsewhere at the same time.`,
    safe: 'Both values are kept.',
    todo: 'Choose one under Tools, Edits that need your decision.',
    code: 'CONFLICT',
  };
}

const syncConflicts: Readonly<Record<string, string>> = {
  'device-forked': 'The data of this PC were copied and are in use twice.',
  epoch: 'The cloud was restored from a backup.',
  'cursor-too-old': 'This PC was away for too long to go on where it was.',
};

const names: Readonly<Record<string, string>> = {
  backend: 'the part of Shopfile that keeps your data',
  cloud: 'the cloud',
  contact: 'this contact',
  'data-folder': 'the data folder',
  estimate: 'the estimate',
  'kept-edit': 'this kept edit',
  line: 'this line',
  'newer version': 'a newer version',
  request: 'this request',
  'vin-data': 'the VIN data',
  workfile: 'this workfile',
};
const nameOf = (what: string): string => names[what] ?? what;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const unavailableWords: Readonly<Record<string, string>> = {
  backend: 'The part of Shopfile that keeps your data is starting again.',
  'database-damaged': 'The data file on this PC is damaged.',
  'data-folder-network': 'The data folder is on a network drive, which may lose data.',
  'data-folder-synchronised': 'The data folder is inside a folder that another program synchronises.',
  'vin-data': 'The VIN data cannot be read on this PC.',
  'workfile-arriving': 'This workfile is still on its way from the cloud.',
};

const specialNeeds: Readonly<Record<string, string>> = {
  'sign-in': 'You are not signed in.',
  'this-pc': 'This PC may no longer sign in for your shop.',
  'once-only': 'This is written once and cannot be changed.',
  'cloud-only': 'Only the cloud writes this.',
  'workfile.save': 'Only saving writes this.',
  nobody: 'This cannot be changed.',
};

function needWords(need: string): string {
  if (Object.hasOwn(permissions, need)) {
    return `Your role does not include “${permissions[need as keyof typeof permissions]}”.`;
  }
  return specialNeeds[need] ?? 'Your role does not include this.';
}

const lockedWords = (what: string, holder: string | undefined): string =>
  `${capital(nameOf(what))} is locked${holder === undefined ? '' : ` by ${holder}`}.`;
