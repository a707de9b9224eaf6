// The estimate: its lines to type into, and what they cost beside them.
import { useCallback, useState } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { isLocked } from '../../../src-shared/domain/estimate/estimate.ts';
import { Pane } from '../../../src-ui/shell/panes.tsx';
import { useDenied } from '../../stores/session.ts';
import { useShell } from '../../stores/shell.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { LineGrid } from './line-grid.tsx';
import { LineNote } from './line-note.tsx';
import { LineToolbar } from './line-toolbar.tsx';
import { OtherCharges } from './other-charges.tsx';
import { TotalsPanel } from './totals-panel.tsx';
import './estimate.css';

export function EstimateScreen({ workfileId }: { readonly workfileId: WorkfileId }) {
  const locked = useSheet(workfileId, (sheet) => isLocked(sheet.estimate));
  const denied = useDenied('edit-estimate');
  const totalsShown = useShell((shell) => shell.totalsShown);
  const [activeLine, setActiveLine] = useState<string>();
  const follow = useCallback((lineId: string | undefined) => setActiveLine(lineId), []);
  const disabledReason = denied ?? (locked ? 'the estimate is locked; changes go into a new supplement.' : undefined);
  return (
    <div className='estimate'>
      <LineToolbar />
      <div className={totalsShown ? 'estimate-work estimate-work-totals' : 'estimate-work'}>
        <Pane label='Lines' order={4} className='estimate-lines'>
          <LineGrid workfileId={workfileId} disabledReason={disabledReason} onActiveLine={follow} />
        </Pane>
        {totalsShown && (
          <Pane label='Totals panel' order={5} as='aside' className='estimate-side'>
            <TotalsPanel workfileId={workfileId} />
            <OtherCharges workfileId={workfileId} disabledReason={disabledReason} />
            <LineNote workfileId={workfileId} lineId={activeLine} disabledReason={disabledReason} />
          </Pane>
        )}
      </div>
    </div>
  );
}
