// The data of this PC cannot be opened because a part of them is damaged: what is safe, and two ways to go on.
import { useEffect, useState } from 'react';
import type { RepairFacts } from '../../../src-shared/ipc/pc-shapes.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { LoadingView } from '../../../src-ui/feedback/loading-view.tsx';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { useClock } from '../../stores/clock.ts';
import { loadRepair, repair, useThisPc } from '../../stores/pc/this-pc.ts';
import { wordFailure } from '../../words/failure-words.ts';
import { BackupGrid } from './backup-grid.tsx';
import './this-pc.css';

export function RepairScreen() {
  const facts = useThisPc((pc) => pc.repair);
  useEffect(() => void loadRepair(), []);
  return (
    <LoadingView state={facts} describe={wordFailure} onRetry={() => void loadRepair()}>
      {(value) => <Repair facts={value} />}
    </LoadingView>
  );
}

function Repair({ facts }: { readonly facts: RepairFacts }) {
  const { name, folder, backups, refused } = facts;
  const clock = useClock();
  const [chosen, setChosen] = useState<string>();
  const [doing, setDoing] = useState<'repair' | 'restore'>();
  const [failure, setFailure] = useState(refused ?? undefined);
  const run = async (as: 'repair' | 'restore', backup: string | null): Promise<void> => {
    setDoing(as);
    const met = await repair(backup);
    setFailure(met);
    if (met !== undefined) setDoing(undefined);
  };
  const backup = backups.find(({ id }) => id === chosen);
  return (
    <main className='this-pc'>
      <h1>{`A part of the data on ${name} is damaged`}</h1>
      <p>{`Nothing was deleted, and nothing is changed until you choose. What is damaged is kept in ${folder}.`}</p>
      {failure !== undefined && <MessageStrip tone='error' {...wordFailure(failure)} />}
      <section className='pc-part' aria-labelledby='repair-data'>
        <h2 id='repair-data'>Repair</h2>
        <p>
          Everything that can still be read is taken over. What cannot comes back from the newest whole backup, from
          what waits to be sent, and from the cloud.
        </p>
        <div className='pc-acts'>
          <Button
            look='primary'
            busy={doing === 'repair'}
            disabledReason={doing === 'restore' ? 'Wait until the backup is in its place.' : undefined}
            onPress={() => void run('repair', null)}
          >
            Repair the data
          </Button>
        </div>
      </section>
      <section className='pc-part' aria-labelledby='repair-backup'>
        <h2 id='repair-backup'>Or put a backup in their place</h2>
        <p>What was sent since comes back from the cloud; what was not is taken along as far as it can be read.</p>
        <BackupGrid backups={backups} clock={clock} onChoose={setChosen} />
        <div className='pc-acts'>
          <Button
            busy={doing === 'restore'}
            disabledReason={whyNot(backup, doing)}
            onPress={() => void run('restore', chosen ?? null)}
          >
            Restore this backup
          </Button>
        </div>
      </section>
    </main>
  );
}

function whyNot(backup: RepairFacts['backups'][number] | undefined, doing: string | undefined): string | undefined {
  if (doing === 'repair') return 'Wait until the data are repaired.';
  if (backup === undefined) return 'Choose a backup in the list first.';
  return backup.note === null ? 'This backup cannot be read.' : undefined;
}
