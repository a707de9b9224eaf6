// The backups of this PC's data: when each was made, what it holds, and where else it lies.
import { useState } from 'react';
import type { Failure } from '../../../src-shared/base/failure.ts';
import type { Backup, Restored, SecondPlace } from '../../../src-shared/ipc/pc-shapes.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { useClock } from '../../stores/clock.ts';
import {
  backUpNow,
  chooseBackup,
  chooseSecondPlace,
  forgetSecondPlace,
  previewRestore,
  useThisPc,
} from '../../stores/pc/this-pc.ts';
import { useDenied } from '../../stores/session.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { wordDamage, wordLastBackup, wordRestored, wordSecondPlace, wordWork } from '../../words/pc/pc-words.ts';
import type { Clock } from '../../words/time-words.ts';
import { BackupGrid } from './backup-grid.tsx';
import { busyReason } from './health-section.tsx';

type Props = {
  readonly backups: readonly Backup[];
  readonly place: SecondPlace | null;
  readonly restored: Restored | null;
};

export function BackupSection({ backups, place, restored }: Props) {
  const working = useThisPc((pc) => pc.upkeep.working);
  const clock = useClock();
  const toast = useToast();
  const [chosen, setChosen] = useState<string>();
  const isMaking = working?.task === 'backup';
  const make = async (): Promise<void> => {
    const failure = await backUpNow();
    const { health } = useThisPc.getState().upkeep;
    if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
    else if (health === null || health.faults.length === 0) toast({ text: 'Backup made and read again', tone: 'ok' });
    else toast({ text: `Backup made of all that can be read. ${wordDamage(health)}`, tone: 'error' });
  };
  return (
    <section className='pc-part' aria-labelledby='pc-backups'>
      <h2 id='pc-backups'>Backups</h2>
      <p aria-live='polite'>{isMaking ? wordWork(working) : wordLastBackup(backups, clock)}</p>
      {isMaking && <progress aria-label='Backed up' value={working.share} max={1} />}
      <div className='pc-acts'>
        <Button icon='save' busy={isMaking} disabledReason={busyReason(working, 'backup')} onPress={() => void make()}>
          Back up now
        </Button>
      </div>
      <BackupGrid backups={backups} clock={clock} onChoose={setChosen} onActivate={(id) => void previewRestore(id)} />
      <RestoreActs chosen={backups.find(({ id }) => id === chosen)} />
      {restored !== null && <p>{wordRestored(restored, clock)}</p>}
      <SecondPlaceLine place={place} clock={clock} />
    </section>
  );
}

/** Restoring begins with looking at what it would do. */
function RestoreActs({ chosen }: { readonly chosen: Backup | undefined }) {
  const denied = useDenied('restore-backups');
  const toast = useToast();
  const chooseElsewhere = async (): Promise<void> => {
    const failure = await chooseBackup();
    if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
  };
  const unusable = chosen?.note === null ? 'This backup cannot be read.' : undefined;
  return (
    <div className='pc-acts'>
      <Button
        disabledReason={denied ?? (chosen === undefined ? 'Choose a backup in the list first.' : unusable)}
        onPress={() => void previewRestore(chosen?.id ?? '')}
      >
        Restore…
      </Button>
      <Button look='quiet' disabledReason={denied} onPress={() => void chooseElsewhere()}>
        Restore from a file…
      </Button>
    </div>
  );
}

function SecondPlaceLine({ place, clock }: { readonly place: SecondPlace | null; readonly clock: Clock }) {
  const denied = useDenied('restore-backups');
  const toast = useToast();
  const tell = async (act: Promise<Failure | undefined>): Promise<void> => {
    const failure = await act;
    if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
  };
  return (
    <div className='pc-place'>
      <p className={place?.failed ? 'ui-tone-danger' : undefined}>{wordSecondPlace(place, clock)}</p>
      <Button look='quiet' disabledReason={denied} onPress={() => void tell(chooseSecondPlace())}>
        {place === null ? 'Choose a folder…' : 'Change…'}
      </Button>
      {place !== null && (
        <Button look='quiet' disabledReason={denied} onPress={() => void tell(forgetSecondPlace())}>
          Stop copying
        </Button>
      )}
    </div>
  );
}
