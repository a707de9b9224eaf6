// Taking photos and documents in: each is shown at once, then handed to the backend piece by piece, one after the other.

import { create } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Failure } from '../../../src-shared/base/failure.ts';
import { invalid } from '../../../src-shared/base/failure.ts';
import type { DocumentId, PhotoId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { failed, type Result } from '../../../src-shared/base/result.ts';
import { maxPhotosOfWorkfile } from '../../../src-shared/domain/photo/photo.ts';
import type { PhotoCopy } from '../../../src-shared/ipc/requests.ts';
import { ask } from '../../api/bridge.ts';
import { removeDocuments, removePhotos } from '../workfile/edits.ts';
import { importDocument, isDocument } from './document-import.ts';
import { handPieces } from './hand-pieces.ts';
import { base64Of, makeThumb } from './thumbnail.ts';

/** A photo on its way into the backend. */
export type Arriving = {
  readonly key: string;
  readonly workfileId: WorkfileId;
  readonly name: string;
  /** Its thumbnail, once that is drawn. */
  readonly url: string | null;
  readonly percent: number;
};

/** Several files on their way, one after the other. */
export type ImportRun = {
  readonly key: string;
  readonly workfileId: WorkfileId;
  /** How many were taken in or refused, of how many. */
  readonly done: number;
  readonly of: number;
  /** It ends after the file it is at. */
  readonly isCancelled: boolean;
};

type Arrivals = {
  readonly photos: readonly Arriving[];
  readonly count: number;
  readonly runs: Readonly<Record<string, ImportRun>>;
};

export const useArriving = create<Arrivals>()(() => ({ photos: [], count: 0, runs: {} }));

/** The files that are on their way into a workfile. */
export const useImportRuns = (workfileId: WorkfileId): readonly ImportRun[] =>
  useArriving(useShallow(({ runs }) => Object.values(runs).filter((run) => run.workfileId === workfileId)));

/** What came of the files: the photos and documents that are new, the files that were there, and which were refused. */
export type Imported = {
  readonly added: readonly PhotoId[];
  readonly documents: readonly DocumentId[];
  readonly present: readonly string[];
  readonly refused: readonly { readonly name: string; readonly failure: Failure }[];
  /** How many were not looked at, as a person cancelled before. */
  readonly cancelled: number;
};

/**
 * Takes files in. All of them are shown before the first is read; more than a workfile takes are not looked at.
 * A run that is cancelled ends after the file it is at. `copy` says which photo they were drawn on.
 */
export async function importPhotos(
  workfileId: WorkfileId,
  chosen: readonly File[],
  copy?: PhotoCopy,
): Promise<Imported> {
  const files = chosen.slice(0, maxPhotosOfWorkfile);
  const { count } = useArriving.getState();
  const keyed = files.map((file, i) => ({ file, key: `arriving-${count + i}` }));
  const shown = keyed.map(({ file, key }) => ({ key, workfileId, name: file.name, url: null, percent: 0 }));
  useArriving.setState(({ photos }) => ({ photos: [...photos, ...shown], count: count + files.length }));
  const run = `run-${count}`;
  beginRun({ key: run, workfileId, done: 0, of: files.length, isCancelled: false });
  const imported = {
    added: [] as PhotoId[],
    documents: [] as DocumentId[],
    present: [] as string[],
    refused: [] as { name: string; failure: Failure }[],
    cancelled: 0,
  };
  for (const { file, key } of keyed) {
    if (useArriving.getState().runs[run]?.isCancelled) {
      imported.cancelled += 1;
      dropArriving(key);
      continue;
    }
    const taken = await takeIn(workfileId, { file, key, copy });
    if (!taken.ok) imported.refused.push({ name: file.name, failure: taken.failure });
    else if (!taken.value.isNew) imported.present.push(file.name);
    else if ('photoId' in taken.value) imported.added.push(taken.value.photoId);
    else imported.documents.push(taken.value.documentId);
    dropArriving(key);
    changeRun(run, ({ done }) => ({ done: done + 1 }));
  }
  endRun(run);
  const tooMany = invalid('photo', 'photo-count', maxPhotosOfWorkfile);
  const left = chosen.slice(files.length).map(({ name }) => ({ name, failure: tooMany }));
  return { ...imported, refused: [...left, ...imported.refused] };
}

const beginRun = (run: ImportRun): void => useArriving.setState(({ runs }) => ({ runs: { ...runs, [run.key]: run } }));

function changeRun(key: string, change: (run: ImportRun) => Partial<ImportRun>): void {
  const run = useArriving.getState().runs[key];
  if (run !== undefined) beginRun({ ...run, ...change(run) });
}

function endRun(key: string): void {
  const { [key]: _ended, ...runs } = useArriving.getState().runs;
  useArriving.setState({ runs });
}

/** Ends a run after the file it is at; what is in already stays. */
export const cancelImport = (key: string): void => changeRun(key, () => ({ isCancelled: true }));

/** Takes back what an import added; answers what went wrong. */
export async function takeImportBack(
  workfileId: WorkfileId,
  { added, documents }: Imported,
): Promise<readonly Failure[]> {
  const failures = [
    added.length > 0 ? await removePhotos(workfileId, added) : undefined,
    documents.length > 0 ? await removeDocuments(workfileId, documents) : undefined,
  ];
  return failures.filter((failure) => failure !== undefined);
}

type Taken = ({ readonly photoId: PhotoId } | { readonly documentId: DocumentId }) & { readonly isNew: boolean };

type Handed = { readonly file: File; readonly key: string; readonly copy: PhotoCopy | undefined };

async function takeIn(workfileId: WorkfileId, handed: Handed): Promise<Result<Taken>> {
  const { file, key } = handed;
  try {
    if (await isDocument(file)) return await importDocument(workfileId, file, (percent) => change(key, { percent }));
    const thumb = await makeThumb(file);
    if (!thumb.ok) return thumb;
    change(key, { url: URL.createObjectURL(thumb.value) });
    return await handOver(workfileId, thumb.value, handed);
  } catch {
    // The file went away or may not be read.
    return failed(invalid('photo', 'photo-broken'));
  }
}

async function handOver(workfileId: WorkfileId, thumb: Blob, { file, key, copy }: Handed): Promise<Result<Taken>> {
  const begun = await ask('photo.begin', { workfileId, bytes: file.size });
  if (!begun.ok) return begun;
  const { ticket } = begun.value;
  const handed = await handPieces(ticket, file, (percent) => change(key, { percent }));
  if (!handed.ok) return handed;
  return ask('photo.add', { ticket, thumb: await base64Of(thumb), copy });
}

function change(key: string, news: Partial<Arriving>): void {
  useArriving.setState(({ photos }) => ({
    photos: photos.map((photo) => (photo.key === key ? { ...photo, ...news } : photo)),
  }));
}

function dropArriving(key: string): void {
  const { photos } = useArriving.getState();
  const url = photos.find((photo) => photo.key === key)?.url ?? null;
  if (url !== null) URL.revokeObjectURL(url);
  useArriving.setState({ photos: photos.filter((photo) => photo.key !== key) });
}
