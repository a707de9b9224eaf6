// Adding and removing tasks and appointments, told with Undo; a new one has the focus.
import { useMemo } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { undo } from '../../stores/workfile/edits.ts';
import { fieldPlace } from '../../stores/workfile/places.ts';
import { addToPlan, type PlanEntry, removeFromPlan } from '../../stores/workfile/plan.ts';
import { goToPlace } from '../../stores/workfile/visits.ts';
import { wordBriefly } from '../../words/failure-words.ts';

const first = { task: 'text', appointment: 'date' } as const;

export type PlanActs = {
  readonly add: () => Promise<void>;
  readonly remove: (id: string, name: string) => Promise<void>;
};

export function usePlanActs(workfileId: WorkfileId, kind: PlanEntry): PlanActs {
  const toast = useToast();
  return useMemo(
    () => ({
      async add() {
        const reply = await addToPlan(workfileId, kind);
        if (!reply.ok) toast({ text: wordBriefly(reply.failure), tone: 'error' });
        else goToPlace(workfileId, fieldPlace(kind, reply.value, 'about', first[kind]));
      },
      async remove(id, name) {
        const failure = await removeFromPlan(workfileId, kind, id);
        if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
        else toast({ text: `Removed ${name}`, undo: () => void undo(workfileId) });
      },
    }),
    [workfileId, kind, toast],
  );
}
