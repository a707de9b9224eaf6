// What happened to the plan and is never edited: promise events and milestones re-opened, the newest first.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { useClock } from '../../stores/clock.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { eventStamp, eventWords } from '../../words/plan/promise-words.ts';

export function EventLog({ workfileId }: { readonly workfileId: WorkfileId }) {
  const events = useSheet(workfileId, (sheet) => sheet.events);
  const clock = useClock();
  if (events.length === 0) return null;
  const newest = events.toSorted((one, other) => other.what.at - one.what.at);
  return (
    <FieldGroup title='Recorded'>
      <ol className='plan-log' aria-label='Recorded events'>
        {newest.map((event) => (
          <li key={event.id}>
            <span className='plan-faint'>{eventStamp(event, clock)}</span>
            <span>{eventWords(event)}</span>
          </li>
        ))}
      </ol>
    </FieldGroup>
  );
}
