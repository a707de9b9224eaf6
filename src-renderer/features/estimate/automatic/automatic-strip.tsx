// One quiet line below the grid: what else the last edit changed, with the way back.
import { useEffect, useMemo } from 'react';
import type { WorkfileId } from '../../../../src-shared/base/ids.ts';
import { automaticChanges } from '../../../../src-shared/domain/estimate/refinish/automatic-changes.ts';
import { Button } from '../../../../src-ui/actions/button.tsx';
import { say } from '../../../stores/shell.ts';
import { forgetConsequences, useConsequences } from '../../../stores/workfile/consequences.ts';
import { undo } from '../../../stores/workfile/edits.ts';
import { usePricedSheet } from '../../../stores/workfile/priced-sheet.ts';
import { changedRows } from '../../../words/automatic-words.ts';
import { lineNamer } from './name-line.ts';

type OfWorkfile = { readonly workfileId: WorkfileId };

export function AutomaticStrip({ workfileId }: OfWorkfile) {
  const words = useConsequenceWords(workfileId);
  if (words.length === 0) return null;
  const takeBack = (): void => {
    forgetConsequences(workfileId);
    void undo(workfileId);
  };
  return (
    <div className='automatic-strip' role='note' aria-label='Also changed'>
      <span title={words.join('\n')}>
        <strong>Also changed:</strong> {words.join(' · ')}
      </span>
      <Button look='quiet' onPress={takeBack}>
        Undo
      </Button>
      <Button look='quiet' onPress={() => forgetConsequences(workfileId)}>
        Close
      </Button>
    </div>
  );
}

/** Undone, edited elsewhere or left behind, the words are of the past: Undo would take back another edit. */
function useConsequenceWords(workfileId: WorkfileId): readonly string[] {
  const noted = useConsequences(({ of }) => of[workfileId]);
  const { times } = usePricedSheet(workfileId).sheet;
  const words = useMemo(() => {
    if (noted === undefined) return nothing;
    const { before, after, changes } = noted;
    return changedRows(changes, before.times, after.times, lineNamer(after.lines));
  }, [noted]);
  useEffect(() => {
    if (words.length > 0) say(`This also changed ${words.join('; ')}`);
  }, [words]);
  useEffect(() => () => forgetConsequences(workfileId), [workfileId]);
  const isCurrent = noted !== undefined && automaticChanges(noted.after.times, times).length === 0;
  return isCurrent ? words : nothing;
}

const nothing: readonly string[] = [];
