/** Where the files of photos are, as the database keeps it: whoever wrote the photo, and in which order they travel. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { damagedPhotoCount } from '../../../src-main/db/exchange-facts.ts';
import {
  forgetSent,
  missingThumbs,
  nextToSend,
  noteFetched,
  noteGone,
  notePhotoKept,
  noteSent,
  placeOfPhoto,
  placesOfPhotos,
} from '../../../src-main/db/photo-file.ts';
import { createRecord } from '../../../src-main/db/record.ts';
import type { Store } from '../../../src-main/db/store.ts';
import { writeEdits } from '../../../src-main/db/write-edits.ts';
import type { EditId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { unwrap } from '../../../src-shared/base/result.ts';
import type { Sha256 } from '../../../src-shared/domain/photo/photo.ts';
import { freshStore } from '../../support/store.ts';

const workfileId = '0190aaaa-0000-7000-8000-000000000001' as WorkfileId;
const idOf = (n: number): string => `0190aaaa-0007-7000-8000-${String(n).padStart(12, '0')}`;
const shaOf = (n: number): Sha256 => String(n).padStart(64, 'a') as Sha256;
const day = 24 * 60 * 60 * 1000;

let store: Store;
let close: () => void;
beforeEach(async () => {
  ({ store, close } = await freshStore());
});
afterEach(() => close());

/** A photo as it comes from another PC. */
function pulled(n: number, at = 10 * day, sha256 = shaOf(n)): void {
  const value = {
    parent: { workfileId },
    content: { sha256, bytes: 100 },
    taken: { at },
    place: { position: `a${n}` },
  };
  unwrap(createRecord(store, { kind: 'photo', id: idOf(n), group: '*', value, edit: `aaaaaaaaaa-${n}` as EditId }));
}

test('a photo that comes from elsewhere is nowhere here yet, and its thumbnail is wanted', () => {
  pulled(1);
  expect(placesOfPhotos(store, workfileId)).toEqual([
    { sha256: shaOf(1), thumbHere: false, fullHere: false, sent: false, damaged: false },
  ]);
  expect(missingThumbs(store, null, 0, 9).map(({ sha256 }) => sha256)).toEqual([shaOf(1)]);
  expect(nextToSend(store, 9)).toEqual([]);
  noteFetched(store, { sha256: shaOf(1), part: 'thumb' });
  expect(missingThumbs(store, null, 0, 9)).toEqual([]);
  expect(placeOfPhoto(store, shaOf(1))).toMatchObject({ thumbHere: true, fullHere: false });
});

test('thumbnails are wanted newest first and not for ever; those of the workfile in sight before all', () => {
  pulled(1, 5 * day);
  pulled(2, 50 * day);
  pulled(3, 40 * day);
  expect(missingThumbs(store, null, 30 * day, 9).map(({ sha256 }) => sha256)).toEqual([shaOf(2), shaOf(3)]);
  expect(missingThumbs(store, workfileId, 30 * day, 9)[0]?.sha256).toBe(shaOf(1));
});

test('every thumbnail is sent before any photo, and nothing of a photo that was removed', () => {
  for (const n of [1, 2, 3]) {
    pulled(n);
    notePhotoKept(store, shaOf(n));
  }
  const edits = [{ kind: 'photo', id: idOf(2), group: 'deleted', value: { deleted: true } }] as const;
  writeEdits(store, { workfileId, edits, now: 1, as: 'step' });
  const sent: string[] = [];
  for (let [file] = nextToSend(store, 1); file !== undefined; [file] = nextToSend(store, 1)) {
    sent.push(`${file.part} ${Number(file.sha256.replaceAll('a', ''))}`);
    noteSent(store, file);
  }
  expect(sent).toEqual(['thumb 1', 'thumb 3', 'full 1', 'full 3']);
});

test('a file that vanished before it was sent is told as damaged until another copy is here', () => {
  pulled(1);
  notePhotoKept(store, shaOf(1));
  noteGone(store, { sha256: shaOf(1), part: 'full' });
  expect(placeOfPhoto(store, shaOf(1))).toMatchObject({ fullHere: false, sent: false, damaged: true });
  expect(damagedPhotoCount(store)).toBe(1);
  noteFetched(store, { sha256: shaOf(1), part: 'full' });
  expect(damagedPhotoCount(store)).toBe(0);
});

test('two photos of one content have one pair of files', () => {
  pulled(1);
  pulled(2, 10 * day, shaOf(1));
  expect(placesOfPhotos(store, workfileId)).toHaveLength(1);
});

test('another cloud is asked again for everything that is here', () => {
  pulled(1);
  notePhotoKept(store, shaOf(1));
  for (const part of ['thumb', 'full'] as const) noteSent(store, { sha256: shaOf(1), part });
  expect(nextToSend(store, 9)).toEqual([]);
  forgetSent(store);
  expect(nextToSend(store, 1)).toMatchObject([{ sha256: shaOf(1), part: 'thumb' }]);
});
