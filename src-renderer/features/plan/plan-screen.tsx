// When a vehicle comes, is repaired and leaves: the Events of an estimate, the Repair plan of a repair order.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { isEstimateStage } from '../../../src-shared/domain/workfile/workfile.ts';
import { MilestoneBar } from '../../../src-ui/feedback/milestone-bar.tsx';
import { useProgress } from '../../stores/workfile/progress.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { AppointmentList } from './appointment-list.tsx';
import { EventLog } from './event-log.tsx';
import { EventsForm } from './events-form.tsx';
import { PromiseCheck } from './promise-check.tsx';
import { RepairPlan } from './repair-plan.tsx';
import { TaskList } from './task-list.tsx';
import './plan.css';

export function PlanScreen({ workfileId }: { readonly workfileId: WorkfileId }) {
  const isEstimate = useSheet(workfileId, ({ workfile }) => isEstimateStage(workfile.stage.stage));
  return (
    <div className='form-screen'>
      <div className='plan-screen'>
        {!isEstimate && <PlanBar workfileId={workfileId} />}
        {isEstimate ? <EventsForm workfileId={workfileId} /> : <RepairPlan workfileId={workfileId} />}
        <div className='form-columns'>
          <div className='form-stack'>
            <TaskList workfileId={workfileId} />
            <AppointmentList workfileId={workfileId} />
          </div>
          <div className='form-stack'>
            <PromiseCheck workfileId={workfileId} />
            <EventLog workfileId={workfileId} />
          </div>
        </div>
      </div>
    </div>
  );
}

function PlanBar({ workfileId }: { readonly workfileId: WorkfileId }) {
  return (
    <div className='plan-bar'>
      <MilestoneBar label='How far the repair is' {...useProgress(workfileId)} />
    </div>
  );
}
