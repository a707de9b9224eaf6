// What putting a backup in place would do, before it is done.
import { useEffect, useMemo, useState } from 'react';
import type { DecisionList, SyncQueue } from '../../../src-shared/ipc/centre-shapes.ts';
import type { RestorePreview } from '../../../src-shared/ipc/pc-shapes.ts';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { LoadingView } from '../../../src-ui/feedback/loading-view.tsx';
import { LongList } from '../../../src-ui/feedback/long-list.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { CheckField } from '../../../src-ui/fields/check-field.tsx';
import { useClock } from '../../stores/clock.ts';
import { readyValue } from '../../stores/loading.ts';
import { restore, useThisPc } from '../../stores/pc/this-pc.ts';
import { showOverlay, useShell } from '../../stores/shell.ts';
import { loadCentre, useCentre } from '../../stores/sync-centre.ts';
import { commandTitle } from '../../words/command-words.ts';
import { wordPlace, wordWhen, wordWorkfile } from '../../words/decision-words.ts';
import { wordBriefly, wordFailure } from '../../words/failure-words.ts';
import { wordNewer, wordUnsent } from '../../words/pc/pc-words.ts';

export function RestoreDialog() {
  const isOpen = useShell(({ overlay }) => overlay === 'restore');
  return isOpen ? <OpenRestore /> : null;
}

function OpenRestore() {
  const preview = useThisPc((pc) => pc.preview);
  const toast = useToast();
  const [carry, setCarry] = useState(true);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    void loadCentre('waiting');
    void loadCentre('decisions');
  }, []);
  const value = readyValue(preview);
  const run = async (): Promise<void> => {
    if (value === undefined) return;
    setBusy(true);
    const failure = await restore(value.backup.id, carry);
    if (failure === undefined) return;
    setBusy(false);
    toast({ text: wordBriefly(failure), tone: 'error' });
  };
  return (
    <Dialog
      open
      title='Restore a backup'
      action={{
        title: 'Restore this backup',
        danger: true,
        busy,
        disabledReason: value === undefined ? 'Wait until the backup was read.' : undefined,
        run: () => void run(),
      }}
      onClose={() => showOverlay('none')}
    >
      <LoadingView state={preview} describe={wordFailure}>
        {(ready) => <Preview preview={ready} carry={carry} onCarry={setCarry} />}
      </LoadingView>
    </Dialog>
  );
}

type PreviewProps = {
  readonly preview: RestorePreview;
  readonly carry: boolean;
  readonly onCarry: (carry: boolean) => void;
};

function Preview({ preview, carry, onCarry }: PreviewProps) {
  const { backup, named, unsent } = preview;
  const clock = useClock();
  const made = backup.note === null ? '' : wordWhen(backup.note.madeAt, clock);
  return (
    <div className='pc-restore'>
      <p>{`Backup of ${made} with ${backup.note?.workfiles.toLocaleString('en-US')} workfiles.`}</p>
      <p>{wordNewer(preview)}</p>
      {named.length > 0 && (
        <LongList
          label='Newer on this PC'
          className='pc-named'
          items={named}
          keyOf={({ label, changedAt }) => `${label} ${changedAt}`}
        >
          {({ label, owner, changedAt, isMissing }) =>
            `${label} ${owner}, ${isMissing ? 'not in this backup' : `changed ${wordWhen(changedAt, clock)}`}`
          }
        </LongList>
      )}
      <p>{wordUnsent(preview)}</p>
      {Object.values(unsent).some((count) => count > 0) && (
        <>
          <UnsentList />
          <CheckField
            label='Take it along'
            value={carry}
            onCommit={async (next) => {
              onCarry(next);
              return undefined;
            }}
          />
          {!carry && <p>It stays in the data that are put aside, and nobody else has it.</p>}
        </>
      )}
      <p>
        The present data are put aside on this PC, never deleted. Shopfile starts anew on the backup; to the cloud this
        PC is a new device from then on.
      </p>
    </div>
  );
}

/** By name: commands, refused edits, and edits that wait. */
function UnsentList() {
  const queue = useCentre(({ waiting }) => readyValue(waiting));
  const due = useCentre(({ decisions }) => readyValue(decisions));
  const items = useMemo(() => unsentItems(queue, due), [queue, due]);
  if (items.length === 0) return null;
  return (
    <LongList label='Not in the cloud' className='pc-named' items={items} keyOf={({ key }) => key}>
      {({ words }) => words}
    </LongList>
  );
}

type Item = { readonly key: string; readonly words: string };

function unsentItems(queue: SyncQueue | undefined, due: DecisionList | undefined): readonly Item[] {
  const refused = due?.decisions.filter(({ what }) => what === 'refused') ?? [];
  return [
    ...(queue?.commands ?? []).map((command) => ({
      key: command.id,
      words: `${command.workfileLabel}: ${commandTitle(command)}, ${command.by}`,
    })),
    ...refused.map(({ id, place, mine }) => ({
      key: id,
      words: `${wordWorkfile(place)}: ${wordPlace(place)}, ${mine.by}, refused by the cloud`,
    })),
    ...(queue?.edits ?? []).map(({ edit, place, author }) => ({
      key: edit,
      words: `${wordWorkfile(place)}: ${wordPlace(place)}, ${author}`,
    })),
  ];
}
