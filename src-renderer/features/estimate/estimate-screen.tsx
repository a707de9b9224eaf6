// The estimate: its lines to type into, and what they cost, or what is wrong with them, beside them.
import { useCallback, useDeferredValue, useState } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { Pane } from '../../../src-ui/shell/panes.tsx';
import { useShell } from '../../stores/shell.ts';
import { lockedReason, useCannotEdit, useClosed } from '../../stores/workfile/closed.ts';
import { sheetProblems } from '../../stores/workfile/estimate-problems.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { EstimateFields } from './estimate-fields.tsx';
import { LineGrid } from './line-grid.tsx';
import { LineNote } from './line-note.tsx';
import { LineToolbar } from './line-toolbar.tsx';
import { ProblemsPanel } from './problems/problems-panel.tsx';
import { TotalsPanel } from './totals/totals-panel.tsx';
import './estimate.css';

export function EstimateScreen({ workfileId }: { readonly workfileId: WorkfileId }) {
  const locked = useClosed(workfileId);
  const denied = useCannotEdit(workfileId, 'edit-estimate');
  const side = useShell((shell) => shell.side);
  const [activeLine, setActiveLine] = useState<string>();
  const follow = useCallback((lineId: string | undefined) => setActiveLine(lineId), []);
  const disabledReason = denied ?? (locked ? lockedReason : undefined);
  return (
    <div className='estimate'>
      <LineToolbar problemCount={useProblemCount(workfileId)} />
      <div className={side === 'none' ? 'estimate-work' : 'estimate-work estimate-work-totals'}>
        <Pane label='Lines' order={4} className='estimate-lines'>
          <LineGrid workfileId={workfileId} disabledReason={disabledReason} onActiveLine={follow} />
        </Pane>
        {side === 'totals' && (
          <Pane label='Totals panel' order={5} as='aside' className='estimate-side'>
            <TotalsPanel workfileId={workfileId} />
            <LineNote workfileId={workfileId} lineId={activeLine} disabledReason={disabledReason} />
            <EstimateFields workfileId={workfileId} disabledReason={disabledReason} />
          </Pane>
        )}
        {side === 'problems' && (
          <Pane label='Problems panel' order={5} as='aside' className='estimate-side'>
            <ProblemsPanel workfileId={workfileId} />
          </Pane>
        )}
      </div>
    </div>
  );
}

function useProblemCount(workfileId: WorkfileId): number {
  const sheet = useDeferredValue(useSheet(workfileId, (all) => all));
  return sheetProblems(sheet).length;
}
