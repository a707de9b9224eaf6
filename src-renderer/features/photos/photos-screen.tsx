// The photos and documents of a workfile: dropped, pasted or chosen here, looked at, worded and removed.
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { PdfDocument } from '../../../src-shared/domain/document/document.ts';
import type { Photo } from '../../../src-shared/domain/photo/photo.ts';
import { runCommand } from '../../../src-ui/actions/command.ts';
import { Toolbar } from '../../../src-ui/actions/toolbar.tsx';
import { EmptyState } from '../../../src-ui/feedback/empty-state.tsx';
import { Gallery, type GalleryHandle, type GalleryPlace } from '../../../src-ui/gallery/gallery.tsx';
import { useArriving } from '../../stores/photos/photo-import.ts';
import { loadPhotoStates, usePhotoStates } from '../../stores/photos/photo-states.ts';
import { useCannotAdd } from '../../stores/workfile/closed.ts';
import { placeOf } from '../../stores/workfile/places.ts';
import { useSheet, useWorkfiles } from '../../stores/workfile/workfiles.ts';
import { wordWaiting } from '../../words/evidence/photo-words.ts';
import { DocumentShelf } from './documents/document-shelf.tsx';
import { ImportResult } from './import-result.tsx';
import { ImportStrip } from './import-strip.tsx';
import { PhotoDetails } from './photo-details.tsx';
import { drawTile, keyOfTile, type Tile, tileHeight, tileWidth } from './photo-tile.tsx';
import { PhotoViewer } from './photo-viewer.tsx';
import { focusCaption, usePhotoActs } from './use-photo-acts.ts';
import { usePhotoImport } from './use-photo-import.ts';
import './photos.css';

export function PhotosScreen({ workfileId }: { readonly workfileId: WorkfileId }) {
  const photos = useSheet(workfileId, (sheet) => sheet.photos);
  const documents = useSheet(workfileId, (sheet) => sheet.documents);
  const arriving = useArriving((state) => state.photos);
  const denied = useCannotAdd(workfileId, 'edit-photos');
  const gallery = useRef<GalleryHandle>(null);
  const [place, setPlace] = useState<GalleryPlace>(() => placeAtFirst(workfileId));
  const [viewed, setViewed] = useState<string>();
  const taking = usePhotoImport(workfileId, denied);
  const open = (key: string): void => setViewed(photos.find(({ id }) => id === key)?.id);
  const acts = usePhotoActs({
    workfileId,
    photos,
    place,
    denied,
    onPlace: setPlace,
    onOpen: open,
    onAdd: taking.choose,
    onAddFolder: taking.chooseFolder,
  });
  useEffect(() => {
    void loadPhotoStates(workfileId);
  }, [workfileId]);

  const seen = photos.find(({ id }) => id === viewed);
  if (seen !== undefined) {
    const see = (id: string): void => {
      setViewed(id);
      setPlace({ active: id, selected: [id] });
    };
    const close = (): void => {
      setViewed(undefined);
      requestAnimationFrame(() => gallery.current?.focus());
    };
    const turn = (photo: Photo): void => void acts.rotate(photo);
    return <PhotoViewer {...{ workfileId, photos, denied }} photo={seen} onTurn={turn} onSee={see} onClose={close} />;
  }

  const tiles: readonly Tile[] = [
    ...photos.map((photo, index) => ({ photo, index })),
    ...arriving.flatMap((one) => (one.workfileId === workfileId ? [{ arriving: one }] : [])),
  ];
  const key = (event: KeyboardEvent): boolean => {
    const act = actOfKey(event, taking.choose, acts);
    if (act === undefined) return false;
    act();
    event.preventDefault();
    return true;
  };
  return (
    <div className='photos' data-over={taking.isOver || undefined} {...taking.target}>
      <input
        type='file'
        multiple
        hidden
        accept='image/jpeg,image/png,image/webp,application/pdf'
        aria-label='Choose photos and documents'
        {...taking.field}
      />
      <input type='file' hidden aria-label='Choose a folder of photos and documents' {...taking.folder} />
      <Toolbar label='Attachments' items={acts.commands}>
        <Waiting files={[...photos, ...documents]} />
      </Toolbar>
      <ImportStrip workfileId={workfileId} />
      {taking.result && <ImportResult result={taking.result} onDismiss={taking.dismiss} />}
      {documents.length > 0 && <DocumentShelf {...{ workfileId, documents, denied }} />}
      {tiles.length === 0 ? (
        <EmptyState
          icon='file'
          title='No photos yet'
          text='Drop photos and PDF documents here, paste them with Ctrl+V, or choose files. They are kept on this PC and sent by themselves.'
          action={acts.add}
        />
      ) : (
        <div className='photos-body'>
          <Gallery
            ref={gallery}
            label='Photos'
            items={tiles}
            keyOf={keyOfTile}
            tile={drawTile}
            tileWidth={tileWidth}
            tileHeight={tileHeight}
            place={place}
            onPlace={setPlace}
            onOpen={open}
            onRemove={acts.remove}
            onMove={denied === undefined ? acts.drop : undefined}
            onKey={key}
          />
          {acts.active !== undefined && (
            <PhotoDetails key={acts.active.id} workfileId={workfileId} photo={acts.active} disabledReason={denied} />
          )}
        </div>
      )}
    </div>
  );
}

type Acts = Pick<ReturnType<typeof usePhotoActs>, 'active' | 'turn' | 'tag' | 'step'>;

/** What a key does to the photos one stands on. */
function actOfKey({ key, altKey, ctrlKey }: KeyboardEvent, add: () => void, acts: Acts): (() => void) | undefined {
  const { active, turn, tag, step } = acts;
  if (altKey && (key === 'ArrowLeft' || key === 'ArrowUp')) return () => step(-1);
  if (altKey && (key === 'ArrowRight' || key === 'ArrowDown')) return () => step(1);
  if (altKey || ctrlKey) return undefined;
  if (key === 'Insert') return add;
  if (key === 'F2' && active !== undefined) return () => focusCaption(active);
  if (key === 'r') return () => runCommand(turn);
  return key === 't' ? () => runCommand(tag) : undefined;
}

/** How many photos and documents of the workfile are not in the cloud yet. */
function Waiting({ files }: { readonly files: readonly (Photo | PdfDocument)[] }) {
  const count = usePhotoStates(
    ({ states }) =>
      files.filter(({ content }) => states[content.sha256]?.sent === false && states[content.sha256]?.fullHere).length,
  );
  return (
    <output className='photos-waiting' aria-live='polite'>
      {wordWaiting(count)}
    </output>
  );
}

/** Where one stands when the screen opens: at the photo that one was led to, or at a caption that was being typed. */
function placeAtFirst(workfileId: WorkfileId): GalleryPlace {
  const { visited = '', drafts = {} } = useWorkfiles.getState().open[workfileId] ?? {};
  const typed = [visited, ...Object.keys(drafts)].map(placeOf).find(({ kind }) => kind === 'photo');
  return { active: typed?.id, selected: typed === undefined ? [] : [typed.id] };
}
