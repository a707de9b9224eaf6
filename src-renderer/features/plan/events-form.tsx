// Events of an estimate: the Vehicle In date and time, and “Update status”, which a save then promises.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { isReported, whyNotUpdateStatus } from '../../../src-shared/domain/plan/plan-rules.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { Tip } from '../../../src-ui/feedback/tip.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { useClock } from '../../stores/clock.ts';
import { say } from '../../stores/shell.ts';
import { twoValuesAt, useConflicts } from '../../stores/workfile/conflicts.ts';
import { settled, undo } from '../../stores/workfile/edits.ts';
import { updateStatus } from '../../stores/workfile/plan.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { civilWords, statusReasons } from '../../words/plan/plan-words.ts';
import { whenOf } from '../../words/time-words.ts';
import { useMilestoneFields } from './milestone-fields.ts';
import { MomentFields } from './moment-fields.tsx';

export function EventsForm({ workfileId }: { readonly workfileId: WorkfileId }) {
  const { plan, now, denied, moment } = useMilestoneFields(workfileId);
  const reported = useSheet(workfileId, ({ workfile }) => workfile.statusUpdate);
  const toast = useToast();
  const why = whyNotUpdateStatus(plan, reported, now);
  const update = async (): Promise<void> => {
    await settled(workfileId);
    const failure = await updateStatus(workfileId);
    if (failure !== undefined) return toast({ text: wordBriefly(failure), tone: 'error' });
    say('Status updated. Save the workfile to record the promise event.');
    toast({ text: 'Status updated: the vehicle is in', undo: () => void undo(workfileId) });
  };
  return (
    <div className='form-columns'>
      <FieldGroup title='Events'>
        <MomentFields name='Vehicle In' today={now.date} moment={moment('vehicleIn', 'actual')} />
        <div className='plan-act'>
          <Button
            look='primary'
            icon='check'
            disabledReason={denied ?? (why === null ? undefined : statusReasons[why])}
            onPress={() => void update()}
          >
            Update status
          </Button>
          <StatusWords workfileId={workfileId} />
        </div>
      </FieldGroup>
    </div>
  );
}

/** What was reported last, and whether the date was changed since. */
function StatusWords({ workfileId }: { readonly workfileId: WorkfileId }) {
  const workfile = useSheet(workfileId, (sheet) => sheet.workfile);
  const clock = useClock();
  const two = twoValuesAt(useConflicts(workfileId), workfileId, 'statusUpdate', 'at');
  const { statusUpdate: reported, vehicleIn } = workfile;
  if (reported === undefined || reported.date === '') return <p className='plan-faint'>No status yet.</p>;
  const isCurrent = vehicleIn !== undefined && isReported(vehicleIn, reported);
  return (
    <>
      <p className='plan-faint'>
        Status: vehicle in {civilWords(reported)}, updated {whenOf(reported.at, clock)} by {reported.by}.
        {isCurrent ? '' : ' The date was changed since: update the status again.'}
      </p>
      {two !== undefined && (
        <Tip text={two.text}>
          <Button look='quiet' icon='warning' onPress={two.onChoose}>
            Two values
          </Button>
        </Tip>
      )}
    </>
  );
}
