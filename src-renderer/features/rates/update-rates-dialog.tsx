// “Update rates and rules”: what a profile would change, before it is changed, as one step of undo.
import { useState } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { profileFor } from '../../../src-shared/domain/estimate/profile/choose-profile.ts';
import type { Profile } from '../../../src-shared/domain/estimate/profile/profile.ts';
import { rateGroupsOf } from '../../../src-shared/domain/estimate/profile/profile-rates.ts';
import { rateDifferences } from '../../../src-shared/domain/estimate/profile/rate-differences.ts';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { ChoiceField } from '../../../src-ui/fields/choice-field.tsx';
import { updateRates, useProfiles } from '../../stores/library/profiles.ts';
import { closeOverlay, useActiveWorkfile, useShell } from '../../stores/shell.ts';
import { undo } from '../../stores/workfile/edits.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { wordDifferenceOfRates } from '../../words/rate-words.ts';
import './rates.css';

export function UpdateRatesDialog() {
  const isOpen = useShell(({ overlay }) => overlay === 'update-rates');
  const workfileId = useActiveWorkfile();
  const profiles = useProfiles();
  if (!isOpen || workfileId === undefined) return null;
  if (profiles === undefined || profiles.length === 0) return <NoProfiles />;
  return <OpenDialog workfileId={workfileId} profiles={profiles} />;
}

const close = (): void => closeOverlay('update-rates');

function NoProfiles() {
  return (
    <Dialog open title='Update rates and rules' closeTitle='Close' onClose={close}>
      <p>The shop has no profiles yet. The office or a manager makes them in Configure › Profiles.</p>
    </Dialog>
  );
}

type Opened = { readonly workfileId: WorkfileId; readonly profiles: readonly Profile[] };

function OpenDialog({ workfileId, profiles }: Opened) {
  const rates = useSheet(workfileId, (sheet) => sheet.rates);
  const insurance = useSheet(workfileId, (sheet) => sheet.insurance);
  const [chosen, setChosen] = useState<string>();
  const [busy, setBusy] = useState(false);
  const toast = useToast();
  const usual = profileFor(profiles, insurance) ?? profiles.find(({ id }) => id === rates.source?.profileId);
  const profile = profiles.find(({ id }) => id === chosen) ?? usual ?? profiles[0];
  if (profile === undefined) return null;
  const differences = rateDifferences(rates, rateGroupsOf(profile));
  const isSame = differences.length === 0 && rates.source?.profileId === profile.id;

  const update = async (): Promise<void> => {
    setBusy(true);
    const failure = await updateRates(workfileId, rates.id, profile.id);
    setBusy(false);
    if (failure !== undefined) return toast({ text: wordBriefly(failure), tone: 'error' });
    close();
    toast({ text: `Rates and rules updated to ${profile.about.name}`, tone: 'ok', undo: () => void undo(workfileId) });
  };
  const count = `${differences.length} ${differences.length === 1 ? 'value' : 'values'}`;
  return (
    <Dialog
      open
      title='Update rates and rules'
      action={{
        title: differences.length === 0 ? 'Take this profile' : `Update ${count}`,
        run: () => void update(),
        busy,
        disabledReason: isSame ? 'Nothing differs from this profile.' : undefined,
      }}
      onClose={close}
    >
      <ChoiceField
        label='Profile'
        value={profile.id}
        choices={profiles.map(({ id, about }) => ({ value: id, label: about.name }))}
        onCommit={(id) => {
          setChosen(id);
          return undefined;
        }}
      />
      <Differences differences={differences.map(wordDifferenceOfRates)} />
    </Dialog>
  );
}

type Worded = readonly ReturnType<typeof wordDifferenceOfRates>[];

function Differences({ differences }: { readonly differences: Worded }) {
  if (differences.length === 0) return <p>Every rate and rule of this workfile is that of the profile.</p>;
  return (
    <div className='rates-differences'>
      <table>
        <thead>
          <tr>
            <th scope='col'>Rate or rule</th>
            <th scope='col'>Now</th>
            <th scope='col'>Profile</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ what, from, to }) => (
            <tr key={what}>
              <th scope='row'>{what}</th>
              <td>{from}</td>
              <td>{to}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
