// Edits of an open workfile: drawn at once, asked of the backend, taken back with the reason if refused.

import type { Failure } from '../../../src-shared/base/failure.ts';
import type {
  ContactId,
  CustomerId,
  DocumentId,
  LineId,
  NoteId,
  PhotoId,
  WorkfileId,
} from '../../../src-shared/base/ids.ts';
import type { Result } from '../../../src-shared/base/result.ts';
import { sameValue } from '../../../src-shared/base/same-value.ts';
import type { ContactRole } from '../../../src-shared/domain/people/contact.ts';
import type { Input, LineAddition, Output, RequestName } from '../../../src-shared/ipc/requests.ts';
import type { SaveAnswer, WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';
import { ask } from '../../api/bridge.ts';
import { followed } from './consequences.ts';
import { applyEdit, type GroupEdit, recordOf } from './sheet.ts';
import { draw, reloadWorkfile, sheetOf, update, useWorkfiles } from './workfiles.ts';

export type LineEdit = Extract<GroupEdit, { kind: 'line' }>;

/** Changes one group of a record. */
export function changeGroup(workfileId: WorkfileId, edit: GroupEdit): Promise<Failure | undefined> {
  if (isSame(workfileId, edit)) return Promise.resolve(undefined);
  const input = { [`${edit.kind}Id`]: edit.id, group: edit.group, value: edit.value };
  // The schema of `<kind>.change` is the union that GroupEdit spells by kind; types cannot follow the computed names.
  const change = () => drawn(workfileId, [edit], () => send(workfileId, `${edit.kind}.change`, input as never));
  return pricing.includes(edit.kind) ? followed(workfileId, change) : change();
}

/** The records that automatic rows follow from. */
const pricing: readonly GroupEdit['kind'][] = ['line', 'estimate', 'rates'];

/** Changes groups of several lines, and may add others, as one step of undo. */
export function changeLines(
  workfileId: WorkfileId,
  edits: readonly LineEdit[],
  added?: LineAddition,
): Promise<Failure | undefined> {
  const changes = edits.map(({ id, group, value }) => ({ lineId: id, group, value }));
  const input = { changes, ...(added && { added }) } as never;
  return followed(workfileId, async () => {
    const failure = await drawn(workfileId, edits, () => send(workfileId, 'line.change-many', input));
    if (failure === undefined) await holdLines(workfileId, added?.lines.flatMap(({ id }) => id ?? []) ?? []);
    return failure;
  });
}

/** Adds lines; when it answers, the sheet holds them. */
export const addLines = (workfileId: WorkfileId, addition: LineAddition): Promise<Result<readonly LineId[]>> =>
  followed(workfileId, async () => {
    const reply = await send(workfileId, 'line.add', addition);
    if (reply.ok) await holdLines(workfileId, reply.value);
    return reply;
  });

export const moveLines = (
  workfileId: WorkfileId,
  lineIds: readonly LineId[],
  after: LineId | null,
): Promise<Failure | undefined> =>
  followed(workfileId, () => failureOf(send(workfileId, 'line.move', { lineIds, after })));

export const removeLines = (workfileId: WorkfileId, lineIds: readonly LineId[]): Promise<Failure | undefined> =>
  followed(workfileId, () => failureOf(send(workfileId, 'line.remove', { lineIds })));

export const addContact = (workfileId: WorkfileId, role: ContactRole): Promise<Result<ContactId>> =>
  send(workfileId, 'contact.add', { workfileId, role });

/** Fills a contact from a customer of the shop. */
export const takeCustomer = (
  workfileId: WorkfileId,
  contactId: ContactId,
  customerId: CustomerId,
): Promise<Failure | undefined> => failureOf(send(workfileId, 'contact.take-customer', { contactId, customerId }));

/** Takes over the vehicle or the insurance of another workfile. */
export const copyFromVisit = (copy: Input<'workfile.copy-from'>): Promise<Failure | undefined> =>
  failureOf(send(copy.workfileId, 'workfile.copy-from', copy));

/** Keeps the person of a contact as a customer of the shop. */
export const keepAsCustomer = (workfileId: WorkfileId, contactId: ContactId): Promise<Failure | undefined> =>
  failureOf(send(workfileId, 'contact.keep-customer', { contactId }));

export const removeContact = (workfileId: WorkfileId, contactId: ContactId): Promise<Failure | undefined> =>
  failureOf(send(workfileId, 'contact.remove', { contactId }));

export const removePhotos = (workfileId: WorkfileId, photoIds: readonly PhotoId[]): Promise<Failure | undefined> =>
  failureOf(send(workfileId, 'photo.remove', { photoIds }));

export const removeDocuments = (
  workfileId: WorkfileId,
  documentIds: readonly DocumentId[],
): Promise<Failure | undefined> => failureOf(send(workfileId, 'document.remove', { documentIds }));

type NewNote = Omit<Input<'note.add'>, 'workfileId'>;

export const addNote = (workfileId: WorkfileId, note: NewNote): Promise<Result<NoteId>> =>
  send(workfileId, 'note.add', { workfileId, ...note });

export const reviseNote = (workfileId: WorkfileId, note: Input<'note.revise'>): Promise<Result<NoteId>> =>
  send(workfileId, 'note.revise', note);

export const movePhotos = (workfileId: WorkfileId, move: Input<'photo.move'>): Promise<Failure | undefined> =>
  failureOf(send(workfileId, 'photo.move', move));

/** Marks a named revision of what has arrived, or answers everything that is wrong. */
export async function saveWorkfile(workfileId: WorkfileId): Promise<Result<SaveAnswer>> {
  await quiet(workfileId);
  return send(workfileId, 'workfile.save', { workfileId });
}

/** What undo or redo did: the sheet before and after, so that it can be named. */
export type Step = {
  readonly done: boolean;
  readonly before: WorkfileSheet | undefined;
  readonly after: WorkfileSheet | undefined;
};

/** Takes the last edit back. */
export async function undo(workfileId: WorkfileId): Promise<Result<Step>> {
  await quiet(workfileId);
  const before = sheetOf(workfileId);
  const reply = await send(workfileId, 'workfile.undo', { workfileId });
  return reply.ok ? { ok: true, value: { done: reply.value.undone, before, after: sheetOf(workfileId) } } : reply;
}

/** Makes the edit last taken back again. */
export async function redo(workfileId: WorkfileId): Promise<Result<Step>> {
  await quiet(workfileId);
  const before = sheetOf(workfileId);
  const reply = await send(workfileId, 'workfile.redo', { workfileId });
  return reply.ok ? { ok: true, value: { done: reply.value.redone, before, after: sheetOf(workfileId) } } : reply;
}

/** Draws edits until the answer is there: then they are true, or gone. */
async function drawn<T>(
  workfileId: WorkfileId,
  edits: readonly GroupEdit[],
  send: () => Promise<Result<T>>,
): Promise<Failure | undefined> {
  update(workfileId, (workfile) => draw({ ...workfile, pending: [...workfile.pending, ...edits] }));
  const reply = await send();
  update(workfileId, (workfile) =>
    draw({
      ...workfile,
      truth: reply.ok && workfile.truth !== undefined ? edits.reduce(applyEdit, workfile.truth) : workfile.truth,
      pending: workfile.pending.filter((edit) => !edits.includes(edit)),
    }),
  );
  return reply.ok ? undefined : reply.failure;
}

/** Asks for something that changes a workfile; a save waits until it is answered. */
export async function send<N extends RequestName>(
  workfileId: WorkfileId,
  name: N,
  input: Input<N>,
): Promise<Result<Output<N>>> {
  update(workfileId, (workfile) => ({ ...workfile, sending: workfile.sending + 1 }));
  const reply = await ask(name, input);
  update(workfileId, (workfile) => ({ ...workfile, sending: workfile.sending - 1 }));
  return reply;
}

/** Resolves when every edit on its way is answered, and the field it came from has heard so. */
export async function settled(workfileId: WorkfileId): Promise<void> {
  await quiet(workfileId);
  await new Promise((resolve) => setTimeout(resolve));
}

/** The same for every open workfile. */
export async function allSettled(): Promise<void> {
  const open = Object.keys(useWorkfiles.getState().open) as WorkfileId[];
  await Promise.all(open.map(settled));
}

/** Resolves when no edit of the workfile is on its way. */
function quiet(workfileId: WorkfileId): Promise<void> {
  const isQuiet = (): boolean => (useWorkfiles.getState().open[workfileId]?.sending ?? 0) === 0;
  if (isQuiet()) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = useWorkfiles.subscribe(() => {
      if (!isQuiet()) return;
      stop();
      resolve();
    });
  });
}

function isSame(workfileId: WorkfileId, { kind, id, group, value }: GroupEdit): boolean {
  const sheet = sheetOf(workfileId);
  const record = sheet && (recordOf(sheet, kind, id) as Readonly<Record<string, unknown>> | undefined);
  const present = record?.[group] as Readonly<Record<string, unknown>> | undefined;
  return present !== undefined && Object.entries(value).every(([name, field]) => sameValue(present[name], field));
}

/** Reads the workfile anew when the news of a line went astray. */
async function holdLines(workfileId: WorkfileId, ids: readonly LineId[]): Promise<void> {
  const held = new Set(sheetOf(workfileId)?.lines.map(({ id }) => id));
  if (!ids.every((id) => held.has(id))) await reloadWorkfile(workfileId);
}

/** Only what went wrong. */
export async function failureOf<T>(reply: Promise<Result<T>>): Promise<Failure | undefined> {
  const answer = await reply;
  return answer.ok ? undefined : answer.failure;
}
