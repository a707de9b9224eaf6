// Where the files of each photo and document are: on this PC, in the cloud, or on their way.

import type { WorkfileId } from '../../src-shared/base/ids.ts';
import { type PhotoPart, photoParts, type Sha256 } from '../../src-shared/domain/photo/photo.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';

/** One file of a photo, or that of a document, with what its name alone does not tell. */
export type PhotoFile = { readonly sha256: Sha256; readonly part: PhotoPart; readonly bytes: number };

/** Both files of a photo as this PC knows them; a document has no thumbnail. */
export type PhotoPlace = {
  readonly sha256: Sha256;
  readonly thumbHere: boolean;
  readonly fullHere: boolean;
  readonly sent: boolean;
  readonly damaged: boolean;
};

const keep = query(
  'photo-file.keep',
  `insert into photo_file (sha256, part, here, sent) values (?, ?, 1, 0)
   on conflict (sha256, part) do update set here = 1, damaged = 0`,
);
const fetched = query(
  'photo-file.fetched',
  'update photo_file set here = 1, sent = 1, damaged = 0 where sha256 = ? and part = ?',
);
const sent = query('photo-file.sent', 'update photo_file set sent = 1 where sha256 = ? and part = ?');
const gone = query('photo-file.gone', 'update photo_file set here = 0, damaged = 1 where sha256 = ? and part = ?');
const damaged = query('photo-file.damaged', 'update photo_file set damaged = 1 where sha256 = ? and part = ?');
const unsent = query('photo-file.unsent', 'update photo_file set sent = 0 where here = 1 and sent = 1');
// Every thumbnail goes before any photo: the other PCs see all of them soon.
const toSend = query<PhotoFile>(
  'photo-file.to-send',
  `select f.sha256, f.part, p.content_bytes as bytes from photo_file f join photo p on p.content_sha256 = f.sha256
   where f.part = ? and f.here = 1 and f.sent = 0 and f.damaged = 0 and p.deleted = 0
   group by f.sha256 order by min(p.id) limit ?`,
);
const documentsToSend = query<PhotoFile>(
  'photo-file.documents-to-send',
  `select f.sha256, f.part, d.content_bytes as bytes from photo_file f join document d on d.content_sha256 = f.sha256
   where f.part = 'full' and f.here = 1 and f.sent = 0 and f.damaged = 0 and d.deleted = 0
   group by f.sha256 order by min(d.id) limit ?`,
);
const documentsOfWorkfile = query<PhotoFile>(
  'photo-file.documents-of-workfile',
  `select f.sha256, f.part, d.content_bytes as bytes from document d join photo_file f on f.sha256 = d.content_sha256
   where d.parent_workfile_id = ? and d.deleted = 0 and f.part = 'full' and f.here = 0 order by d.id`,
);
// From the few new documents to their files: a PC lacks the files of most photos.
const recentDocuments = query<PhotoFile>(
  'photo-file.recent-documents',
  `select f.sha256, f.part, d.content_bytes as bytes from document d cross join photo_file f
   where f.sha256 = d.content_sha256 and f.part = 'full' and f.here = 0 and d.deleted = 0 and d.added_at >= ?
   order by d.added_at desc limit ?`,
);
const ofWorkfile = query<PhotoFile>(
  'photo-file.thumbs-of-workfile',
  `select f.sha256, f.part, p.content_bytes as bytes from photo p join photo_file f on f.sha256 = p.content_sha256
   where p.parent_workfile_id = ? and p.deleted = 0 and f.part = 'thumb' and f.here = 0 order by p.place_position`,
);
const recent = query<PhotoFile>(
  'photo-file.recent-thumbs',
  `select f.sha256, f.part, p.content_bytes as bytes from photo_file f join photo p on p.content_sha256 = f.sha256
   where f.part = 'thumb' and f.here = 0 and p.deleted = 0 and p.taken_at >= ? order by p.taken_at desc limit ?`,
);
const read = query<FoundFile>(
  'photo-file.read',
  `select p.content_bytes as bytes, f.here from photo p
   join photo_file f on f.sha256 = p.content_sha256 where p.content_sha256 = ? and f.part = ? limit 1`,
);
const readOfDocument = query<FoundFile>(
  'photo-file.read-document',
  `select d.content_bytes as bytes, f.here from document d
   join photo_file f on f.sha256 = d.content_sha256 where d.content_sha256 = ? and f.part = ? limit 1`,
);
const places = `select sha256, max(case part when 'thumb' then here end) as thumbHere,
    max(case part when 'full' then here end) as fullHere, min(sent) as sent, max(damaged) as damaged from photo_file`;
const placesOfWorkfile = query<PlaceRow>(
  'photo-file.places-of-workfile',
  `${places} where sha256 in (select content_sha256 from photo where parent_workfile_id = ?
    union all select content_sha256 from document where parent_workfile_id = ?) group by sha256`,
);
const placeOf = query<PlaceRow>('photo-file.place', `${places} where sha256 = ? group by sha256`);

type FoundFile = { readonly bytes: number; readonly here: 0 | 1 };
type PlaceRow = { readonly [N in keyof PhotoPlace]: PhotoPlace[N] extends boolean ? 0 | 1 : PhotoPlace[N] };

/** A file lies here, in the transaction of the photo or document that names it. */
export const noteFileKept = (store: Store, { sha256, part }: Named): void => void store.run(keep, sha256, part);
/** Both files of a photo lie here. */
export function notePhotoKept(store: Store, sha256: Sha256): void {
  for (const part of photoParts) noteFileKept(store, { sha256, part });
}

export const noteFetched = (store: Store, { sha256, part }: Named): void => void store.run(fetched, sha256, part);
export const noteSent = (store: Store, { sha256, part }: Named): void => void store.run(sent, sha256, part);
/** The file is not where it was left, and nobody may have another: people must hear of it. */
export const noteGone = (store: Store, { sha256, part }: Named): void => void store.run(gone, sha256, part);
/** The file is no longer what its name says. */
export const noteDamaged = (store: Store, { sha256, part }: Named): void => void store.run(damaged, sha256, part);
/** The cloud is another one now: it is asked for each file again. */
export const forgetSent = (store: Store): void => void store.run(unsent);

type Named = { readonly sha256: Sha256; readonly part: PhotoPart };

/** The files to send next: every thumbnail, then the documents, and then the photos. */
export function nextToSend(store: Store, limit: number): readonly PhotoFile[] {
  const small = [...store.all(toSend, 'thumb', limit), ...store.all(documentsToSend, limit)];
  return small.length >= limit ? small.slice(0, limit) : [...small, ...store.all(toSend, 'full', limit)];
}

/** Documents that are missing here: those of the workfile in sight, then the newest since an instant. */
export const missingDocuments = (
  store: Store,
  inSight: WorkfileId | null,
  since: number,
  limit: number,
): readonly PhotoFile[] => [
  ...(inSight === null ? [] : store.all(documentsOfWorkfile, inSight)),
  ...store.all(recentDocuments, since, limit),
];

/** Thumbnails that are missing here: those of the workfile in sight, then the newest since an instant. */
export function missingThumbs(
  store: Store,
  inSight: WorkfileId | null,
  since: number,
  limit: number,
): readonly PhotoFile[] {
  return [...(inSight === null ? [] : store.all(ofWorkfile, inSight)), ...store.all(recent, since, limit)];
}

/** One file of a photo or document; undefined when none names it. */
export function readPhotoFile(store: Store, sha256: Sha256, part: PhotoPart) {
  const row = store.get(read, sha256, part) ?? store.get(readOfDocument, sha256, part);
  return row && { sha256, part, bytes: row.bytes, here: row.here === 1 };
}

/** Where the photos and documents of a workfile are. */
export const placesOfPhotos = (store: Store, workfileId: WorkfileId): readonly PhotoPlace[] =>
  store.all(placesOfWorkfile, workfileId, workfileId).map(rowToPlace);

/** Where one photo or document is. */
export function placeOfPhoto(store: Store, sha256: Sha256): PhotoPlace | undefined {
  const row = store.get(placeOf, sha256);
  return row && rowToPlace(row);
}

const rowToPlace = (row: PlaceRow): PhotoPlace => ({
  sha256: row.sha256,
  thumbHere: row.thumbHere === 1,
  fullHere: row.fullHere === 1,
  sent: row.sent === 1,
  damaged: row.damaged === 1,
});
