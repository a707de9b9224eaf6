// Leaves the form of a record: only when everything in it was taken.

import { wordBriefly } from '../../words/failure-words.ts';
import { say } from '../shell.ts';
import { settledRecord } from './fields.ts';

/** Waits for what was typed last; where something was refused, goes there, says so and answers false. */
export async function leaveRecord(id: string, name: string, goToRefused: () => boolean): Promise<boolean> {
  const failure = await settledRecord(id);
  if (failure !== undefined) await drawn();
  const isRefused = goToRefused();
  if (isRefused) say(`Not closed: put right what ${name} has in red.`);
  else say(failure === undefined ? `${name} is saved.` : `Not closed: ${wordBriefly(failure)}`);
  return !isRefused && failure === undefined;
}

/** A field says what was refused of it in the frame after the answer. */
const drawn = (): Promise<unknown> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
