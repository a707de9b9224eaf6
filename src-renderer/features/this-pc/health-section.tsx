// Whether the data on this PC are what was written, and the check that says so.
import { useState } from 'react';
import type { UpkeepTask } from '../../../src-shared/ipc/pc-shapes.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { ShapeMark } from '../../../src-ui/shell/shape-mark.tsx';
import { useClock } from '../../stores/clock.ts';
import { checkNow, repair, useThisPc } from '../../stores/pc/this-pc.ts';
import { useDenied } from '../../stores/session.ts';
import { wordBriefly, wordFailure } from '../../words/failure-words.ts';
import { wordHealth, wordWork } from '../../words/pc/pc-words.ts';

export function HealthSection() {
  const { health, working, failure } = useThisPc((pc) => pc.upkeep);
  const clock = useClock();
  const { shape, tone, text } = wordHealth(health, clock);
  const isChecking = working?.task === 'check';
  const isHere = isChecking || working?.task === 'repair';
  return (
    <section className='pc-part' aria-labelledby='pc-health'>
      <h2 id='pc-health'>Data</h2>
      <p className={`pc-state ui-tone-${tone}`} aria-live='polite'>
        <ShapeMark shape={shape} />
        <span>{isHere ? wordWork(working) : text}</span>
      </p>
      {failure !== null && working === null && <MessageStrip tone='error' {...wordFailure(failure)} />}
      <div className='pc-acts'>
        <Button busy={isChecking} disabledReason={busyReason(working, 'check')} onPress={() => void checkNow()}>
          Check now
        </Button>
        {health !== null && health.faults.length > 0 && <RepairAct />}
      </div>
    </section>
  );
}

/** What is damaged comes back from backups, from what waits to be sent, and from the cloud. */
function RepairAct() {
  const denied = useDenied('restore-backups');
  const working = useThisPc((pc) => pc.upkeep.working);
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const run = async (): Promise<void> => {
    setBusy(true);
    const failure = await repair(null);
    setBusy(false);
    if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
  };
  const disabledReason = denied ?? busyReason(working, 'repair');
  return (
    <Button busy={busy} disabledReason={disabledReason} onPress={() => void run()}>
      Repair
    </Button>
  );
}

/** One thing is done with the data at a time. */
export const busyReason = (working: { readonly task: UpkeepTask } | null, task: UpkeepTask): string | undefined =>
  working === null || working.task === task ? undefined : `Wait until ${ends[working.task]}.`;

const ends = { backup: 'the backup is made', check: 'the check has ended', repair: 'the data are repaired' } as const;
