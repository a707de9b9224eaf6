// Which service answers which request about the plan of a workfile.

import type { planRequests } from '../../../src-shared/ipc/plan-requests.ts';
import type { Handlers } from '../../../src-shared/ipc/requests.ts';
import { changeGroup } from '../changes.ts';
import type { Desk } from '../desk.ts';
import { completeMilestone, recalculate, reopenMilestone, updateStatus } from './milestones.ts';
import { addToPlan, removeFromPlan } from './tasks.ts';

export const planHandlers = (desk: Desk): Pick<Handlers, keyof typeof planRequests> => ({
  'plan.update-status': ({ workfileId }) => updateStatus(desk, workfileId),
  'milestone.complete': ({ workfileId, milestone }) => completeMilestone(desk, workfileId, milestone),
  'milestone.reopen': ({ workfileId, milestone, reason }) => reopenMilestone(desk, workfileId, milestone, reason),
  'plan.recalculate': ({ workfileId }) => recalculate(desk, workfileId),
  'task.add': ({ workfileId }) => addToPlan(desk, 'task', workfileId),
  'task.change': ({ taskId: id, ...change }) => changeGroup(desk, 'task', { id, ...change }),
  'task.remove': ({ taskId }) => removeFromPlan(desk, 'task', taskId),
  'appointment.add': ({ workfileId }) => addToPlan(desk, 'appointment', workfileId),
  'appointment.change': ({ appointmentId: id, ...change }) => changeGroup(desk, 'appointment', { id, ...change }),
  'appointment.remove': ({ appointmentId }) => removeFromPlan(desk, 'appointment', appointmentId),
});
