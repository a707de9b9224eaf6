// What a person reads where two values wait for a choice: where it is, whose each value is, and why it waits.

import type { Conflict, ConflictSide } from '../../src-shared/domain/conflict/conflict.ts';
import type { Decision, DecisionSide, EditPlace } from '../../src-shared/ipc/centre-shapes.ts';
import type { JsonObject } from '../../src-shared/sync/protocol.ts';
import { wordsOfValue } from '../../src-shared/sync/value-words.ts';
import { groupWords, kindWords } from './group-words.ts';
import { keptReason } from './kept-words.ts';
import { type Clock, dayOf, timeOf, todayOf, whenOf } from './time-words.ts';
import { roleWords } from './workfile-words.ts';

/** `48213 Turpin, Sharon`. */
export const wordWorkfile = ({ workfileLabel, owner }: EditPlace): string => `${workfileLabel} ${owner}`.trim();

/** `Owner › Cell phone`, `Line 14 LT fender › Labor`. */
export function wordPlace({ kind, group, line, role }: EditPlace): string {
  return `${recordWords(kind, line, role)} › ${groupOf(kind, group)}`;
}

function recordWords(kind: EditPlace['kind'], line: EditPlace['line'], role: EditPlace['role']): string {
  if (line !== null) return `${line.number === 0 ? 'Line' : `Line ${line.number}`} ${line.text}`.trim();
  return role === null ? kindWords[kind] : roleWords[role];
}

function groupOf(kind: EditPlace['kind'], group: string): string {
  if (group === '*') return 'New record';
  if (group === 'deleted') return 'Deleted or restored';
  const words: Readonly<Record<string, string>> = groupWords[kind];
  return words[group] ?? group;
}

/** `Janet Ellis, FRONT-PC, today 10:31`; what nobody wrote a name to is what the workfile holds. */
export function wordAuthor({ by, pc, at }: Pick<DecisionSide, 'by' | 'pc' | 'at'>, clock: Clock): string {
  const parts = [by, pc, at === 0 ? '' : wordWhen(at, clock)].filter((part) => part !== '');
  return parts.length === 0 ? 'in the workfile now' : parts.join(', ');
}

/** `today 10:31`, or the day. */
export const wordWhen = (at: number, clock: Clock): string =>
  dayOf(at, clock.timeZone) === todayOf(clock) ? `today ${timeOf(at, clock.timeZone)}` : whenOf(at, clock);

/** What the two values are called. */
export function wordSides(decision: Pick<Decision, 'what' | 'isMine'>): readonly [string, string] {
  if (decision.what === 'refused') return ['Mine', 'In the workfile'];
  return decision.isMine ? ['Mine', 'Theirs'] : ['First', 'Second'];
}

/** What keeping each of them is called. */
export function wordKeeping(decision: Decision): readonly [string, string] {
  if (decision.what === 'refused') {
    return [decision.reason === 'locked' ? 'Apply to the next supplement' : 'Apply mine again', 'Let mine go'];
  }
  return decision.isMine ? ['Keep mine', 'Keep theirs'] : ['Keep the first', 'Keep the second'];
}

/** A value, or that there is none. */
export const wordValue = (side: Pick<DecisionSide, 'words'> | null): string =>
  side === null || side.words === '' ? 'empty' : side.words;

/** Why it waits, in a sentence. */
export function wordReason({ what, reason, mine, theirs }: Decision): string {
  if (what === 'refused') {
    return reason === 'locked' ? `${keptReason(reason)} It can go into the next supplement.` : keptReason(reason);
  }
  if (reason !== 'deleted') return 'Two people changed this at the same time. Both values are kept.';
  const deleted = mine.words === 'Deleted' ? mine : theirs;
  const edited = deleted === mine ? theirs : mine;
  return `Deleted by ${deleted?.by || 'somebody'}, edited by ${edited?.by || 'somebody'}. Keeping the edit restores it.`;
}

/** `1.5 | 2.0` beside a closed decision. */
export const wordBriefChoice = ({ mine, theirs }: Decision): string => `${wordValue(mine)} | ${wordValue(theirs)}`;

/** What is said at a field with two values. */
export function wordConflict({ standing, late, about: { group } }: Conflict, clock: Clock): string {
  const [first, second] = [valueOfSide(standing), valueOfSide(late)];
  const sides = [
    said(standing, wordsOfValue(first, second, group), clock),
    said(late, wordsOfValue(second, first, group), clock),
  ];
  return `Two values: ${sides.join(', and ')}. F8 chooses.`;
}

const said = (side: ConflictSide, words: string, clock: Clock): string =>
  `${words === '' ? 'empty' : words} (${wordAuthor(side, clock)})`;

/** What a side of a conflict holds; a later version may have written what is no group of fields. */
export function valueOfSide({ value }: ConflictSide): JsonObject {
  const parsed: unknown = value === '' ? {} : JSON.parse(value);
  return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? (parsed as JsonObject) : {};
}
