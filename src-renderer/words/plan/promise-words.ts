// The words for a promise event and for what a promise job needs.

import type { PlanEvent } from '../../../src-shared/domain/plan/event.ts';
import { isMilestone } from '../../../src-shared/domain/plan/milestone.ts';
import type { PromiseCode } from '../../../src-shared/domain/plan/promise.ts';
import { type Clock, whenOf } from '../time-words.ts';
import { civilWords, milestoneWords } from './plan-words.ts';

/** What a promise job needs, and what to do about it. */
export const promiseWords: Readonly<Record<PromiseCode, { readonly needs: string; readonly todo: string }>> = {
  sharing: {
    needs: 'Repair information is shared with customers',
    todo: 'Switch it on in the UpdatePlus settings of the repair facility’s profile.',
  },
  'business-phone': {
    needs: 'The repair facility has a business phone',
    todo: 'Fill in the phone, with its area code, in the repair facility’s profile.',
  },
  'customer-updates': {
    needs: 'Customer updates are on for the insurance company',
    todo: 'Choose an insurance company for which UpdatePlus and customer updates are on.',
  },
  'payer-type': { needs: 'The payer type takes part', todo: 'Choose a payer type that takes part in UpdatePlus.' },
  estimator: { needs: 'The workfile has an estimator', todo: 'Set the estimator in Contacts.' },
  'estimator-email': {
    needs: 'The estimator has an e-mail address',
    todo: 'Add the address under Configure, Employees.',
  },
  'owner-name': { needs: 'The owner has a first and a last name', todo: 'Fill in both names in Contacts.' },
  preference: {
    needs: 'The owner’s comm. preference is Text or Email',
    todo: 'Ask the owner, and choose it in Contacts.',
  },
  cell: { needs: 'The owner has a cell phone for text messages', todo: 'Fill in the number with its area code.' },
  email: { needs: 'The owner has an e-mail address', todo: 'Fill in the address in Contacts.' },
  vin: { needs: 'The VIN is whole, and can be decoded', todo: 'Type all 17 signs of the VIN in Vehicle.' },
  make: { needs: 'The vehicle’s make is known', todo: 'Choose the make in Vehicle.' },
  lines: { needs: 'The estimate is started', todo: 'Write the first line of the estimate.' },
  'vehicle-in': { needs: 'The vehicle is in', todo: 'Record Vehicle In here.' },
  saved: { needs: 'The workfile is saved', todo: 'Press Ctrl+S.' },
};

/** `Nothing is missing for a promise job.`, `A promise job still needs 3 things.` */
export const missingWords = (missing: number): string => {
  if (missing === 0) return 'Nothing is missing for a promise job.';
  return `A promise job still needs ${missing === 1 ? 'one thing' : `${missing} things`}.`;
};

/** An event in one line. */
export function eventWords({ what, promise, reopened }: PlanEvent): string {
  if (promise !== undefined) {
    const way = promise.way === 'events' ? 'Events' : 'the Repair plan';
    return `Promise event: Vehicle In ${civilWords(promise)} from ${way}. ${missingWords(promise.missing.length)}`;
  }
  if (reopened !== undefined) {
    const milestone = isMilestone(reopened.milestone) ? milestoneWords[reopened.milestone] : reopened.milestone;
    return `${milestone} re-opened, was ${civilWords(reopened)}: ${reopened.reason}`;
  }
  return what.kind;
}

/** `11/22 10:42, Robin Ellery`; a promise event says whose it is, and who saved where that is somebody else. */
export const eventStamp = ({ what, promise }: PlanEvent, clock: Clock): string =>
  [whenOf(what.at, clock), ...byWords(what.by, promise?.estimator ?? '')].filter((part) => part !== '').join(', ');

const byWords = (by: string, estimator: string): readonly string[] =>
  estimator === '' || estimator === by ? [by] : [`estimator ${estimator}`, by === '' ? '' : `saved by ${by}`];
