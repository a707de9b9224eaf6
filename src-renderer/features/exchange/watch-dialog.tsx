// The folder that is watched for new exports of other programs, and what was found there.

import type { Failure } from '../../../src-shared/base/failure.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { chooseWatch, skipFound, stopWatch, takeFound, useExchange } from '../../stores/exchange.ts';
import { closeOverlay, showOverlay, useShell } from '../../stores/shell.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import './exchange.css';

export function WatchDialog() {
  const isOpen = useShell(({ overlay }) => overlay === 'watch');
  const watch = useExchange((exchange) => exchange.watch);
  const toast = useToast();
  const tell = async (act: Promise<Failure | undefined>): Promise<void> => {
    const failure = await act;
    if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
  };
  if (!isOpen) return null;
  const { folder, readable, found } = watch;
  return (
    <Dialog
      open
      title='Watch a folder for estimates'
      action={{ title: folder === '' ? 'Choose a folder…' : 'Change…', run: () => void tell(chooseWatch()) }}
      extra={folder === '' ? [] : [{ title: 'Stop watching', run: () => void tell(stopWatch()) }]}
      closeTitle='Close'
      onClose={() => closeOverlay('watch')}
    >
      <p>
        {folder === ''
          ? 'No folder is watched. Choose the one that your estimating program exports to, and Shopfile tells you of each new estimate there.'
          : `Watching “${folder}”. New estimates are told of once they are whole; none is imported by itself.`}
      </p>
      {!readable && (
        <MessageStrip tone='warn' what='The folder cannot be read just now.' todo='Check that it is there.' />
      )}
      <FoundList found={found.map(({ key }) => key)} onSkip={(key) => void tell(skipFound(key))} />
    </Dialog>
  );
}

type FoundProps = { readonly found: readonly string[]; readonly onSkip: (key: string) => void };

function FoundList({ found, onSkip }: FoundProps) {
  if (found.length === 0) return null;
  return (
    <ul className='exchange-found'>
      {found.map((key) => (
        <li key={key}>
          <span>{key}</span>
          <Button onPress={() => void takeFound(key)}>Import…</Button>
          <Button look='quiet' onPress={() => onSkip(key)}>
            Not this one
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** New exports were found: said above the work, whatever is in front. */
export function FoundStrip() {
  const found = useExchange(({ watch }) => watch.found);
  const [first] = found;
  if (first === undefined) return null;
  const what =
    found.length === 1 ? `A new estimate was found: ${first.key}.` : `${found.length} new estimates were found.`;
  const importOne = { id: 'import', title: 'Import…', run: () => void takeFound(first.key) };
  const showAll = { id: 'show', title: 'Show them', run: () => showOverlay('watch') };
  return <MessageStrip tone='info' what={what} actions={[found.length === 1 ? importOne : showAll]} />;
}
