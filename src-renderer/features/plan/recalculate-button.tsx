// “Recalculate”: plans what is still to come from Vehicle In and the hours of the estimate, and says what moved.
import { printHours, type Tenths } from '../../../src-shared/base/hours.ts';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { billedTenths, repairDays, usualPace, whyNotReschedule } from '../../../src-shared/domain/plan/schedule.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { useCannotEdit } from '../../stores/workfile/closed.ts';
import { settled, undo } from '../../stores/workfile/edits.ts';
import { recalculate, usePlan } from '../../stores/workfile/plan.ts';
import { usePricedSheet } from '../../stores/workfile/priced-sheet.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { milestoneWords, rescheduleReasons } from '../../words/plan/plan-words.ts';

export function RecalculateButton({ workfileId }: { readonly workfileId: WorkfileId }) {
  const plan = usePlan(workfileId);
  const denied = useCannotEdit(workfileId, 'edit-plan');
  const tenths = billedTenths(usePricedSheet(workfileId).totals);
  const toast = useToast();
  const why = whyNotReschedule(plan, tenths);
  const run = async (): Promise<void> => {
    await settled(workfileId);
    const reply = await recalculate(workfileId);
    if (!reply.ok) return toast({ text: wordBriefly(reply.failure), tone: 'error' });
    const moved = reply.value.moved.map((name) => milestoneWords[name]).join(', ');
    if (moved === '') toast({ text: 'The plan stays as it is.', tone: 'info' });
    else toast({ text: `Planned anew: ${moved}. ${basis(tenths)}`, undo: () => void undo(workfileId) });
  };
  return (
    <Button
      icon='calendar'
      disabledReason={denied ?? (why === null ? undefined : rescheduleReasons[why])}
      onPress={() => void run()}
    >
      Recalculate
    </Button>
  );
}

/** `33.4 h at 4.0 h a day: 9 working days.` */
function basis(tenths: number): string {
  const days = repairDays(tenths, usualPace);
  const pace = printHours(usualPace.tenthsPerDay as Tenths);
  return `${printHours(tenths as Tenths)} h at ${pace} h a day: ${days === 1 ? '1 working day' : `${days} working days`}.`;
}
