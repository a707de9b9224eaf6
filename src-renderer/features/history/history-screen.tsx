// Who changed what of a workfile, when, on which PC, and from what to what.
import { useCallback, useDeferredValue, useMemo } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { HistoryEntry } from '../../../src-shared/sync/history.ts';
import { fieldPlace } from '../../stores/workfile/places.ts';
import { goToPlace } from '../../stores/workfile/visits.ts';
import { useSheet, useWorkfiles } from '../../stores/workfile/workfiles.ts';
import { historyNames } from '../../words/evidence/history-words.ts';
import { HistoryFrame } from './history-frame.tsx';
import { HistoryView } from './history-view.tsx';

export function HistoryScreen({ workfileId }: { readonly workfileId: WorkfileId }) {
  const follow = useCallback(
    (changed: () => void) =>
      useWorkfiles.subscribe(({ open }, before) => {
        if (open[workfileId]?.truth !== before.open[workfileId]?.truth) changed();
      }),
    [workfileId],
  );
  return (
    <HistoryFrame of={workfileId} label='History' follow={follow}>
      {(entries, isWhole) => <OfWorkfile workfileId={workfileId} entries={entries} isWhole={isWhole} />}
    </HistoryFrame>
  );
}

type OfWorkfileProps = {
  readonly workfileId: WorkfileId;
  readonly entries: readonly HistoryEntry[];
  readonly isWhole: boolean;
};

function OfWorkfile({ workfileId, entries, isWhole }: OfWorkfileProps) {
  const sheet = useDeferredValue(useSheet(workfileId, (all) => all));
  const names = useMemo(() => historyNames(sheet, entries), [sheet, entries]);
  return (
    <HistoryView
      label='History'
      entries={entries}
      names={names}
      unknown='This PC has seen no change of this workfile. The cloud knows the others.'
      isWhole={isWhole}
      onGo={({ kind, id, group, value }) =>
        goToPlace(workfileId, fieldPlace(kind as 'line', id, group, Object.keys(value)[0] ?? ''))
      }
    />
  );
}
