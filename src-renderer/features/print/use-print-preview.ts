// The preview's life: the document is made, measured and cut into pages; another wish starts it anew.
import { useEffect, useState } from 'react';
import type { Failure } from '../../../src-shared/base/failure.ts';
import { ok } from '../../../src-shared/base/result.ts';
import type { PrintDocument } from '../../../src-shared/domain/print/print-document.ts';
import type { PrintNode } from '../../../src-shared/domain/print/print-node.ts';
import { pagesOf } from '../../../src-shared/domain/print/print-pages.ts';
import type { PrintPages, PrintWish } from '../../../src-shared/ipc/print-requests.ts';
import { type MadePictures, makePrintPictures, noPictures } from '../../stores/photos/print-pictures.ts';
import { preparePrint } from '../../stores/print.ts';
import { measurePages } from './measure-pages.ts';

export type Preview =
  | { readonly kind: 'making'; readonly what: 'pages' | 'pictures'; readonly done: number; readonly of: number }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | {
      readonly kind: 'ready';
      readonly title: string;
      readonly pages: readonly PrintNode[];
      readonly pictures: MadePictures;
      readonly held: PrintPages;
    };

const beginning: Preview = { kind: 'making', what: 'pages', done: 0, of: 0 };

export function usePrintPreview({ workfileId, kind, version, paper, photos, noteText }: PrintWish): Preview {
  const [preview, setPreview] = useState<Preview>(beginning);
  useEffect(() => {
    const given = new AbortController();
    const show = (next: Preview): void => {
      if (!given.signal.aborted) setPreview(next);
    };
    show(beginning);
    void makePreview({ workfileId, kind, version, paper, photos, noteText }, { show, signal: given.signal });
    return () => given.abort();
  }, [workfileId, kind, version, paper, photos, noteText]);
  return preview;
}

type Making = { readonly show: (preview: Preview) => void; readonly signal: AbortSignal };

async function makePreview(wish: PrintWish, { show, signal }: Making): Promise<void> {
  const reply = await preparePrint(wish);
  if (!reply.ok) return show({ kind: 'failed', failure: reply.failure });
  const { ticket, document } = reply.value;
  const telling = (what: 'pages' | 'pictures', of: number) => (done: number) =>
    show({ kind: 'making', what, done, of });
  const starts = await measurePages({ document, signal, told: telling('pages', document.pieces.length) });
  if (starts === undefined) return;
  const pictures = await picturesOf(document, { ticket, signal, telling });
  if (pictures === undefined) return;
  if (!pictures.ok) return show({ kind: 'failed', failure: pictures.failure });
  const held = { ticket, starts };
  show({ kind: 'ready', title: document.title, pages: pagesOf(document, starts), pictures: pictures.value, held });
}

type Picturing = Pick<Making, 'signal'> & {
  readonly ticket: string;
  readonly telling: (what: 'pictures', of: number) => (done: number) => void;
};

function picturesOf({ pictures = [] }: PrintDocument, { ticket, signal, telling }: Picturing) {
  if (pictures.length === 0) return ok(noPictures);
  const told = telling('pictures', pictures.length);
  told(0);
  return makePrintPictures({ ticket, pictures, signal, told });
}
