// The documents of a workfile above its photos: opened, titled, copied out and removed here.
import { type KeyboardEvent, useState } from 'react';
import type { WorkfileId } from '../../../../src-shared/base/ids.ts';
import type { PdfDocument } from '../../../../src-shared/domain/document/document.ts';
import { runCommand } from '../../../../src-ui/actions/command.ts';
import { Toolbar } from '../../../../src-ui/actions/toolbar.tsx';
import { Gallery, type GalleryPlace } from '../../../../src-ui/gallery/gallery.tsx';
import { placeOf } from '../../../stores/workfile/places.ts';
import { useWorkfiles } from '../../../stores/workfile/workfiles.ts';
import { DocumentDetails } from './document-details.tsx';
import { DocumentTile, documentTileHeight, documentTileWidth } from './document-tile.tsx';
import { useDocumentActs } from './use-document-acts.ts';
import './documents.css';

export type DocumentShelfProps = {
  readonly workfileId: WorkfileId;
  readonly documents: readonly PdfDocument[];
  readonly denied: string | undefined;
};

export function DocumentShelf({ workfileId, documents, denied }: DocumentShelfProps) {
  const [place, setPlace] = useState<GalleryPlace>(() => placeAtFirst(workfileId));
  const acts = useDocumentActs({ workfileId, documents, denied, place, onPlace: setPlace });
  const { active } = acts;
  const key = (event: KeyboardEvent): boolean => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === 'F2') runCommand(acts.title);
    else if (isPlain && event.key.toLowerCase() === 'c') runCommand(acts.copy);
    else return false;
    event.preventDefault();
    return true;
  };
  return (
    <section className='documents' aria-label='Documents'>
      <header>
        <h2>Documents</h2>
        <Toolbar label='Documents' items={acts.commands} />
      </header>
      <div className='documents-body'>
        <Gallery
          label='Documents'
          items={documents}
          keyOf={({ id }) => id}
          tile={drawTile}
          tileWidth={documentTileWidth}
          tileHeight={documentTileHeight}
          place={place}
          onPlace={setPlace}
          onOpen={() => runCommand(acts.open)}
          onRemove={() => runCommand(acts.bin)}
          onKey={key}
        />
        {active !== undefined && (
          <DocumentDetails key={active.id} workfileId={workfileId} document={active} disabledReason={denied} />
        )}
      </div>
    </section>
  );
}

const drawTile = (document: PdfDocument) => <DocumentTile document={document} />;

/** Where one stands when the screen opens: at the document that one was led to, or whose title was being typed. */
function placeAtFirst(workfileId: WorkfileId): GalleryPlace {
  const { visited = '', drafts = {} } = useWorkfiles.getState().open[workfileId] ?? {};
  const typed = [visited, ...Object.keys(drafts)].map(placeOf).find(({ kind }) => kind === 'document');
  return { active: typed?.id, selected: typed === undefined ? [] : [typed.id] };
}
