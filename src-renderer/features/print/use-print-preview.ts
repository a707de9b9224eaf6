// The preview's life: the document is made, measured and cut into pages; another wish starts it anew.
import { useEffect, useState } from 'react';
import type { Failure } from '../../../src-shared/base/failure.ts';
import type { PrintNode } from '../../../src-shared/domain/print/print-node.ts';
import { pagesOf } from '../../../src-shared/domain/print/print-pages.ts';
import type { PrintPages, PrintWish } from '../../../src-shared/ipc/print-requests.ts';
import { preparePrint } from '../../stores/print.ts';
import { measurePages } from './measure-pages.ts';

export type Preview =
  | { readonly kind: 'making'; readonly done: number; readonly of: number }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | {
      readonly kind: 'ready';
      readonly title: string;
      readonly pages: readonly PrintNode[];
      readonly held: PrintPages;
    };

const beginning: Preview = { kind: 'making', done: 0, of: 0 };

export function usePrintPreview({ workfileId, kind, version, paper }: PrintWish): Preview {
  const [preview, setPreview] = useState<Preview>(beginning);
  useEffect(() => {
    const given = new AbortController();
    const show = (next: Preview): void => {
      if (!given.signal.aborted) setPreview(next);
    };
    show(beginning);
    void makePreview({ workfileId, kind, version, paper }, { show, signal: given.signal });
    return () => given.abort();
  }, [workfileId, kind, version, paper]);
  return preview;
}

type Making = { readonly show: (preview: Preview) => void; readonly signal: AbortSignal };

async function makePreview(wish: PrintWish, { show, signal }: Making): Promise<void> {
  const reply = await preparePrint(wish);
  if (!reply.ok) return show({ kind: 'failed', failure: reply.failure });
  const { ticket, document } = reply.value;
  const of = document.pieces.length;
  const starts = await measurePages({ document, signal, told: (done) => show({ kind: 'making', done, of }) });
  if (starts === undefined) return;
  show({ kind: 'ready', title: document.title, pages: pagesOf(document, starts), held: { ticket, starts } });
}
