// Who changed what of a workfile, when, on which PC, and from what to what.
import { useEffect } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { LoadingView } from '../../../src-ui/feedback/loading-view.tsx';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { listHistory, openHistory, useHistory } from '../../stores/history.ts';
import { useWorkfiles } from '../../stores/workfile/workfiles.ts';
import { wordBriefly, wordFailure } from '../../words/failure-words.ts';
import { HistoryView } from './history-view.tsx';
import './history.css';

/** Somebody types: what they wrote is in the list a moment after the last of it. */
const restMs = 400;

export function HistoryScreen({ workfileId }: { readonly workfileId: WorkfileId }) {
  const entries = useHistory((history) => history.entries);
  const rest = useHistory((history) => history.rest);
  useEffect(() => {
    void openHistory(workfileId);
    return followEdits(workfileId);
  }, [workfileId]);
  return (
    <section className='history' aria-label='History'>
      {typeof rest === 'object' && (
        <MessageStrip
          tone='info'
          what='Only what this PC has seen is shown.'
          safe={wordBriefly(rest)}
          actions={[{ id: 'retry', title: 'Try again', run: () => void openHistory(workfileId) }]}
        />
      )}
      <LoadingView state={entries} describe={wordFailure} onRetry={() => void openHistory(workfileId)}>
        {(known) => <HistoryView workfileId={workfileId} entries={known} isWhole={rest === 'here'} />}
      </LoadingView>
    </section>
  );
}

/** Reads the list anew a moment after the last of some edits. */
function followEdits(workfileId: WorkfileId): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = useWorkfiles.subscribe(({ open }, before) => {
    if (open[workfileId]?.truth === before.open[workfileId]?.truth) return;
    clearTimeout(timer);
    timer = setTimeout(() => void listHistory(workfileId), restMs);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
