// What support needs to know of this PC, shown in full before it is saved.
import { useState } from 'react';
import { Button } from '../../../src-ui/actions/button.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { readDiagnostics, saveDiagnostics } from '../../stores/pc/this-pc.ts';
import { wordBriefly } from '../../words/failure-words.ts';

export function DiagnosticsSection() {
  const [text, setText] = useState<string>();
  const [busy, setBusy] = useState(false);
  const toast = useToast();
  const show = async (): Promise<void> => {
    setBusy(true);
    const reply = await readDiagnostics();
    setBusy(false);
    if (reply.ok) setText(reply.value);
    else toast({ text: wordBriefly(reply.failure), tone: 'error' });
  };
  const save = async (): Promise<void> => {
    if (text === undefined) return;
    const reply = await saveDiagnostics(text);
    if (!reply.ok) toast({ text: wordBriefly(reply.failure), tone: 'error' });
    else if (reply.value !== null) toast({ text: `Wrote the diagnostics to ${reply.value}`, tone: 'ok' });
  };
  return (
    <section className='pc-part' aria-labelledby='pc-diagnostics'>
      <h2 id='pc-diagnostics'>Diagnostics</h2>
      <p>
        Versions, sizes, sync and the log of this PC, for support. Names, phones, e-mails, VINs and claim numbers are
        not in it; read it before you save it.
      </p>
      {text !== undefined && <textarea className='pc-diagnostics' aria-label='Diagnostics' readOnly value={text} />}
      <div className='pc-acts'>
        <Button busy={busy} onPress={() => void show()}>
          {text === undefined ? 'Show diagnostics' : 'Read anew'}
        </Button>
        <Button
          icon='save'
          disabledReason={text === undefined ? 'Show the diagnostics and read them first.' : undefined}
          onPress={() => void save()}
        >
          Save as file…
        </Button>
      </div>
    </section>
  );
}
