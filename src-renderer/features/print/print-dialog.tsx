// Print and Save as PDF: the real pages, what to print, on which paper, and where to.
import { useEffect, useState } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { PrintChoices } from '../../../src-shared/ipc/print-requests.ts';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import type { Loading } from '../../stores/loading.ts';
import { loadPrintChoices } from '../../stores/print.ts';
import { closeOverlay, useActiveWorkfile, useShell } from '../../stores/shell.ts';
import { wordFailure } from '../../words/failure-words.ts';
import { PrintForm } from './print-form.tsx';
import './print.css';

/** `of`: the workfile that the window shows, where that is not the one in front. */
export function PrintDialog({ of }: { readonly of?: WorkfileId }) {
  const overlay = useShell((shell) => shell.overlay);
  const inFront = useActiveWorkfile();
  const workfileId = of ?? inFront;
  if (workfileId === undefined || (overlay !== 'print' && overlay !== 'pdf')) return null;
  return <OpenPrintDialog workfileId={workfileId} toFile={overlay === 'pdf'} />;
}

type Opened = { readonly workfileId: WorkfileId; readonly toFile: boolean };

function OpenPrintDialog({ workfileId, toFile }: Opened) {
  const [choices, setChoices] = useState<Loading<PrintChoices>>({ kind: 'loading' });
  useEffect(() => {
    void loadPrintChoices(workfileId).then((reply) =>
      setChoices(reply.ok ? { kind: 'ready', value: reply.value } : { ...reply, kind: 'failed' }),
    );
  }, [workfileId]);
  if (choices.kind === 'ready') {
    return <PrintForm workfileId={workfileId} choices={choices.value} toFile={toFile} />;
  }
  if (choices.kind !== 'failed') return null;
  return (
    <Dialog
      open
      title={toFile ? 'Save as PDF' : 'Print'}
      closeTitle='Close'
      onClose={() => closeOverlay('print', 'pdf')}
    >
      <MessageStrip tone='error' {...wordFailure(choices.failure)} />
    </Dialog>
  );
}
