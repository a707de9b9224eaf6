// Takes everything that the cloud does not have from one database of this PC into another, each edit in its author's name.

import type { PhotoPart, Sha256 } from '../../src-shared/domain/photo/photo.ts';
import type { UnsentCounts } from '../../src-shared/ipc/centre-shapes.ts';
import { type CollectedRows, collectRows } from './applied.ts';
import { adoptCommand, unsentCommands } from './command-file.ts';
import { refreshHeads } from './head.ts';
import { noteFileKept } from './photo-file.ts';
import { query } from './query.ts';
import type { Person } from './session.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import { takeUnsentDraft, takeUnsentEdit, takeUnsentKept, unsentEdits, unsentKept } from './unsent-file.ts';

/** How much was taken along. */
export type Carried = UnsentCounts & { readonly photos: number; readonly documents: number };

const givers = query<Person & { command: string }>(
  'carry.givers',
  'select id as command, author as id, author_name as name from command',
);
const drafts = query<{ author: string; workfileId: never; place: string; text: string; keptAt: number }>(
  'carry.drafts',
  'select author, workfile_id as workfileId, place, text, kept_at as keptAt from draft order by workfile_id, place',
);
const files = query<{ sha256: Sha256; part: PhotoPart; isDocument: 0 | 1 }>(
  'carry.files',
  `select sha256, part, exists (select 1 from document where content_sha256 = sha256) as isDocument
   from photo_file where here = 1 and sent = 0 and damaged = 0`,
);

/** All of it, or nothing. */
export function carryUnsent(from: Store, into: Store, now: number): Carried {
  return transact(into, () => {
    const rows = collectRows();
    const counts = {
      edits: carryEdits(from, into, rows),
      commands: carryCommands(from, into),
      kept: unsentKept(from).filter((kept) => takeUnsentKept(into, rows, kept)).length,
      drafts: carryDrafts(from, into),
      ...carryFiles(from, into),
    };
    refreshHeads(into, rows.workfileIds(), new Map([...rows.workfileIds()].map((id) => [id, now])));
    return counts;
  });
}

const carryEdits = (from: Store, into: Store, rows: CollectedRows): number =>
  unsentEdits(from).filter(({ person, edit }) => takeUnsentEdit({ store: into, rows, person }, edit)).length;

function carryCommands(from: Store, into: Store): number {
  const giverOf = new Map(from.all(givers).map(({ command, ...person }) => [command, person]));
  return unsentCommands(from).filter((command) => {
    const giver = giverOf.get(command.id);
    return giver !== undefined && adoptCommand(into, command, giver);
  }).length;
}

const carryDrafts = (from: Store, into: Store): number =>
  from.all(drafts).filter(({ author, ...draft }) => takeUnsentDraft(into, author, draft)).length;

/** Their files lie in the folder of photos, whichever database it is. */
function carryFiles(from: Store, into: Store): Pick<Carried, 'photos' | 'documents'> {
  const waiting = from.all(files);
  for (const file of waiting) noteFileKept(into, file);
  const countOf = (isDocument: 0 | 1): number =>
    new Set(waiting.filter((file) => file.isDocument === isDocument).map(({ sha256 }) => sha256)).size;
  return { photos: countOf(0), documents: countOf(1) };
}
