// What was asked of the cloud and what came of it, in words.

import type { GivenCommand } from '../../src-shared/ipc/command-shapes.ts';
import type { CommandRefusal } from '../../src-shared/sync/commands.ts';

/** `RO 10231`, or that the number is still to come. */
export const roWords = (number: string | null): string => (number === null ? 'RO number pending' : `RO ${number}`);

/** What waits, short enough for the workfile's header: `Lock waiting…`, `RO 10231 waiting`. */
export function pendingWords({ name, state, number, version }: GivenCommand): string {
  if (name === 'start-supplement') {
    return state === 'cancelling' ? `${version} being cancelled…` : `${version} starts when the cloud answers`;
  }
  if (name === 'lock-estimate') return state === 'cancelling' ? 'Lock being cancelled…' : 'Lock waiting…';
  if (state === 'cancelling') return 'Conversion being cancelled…';
  return number === null ? roWords(null) : `${roWords(number)} waiting`;
}

/** What was asked for. */
export function commandTitle({ name, number, version }: GivenCommand): string {
  if (name === 'start-supplement') return `Start supplement ${version}`;
  return name === 'lock-estimate'
    ? 'Lock estimate'
    : `Convert to repair order${number === null ? '' : `, RO ${number}`}`;
}

/** How it stands, in a sentence. */
export function commandState(command: GivenCommand): string {
  switch (command.state) {
    case 'waiting':
      return 'Waits to be sent';
    case 'sent':
      return 'Waits for the cloud, which may have it already';
    case 'cancelling':
      return 'Is taken back, unless the cloud has done it already';
    case 'done':
      return 'Done';
    case 'cancelled':
      return 'Cancelled; nothing was changed';
    case 'refused':
      return refusalWords(command);
  }
}

/** Why the cloud did not do it. */
export function refusalWords({ name, refusal }: GivenCommand): string {
  const reason = refusal?.reason ?? 'invalid';
  const who = refusal?.by ? ` by ${refusal.by}` : '';
  if (reason === 'locked') {
    const version = refusal?.version ? ` as ${refusal.version}` : '';
    return `Not done: the estimate was locked before${version}${who}.`;
  }
  if (reason === 'other-version')
    return `Not done: the estimate had reached ${refusal?.version ?? 'another version'} by then.`;
  if (reason === 'converted') {
    const number = refusal?.number ? ` ${refusal.number}` : '';
    return `Not done: it was made repair order${number} before, on another PC.`;
  }
  if (reason === 'number-used') {
    return `Not done: the number ${refusal?.number ?? ''} belongs to another repair order. Convert again to get a new one.`;
  }
  return reasons[reason] ?? `The cloud did not take it (${name}, ${reason}).`;
}

const reasons: Readonly<Partial<Record<CommandRefusal, string>>> = {
  forbidden: 'Not done: your role does not include this.',
  invalid: 'Not done: the cloud could not read it.',
  missing: 'Not done: the workfile is not in the cloud.',
  deleted: 'Not done: it was deleted before.',
  empty: 'Not done: the estimate had no lines.',
  'not-ready': 'Not done: something was missing or a line was open. The lock dialog lists what.',
  changed: 'Not done: the estimate was changed on another PC before the lock arrived. Look at it, and lock it again.',
  'not-locked': 'Not done: the estimate was not locked. What you wrote is in the open version.',
  cancelled: 'Cancelled; nothing was changed.',
};
