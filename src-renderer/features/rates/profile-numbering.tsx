// Where RO numbers come from, and which of them this PC may still give without a network.
import { useEffect } from 'react';
import { LoadingView } from '../../../src-ui/feedback/loading-view.tsx';
import { loadNumbering, useNumbering } from '../../stores/numbering.ts';
import { wordFailure } from '../../words/failure-words.ts';

export function ProfileNumbering() {
  const state = useNumbering((numbering) => numbering.state);
  useEffect(() => void loadNumbering(), []);
  return (
    <section className='profiles-words' aria-label='Numbering'>
      <p>
        A workfile gets its RO number when it becomes a repair order. The cloud sets blocks of numbers apart, one for
        each PC, so that every PC can give numbers without a network and none is given twice. Numbers of one PC rise one
        by one; between PCs there are gaps.
      </p>
      <LoadingView state={state} describe={wordFailure} onRetry={() => void loadNumbering()}>
        {({ pcName, blocks }) => (
          <>
            <h2>{`RO numbers of ${pcName}`}</h2>
            {blocks.length === 0 && (
              <p>None yet. A sync brings a block; until then conversions wait for the network.</p>
            )}
            {blocks.map(({ next, last }) => (
              <p key={next}>{`Next number ${next}, the last of its block ${last}: ${last - next + 1} left.`}</p>
            ))}
          </>
        )}
      </LoadingView>
    </section>
  );
}
