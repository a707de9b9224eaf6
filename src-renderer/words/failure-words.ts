// The words for everything that can go wrong: what happened, what is safe, what to do, and a code to read out.

import { assertNever, type Failure, type Issue } from '../../src-shared/base/failure.ts';
import { permissions } from '../../src-shared/domain/access/permissions.ts';
import { dmsConflicts } from './dms/dms-failures.ts';
import { documentTroubles } from './evidence/document-failures.ts';
import { fileIssueWords } from './evidence/file-issue-words.ts';
import { wordFileFault } from './exchange-words.ts';
import { lifeConflicts } from './life/life-failures.ts';
import { planConflicts } from './plan/plan-failures.ts';

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
      return wordNotFound(failure.what);
    case 'locked':
      if (failure.what === 'vehicle') return frozenWords;
      return {
        what: lockedWords(failure.what, failure.holder),
        safe: 'Nothing was changed.',
        todo: lockedTodo[failure.what] ?? 'Make the change in a new supplement.',
        code: 'LOCKED',
      };
    case 'conflict':
      return wordConflict(failure.what);
    case 'forbidden':
      return { ...needWords(failure.need), safe: 'Nothing was changed.', code: 'NOT-ALLOWED' };
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
    case 'unreadable':
      return wordFileFault(failure);
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
  what: 'Shopfile cannot do this just now.',
  safe: kept,
  todo: retryAfterMs === undefined ? 'Try again in a moment.' : 'Work on. It is tried again by itself.',
  ...unavailableWords[what],
  code: `AWAY-${what.toUpperCase()}`,
});

const wordNotFound = (what: string): Wording => ({
  what: `${capital(nameOf(what))} is no longer there.`,
  safe: 'Nothing else was changed.',
  todo: 'It may have been removed on another PC. Go back to the list and open it again.',
  ...notFoundWords[what],
  code: 'NOT-FOUND',
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
    case 'out-of-order':
      return 'This is before what comes first.';
    case 'unknown-field':
      return 'This version of Shopfile does not know this field.';
    default:
      return fileIssueWords(issue, limit);
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
  if (what === 'undo-decision') {
    return {
      what: 'The workfile was changed after this decision.',
      safe: 'The decision and what came after it stay.',
      todo: 'Undo the later changes in the workfile first, or type the value you want.',
      code: 'CONFLICT-UNDO',
    };
  }
  if (what === 'unsent-file-shop') {
    return {
      what: 'This file holds the work of another shop.',
      safe: 'Nothing was taken in.',
      todo: 'Choose a file that a PC of this shop wrote.',
      code: 'FILE-OTHER-SHOP',
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
  const command = commandConflicts[what] ?? planConflicts[what] ?? dmsConflicts[what];
  if (command !== undefined)
    return { safe: 'Nothing was changed.', ...command, code: `CONFLICT-${what.toUpperCase()}` };
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
    todo: 'Choose one under Tools, Sync and conflicts.',
    code: 'CONFLICT',
  };
}

const commandConflicts: Readonly<Record<string, Pick<Wording, 'what' | 'todo'>>> = {
  'receipt-void': {
    what: 'This receipt is void already.',
    todo: 'Take a new receipt if the money came after all.',
  },
  'receipt-reversed': {
    what: 'This receipt was reversed by another one.',
    todo: 'Void the reversal first.',
  },
  'receipt-reversal': {
    what: 'A reversal is not reversed.',
    todo: 'Void it, or take the money as a new receipt.',
  },
  'command-waiting': {
    what: 'This waits for the cloud already.',
    todo: 'Work on, or cancel it under Tools, Locks and conversions.',
  },
  'backup-newer': {
    what: 'A newer version of Shopfile made this backup.',
    todo: 'Update Shopfile on this PC first, or choose an older backup.',
  },
  'upkeep-busy': {
    what: 'The data are being repaired, backed up or checked already.',
    todo: 'Wait until that has ended.',
  },
  'backup-other-shop': {
    what: 'This backup holds the data of another shop.',
    todo: 'Choose a backup that a PC of this shop made.',
  },
  'command-taken': { what: 'The cloud has taken this already.', todo: 'It cannot be cancelled any more.' },
  converted: { what: 'This is a repair order already, or no longer open.', todo: 'Leave it as it is.' },
  'lock-empty': { what: 'The estimate has no lines.', todo: 'Add a line first.' },
  'lock-not-ready': {
    what: 'The estimate is not ready to be locked.',
    todo: 'Close open lines and fill in what the lock dialog lists.',
  },
  'lock-before-start': {
    what: 'The supplement has not begun in the cloud yet.',
    todo: 'Write on, and lock it once the cloud has answered.',
  },
  ...lifeConflicts,
  'supplement-not-locked': {
    what: 'The estimate is open: there is nothing to supplement.',
    todo: 'Go on writing, and lock it when it is done.',
  },
};

const syncConflicts: Readonly<Record<string, string>> = {
  'device-forked': 'The data of this PC were copied and are in use twice.',
  epoch: 'The cloud was restored from a backup.',
  'cursor-too-old': 'This PC was away for too long to go on where it was.',
};

const names: Readonly<Record<string, string>> = {
  command: 'this command',
  contact: 'this contact',
  decision: 'this decision',
  'data-folder': 'the data folder',
  estimate: 'the estimate',
  import: 'what was read for this import',
  line: 'this line',
  milestone: 'this milestone',
  event: 'this event',
  task: 'this task',
  appointment: 'this appointment',
  photo: 'this photo',
  document: 'this document',
  note: 'this note',
  receipt: 'this receipt',
  insurance: 'the insurance',
  'newer version': 'a newer version',
  rates: 'the rates',
  vehicle: 'the vehicle',
  version: 'this version of the estimate',
  workfile: 'this workfile',
  profile: 'this profile',
  canned: 'this canned operation',
  'part-code': 'this part code',
  employee: 'this employee',
  insurer: 'this insurance company',
  customer: 'this customer',
};
const nameOf = (what: string): string => names[what] ?? what;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What happened and what to do, where more can be said than that it may work later. */
type Known = Readonly<Record<string, Omit<Wording, 'code'>>>;

const notFoundWords: Known = {
  cloud: {
    what: 'There is no cloud of Shopfile at the address that this PC uses.',
    safe: kept,
    todo: 'Work on here, and ask support for the right address.',
  },
  print: {
    what: 'This document is not held for printing any more.',
    safe: 'Nothing was printed.',
    todo: 'Close the preview and open it again.',
  },
  request: {
    what: 'This window asked for something that this version of Shopfile does not do.',
    safe: kept,
    todo: 'Close Shopfile and start it again.',
  },
};

const unavailableWords: Known = {
  backend: {
    what: 'The part of Shopfile that keeps your data did not answer.',
    safe: 'Everything shown as saved or kept is on this PC, and so is what you type.',
    todo: 'Try again. Where you typed, leave the field once more or press Ctrl+S.',
  },
  busy: {
    what: 'Shopfile was asked for more at once than it can do.',
    safe: kept,
    todo: 'Wait a moment and try again.',
  },
  cloud: { what: 'The cloud does not answer just now.', safe: kept, todo: 'Work on. It is tried again by itself.' },
  'database-busy': {
    what: 'Another program holds the data file on this PC, perhaps a backup or a virus scanner.',
    safe: kept,
    todo: 'Wait a moment and try again.',
  },
  'database-damaged': {
    what: 'A part of the data file on this PC is damaged.',
    safe: 'Nothing was deleted.',
    todo: 'Stop working on this PC and call support; do not delete anything.',
  },
  'damaged-record': {
    what: 'What this edit belongs to is damaged on this PC, so the edit cannot be used here.',
    safe: 'Nothing was changed, and your edit stays in the list.',
    todo: 'Leave it there, call support and read them the code.',
  },
  'data-folder': {
    what: 'The data folder on this PC cannot be read or written.',
    safe: kept,
    todo: 'Check its rights and try again.',
  },
  'data-folder-network': {
    what: 'The data folder is on a network drive, which may lose data.',
    safe: kept,
    todo: 'Have it moved to a disk of this PC.',
  },
  'data-folder-synchronised': {
    what: 'The data folder is inside a folder that another program synchronises.',
    safe: kept,
    todo: 'Have it moved out of that folder.',
  },
  disk: {
    what: 'The disk of this PC reported an error, and this could not be written.',
    safe: kept,
    todo: 'Have the disk checked before you work on.',
  },
  'disk-full': {
    what: 'The disk of this PC is full, and this could not be written.',
    safe: kept,
    todo: 'Free some space and try again.',
  },
  'unsent-file': {
    what: 'This file is no export of unsent work, or it was damaged on its way.',
    safe: 'Nothing was taken in.',
    todo: 'Export it again on the other PC and copy it once more.',
  },
  'unsent-file-large': {
    what: 'This file is too large to be an export of unsent work.',
    safe: 'Nothing was taken in.',
    todo: 'Choose the file that the other PC wrote.',
  },
  'file-in-use': {
    what: 'The file cannot be replaced: another program has it open, or it is write-protected.',
    safe: 'The file is as it was.',
    todo: 'Close it there, or choose another name.',
  },
  'print-stopped': {
    what: 'Stopped.',
    safe: 'Nothing was printed or written.',
    todo: 'Print again when you are ready.',
  },
  'print-engine': {
    what: 'The pages could not be made.',
    safe: 'Nothing was printed or written.',
    todo: 'Try again. If it comes back, close Shopfile and start it again.',
  },
  printer: {
    what: 'The printer did not take the pages.',
    safe: 'Nothing in the workfile was changed.',
    todo: 'Check that it is on and has paper, or save a PDF instead.',
  },
  'printer-none': {
    what: 'This printer is not there.',
    safe: 'Nothing was printed.',
    todo: 'Choose another printer, or save a PDF.',
  },
  'backup-unreadable': {
    what: 'This backup cannot be read.',
    safe: 'Nothing was changed.',
    todo: 'Choose another one.',
  },
  ...documentTroubles,
  'file-unwritten': {
    what: 'The file could not be written there.',
    safe: 'Everything is still on this PC.',
    todo: 'Choose another folder, and check that there is room.',
  },
  'file-unread': {
    what: 'The file could not be read.',
    safe: 'Nothing was taken in.',
    todo: 'Check that it is still there and that you may read it.',
  },
  'vin-data': {
    what: 'The VIN data cannot be read on this PC.',
    safe: kept,
    todo: 'Type year, make and model by hand.',
  },
  'workfile-arriving': {
    what: 'This workfile is still on its way from the cloud.',
    safe: 'Nothing was changed.',
    todo: 'Open it again in a moment.',
  },
};

const ask = 'Ask a manager or an administrator of your shop.';
const leave = 'Leave it as it is; no role can change it here.';

const specialNeeds: Readonly<Record<string, Pick<Wording, 'what' | 'todo'>>> = {
  'sign-in': { what: 'You are not signed in.', todo: 'Sign in again; what you type is kept until then.' },
  'this-pc': { what: 'This PC may no longer sign in for your shop.', todo: ask },
  'once-only': { what: 'This is written once and cannot be changed.', todo: leave },
  'cloud-only': { what: 'Only the cloud writes this.', todo: leave },
  'plan.update-status': { what: 'Only “Update status” writes this.', todo: 'Press it in Events.' },
  'milestone.complete': { what: 'Only completing a milestone writes this.', todo: 'Tick its complete box.' },
  'workfile.save': { what: 'Only saving writes this.', todo: 'Press Ctrl+S to save the workfile.' },
  'customer.merge': {
    what: 'Only merging and splitting customers writes this.',
    todo: 'Use Merge in the form of a customer.',
  },
  'make-inactive': {
    what: 'Employees, insurance companies and customers are never deleted: workfiles go on naming them.',
    todo: 'Make it inactive instead.',
  },
  nobody: { what: 'This cannot be changed.', todo: leave },
};

function needWords(need: string): Pick<Wording, 'what' | 'todo'> {
  if (Object.hasOwn(permissions, need)) {
    return { what: `Your role does not include “${permissions[need as keyof typeof permissions]}”.`, todo: ask };
  }
  return specialNeeds[need] ?? { what: 'Your role does not include this.', todo: ask };
}

/** A supplement does not open the vehicle again. */
const frozenWords: Wording = {
  what: 'The VIN and the vehicle stay as they were locked.',
  safe: 'Nothing was changed.',
  todo: 'Plate, mileage, paint and the rest can be changed. For another vehicle make another workfile.',
  code: 'LOCKED',
};

const lockedTodo: Readonly<Record<string, string>> = {
  milestone: 'Re-open the milestone first, with a reason.',
};

const lockedWords = (what: string, holder: string | undefined): string =>
  what === 'milestone'
    ? 'A completed milestone is not changed.'
    : `${capital(nameOf(what))} is locked${holder === undefined ? '' : ` by ${holder}`}.`;
