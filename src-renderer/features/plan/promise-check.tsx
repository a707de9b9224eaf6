// Whether a promise event was recorded, and “Why no promise job?”: everything it needs, each with the way there.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { lastPromise } from '../../../src-shared/domain/plan/event.ts';
import { type PromisePoint, promiseWay } from '../../../src-shared/domain/plan/promise.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { Icon } from '../../../src-ui/icons/icon.tsx';
import { useClock } from '../../stores/clock.ts';
import { runCommand } from '../../stores/command-board.ts';
import { placeOfPath } from '../../stores/workfile/places.ts';
import { promisePlace, usePromisePoints } from '../../stores/workfile/plan.ts';
import { goToPlace } from '../../stores/workfile/visits.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { eventStamp, missingWords, promiseWords } from '../../words/plan/promise-words.ts';

export function PromiseCheck({ workfileId }: { readonly workfileId: WorkfileId }) {
  const points = usePromisePoints(workfileId);
  const missing = points.filter(({ met }) => !met);
  return (
    <FieldGroup title={missing.length === 0 ? 'Promise job' : 'Why no promise job?'}>
      <div className='plan-promise'>
        <p>
          <PromiseState workfileId={workfileId} />
        </p>
        <p role='status'>{missingWords(missing.length)}</p>
        <ul id={promisePlace(workfileId)} tabIndex={-1} aria-label='What a promise job needs'>
          {[...missing, ...points.filter(({ met }) => met)].map((point) => (
            <Point key={point.code} workfileId={workfileId} point={point} />
          ))}
        </ul>
      </div>
    </FieldGroup>
  );
}

/** What became of the promise: nothing yet, waiting for a save, or recorded. */
function PromiseState({ workfileId }: { readonly workfileId: WorkfileId }) {
  const workfile = useSheet(workfileId, (sheet) => sheet.workfile);
  const last = useSheet(workfileId, ({ events }) => lastPromise(events));
  const unsaved = useSheet(workfileId, ({ unsavedSince }) => unsavedSince > 0);
  const clock = useClock();
  if (last !== undefined) {
    const later = unsaved ? ' What was changed since is promised with the next save.' : '';
    return `Promise event recorded ${eventStamp(last, clock)}. It goes to the cloud with the workfile.${later}`;
  }
  if (promiseWay(workfile) !== null) return 'The promise event is recorded when you save (Ctrl+S).';
  return workfile.stage.stage === 'opportunity'
    ? 'Add the Vehicle In date, press “Update status”, and save: the promise event is recorded then.'
    : 'Check the complete box of Vehicle In, and save: the promise event is recorded then.';
}

function Point({ workfileId, point }: { readonly workfileId: WorkfileId; readonly point: PromisePoint }) {
  const { needs, todo } = promiseWords[point.code];
  if (point.met)
    return (
      <li className='plan-met'>
        <Icon name='check' size={12} />
        <span>
          <span className='ui-hidden'>Done: </span>
          {needs}
        </span>
      </li>
    );
  return (
    <li>
      <Icon name='warning' size={12} />
      <span>
        <span className='ui-hidden'>Missing: </span>
        <strong>{needs}.</strong> {todo}
      </span>
      <Button look='quiet' icon='arrow' onPress={() => go(workfileId, point)}>
        {wayWords(point)}
      </Button>
    </li>
  );
}

const wayWords = ({ code }: PromisePoint): string => (code === 'saved' ? 'Save' : 'Go there');

/** To its field; what the shop sets is in its profiles. */
function go(workfileId: WorkfileId, { code, record, path }: PromisePoint): void {
  if (code === 'saved') runCommand('workfile.save');
  else if (record === undefined || path === undefined) runCommand('library.profile');
  else goToPlace(workfileId, placeOfPath(record, path));
}
