// What of this workfile's rates is not as its profile says, each with the reason, and the way back.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { type Override, overridesOf, withReason } from '../../../src-shared/domain/estimate/profile/override.ts';
import type { Profile } from '../../../src-shared/domain/estimate/profile/profile.ts';
import { rateGroupsOf } from '../../../src-shared/domain/estimate/profile/profile-rates.ts';
import type { Rates } from '../../../src-shared/domain/estimate/rates.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { useSignedIn } from '../../stores/session.ts';
import { noteDraft } from '../../stores/workfile/drafts.ts';
import { changeGroup } from '../../stores/workfile/edits.ts';
import { fieldPlace } from '../../stores/workfile/places.ts';
import type { GroupEdit } from '../../stores/workfile/sheet.ts';
import { sheetOf, useSheet, useWorkfiles } from '../../stores/workfile/workfiles.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { wordDifferenceOfRates } from '../../words/rate-words.ts';

type Props = {
  readonly workfileId: WorkfileId;
  readonly source: Profile;
  readonly disabledReason: string | undefined;
};

const longestReason = 200;

export function Overrides({ workfileId, source, disabledReason }: Props) {
  const rates = useSheet(workfileId, (sheet) => sheet.rates);
  const overrides = overridesOf(rates, rateGroupsOf(source));
  if (overrides.length === 0) return null;
  return (
    <div className='form-stack rates-overrides'>
      <FieldGroup title={`Overrides of ${source.about.name}`}>
        {overrides.map((override) => (
          <OverrideRow
            key={`${override.group}.${override.field}`}
            workfileId={workfileId}
            override={override}
            disabledReason={disabledReason}
          />
        ))}
      </FieldGroup>
    </div>
  );
}

type RowProps = Omit<Props, 'source'> & { readonly override: Override };

function OverrideRow({ workfileId, override, disabledReason }: RowProps) {
  const { group, field, reason, by, to } = override;
  const toast = useToast();
  const me = useSignedIn()?.user.name ?? '';
  const words = wordDifferenceOfRates(override);
  const place = fieldPlace('rates', sheetOf(workfileId)?.rates.id ?? '', 'reasons', `${group}-${field}`);
  const goBack = async (): Promise<void> => {
    const why = await write(workfileId, group, (rates) => ({ ...rates[group], [field]: to }));
    if (why !== undefined) toast({ text: why, tone: 'error' });
  };
  return (
    <div className='rates-override'>
      <div className='rates-override-what'>
        <strong>{words.what}</strong>
        <span>
          {words.from} here, {words.to} in the profile
        </span>
      </div>
      <TextField
        id={place}
        label={`Reason, ${words.what}`}
        maxLength={longestReason}
        value={reason}
        hint={reason === '' ? 'No reason given yet' : `Given by ${by}`}
        disabledReason={disabledReason}
        draft={useWorkfiles.getState().open[workfileId]?.drafts[place]}
        onDraft={(text) => noteDraft(workfileId, place, text)}
        onCommit={(typed) =>
          write(workfileId, 'reasons', (rates) => withReason(rates, override, { reason: typed, by: me }))
        }
      />
      <Button icon='undo' look='quiet' disabledReason={disabledReason} onPress={() => void goBack()}>
        Back to profile
      </Button>
    </div>
  );
}

/** Writes a group of the rates on top of what they are at this moment. */
async function write(
  workfileId: WorkfileId,
  group: Override['group'] | 'reasons',
  value: (rates: Rates) => object,
): Promise<string | undefined> {
  const rates = sheetOf(workfileId)?.rates;
  if (rates === undefined) return undefined;
  const failure = await changeGroup(workfileId, {
    kind: 'rates',
    id: rates.id,
    group,
    value: value(rates),
  } as GroupEdit);
  return failure && wordBriefly(failure);
}
