// Whether the data on this PC are what was written, and the check that says so.
import { Button } from '../../../src-ui/actions/button.tsx';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { ShapeMark } from '../../../src-ui/shell/shape-mark.tsx';
import { useClock } from '../../stores/clock.ts';
import { checkNow, useThisPc } from '../../stores/pc/this-pc.ts';
import { wordFailure } from '../../words/failure-words.ts';
import { wordHealth, wordWork } from '../../words/pc/pc-words.ts';

export function HealthSection() {
  const { health, working, failure } = useThisPc((pc) => pc.upkeep);
  const now = useClock((clock) => clock.now);
  const { shape, tone, text } = wordHealth(health, now);
  const isChecking = working?.task === 'check';
  return (
    <section className='pc-part' aria-labelledby='pc-health'>
      <h2 id='pc-health'>Data</h2>
      <p className={`pc-state ui-tone-${tone}`} aria-live='polite'>
        <ShapeMark shape={shape} />
        <span>{isChecking ? wordWork(working) : text}</span>
      </p>
      {failure !== null && working === null && <MessageStrip tone='error' {...wordFailure(failure)} />}
      <div className='pc-acts'>
        <Button busy={isChecking} disabledReason={busyReason(working, 'check')} onPress={() => void checkNow()}>
          Check now
        </Button>
      </div>
    </section>
  );
}

/** One thing is done with the data at a time. */
export const busyReason = (
  working: { readonly task: 'backup' | 'check' } | null,
  task: 'backup' | 'check',
): string | undefined =>
  working === null || working.task === task
    ? undefined
    : `Wait until ${working.task === 'backup' ? 'the backup is made' : 'the check has ended'}.`;
