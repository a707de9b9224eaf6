// Offers, from anywhere in a workfile: a new appointment, and completing the next status.
import { useEffect } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { afterCommit } from '../../../src-ui/fields/leave-field.ts';
import { offerCommands } from '../../stores/command-board.ts';
import { useActiveWorkfile } from '../../stores/shell.ts';
import { useCannotAdd } from '../../stores/workfile/closed.ts';
import { useWorkfiles } from '../../stores/workfile/workfiles.ts';
import { usePlanActs } from './use-plan-acts.ts';

export function PlanCommands() {
  const workfileId = useActiveWorkfile();
  const isReady = useWorkfiles(({ open }) => workfileId !== undefined && open[workfileId]?.sheet.kind === 'ready');
  return workfileId !== undefined && isReady ? <OfferedPlan workfileId={workfileId} /> : null;
}

function OfferedPlan({ workfileId }: { readonly workfileId: WorkfileId }) {
  const denied = useCannotAdd(workfileId, 'edit-plan');
  const { add } = usePlanActs(workfileId, 'appointment');
  useEffect(
    () => offerCommands({ 'appointment.new': { run: () => afterCommit(() => void add()), disabledReason: denied } }),
    [add, denied],
  );
  return null;
}
