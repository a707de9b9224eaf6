/** What the scripted backend answers about photos and documents: it takes them in piece by piece, and knows where their files are. */
import { invalid } from '../../../src-shared/base/failure.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import type { PdfDocument } from '../../../src-shared/domain/document/document.ts';
import { isPdf } from '../../../src-shared/domain/document/read-pdf.ts';
import { titleOfFile } from '../../../src-shared/domain/document/title.ts';
import type { Photo } from '../../../src-shared/domain/photo/photo.ts';
import { readPhoto } from '../../../src-shared/domain/photo/read-image.ts';
import type { PhotoCopy } from '../../../src-shared/ipc/requests.ts';
import type { ChangedRecord, PhotoState } from '../../../src-shared/ipc/shapes.ts';
import { documentOf, photoOf } from './sample-sheet.ts';

type Input = Readonly<Record<string, unknown>>;
type Parts = {
  readonly photos: () => readonly Photo[];
  readonly documents: () => readonly PdfDocument[];
  readonly states: readonly PhotoState[];
  readonly write: (changes: readonly ChangedRecord[]) => Result<null>;
};

const bytesOf = (base64: unknown): Uint8Array => Uint8Array.from(atob(String(base64)), (sign) => sign.charCodeAt(0));

export function photoAnswers({
  photos,
  documents,
  states,
  write,
}: Parts): Readonly<Record<string, (input: Input) => Result<unknown>>> {
  const arriving = new Map<unknown, Uint8Array>();
  const add = ({ ticket, copy }: Input): Result<unknown> => {
    const image = readPhoto(arriving.get(ticket) ?? new Uint8Array());
    if (!image.ok) return failed(image.failure);
    const { of, caption } = (copy ?? {}) as Partial<PhotoCopy>;
    const tags = photos().find(({ id }) => id === of)?.tags;
    const photo = photoOf(50 + photos().length, {
      ...(caption !== undefined && { caption: { text: caption } }),
      ...(tags && { tags }),
    });
    write([{ kind: 'photo', record: photo }]);
    return ok({ photoId: photo.id, isNew: true });
  };
  const begin = ({ bytes }: Input): Result<unknown> => {
    const ticket = String(arriving.size);
    arriving.set(ticket, new Uint8Array(Number(bytes)));
    return ok({ ticket });
  };
  return {
    'photo.begin': begin,
    'document.begin': begin,
    'document.add': ({ ticket, name }) => {
      const bytes = arriving.get(ticket) ?? new Uint8Array();
      if (!isPdf(bytes)) return failed(invalid('document', 'document-broken'));
      const document = documentOf(1 + documents().length, { title: { text: titleOfFile(String(name)) } });
      write([{ kind: 'document', record: document }]);
      return ok({ documentId: document.id, isNew: true });
    },
    'document.remove': ({ documentIds }) =>
      write(
        documents()
          .filter(({ id }) => (documentIds as readonly string[]).includes(id))
          .map((document) => ({ kind: 'document', record: { ...document, deleted: true } })),
      ),
    'document.open': () => ok(null),
    'document.save-copy': () => ok('Copy.pdf'),
    'photo.piece': ({ ticket, at, base64 }) => {
      arriving.get(ticket)?.set(bytesOf(base64), Number(at));
      return ok(null);
    },
    'photo.add': add,
    'photo.remove': ({ photoIds }) =>
      write(
        photos()
          .filter(({ id }) => (photoIds as readonly string[]).includes(id))
          .map((photo) => ({ kind: 'photo', record: { ...photo, deleted: true } })),
      ),
    'photo.move': ({ photoIds, after }) => {
      const at = photos().find(({ id }) => id === after)?.place.position ?? 'A';
      return write(
        (photoIds as readonly string[]).flatMap((id, i) => {
          const photo = photos().find((one) => one.id === id);
          return photo ? [{ kind: 'photo', record: { ...photo, place: { position: `${at}V${i}` } } } as const] : [];
        }),
      );
    },
    'photo.states': () => ok(states),
  };
}
