// Photos of a workfile: taking one in, removing some, and where their files are.

import type { SessionUser } from '../../../src-shared/api/contract.ts';
import { invalid } from '../../../src-shared/base/failure.ts';
import type { PhotoId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { positionsAfter } from '../../../src-shared/domain/estimate/place.ts';
import type { ImageFile } from '../../../src-shared/domain/photo/image-file.ts';
import { maxPhotosOfWorkfile, type Photo, type Sha256 } from '../../../src-shared/domain/photo/photo.ts';
import { readThumb } from '../../../src-shared/domain/photo/read-image.ts';
import type { PhotoAddition, PhotoCopy } from '../../../src-shared/ipc/requests.ts';
import type { PhotoState } from '../../../src-shared/ipc/shapes.ts';
import { deletion, wholeRecord } from '../../../src-shared/sync/protocol.ts';
import { notePhotoKept, placesOfPhotos } from '../../db/photo-file.ts';
import { photosOf, readRecord } from '../../db/record.ts';
import { transact } from '../../db/transact.ts';
import { writeEdits } from '../../db/write-edits.ts';
import { readPhotoInTurns } from '../../files/photo-reading.ts';
import { writeStep } from '../changes.ts';
import { allowed, announceEdits, type Desk, nameOf, newId } from '../desk.ts';
import { checkNotBinned } from '../life/bin-rules.ts';

/** Makes room for a photo of a workfile. */
export function beginPhoto(desk: Desk, workfileId: WorkfileId, bytes: number): Result<{ readonly ticket: string }> {
  const room = roomFor(desk, workfileId);
  return room.ok ? ok({ ticket: desk.intake.begin(workfileId, bytes) }) : room;
}

type Piece = { readonly ticket: string; readonly at: number; readonly base64: string };

/** Takes the next piece of a photo. */
export function takePiece({ intake }: Desk, { ticket, at, base64 }: Piece): Result<null> {
  return intake.add(ticket, at, base64) ? ok(null) : failed({ kind: 'not-found', what: 'photo' });
}

type Added = { readonly photoId: PhotoId; readonly isNew: boolean };

/** Adds a photo whose pieces are all here: checked by content, bare of what its camera wrote beside it, on the disk. */
export async function addPhoto(desk: Desk, { ticket, thumb, copy }: PhotoAddition): Promise<Result<Added>> {
  const arriving = desk.intake.take(ticket);
  if (arriving === undefined) return failed({ kind: 'not-found', what: 'photo' });
  const image = await readPhotoInTurns(arriving.bytes);
  if (!image.ok) return image;
  const small = readThumb(Buffer.from(thumb, 'base64'));
  if (!small.ok) return small;
  const content = await desk.photoFiles.keep(image.value.parts, small.value.parts);
  return write(desk, arriving.workfileId, { image: image.value, ...content, copy });
}

type Move = { readonly photoIds: readonly PhotoId[]; readonly after: PhotoId | null };

/** Moves photos, in their order, after another one or to the front. */
export function movePhotos(desk: Desk, { photoIds, after }: Move): Result<null> {
  const photos = photoIds.map((id) => readRecord(desk.store, 'photo', id));
  const [first] = photos;
  if (first === undefined || photos.some((photo) => photo?.deleted !== false))
    return failed({ kind: 'not-found', what: 'photo' });
  const moved = new Set(photoIds);
  const others = photosOf(desk.store, first.parent.workfileId as WorkfileId).filter(({ id }) => !moved.has(id));
  const index = after === null ? -1 : others.findIndex(({ id }) => id === after);
  if (after !== null && index < 0) return failed(invalid('input.after', 'not-a-choice'));
  const positions = positionsAfter(
    others.map(({ place }) => place.position),
    index,
    moved.size,
  );
  const edits = [...moved].map((id, i) => {
    const value = { position: positions[i] ?? '' };
    return { kind: 'photo', id, group: 'place', value } as const;
  });
  return writeStep(desk, edits);
}

/** Removes photos; undo brings them back. */
export function removePhotos(desk: Desk, photoIds: readonly PhotoId[]): Result<null> {
  const gone = photoIds.some((id) => readRecord(desk.store, 'photo', id)?.deleted !== false);
  if (gone) return failed({ kind: 'not-found', what: 'photo' });
  return writeStep(
    desk,
    photoIds.map((id) => ({ kind: 'photo', id, group: deletion, value: { deleted: true } })),
  );
}

/** Where the files of a workfile's photos are; what is missing of its thumbnails is fetched first from now on. */
export function photoStates(desk: Desk, workfileId: WorkfileId): Result<readonly PhotoState[]> {
  const user = allowed(desk, 'see-workfiles');
  if (!user.ok) return user;
  desk.sync.photos.look(workfileId);
  return ok(placesOfPhotos(desk.store, workfileId).map(desk.sync.photos.stateOf));
}

/** Fetches a photo because somebody looks at it. */
export function fetchPhoto(desk: Desk, sha256: Sha256): Result<null> {
  const user = allowed(desk, 'see-workfiles');
  if (!user.ok) return user;
  desk.sync.photos.want(sha256);
  return ok(null);
}

/** Whether this person may add a photo there, and who they are. */
function roomFor(desk: Desk, workfileId: WorkfileId): Result<SessionUser> {
  const user = allowed(desk, 'edit-photos');
  if (!user.ok) return user;
  const workfile = readRecord(desk.store, 'workfile', workfileId);
  if (workfile === undefined || workfile.deleted) return failed({ kind: 'not-found', what: 'workfile' });
  const kept = checkNotBinned(desk, workfileId);
  if (!kept.ok) return kept;
  const isFull = photosOf(desk.store, workfileId).length >= maxPhotosOfWorkfile;
  return isFull ? failed(invalid('photo', 'photo-count', maxPhotosOfWorkfile)) : user;
}

type Content = {
  readonly image: ImageFile;
  readonly sha256: Sha256;
  readonly bytes: number;
  readonly copy?: PhotoCopy | undefined;
};

/** The record and where its files are, in one transaction. Files took a while: the workfile is asked for again. */
function write(desk: Desk, workfileId: WorkfileId, { image, sha256, bytes, copy }: Content): Result<Added> {
  const { store } = desk;
  const room = roomFor(desk, workfileId);
  if (!room.ok) return room;
  const present = photosOf(store, workfileId);
  const same = present.find(({ content }) => content.sha256 === sha256);
  if (same !== undefined) {
    // It may have come from another PC as a thumbnail alone; now all of it is here.
    transact(store, () => notePhotoKept(store, sha256));
    desk.sync.photos.kick();
    return ok({ photoId: same.id, isNew: false });
  }
  const original = present.find(({ id }) => id === copy?.of);
  if (copy !== undefined && original === undefined) return failed({ kind: 'not-found', what: 'photo' });
  const now = desk.clock();
  const { type, width, height, camera } = image;
  const value = {
    parent: { workfileId },
    content: { sha256, bytes, width, height, type },
    taken: { camera: camera || (original?.taken.camera ?? ''), at: now, by: nameOf(room.value) },
    place: { position: placeBehind(present, original ?? present.at(-1)) },
    ...(copy && { caption: { text: copy.caption } }),
    ...(original?.tags && { tags: original.tags }),
  };
  const photoId = newId<PhotoId>(desk);
  const applied = transact(store, () => {
    const edits = [{ kind: 'photo', id: photoId, group: wholeRecord, value }] as const;
    const written = writeEdits(store, { workfileId, edits, now, as: 'step' });
    notePhotoKept(store, sha256);
    return written;
  });
  announceEdits(desk, applied);
  desk.sync.photos.kick();
  return ok({ photoId, isNew: true });
}

const placeBehind = (photos: readonly Photo[], other: Photo | undefined): string =>
  positionsAfter(
    photos.map(({ place }) => place.position),
    photos.findIndex(({ id }) => id === other?.id),
    1,
  )[0] ?? 'a0';
