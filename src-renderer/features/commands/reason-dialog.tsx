// Asks why an opportunity is cancelled or a workfile reopened: whoever reads the workfile later wants to know.
import { useState } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Move } from '../../../src-shared/domain/workfile/life.ts';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { useClock } from '../../stores/clock.ts';
import { moveWorkfile } from '../../stores/commands.ts';
import { closeOverlay, say, showOverlay, useActiveWorkfile, useShell } from '../../stores/shell.ts';
import { useSync } from '../../stores/sync.ts';
import { dropReason, keepReason, keptReason } from '../../stores/workfile/reason-draft.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { moveWords } from '../../words/command-words.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { whenOf } from '../../words/time-words.ts';
import { whenSent } from './when-sent.ts';

type Asking = Exclude<Move, 'close'>;

export function ReasonDialog() {
  const move = useShell(({ overlay }) => (overlay === 'cancel' || overlay === 'reopen' ? overlay : undefined));
  const workfileId = useActiveWorkfile();
  return move !== undefined && workfileId !== undefined ? (
    <OpenReasonDialog workfileId={workfileId} move={move} />
  ) : null;
}

function OpenReasonDialog({ workfileId, move }: { readonly workfileId: WorkfileId; readonly move: Asking }) {
  const phase = useSync(({ state }) => state?.phase);
  const about = { workfileId, kind: 'workfile', id: workfileId, act: move } as const;
  const [reason, setReason] = useState(() => keptReason(about));
  const [busy, setBusy] = useState(false);
  const toast = useToast();
  const { title, asked, what, sent } = words[move];
  const put = (text: string): undefined => {
    setReason(text);
    keepReason(about, text);
  };
  const leave = (): void => {
    dropReason(about);
    showOverlay('none');
  };
  const run = async (): Promise<void> => {
    setBusy(true);
    const failure = await moveWorkfile(workfileId, move, reason.trim());
    setBusy(false);
    if (failure !== undefined) {
      toast({ text: wordBriefly(failure), tone: 'error' });
      return;
    }
    dropReason(about);
    closeOverlay(move);
    say(asked);
  };
  const disabledReason = reason.trim() === '' ? 'say why first.' : undefined;
  return (
    <Dialog open title={title} action={{ title, run: () => void run(), busy, disabledReason }} onClose={leave}>
      <p>{what}</p>
      <LastMove workfileId={workfileId} />
      <TextField
        label='Reason'
        maxLength={200}
        autoFocus
        value={reason}
        onDraft={(text) => text !== undefined && put(text)}
        onCommit={put}
      />
      <p>{whenSent(phase, sent)}</p>
    </Dialog>
  );
}

/** When it was closed or cancelled, by whom and why, for whoever reopens it. */
function LastMove({ workfileId }: { readonly workfileId: WorkfileId }) {
  const moved = useSheet(workfileId, (sheet) => sheet.workfile.moved);
  const stage = useSheet(workfileId, (sheet) => sheet.workfile.stage.stage);
  const clock = useClock();
  if (moved === undefined || (stage !== 'closed' && stage !== 'cancelled')) return null;
  const why = moved.reason === '' ? '' : `: ${moved.reason}`;
  return <p>{`It was ${stage} ${whenOf(moved.at, clock)} by ${moved.by}${why}`}</p>;
}

const words: Readonly<Record<Asking, { readonly [W in 'title' | 'asked' | 'what' | 'sent']: string }>> = {
  cancel: {
    title: moveWords.cancel.title,
    asked: 'Asked to cancel the opportunity: it is cancelled once the cloud says so',
    what: 'The car will not be repaired here. Everything stays readable, and the opportunity can be reopened.',
    sent: 'Cancelling',
  },
  reopen: {
    title: 'Reopen workfile',
    asked: 'Asked to reopen the workfile: it is open once the cloud says so',
    what: 'The workfile can be edited again. A locked estimate stays locked; what changes goes into a supplement.',
    sent: 'Reopening',
  },
};
