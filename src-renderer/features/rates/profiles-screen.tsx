// The profiles of the shop: what its repair facility charges by, and what each insurer or claim office pays by.
import { useEffect } from 'react';
import type { ProfileId } from '../../../src-shared/base/ids.ts';
import type { Profile } from '../../../src-shared/domain/estimate/profile/profile.ts';
import { rateGroupsOf } from '../../../src-shared/domain/estimate/profile/profile-rates.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { EmptyState } from '../../../src-ui/feedback/empty-state.tsx';
import { LoadingView } from '../../../src-ui/feedback/loading-view.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import {
  addToLibrary,
  loadLibrary,
  makeDefault,
  removeFromLibrary,
  undoLibrary,
  useLibrary,
} from '../../stores/library/library.ts';
import { showProfile, useProfilePlace } from '../../stores/library/profile-place.ts';
import { useDenied } from '../../stores/session.ts';
import { wordBriefly, wordFailure } from '../../words/failure-words.ts';
import { ProfileEditor } from './profile-editor.tsx';
import './profiles.css';

export function ProfilesScreen() {
  const sheet = useLibrary((library) => library.sheet);
  return (
    <LoadingView state={sheet} describe={wordFailure} onRetry={() => void loadLibrary()}>
      {({ profiles }) => <Profiles profiles={profiles} />}
    </LoadingView>
  );
}

function Profiles({ profiles }: { readonly profiles: readonly Profile[] }) {
  const denied = useDenied('edit-profiles');
  const toast = useToast();
  const chosen = useProfilePlace(({ id }) => id);
  const place = useProfilePlace((at) => at.place);
  const setChosen = (id: string | undefined): void => showProfile({ id });
  useEffect(() => {
    if (place !== undefined) document.getElementById(place)?.focus();
  }, [place]);
  const sorted = profiles.toSorted(byKindAndName);
  const profile = sorted.find(({ id }) => id === chosen) ?? sorted[0];

  const add = async (from: Profile | undefined): Promise<void> => {
    const reply = await addToLibrary({ kind: 'profile', records: [from === undefined ? fresh : copyOf(from)] });
    if (reply.ok) setChosen(reply.value[0]);
    else toast({ text: wordBriefly(reply.failure), tone: 'error' });
  };
  const remove = async ({ id, about }: Profile): Promise<void> => {
    const failure = await removeFromLibrary('profile', [id]);
    if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
    else toast({ text: `${about.name} deleted`, tone: 'ok', undo: () => void undoLibrary('profile') });
  };
  if (profile === undefined) {
    return (
      <EmptyState
        icon='gear'
        title='No profiles yet'
        text='A profile holds the rates, rules and taxes that new workfiles begin with.'
        action={{
          id: 'new',
          title: 'New profile',
          icon: 'add',
          disabledReason: denied,
          run: () => void add(undefined),
        }}
      />
    );
  }
  return (
    <div className='profiles'>
      <nav className='profiles-list' aria-label='Profiles'>
        {sorted.map((one) => (
          <button
            key={one.id}
            type='button'
            aria-current={one === profile || undefined}
            onClick={() => setChosen(one.id)}
          >
            <strong>{one.about.name}</strong>
            <span>{wordKind(one)}</span>
          </button>
        ))}
        <Button icon='add' disabledReason={denied} onPress={() => void add(undefined)}>
          New profile
        </Button>
      </nav>
      <div className='profiles-detail form-screen'>
        <div className='rates-acts'>
          <Button icon='copy' disabledReason={denied} onPress={() => void add(profile)}>
            Duplicate
          </Button>
          <MakeDefault profile={profile} denied={denied} />
          <Button icon='bin' look='quiet' disabledReason={denied} onPress={() => void remove(profile)}>
            Delete profile
          </Button>
        </div>
        <ProfileEditor key={profile.id} profile={profile} disabledReason={denied} />
      </div>
    </div>
  );
}

function MakeDefault({ profile, denied }: { readonly profile: Profile; readonly denied: string | undefined }) {
  const toast = useToast();
  const already = profile.usual.isDefault ? 'It is the default already.' : undefined;
  const run = async (id: ProfileId): Promise<void> => {
    const failure = await makeDefault(id);
    if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
  };
  return (
    <Button icon='check' disabledReason={denied ?? already} onPress={() => void run(profile.id)}>
      {profile.about.kind === 'facility' ? 'Make default of the shop' : 'Make default of this insurer'}
    </Button>
  );
}

const byKindAndName = (one: Profile, other: Profile): number =>
  one.about.kind.localeCompare(other.about.kind) || one.about.name.localeCompare(other.about.name);

function wordKind({ about, usual }: Profile): string {
  const kind =
    about.kind === 'facility' ? 'Repair facility' : [about.company, about.claimOffice].filter(Boolean).join(', ');
  return usual.isDefault ? `${kind || 'Insurer'} · default` : kind || 'Insurer';
}

const fresh = { about: { name: 'New profile', kind: 'facility', company: '', claimOffice: '' } } as const;

const copyOf = (profile: Profile) => ({
  ...rateGroupsOf(profile),
  about: { ...profile.about, name: `${profile.about.name} (copy)`.slice(0, 60) },
});
