// Asks why a completed milestone is re-opened; the reason is kept in the history.
import { useState } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { MilestoneName } from '../../../src-shared/domain/plan/milestone.ts';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { reopenMilestone } from '../../stores/workfile/plan.ts';
import { dropReason, keepReason, keptReason } from '../../stores/workfile/reason-draft.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { milestoneWords } from '../../words/plan/plan-words.ts';

export type ReopenDialogProps = {
  readonly workfileId: WorkfileId;
  readonly milestone: MilestoneName;
  readonly onClose: () => void;
};

export function ReopenDialog({ workfileId, milestone, onClose }: ReopenDialogProps) {
  const about = { workfileId, kind: 'workfile', id: workfileId, act: milestone } as const;
  const [reason, setReason] = useState(() => keptReason(about));
  const toast = useToast();
  const words = milestoneWords[milestone];
  const put = (text: string): undefined => {
    setReason(text);
    keepReason(about, text);
  };
  const leave = (): void => {
    dropReason(about);
    onClose();
  };
  const reopen = async (): Promise<void> => {
    const failure = await reopenMilestone({ workfileId, milestone, reason });
    if (failure !== undefined) return toast({ text: wordBriefly(failure), tone: 'error' });
    leave();
    toast({ text: `${words} is open again`, tone: 'info' });
  };
  return (
    <Dialog
      open
      title={`Re-open ${words}`}
      action={{
        title: `Re-open ${words}`,
        run: () => void reopen(),
        disabledReason: reason.trim() === '' ? 'Give a reason.' : undefined,
      }}
      onClose={leave}
    >
      <p>Its dates can be changed then. The reason stays in the history of this workfile.</p>
      <TextField
        label='Reason'
        required
        wide
        maxLength={500}
        value={reason}
        onDraft={(text) => text !== undefined && put(text)}
        onCommit={put}
      />
    </Dialog>
  );
}
