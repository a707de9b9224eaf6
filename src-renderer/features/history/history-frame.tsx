// A history as it comes: what this PC knows at once, the cloud's part behind it, and why that is missing.
import { type ReactNode, useEffect } from 'react';
import type { HistoryEntry } from '../../../src-shared/sync/history.ts';
import { LoadingView } from '../../../src-ui/feedback/loading-view.tsx';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { type HistorySubject, listHistory, openHistory, useHistory } from '../../stores/history.ts';
import { wordBriefly, wordFailure } from '../../words/failure-words.ts';
import './history.css';

/** Somebody types: what they wrote is in the list a moment after the last of it. */
const restMs = 400;

export type HistoryFrameProps = {
  readonly of: HistorySubject;
  readonly label: string;
  /** Calls back with each change of what the history is of; answers how to stop that. */
  readonly follow: (changed: () => void) => () => void;
  readonly children: (entries: readonly HistoryEntry[], isWhole: boolean) => ReactNode;
};

export function HistoryFrame({ of, label, follow, children }: HistoryFrameProps) {
  const entries = useHistory((history) => history.entries);
  const rest = useHistory((history) => history.rest);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    void openHistory(of);
    const stop = follow(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void listHistory(of), restMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [of, follow]);
  return (
    <section className='history' aria-label={label}>
      {typeof rest === 'object' && (
        <MessageStrip
          tone='info'
          what='Only what this PC has seen is shown.'
          safe={wordBriefly(rest)}
          actions={[{ id: 'retry', title: 'Try again', run: () => void openHistory(of) }]}
        />
      )}
      <LoadingView state={entries} describe={wordFailure} onRetry={() => void openHistory(of)}>
        {(known) => children(known, rest === 'here')}
      </LoadingView>
    </section>
  );
}
