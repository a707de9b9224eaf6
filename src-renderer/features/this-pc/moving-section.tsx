// How this PC's work gets to another one.
import type { SyncState } from '../../../src-shared/ipc/shapes.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { isAllSent, useSync } from '../../stores/sync.ts';
import { exportUnsent } from '../../stores/sync-centre.ts';
import { wordCounts } from '../../words/centre-words.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { waitingText, wordDecisions, wordSetAside } from '../../words/sync-words.ts';

export function MovingSection() {
  const state = useSync((sync) => sync.state);
  const toast = useToast();
  const write = async (): Promise<void> => {
    const reply = await exportUnsent();
    if (!reply.ok) toast({ text: wordBriefly(reply.failure), tone: 'error' });
    else if (reply.value !== null)
      toast({ text: `Wrote ${wordCounts(reply.value)} to ${reply.value.file}`, seconds: 10 });
  };
  return (
    <section className='pc-part' aria-labelledby='pc-moving'>
      <h2 id='pc-moving'>Move to another PC</h2>
      <p>
        {isAllSent(state)
          ? 'Everything is in the cloud: install Shopfile on the other PC and sign in. It fetches all of it.'
          : `${state === undefined ? 'Whether everything was sent is not known yet' : stillHere(state)}. Let it be sent first, or take the edits along in a file: export them here, sign in on the other PC, and import them there under Tools, Sync and conflicts. Photos go by being sent alone.`}
      </p>
      <div className='pc-acts'>
        <Button icon='save' onPress={() => void write()}>
          Export unsent work…
        </Button>
      </div>
    </section>
  );
}

/** What is on this PC alone: what waits, what needs a decision, what was set aside. */
const stillHere = (state: SyncState): string =>
  [waitingText(state), wordDecisions(state), wordSetAside(state)].filter((words) => words !== undefined).join('; ');
