// What of this workfile's rates is not as its profile says, each with the reason, and the way back.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { type Override, overridesOf, withReason } from '../../../src-shared/domain/estimate/profile/override.ts';
import type { Profile } from '../../../src-shared/domain/estimate/profile/profile.ts';
import { rateGroupsOf } from '../../../src-shared/domain/estimate/profile/profile-rates.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { useSignedIn } from '../../stores/session.ts';
import { changeGroup } from '../../stores/workfile/edits.ts';
import { fieldPlace } from '../../stores/workfile/places.ts';
import { sheetOf, useSheet } from '../../stores/workfile/workfiles.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { wordDifferenceOfRates } from '../../words/rate-words.ts';
import type { RateEditing } from './editor/rate-editing.ts';

type Of = { readonly workfileId: WorkfileId; readonly editing: RateEditing };

const longestReason = 200;

export function Overrides({ workfileId, source, editing }: Of & { readonly source: Profile }) {
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
            editing={editing}
          />
        ))}
      </FieldGroup>
    </div>
  );
}

type RowProps = Of & { readonly override: Override };

function OverrideRow({ workfileId, override, editing }: RowProps) {
  const { group, field, reason, by, to } = override;
  const { disabledReason } = editing;
  const toast = useToast();
  const me = useSignedIn()?.user.name ?? '';
  const words = wordDifferenceOfRates(override);
  const place = fieldPlace('rates', sheetOf(workfileId)?.rates.id ?? '', 'reasons', `${group}-${field}`);
  const goBack = async (): Promise<void> => {
    const why = await editing.write(group, (value) => ({ ...value, [field]: to }));
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
        placeholder='Why it is not as in the profile'
        maxLength={longestReason}
        value={reason}
        hint={reason === '' ? 'No reason given yet' : `Given by ${by}`}
        disabledReason={disabledReason}
        draft={editing.draftOf(place)}
        onDraft={(text) => editing.noteDraft(place, text)}
        onCommit={(typed) => giveReason(workfileId, override, { reason: typed, by: me })}
      />
      <Button icon='undo' look='quiet' disabledReason={disabledReason} onPress={() => void goBack()}>
        Back to profile
      </Button>
    </div>
  );
}

/** Writes the reason beside those that are there at this moment. */
async function giveReason(
  workfileId: WorkfileId,
  override: Override,
  said: Pick<Override, 'reason' | 'by'>,
): Promise<string | undefined> {
  const rates = sheetOf(workfileId)?.rates;
  if (rates === undefined) return undefined;
  const value = withReason(rates, override, said);
  const failure = await changeGroup(workfileId, { kind: 'rates', id: rates.id, group: 'reasons', value });
  return failure && wordBriefly(failure);
}
