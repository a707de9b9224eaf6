// What ties the fields of one milestone: its dates and times, what is wrong beside them, and why they are closed.
import type { CivilTime } from '../../../src-shared/base/civil-time.ts';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { MilestoneField, MilestoneName, Plan } from '../../../src-shared/domain/plan/milestone.ts';
import { planProblems } from '../../../src-shared/domain/plan/plan-rules.ts';
import { useCannotEdit } from '../../stores/workfile/closed.ts';
import { useConflicts } from '../../stores/workfile/conflicts.ts';
import { tieFields } from '../../stores/workfile/fields.ts';
import { usePlan, useShopTime } from '../../stores/workfile/plan.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { timeOfDay } from '../../words/formats.ts';
import { completeReason, planProblemWords } from '../../words/plan/plan-words.ts';

export type MilestoneFields = {
  readonly plan: Plan;
  readonly now: CivilTime;
  readonly denied: string | undefined;
  /** The date and the time of one moment of a milestone, ready for their fields. */
  readonly moment: (milestone: MilestoneName, field: MilestoneField) => ReturnType<typeof bindMoment>;
};

export function useMilestoneFields(workfileId: WorkfileId): MilestoneFields {
  const record = useSheet(workfileId, (sheet) => sheet.workfile);
  const plan = usePlan(workfileId);
  const now = useShopTime();
  const denied = useCannotEdit(workfileId, 'edit-plan');
  const conflicts = useConflicts(workfileId);
  const problems = planProblems(plan, now);
  const tie = { workfileId, kind: 'workfile', record, conflicts } as const;
  return {
    plan,
    now,
    denied,
    moment: (milestone, field) => {
      const disabledReason = denied ?? (plan[milestone].complete ? completeReason : undefined);
      const found = problems.find((one) => one.milestone === milestone && one.field === field);
      const bound = bindMoment(tieFields({ ...tie, disabledReason }), milestone, field);
      const problem = found && { problem: planProblemWords(found), problemTone: 'warning' as const };
      return { date: { ...bound.date, ...problem }, time: bound.time };
    },
  };
}

function bindMoment(
  { text, value }: ReturnType<typeof tieFields<'workfile'>>,
  milestone: MilestoneName,
  field: MilestoneField,
) {
  return {
    date: text(milestone, `${field}Date`),
    time: value(milestone, `${field}Time`, timeOfDay),
  };
}
