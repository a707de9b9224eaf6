// How this PC stands with the cloud, in one line, and what can be done about it.
import type { Result } from '../../../src-shared/base/result.ts';
import type { ExportReport, ImportReport } from '../../../src-shared/ipc/centre-shapes.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { CheckField } from '../../../src-ui/fields/check-field.tsx';
import { ShapeMark } from '../../../src-ui/shell/shape-mark.tsx';
import { useClock } from '../../stores/clock.ts';
import { readyValue } from '../../stores/loading.ts';
import { useDenied } from '../../stores/session.ts';
import { setOffline, syncNow, useSync } from '../../stores/sync.ts';
import { exportUnsent, importUnsent, useCentre } from '../../stores/sync-centre.ts';
import { wordCounts, wordStanding } from '../../words/centre-words.ts';
import { wordBriefly, wordFailure } from '../../words/failure-words.ts';
import { wordHeld, wordSync } from '../../words/sync-words.ts';

export function CentreHeader() {
  const state = useSync((sync) => sync.state);
  const queue = useCentre(({ waiting }) => readyValue(waiting));
  const clock = useClock();
  if (state === undefined) return null;
  const { shape, tone } = wordSync(state, clock.timeZone);
  const held = wordHeld(state);
  return (
    <header className='centre-head'>
      <p className={`centre-state ui-tone-${tone}`} aria-live='polite'>
        <ShapeMark shape={shape} />
        <strong>{wordStanding(state, queue, clock)}</strong>
      </p>
      {state.progress !== null && (
        <progress aria-label='Exchanged' value={state.progress.done} max={state.progress.of} />
      )}
      {held !== undefined && <p>{held}.</p>}
      {state.reason !== null && <p>{wordFailure(state.reason).todo}</p>}
      <CentreActs offline={state.offlineByChoice} />
    </header>
  );
}

function CentreActs({ offline }: { readonly offline: boolean }) {
  const toast = useToast();
  const cannotImport = useDenied('create-workfiles');
  const tell = <T extends ExportReport | ImportReport>(
    reply: Result<T>,
    words: (report: NonNullable<T>) => string,
  ): void => {
    if (!reply.ok) toast({ text: wordBriefly(reply.failure), tone: 'error' });
    else if (reply.value !== null) toast({ text: words(reply.value), seconds: 10 });
  };
  const writeFile = async (): Promise<void> => tell(await exportUnsent(), wordExport);
  const readFile = async (): Promise<void> => tell(await importUnsent(), wordImport);
  return (
    <div className='centre-acts'>
      <Button
        icon='sync'
        keys='F5'
        disabledReason={offline ? 'Switch off “Work offline” first.' : undefined}
        onPress={() => void syncNow()}
      >
        Sync now
      </Button>
      <CheckField
        label='Work offline'
        value={offline}
        onCommit={async (next) => {
          const failure = await setOffline(next);
          return failure && wordBriefly(failure);
        }}
      />
      <Button look='quiet' icon='save' onPress={() => void writeFile()}>
        Export unsent work…
      </Button>
      <Button look='quiet' icon='file' disabledReason={cannotImport} onPress={() => void readFile()}>
        Import…
      </Button>
    </div>
  );
}

const wordExport = (report: NonNullable<ExportReport>): string => `Wrote ${wordCounts(report)} to ${report.file}`;

const wordImport = (report: NonNullable<ImportReport>): string => {
  const known = report.known === 0 ? '' : `; ${report.known} were here already`;
  return `Took ${wordCounts(report)} of ${report.from} from ${report.file}${known}`;
};
