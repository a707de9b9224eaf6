// The choices beside the pages, and what happens on Print and on Save as PDF.
import { useEffect, useMemo, useState } from 'react';
import { assertNever } from '../../../src-shared/base/failure.ts';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Paper } from '../../../src-shared/domain/print/paper.ts';
import { maxCopies, type PhotoWish, type PrintChoices } from '../../../src-shared/ipc/print-requests.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { ChoiceField } from '../../../src-ui/fields/choice-field.tsx';
import { NumberField } from '../../../src-ui/fields/number-field.tsx';
import { useClock } from '../../stores/clock.ts';
import { noteTextOfWish, photosOfWish, placeOfWish, stopPrint, wishForPrint } from '../../stores/print.ts';
import { closeOverlay } from '../../stores/shell.ts';
import { wordFailure } from '../../words/failure-words.ts';
import { jobWords, paperWords, wordMaking, wordPictures } from '../../words/print-words.ts';
import { PageList } from './page-list.tsx';
import { PhotoOptions } from './photo-options.tsx';
import { type Preview, usePrintPreview } from './use-print-preview.ts';
import { usePrinting } from './use-printing.ts';

export type PrintFormProps = {
  readonly workfileId: WorkfileId;
  readonly choices: PrintChoices;
  readonly toFile: boolean;
};

const close = (): void => closeOverlay('print', 'pdf');
const papers = (Object.keys(paperWords) as Paper[]).map((value) => ({ value, label: paperWords[value] }));
const shownJobs = 4;

export function PrintForm({ workfileId, choices, toFile }: PrintFormProps) {
  const { documents, printers, jobs } = choices;
  const [chosen, setChosen] = useState(() => placeOfWish(choices));
  useEffect(() => () => wishForPrint(undefined), []);
  const [paper, setPaper] = useState<Paper>(choices.paper);
  const [printer, setPrinter] = useState('');
  const [copies, setCopies] = useState(1);
  const { kind = 'estimate', version = 'E01' } = documents[chosen] ?? {};
  const [selected] = useState(photosOfWish);
  const [noteText] = useState(noteTextOfWish);
  // One photo is always selected where one stands; several were selected to be printed.
  const [photos, setPhotos] = useState<PhotoWish>({ size: 4, photoIds: selected.length > 1 ? selected : [] });
  const wish = useMemo(
    () => ({
      workfileId,
      kind,
      version,
      paper,
      ...(kind === 'photos' && { photos }),
      ...(kind === 'notes' && { noteText }),
    }),
    [workfileId, kind, version, paper, photos, noteText],
  );
  const preview = usePrintPreview(wish);
  const printing = usePrinting({ preview, printer, copies, done: close });
  const notReady = preview.kind === 'ready' ? undefined : 'The pages are not laid out yet.';
  const print = {
    title: 'Print',
    run: printing.toPaper,
    disabledReason: notReady ?? (printers.length === 0 ? 'No printer is set up on this PC.' : undefined),
    busy: printing.busy !== undefined,
  };
  const save = { title: 'Save as PDF…', run: printing.toFile, disabledReason: notReady, busy: print.busy };
  const [action, other] = toFile ? [save, print] : [print, save];
  return (
    <Dialog
      open
      wide
      title={toFile ? 'Save as PDF' : 'Print'}
      action={action}
      extra={[other]}
      closeTitle='Close'
      onClose={close}
    >
      <div className='print'>
        <div className='print-choices'>
          <ChoiceField
            label='Document'
            value={String(chosen)}
            choices={documents.map(({ title }, i) => ({ value: String(i), label: title }))}
            hint={billHint(documents)}
            onCommit={(value) => {
              const why = documents[Number(value)]?.why ?? '';
              if (why !== '') return `Not yet: ${why}`;
              setChosen(Number(value));
              return undefined;
            }}
          />
          {kind === 'photos' && <PhotoOptions wish={photos} selected={selected} onWish={setPhotos} />}
          {kind === 'notes' && noteText !== '' && <p>{`Only notes with “${noteText}”, as the list shows them.`}</p>}
          <ChoiceField
            label='Paper'
            value={paper}
            choices={papers}
            onCommit={taking((value) => setPaper(value as Paper))}
          />
          <ChoiceField
            label='Printer'
            value={printer}
            disabledReason={printers.length === 0 ? 'No printer is set up on this PC.' : undefined}
            choices={[
              { value: '', label: 'Default printer' },
              ...printers.map(({ name, title }) => ({ value: name, label: title })),
            ]}
            onCommit={taking(setPrinter)}
          />
          <NumberField
            label='Copies'
            value={copies}
            min={1}
            max={maxCopies}
            onCommit={taking((value: number | undefined) => setCopies(value ?? 1))}
          />
          <Jobs jobs={jobs} />
        </div>
        <div className='print-view'>
          <Troubles printing={printing} />
          <PreviewView preview={preview} paper={paper} />
        </div>
      </div>
    </Dialog>
  );
}

/** A choice here is taken as it is. */
function taking<T>(take: (value: T) => void): (value: T) => undefined {
  return (value) => {
    take(value);
    return undefined;
  };
}

const billHint = (documents: PrintChoices['documents']): string | undefined => {
  const closed = documents.find(({ why }) => why !== '');
  return closed && `${closed.title}: ${closed.why}`;
};

function Jobs({ jobs }: { readonly jobs: PrintChoices['jobs'] }) {
  const clock = useClock();
  if (jobs.length === 0) return null;
  return (
    <div className='print-jobs'>
      <h3>Printed before on this PC</h3>
      <ul>
        {jobs.slice(0, shownJobs).map((job) => (
          <li key={`${job.at} ${job.to}`}>{jobWords(job, clock)}</li>
        ))}
      </ul>
    </div>
  );
}

function Troubles({ printing: { busy, failure, forget } }: { readonly printing: ReturnType<typeof usePrinting> }) {
  return (
    <>
      {busy !== undefined && (
        <div className='print-progress' role='status'>
          <span>{busy}</span>
          <Button onPress={() => void stopPrint()}>Stop</Button>
        </div>
      )}
      {failure !== undefined && <MessageStrip tone='error' {...wordFailure(failure)} onDismiss={forget} />}
    </>
  );
}

function PreviewView({ preview, paper }: { readonly preview: Preview; readonly paper: Paper }) {
  switch (preview.kind) {
    case 'making':
      return (
        <div className='print-making' role='status'>
          <p>{wordMaking(preview)}</p>
          <progress aria-label='Making the preview' value={preview.done} max={Math.max(preview.of, 1)} />
        </div>
      );
    case 'failed':
      return <MessageStrip tone='error' {...wordFailure(preview.failure)} />;
    case 'ready':
      return (
        <>
          <Remark words={wordPictures(preview.pictures)} />
          <PageList pages={preview.pages} paper={paper} pictures={preview.pictures.urls} />
        </>
      );
    default:
      return assertNever(preview);
  }
}

const Remark = ({ words }: { readonly words: string }) => words !== '' && <MessageStrip tone='info' what={words} />;
