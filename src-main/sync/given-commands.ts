// Tells the windows how the commands given here stand, only when something about them changed.

import { moves } from '../../src-shared/domain/workfile/life.ts';
import { stages } from '../../src-shared/domain/workfile/workfile.ts';
import type { GivenCommand } from '../../src-shared/ipc/command-shapes.ts';
import { type CommandRefusal, exportSubject, type GivenName, givenNames } from '../../src-shared/sync/commands.ts';
import { type Command, listCommands } from '../db/command.ts';
import { readCursor } from '../db/cursor.ts';
import { readLabel } from '../db/head-list.ts';
import type { Store } from '../db/store.ts';

/** Every command given here for a workfile, newest first. */
export function givenCommands(store: Store): readonly GivenCommand[] {
  const { cursor } = readCursor(store);
  return listCommands(store).flatMap((command) => {
    const { id, name, workfileId, authorName: by, madeAt } = command;
    if (workfileId === null || !isGiven(name)) return [];
    const workfileLabel = readLabel(store, workfileId) ?? '';
    const state = stateOf(command, cursor);
    const settledAt = command.settledAt ?? 0;
    return [{ id, name, workfileId, workfileLabel, state, ...partsOf(command), by, madeAt, settledAt }];
  });
}

const isGiven = (name: Command['name']): name is GivenName => givenNames.some((one) => one === name);

/** What was done counts as done once its effect was pulled: until then the workfile shows nothing of it. */
function stateOf({ state, cancelId, seq }: Command, cursor: number): GivenCommand['state'] {
  if (state === 'done') return seq !== null && seq > cursor ? 'sent' : 'done';
  if (state === 'refused' || state === 'cancelled') return state;
  if (cancelId !== null) return 'cancelling';
  return state === 'waiting' ? 'waiting' : 'sent';
}

type Part = 'receiptId' | 'subject' | 'number' | 'version' | 'move' | 'refusal' | 'answeredAt';

function partsOf({ state, params, result }: Command): Pick<GivenCommand, Part> {
  const version = textOf(params.label);
  const subject = exportSubject.safeParse(params.subject).data ?? null;
  const receiptId = subject?.kind === 'payment' ? subject.id : textOf(params.receiptId);
  const digits = textOf(params.number);
  const typed = digits === '' ? null : `${textOf(params.prefix)}${digits}`;
  const move = moves.find((one) => one === params.move) ?? null;
  const about = { receiptId, subject, version, move };
  if (state !== 'refused') {
    const number = textOf(result?.number) || typed;
    return { ...about, number, refusal: null, answeredAt: timeOf(result?.answeredAt) };
  }
  const details = (result?.details ?? {}) as Readonly<Record<string, unknown>>;
  const reason = textOf(result?.reason) as CommandRefusal;
  const stage = stages.find((one) => one === details.stage) ?? null;
  const said = { by: textOf(details.by), number: textOf(details.number), version: textOf(details.label) };
  const refusal = { reason, ...said, stage };
  return { ...about, number: typed, refusal, answeredAt: timeOf(details.answeredAt) };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const timeOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** Says how commands stand; the same thing is not said twice. */
export function createCommandTeller(store: Store, tell: (commands: readonly GivenCommand[]) => void): () => void {
  const said = { last: '[]' };
  return () => {
    const commands = givenCommands(store);
    const text = JSON.stringify(commands);
    if (text === said.last) return;
    said.last = text;
    tell(commands);
  };
}
