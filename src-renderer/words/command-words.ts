// What was asked of the cloud and what came of it, in words.

import type { GivenCommand } from '../../src-shared/ipc/command-shapes.ts';
import type { CommandRefusal } from '../../src-shared/sync/commands.ts';

/** `RO 10231`, or that the number is still to come. */
export const roWords = (number: string | null): string => (number === null ? 'RO number pending' : `RO ${number}`);

/** What waits, short enough for the workfile's header: `Lock waiting…`, `RO 10231 waiting`. */
export function pendingWords({ name, state, number }: GivenCommand): string {
  if (name === 'lock-estimate') return state === 'cancelling' ? 'Lock being cancelled…' : 'Lock waiting…';
  if (state === 'cancelling') return 'Conversion being cancelled…';
  return number === null ? roWords(null) : `${roWords(number)} waiting`;
}

/** What was asked for. */
export const commandTitle = ({ name, number }: GivenCommand): string =>
  name === 'lock-estimate' ? 'Lock estimate' : `Convert to repair order${number === null ? '' : `, RO ${number}`}`;

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
  if (reason === 'locked') return `Not done: the estimate was locked before${who}.`;
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
  cancelled: 'Cancelled; nothing was changed.',
};
