// Edits that the cloud did not take, each with both values: 1 keeps mine, 2 keeps theirs.
import { useEffect } from 'react';
import { EmptyState } from '../../../src-ui/feedback/empty-state.tsx';
import { LoadingView } from '../../../src-ui/feedback/loading-view.tsx';
import { loadKeptEdits, useKeptEdits } from '../../stores/kept-edits.ts';
import { wordFailure } from '../../words/failure-words.ts';
import { KeptList } from './kept-list.tsx';
import './kept-edits.css';

export function KeptEditsScreen() {
  const edits = useKeptEdits((kept) => kept.edits);
  useEffect(() => {
    void loadKeptEdits();
  }, []);
  return (
    <section className='kept' aria-label='Edits that need your decision'>
      <LoadingView state={edits} describe={wordFailure} onRetry={() => void loadKeptEdits()}>
        {(list) => (list.length === 0 ? <NothingKept /> : <KeptList edits={list} />)}
      </LoadingView>
    </section>
  );
}

function NothingKept() {
  return (
    <EmptyState
      icon='check'
      title='Nothing needs your decision'
      text='When two people change the same field while a PC is offline, both values wait here for a choice.'
    />
  );
}
