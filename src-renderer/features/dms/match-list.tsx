// The matches of a search in the dealer's system, or why there are none.
import { useMemo } from 'react';
import type { DmsMatches } from '../../../src-shared/ipc/dms/dms-requests.ts';
import { EmptyState } from '../../../src-ui/feedback/empty-state.tsx';
import { LoadingView } from '../../../src-ui/feedback/loading-view.tsx';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { useArrayRows } from '../../../src-ui/grid/array-rows.ts';
import { Grid } from '../../../src-ui/grid/grid.tsx';
import { dataRow } from '../../../src-ui/grid/model/row-source.ts';
import { noAnswerWords, searchWaits } from '../../words/dms/search-words.ts';
import { wordFailure } from '../../words/failure-words.ts';
import type { SearchDialogProps } from './search-dialog.tsx';
import type { useMatches } from './use-matches.ts';

type Props<T> = Pick<SearchDialogProps<T>, 'title' | 'columns' | 'idOf' | 'searches'> & {
  readonly search: ReturnType<typeof useMatches<T>>;
  readonly matches: readonly T[];
  readonly onActive: (id: string | undefined) => void;
  readonly onNext: () => void;
};

export function MatchList<T>(props: Props<T>) {
  const { found, isOffline, again } = props.search;
  if (!props.searches) return <MessageStrip tone='info' {...noAnswerWords('not-offered', '')} />;
  if (isOffline) return <MessageStrip tone='info' {...searchWaits} />;
  if (found.kind === 'idle') return <p className='dms-note'>Type what is to be looked for, and press Search.</p>;
  return (
    <LoadingView state={found} describe={wordFailure} onRetry={again}>
      {(answer) => <Answer {...props} answer={answer} />}
    </LoadingView>
  );
}

function Answer<T>(props: Props<T> & { readonly answer: DmsMatches<T> }) {
  const { answer, title, columns, matches, idOf, onActive, onNext, search } = props;
  const rows = useArrayRows(useMemo(() => matches.map((match) => dataRow(idOf(match), match)), [matches, idOf]));
  if (answer.kind === 'refused')
    return (
      <MessageStrip
        tone='warn'
        {...noAnswerWords(answer.reason, answer.words)}
        actions={[{ id: 'again', title: 'Try again', run: search.again }]}
      />
    );
  return (
    <div className='dms-matches'>
      <Grid
        label={title}
        select='rows'
        columns={columns}
        source={rows}
        onActiveChange={(cell) => onActive(cell?.rowKey)}
        onActivate={onNext}
        empty={
          <EmptyState icon='search' title='No match' text='Look for fewer words, or say below that it is not listed.' />
        }
      />
    </div>
  );
}
