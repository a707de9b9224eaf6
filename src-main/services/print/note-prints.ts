// The notes of a workfile as documents to print: all of them, or those for one reader alone.

import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { numberFact } from '../../../src-shared/domain/estimate/print/letterhead.ts';
import { noteKinds } from '../../../src-shared/domain/note/note.ts';
import {
  type NotesPrintInput,
  notesPrint,
  notesTitles,
  printedNotes,
} from '../../../src-shared/domain/note/notes-print.ts';
import { contactLabel } from '../../../src-shared/domain/people/contact.ts';
import type { PrintDocument } from '../../../src-shared/domain/print/print-document.ts';
import { vehicleLabel } from '../../../src-shared/domain/vehicle/vehicle.ts';
import type { PrintChoice } from '../../../src-shared/ipc/print-requests.ts';
import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';

const readers = ['all', ...noteKinds] as const;

/** The prints of notes that would say something. */
export const noteChoices = ({ notes }: WorkfileSheet): readonly PrintChoice[] =>
  readers
    .filter((kind) => printedNotes(notes, { kind, text: '' }).length > 0)
    .map((kind) => ({ kind: 'notes', version: kind, title: notesTitles[kind], why: '' }));

type Made = Pick<NotesPrintInput, 'paper' | 'timeZone' | 'shop' | 'now'> & {
  readonly pendingNumber: string;
  /** Only notes with these words; empty for all. */
  readonly text: string;
};

/** The notes for a reader. */
export function noteDocument(
  sheet: WorkfileSheet,
  reader: string,
  { pendingNumber, text, ...made }: Made,
): Result<PrintDocument> {
  const kind = readers.find((one) => one === reader);
  if (kind === undefined) return failed({ kind: 'not-found', what: 'print' });
  const filter = { kind, text };
  const { workfile, contacts, vehicle, notes } = sheet;
  const owner = contacts.find(({ parent }) => parent.role === 'owner');
  return ok(
    notesPrint({
      ...{ ...made, filter, notes: printedNotes(notes, filter) },
      number: numberFact({ workfile, pendingNumber }),
      owner: owner === undefined ? '' : contactLabel(owner.name),
      vehicle: vehicleLabel(vehicle.identity),
    }),
  );
}
