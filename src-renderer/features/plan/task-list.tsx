// The tasks of a workfile: what is to be done, by when, by whom; what is done stands below.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { isOverdue, type Task } from '../../../src-shared/domain/plan/task.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { CheckField } from '../../../src-ui/fields/check-field.tsx';
import { DateField } from '../../../src-ui/fields/date-field.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { useClock } from '../../stores/clock.ts';
import { useSignedIn } from '../../stores/session.ts';
import { useCannotAdd } from '../../stores/workfile/closed.ts';
import { twoValuesAt, useConflicts } from '../../stores/workfile/conflicts.ts';
import { changeGroup } from '../../stores/workfile/edits.ts';
import { tieFields } from '../../stores/workfile/fields.ts';
import { useShopTime } from '../../stores/workfile/plan.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { whenOf } from '../../words/time-words.ts';
import { type PlanActs, usePlanActs } from './use-plan-acts.ts';

export function TaskList({ workfileId }: { readonly workfileId: WorkfileId }) {
  const tasks = useSheet(workfileId, (sheet) => sheet.tasks);
  const denied = useCannotAdd(workfileId, 'edit-plan');
  const acts = usePlanActs(workfileId, 'task');
  const sorted = tasks.toSorted((one, other) => Number(one.done.done) - Number(other.done.done));
  return (
    <FieldGroup
      title='Tasks'
      note={
        <Button look='quiet' icon='add' disabledReason={denied} onPress={() => void acts.add()}>
          Add task
        </Button>
      }
    >
      {tasks.length === 0 && <p className='plan-faint'>No tasks.</p>}
      <ul className='plan-entries' aria-label='Tasks'>
        {sorted.map((task) => (
          <TaskRow key={task.id} workfileId={workfileId} task={task} denied={denied} acts={acts} />
        ))}
      </ul>
    </FieldGroup>
  );
}

type RowProps = {
  readonly workfileId: WorkfileId;
  readonly task: Task;
  readonly denied: string | undefined;
  readonly acts: PlanActs;
};

function TaskRow({ workfileId, task, denied, acts }: RowProps) {
  const conflicts = useConflicts(workfileId);
  const now = useShopTime();
  const clock = useClock();
  const by = useSignedIn()?.user.name ?? '';
  const { text } = tieFields({ workfileId, kind: 'task', record: task, disabledReason: denied, conflicts });
  const name = task.about.text === '' ? 'Task' : task.about.text;
  const finish = async (done: boolean): Promise<string | undefined> => {
    const value = done ? { done, at: clock.now, by: by.slice(0, 120) } : { done, at: 0, by: '' };
    const failure = await changeGroup(workfileId, { kind: 'task', id: task.id, group: 'done', value });
    return failure && wordBriefly(failure);
  };
  const overdue = isOverdue(task, now.date) ? { problem: 'Overdue.', problemTone: 'warning' as const } : {};
  return (
    <li className='plan-task' data-done={task.done.done || undefined}>
      <CheckField
        label='Done'
        value={task.done.done}
        disabledReason={denied}
        twoValues={twoValuesAt(conflicts, task.id, 'done', 'at')}
        onCommit={finish}
      />
      <TextField label='Task' placeholder='What is to be done' {...text('about', 'text')} />
      <DateField label='Due' today={now.date} {...text('about', 'due')} {...overdue} />
      <TextField label='Who' {...text('about', 'who')} />
      <Button look='quiet' icon='bin' disabledReason={denied} onPress={() => void acts.remove(task.id, name)}>
        <span className='ui-hidden'>Remove {name}</span>
      </Button>
      {task.done.done && task.done.at > 0 && (
        <p className='plan-faint plan-entry-note'>
          Done {whenOf(task.done.at, clock)} {task.done.by}
        </p>
      )}
    </li>
  );
}
