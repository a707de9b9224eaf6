// The prices of this workfile: its own copy of a profile's rates and rules, and what was changed in it.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { profileFor } from '../../../src-shared/domain/estimate/profile/choose-profile.ts';
import type { Profile } from '../../../src-shared/domain/estimate/profile/profile.ts';
import { rateGroupsOf } from '../../../src-shared/domain/estimate/profile/profile-rates.ts';
import { rateDifferences } from '../../../src-shared/domain/estimate/profile/rate-differences.ts';
import type { Rates } from '../../../src-shared/domain/estimate/rates.ts';
import { hasLaborRates } from '../../../src-shared/domain/estimate/usual-rates.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { useProfiles } from '../../stores/library/profiles.ts';
import { showOverlay } from '../../stores/shell.ts';
import { useCannotEdit, useClosed } from '../../stores/workfile/closed.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { useWorkfileList } from '../../stores/workfile-list.ts';
import { RatesEditor } from './editor/rates-editor.tsx';
import { Overrides } from './overrides.tsx';
import { useWorkfileRates } from './use-workfile-rates.ts';
import './rates.css';

type OfWorkfile = { readonly workfileId: WorkfileId };

export function RatesScreen({ workfileId }: OfWorkfile) {
  const rates = useSheet(workfileId, (sheet) => sheet.rates);
  const locked = useClosed(workfileId);
  const denied = useCannotEdit(workfileId, 'edit-rates');
  const profiles = useProfiles();
  const source = profiles?.find(({ id }) => id === rates.source?.profileId);
  const disabledReason = denied ?? (locked ? 'The estimate is locked with these rates.' : undefined);
  const editing = useWorkfileRates({ workfileId, source, disabledReason });
  return (
    <div className='form-screen'>
      <InsurersOwn workfileId={workfileId} rates={rates} locked={locked} />
      <div className='rates-head'>
        <RatesOrigin workfileId={workfileId} rates={rates} source={source} />
        <Button icon='sync' disabledReason={disabledReason} onPress={() => showOverlay('update-rates')}>
          Update rates and rules
        </Button>
      </div>
      {source !== undefined && <Overrides workfileId={workfileId} source={source} editing={editing} />}
      <RatesEditor editing={editing} />
    </div>
  );
}

type Origin = OfWorkfile & { readonly rates: Rates; readonly source: Profile | undefined };

/** Where the rates came from, or how a shop gets rates at all. */
function RatesOrigin({ workfileId, rates, source }: Origin) {
  const from = useSheet(workfileId, ({ ratesFrom }) => ratesFrom);
  const head = useWorkfileList(({ rows }) =>
    rows.kind === 'ready' ? [...rows.value.pages.values()].flat().find(({ id }) => id === from) : undefined,
  );
  if (rates.source !== undefined && rates.source.profileId !== '') {
    return <p className='rates-origin'>{originWords(rates, source)}</p>;
  }
  if (!hasLaborRates(rates)) {
    return <p className='rates-origin'>No labor rates yet: take those of a profile, or enter them here.</p>;
  }
  if (from === undefined) return <p className='rates-origin'>Own rates, from no profile.</p>;
  const name = head === undefined ? 'another workfile of the shop' : `${head.label} ${head.owner}`.trim();
  return (
    <p className='rates-origin'>
      Labor, supplies and tax started as in {name}. Change what differs; other workfiles keep theirs.
    </p>
  );
}

function originWords(rates: Rates, source: Profile | undefined): string {
  const name = rates.source?.name ?? '';
  if (source === undefined) return `From the profile ${name}, which the shop does not have any more.`;
  const overrides = rateDifferences(rates, rateGroupsOf(source)).length;
  const standing =
    overrides === 0 ? 'as it is now' : `${overrides} ${overrides === 1 ? 'value differs' : 'values differ'}`;
  return `From the profile ${source.about.name}: ${standing}.`;
}

/** Says that the insurer pays by a profile of its own, as long as the rates came from another. */
function InsurersOwn({ workfileId, rates, locked }: OfWorkfile & { readonly rates: Rates; readonly locked: boolean }) {
  const insurance = useSheet(workfileId, (sheet) => sheet.insurance);
  const profiles = useProfiles() ?? [];
  const own = profileFor(profiles, insurance);
  if (locked || own?.about.kind !== 'insurer' || own.id === rates.source?.profileId) return null;
  return (
    <MessageStrip
      tone='info'
      what={`${insurance.company.name} has a profile of its own, ${own.about.name}.`}
      safe='The rates stay as they are until you update them.'
      actions={[{ id: 'compare', title: 'See the differences', run: () => showOverlay('update-rates') }]}
    />
  );
}
