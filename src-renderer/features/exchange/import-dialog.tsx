// Importing an estimate: being read, refused with its place, or shown with what it says and what it would change.
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { applyImport, chooseImport, closeImport, type ImportState, useExchange } from '../../stores/exchange.ts';
import { useShell } from '../../stores/shell.ts';
import { wordBriefly, wordFailure } from '../../words/failure-words.ts';
import { ImportOfferView } from './import-offer.tsx';
import './exchange.css';

export function ImportDialog() {
  const isOpen = useShell(({ overlay }) => overlay === 'import');
  const state = useExchange((exchange) => exchange.state);
  if (!isOpen || state.kind === 'none') return null;
  if (state.kind === 'offer') return <OfferDialog state={state} />;
  if (state.kind === 'failed') {
    return (
      <Dialog
        open
        title='Import estimate'
        action={{ title: 'Choose another file…', run: () => void chooseImport() }}
        onClose={closeImport}
      >
        <MessageStrip tone='error' {...wordFailure(state.failure)} />
      </Dialog>
    );
  }
  return (
    <Dialog open title='Import estimate' onClose={closeImport}>
      <p>Reading the estimate. Nothing is changed until you say so.</p>
      <progress className='exchange-progress' aria-label='Read' value={state.share} max={1} />
    </Dialog>
  );
}

type Offer = Extract<ImportState, { kind: 'offer' }>;

function OfferDialog({ state }: { readonly state: Offer }) {
  const toast = useToast();
  const run = async (): Promise<void> => {
    const failure = await applyImport();
    if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
    else
      toast({
        text: state.target === null ? `Imported ${state.offer.key} as a new workfile` : `Imported ${state.offer.key}`,
      });
  };
  const title = state.target === null ? 'Import as a new workfile' : 'Import into this workfile';
  return (
    <Dialog
      open
      wide
      title='Import estimate'
      action={{ title, run: () => void run(), busy: state.applying, disabledReason: whyNot(state) }}
      onClose={closeImport}
    >
      <ImportOfferView state={state} />
    </Dialog>
  );
}

function whyNot({ target, comparison }: Offer): string | undefined {
  if (target === null) return undefined;
  if (comparison.kind === 'failed') return 'It could not be compared.';
  if (comparison.kind !== 'ready') return 'It is being compared.';
  return comparison.value.locked
    ? `The estimate is locked: start supplement ${comparison.value.into} first.`
    : undefined;
}
