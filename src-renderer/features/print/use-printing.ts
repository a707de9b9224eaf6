// Sending the pages that are seen to a file or a printer, one at a time.
import { useState } from 'react';
import type { Failure } from '../../../src-shared/base/failure.ts';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { printPages, savePdf } from '../../stores/print.ts';
import type { Preview } from './use-print-preview.ts';

type Printing = {
  readonly preview: Preview;
  readonly printer: string;
  readonly copies: number;
  readonly done: () => void;
};

export function usePrinting({ preview, printer, copies, done }: Printing) {
  const [busy, setBusy] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const toast = useToast();
  const count = preview.kind === 'ready' ? preview.pages.length : 0;
  const pages = count === 1 ? '1 page' : `${count} pages`;

  const begin = (words: string): void => {
    setFailure(undefined);
    setBusy(words);
  };
  const end = (told: string | undefined, why: Failure | undefined): void => {
    setBusy(undefined);
    setFailure(why);
    if (told === undefined) return;
    toast({ text: told });
    done();
  };

  return {
    busy,
    failure,
    forget: () => setFailure(undefined),
    toFile: async (): Promise<void> => {
      if (preview.kind !== 'ready') return;
      begin(`Making the PDF, ${pages}…`);
      const reply = await savePdf(preview.held);
      if (!reply.ok) end(undefined, reply.failure);
      else end(reply.value.file === null ? undefined : `Saved ${reply.value.file}, ${pages}`, undefined);
    },
    toPaper: async (): Promise<void> => {
      if (preview.kind !== 'ready') return;
      begin(`Sending ${pages} to the printer…`);
      const reply = await printPages(preview.held, printer, copies);
      end(
        reply.ok ? `Sent to the printer: ${preview.title}, ${pages}` : undefined,
        reply.ok ? undefined : reply.failure,
      );
    },
  };
}
