// Asks once before an estimate is locked: there is no way back but a supplement.
import { useState } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { printMoney } from '../../../src-shared/base/money.ts';
import { estimateTotals } from '../../../src-shared/domain/estimate/totals.ts';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { lockEstimate } from '../../stores/commands.ts';
import { say, showOverlay, useActiveWorkfile, useShell } from '../../stores/shell.ts';
import { useSync } from '../../stores/sync.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { whenSent } from './when-sent.ts';

export function LockDialog() {
  const isOpen = useShell(({ overlay }) => overlay === 'lock');
  const workfileId = useActiveWorkfile();
  return isOpen && workfileId !== undefined ? <OpenLockDialog workfileId={workfileId} /> : null;
}

function OpenLockDialog({ workfileId }: { readonly workfileId: WorkfileId }) {
  const sheet = useSheet(workfileId, (one) => one);
  const phase = useSync(({ state }) => state?.phase);
  const [busy, setBusy] = useState(false);
  const toast = useToast();
  const lines = sheet.lines.filter((line) => !line.deleted).length;
  const lock = async (): Promise<void> => {
    setBusy(true);
    const failure = await lockEstimate(sheet.estimate.id);
    showOverlay('none');
    if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
    else say('Lock estimate: waits for the cloud');
  };
  return (
    <Dialog
      open
      title={`Lock estimate ${sheet.estimate.version.label}`}
      action={{ title: 'Lock estimate', run: () => void lock(), busy }}
      onClose={() => showOverlay('none')}
    >
      <p>
        {`${lines} ${lines === 1 ? 'line' : 'lines'}, ${printMoney(estimateTotals(sheet).grandTotal)}. `}
        It becomes an estimate of record: after that, lines, rates and charges change in a supplement only.
      </p>
      <p>{whenSent(phase, 'The lock')}</p>
    </Dialog>
  );
}
