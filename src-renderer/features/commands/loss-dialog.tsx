// Says that the vehicle of a workfile is a total loss, by whom that was decided, when and why; or takes it back.
import { useState } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { noTotalLoss, type TotalLoss, whyNotTotal } from '../../../src-shared/domain/workfile/total-loss.ts';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { DateField } from '../../../src-ui/fields/date-field.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { closeOverlay, showOverlay, useActiveWorkfile, useShell } from '../../stores/shell.ts';
import { changeGroup, undo } from '../../stores/workfile/edits.ts';
import { useShopTime } from '../../stores/workfile/plan.ts';
import { dropReason, keepReason, keptReason } from '../../stores/workfile/reason-draft.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { missingOfLoss } from '../../words/life/loss-words.ts';

export function LossDialog() {
  const isOpen = useShell(({ overlay }) => overlay === 'total-loss');
  const workfileId = useActiveWorkfile();
  return isOpen && workfileId !== undefined ? <OpenLossDialog workfileId={workfileId} /> : null;
}

function OpenLossDialog({ workfileId }: { readonly workfileId: WorkfileId }) {
  const id = useSheet(workfileId, (sheet) => sheet.workfile.id);
  const present = useSheet(workfileId, (sheet) => sheet.workfile.totalLoss ?? noTotalLoss);
  const insurer = useSheet(workfileId, (sheet) => sheet.insurance.company.name);
  const today = useShopTime().date;
  const about = { workfileId, kind: 'workfile', id, act: 'total-loss' } as const;
  const [loss, setLoss] = useState<TotalLoss>(() => {
    const reason = keptReason(about) || present.reason;
    return present.total ? { ...present, reason } : { ...noTotalLoss, reason, date: today, decidedBy: insurer };
  });
  const toast = useToast();
  const write = async (value: TotalLoss, words: string): Promise<void> => {
    const failure = await changeGroup(workfileId, { kind: 'workfile', id, group: 'totalLoss', value });
    if (failure !== undefined) {
      toast({ text: wordBriefly(failure), tone: 'error' });
      return;
    }
    dropReason(about);
    closeOverlay('total-loss');
    toast({ text: words, undo: () => void undo(workfileId) });
  };
  const set = (part: Partial<TotalLoss>): undefined => setLoss((before) => ({ ...before, ...part })) as undefined;
  const setReason = (reason: string): undefined => {
    keepReason(about, reason);
    return set({ reason });
  };
  const leave = (): void => {
    dropReason(about);
    showOverlay('none');
  };
  const missing = whyNotTotal(loss);
  const takeBack = { title: 'Not a total loss', run: () => void write(noTotalLoss, 'No longer a total loss') };
  return (
    <Dialog
      open
      title='Total loss'
      action={{
        title: 'Mark as total loss',
        run: () => void write({ ...loss, total: true }, 'Marked as total loss'),
        disabledReason: missing === null ? undefined : missingOfLoss[missing],
      }}
      extra={present.total ? [takeBack] : []}
      onClose={leave}
    >
      <p>
        The vehicle is not worth its repair. The list and the head of the workfile say so, and it is not converted to a
        repair order until this is taken back. Everything else stays as it is.
      </p>
      <TextField
        label='Reason'
        maxLength={200}
        autoFocus
        value={loss.reason}
        onDraft={(reason) => reason !== undefined && setReason(reason)}
        onCommit={setReason}
      />
      <DateField label='Decided on' today={today} value={loss.date} onCommit={(date) => set({ date })} />
      <TextField
        label='Decided by'
        maxLength={120}
        value={loss.decidedBy}
        onDraft={(decidedBy) => decidedBy !== undefined && set({ decidedBy })}
        onCommit={(decidedBy) => set({ decidedBy })}
      />
    </Dialog>
  );
}
