// The rates of a workfile as the editor works on them: written group by group, marked against their profile.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Profile } from '../../../src-shared/domain/estimate/profile/profile.ts';
import { rateGroupsOf } from '../../../src-shared/domain/estimate/profile/profile-rates.ts';
import { twoValuesAt, useConflicts } from '../../stores/workfile/conflicts.ts';
import { noteDraft } from '../../stores/workfile/drafts.ts';
import { changeGroup } from '../../stores/workfile/edits.ts';
import { fieldPlace } from '../../stores/workfile/places.ts';
import type { GroupEdit } from '../../stores/workfile/sheet.ts';
import { sheetOf, useSheet, useWorkfiles } from '../../stores/workfile/workfiles.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import type { RateEditing } from './editor/rate-editing.ts';

type Of = {
  readonly workfileId: WorkfileId;
  readonly source: Profile | undefined;
  readonly disabledReason: string | undefined;
};

export function useWorkfileRates({ workfileId, source, disabledReason }: Of): RateEditing {
  const rates = useSheet(workfileId, (sheet) => sheet.rates);
  const conflicts = useConflicts(workfileId);
  return {
    groups: rateGroupsOf(rates),
    profile: source && { name: source.about.name, groups: rateGroupsOf(source) },
    disabledReason,
    placeOf: (group, path) => fieldPlace('rates', rates.id, group, path.join('.')),
    async write(group, change) {
      const latest = rateGroupsOf(sheetOf(workfileId)?.rates ?? rates);
      const edit = { kind: 'rates', id: rates.id, group, value: change(latest[group]) } as GroupEdit;
      const failure = await changeGroup(workfileId, edit);
      return failure && wordBriefly(failure);
    },
    // Fields read their draft once, when they are first drawn.
    draftOf: (place) => useWorkfiles.getState().open[workfileId]?.drafts[place],
    noteDraft: (place, text) => noteDraft(workfileId, place, text),
    twoValuesAt: (group, field) => twoValuesAt(conflicts, rates.id, group, field),
  };
}
