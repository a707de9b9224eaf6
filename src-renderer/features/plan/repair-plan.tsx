// The Repair plan of a repair order: four milestones, each planned, revised and actual, with a complete box.
import { useState } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import {
  type MilestoneName,
  milestoneFields,
  milestoneNames,
  nextMilestone,
} from '../../../src-shared/domain/plan/milestone.ts';
import { whyNotComplete } from '../../../src-shared/domain/plan/plan-rules.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { CheckField } from '../../../src-ui/fields/check-field.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { useClock } from '../../stores/clock.ts';
import { settled, undo } from '../../stores/workfile/edits.ts';
import { completeMilestone } from '../../stores/workfile/plan.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { incompleteReason, milestoneWords, momentWords } from '../../words/plan/plan-words.ts';
import { whenOf } from '../../words/time-words.ts';
import { type MilestoneFields, useMilestoneFields } from './milestone-fields.ts';
import { MomentFields } from './moment-fields.tsx';
import { RecalculateButton } from './recalculate-button.tsx';
import { ReopenDialog } from './reopen-dialog.tsx';

type Completing = { readonly complete: (milestone: MilestoneName) => Promise<string | undefined> };

export function RepairPlan({ workfileId }: { readonly workfileId: WorkfileId }) {
  const fields = useMilestoneFields(workfileId);
  const [reopening, setReopening] = useState<MilestoneName>();
  const complete = useCompleting(workfileId);
  const next = nextMilestone(fields.plan);
  return (
    <div className='form-stack'>
      <FieldGroup
        title='Repair plan'
        note={
          <span className='plan-acts'>
            <RecalculateButton workfileId={workfileId} />
            <CompleteNext fields={fields} complete={complete} next={next} />
          </span>
        }
      >
        <table className='plan-table' aria-label='Milestones'>
          <thead>
            <tr>
              {['Milestone', ...milestoneFields.map((field) => momentWords[field]), 'Complete'].map((head) => (
                <th key={head} scope='col'>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {milestoneNames.map((milestone) => (
              <MilestoneRow
                key={milestone}
                milestone={milestone}
                isNext={milestone === next}
                fields={fields}
                complete={complete}
                onReopen={() => setReopening(milestone)}
              />
            ))}
          </tbody>
        </table>
      </FieldGroup>
      {reopening !== undefined && (
        <ReopenDialog workfileId={workfileId} milestone={reopening} onClose={() => setReopening(undefined)} />
      )}
    </div>
  );
}

type RowProps = Completing & {
  readonly milestone: MilestoneName;
  readonly isNext: boolean;
  readonly fields: MilestoneFields;
  readonly onReopen: () => void;
};

function MilestoneRow({ milestone, isNext, fields, complete, onReopen }: RowProps) {
  const { plan, now, denied, moment } = fields;
  const words = milestoneWords[milestone];
  const one = plan[milestone];
  const refusal = one.complete ? null : whyNotComplete(plan, milestone, now);
  return (
    <tr data-next={isNext || undefined}>
      <th scope='row'>
        <span className='plan-name'>
          {words}
          {isNext && <span className='plan-next'>Next</span>}
        </span>
      </th>
      {milestoneFields.map((field) => (
        <td key={field}>
          <MomentFields
            name={`${words} ${momentWords[field].toLowerCase()}`}
            today={now.date}
            moment={moment(milestone, field)}
          />
        </td>
      ))}
      <td className='plan-complete'>
        <CheckField
          label={`${words} complete`}
          value={one.complete}
          disabledReason={denied ?? (refusal === null ? undefined : incompleteReason(refusal))}
          onCommit={(wanted) => {
            if (wanted) return complete(milestone);
            onReopen();
            return undefined;
          }}
        />
        <CompletedWords at={one.completedAt} by={one.completedBy} />
      </td>
    </tr>
  );
}

function CompletedWords({ at, by }: { readonly at: number; readonly by: string }) {
  const clock = useClock();
  return at === 0 ? null : (
    <span className='plan-faint'>
      {whenOf(at, clock)} {by}
    </span>
  );
}

type NextProps = Completing & { readonly fields: MilestoneFields; readonly next: MilestoneName | undefined };

function CompleteNext({ fields: { plan, now, denied }, complete, next }: NextProps) {
  const refusal = next === undefined ? null : whyNotComplete(plan, next, now);
  const reason =
    next === undefined ? 'Every milestone is complete.' : refusal === null ? undefined : incompleteReason(refusal);
  return (
    <Button
      icon='check'
      disabledReason={denied ?? reason}
      onPress={() => {
        if (next !== undefined) void complete(next);
      }}
    >
      {next === undefined ? 'Complete next status' : `Complete next status: ${milestoneWords[next]}`}
    </Button>
  );
}

/** Completes a milestone once what is still being typed is written; the words of a refusal come back. */
function useCompleting(workfileId: WorkfileId): Completing['complete'] {
  const toast = useToast();
  return async (milestone) => {
    await settled(workfileId);
    const failure = await completeMilestone(workfileId, milestone);
    if (failure !== undefined) {
      toast({ text: wordBriefly(failure), tone: 'error' });
      return wordBriefly(failure);
    }
    toast({ text: `${milestoneWords[milestone]} is complete`, undo: () => void undo(workfileId) });
    return undefined;
  };
}
