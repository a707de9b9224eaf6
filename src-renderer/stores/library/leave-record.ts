// Leaves the form of a record: only when everything in it was taken.

import { commitFocused, goToRefused } from '../../../src-ui/fields/leave-field.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { say } from '../shell.ts';
import { settledRecord } from './fields.ts';

/** Saves what is being typed; where something was refused, goes there, says so and answers false. */
export async function leaveRecord(id: string, name: string, form: HTMLElement | null): Promise<boolean> {
  commitFocused();
  const failure = await settledRecord(id);
  if (failure !== undefined) await drawn();
  const isRefused = goToRefused(form);
  if (isRefused) say(`Not closed: put right what ${name} has in red.`);
  else say(failure === undefined ? `${name} is saved.` : `Not closed: ${wordBriefly(failure)}`);
  return !isRefused && failure === undefined;
}

/** A field says what was refused of it in the frame after the answer. */
const drawn = (): Promise<unknown> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
