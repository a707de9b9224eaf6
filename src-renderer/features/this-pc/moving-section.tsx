// How this PC's work gets to another one.
import { Button } from '../../../src-ui/actions/button.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { useSync } from '../../stores/sync.ts';
import { exportUnsent } from '../../stores/sync-centre.ts';
import { wordCounts } from '../../words/centre-words.ts';
import { wordBriefly } from '../../words/failure-words.ts';

export function MovingSection() {
  const waiting = useSync(({ state }) => state?.waiting ?? 0);
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
        {waiting === 0
          ? 'Everything is in the cloud: install Shopfile on the other PC and sign in. It fetches all of it.'
          : `${waiting} edits wait here. Let them be sent first, or take them along in a file: export them here, sign in on the other PC, and import them there under Tools, Sync and conflicts.`}
      </p>
      <div className='pc-acts'>
        <Button icon='save' onPress={() => void write()}>
          Export unsent work…
        </Button>
      </div>
    </section>
  );
}
