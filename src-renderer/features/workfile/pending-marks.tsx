// What the workfile waits for: a lock or a number that only the cloud gives; and a lock that the cloud refused.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { usePending, useRefusedLock } from '../../stores/commands.ts';
import { showOverlay } from '../../stores/shell.ts';
import { pendingWords, refusalWords } from '../../words/command-words.ts';

export function PendingMarks({ workfileId }: { readonly workfileId: WorkfileId }) {
  const refused = useRefusedLock(workfileId);
  const pending = [
    usePending(workfileId, 'convert-to-ro'),
    usePending(workfileId, 'lock-estimate'),
    usePending(workfileId, 'start-supplement'),
    usePending(workfileId, 'move-workfile'),
  ].filter((command) => command !== undefined);
  return (
    <>
      {refused !== undefined && <Mark look='refused' title={refusalWords(refused)} words='Lock not done' />}
      {pending.map((command) => (
        <Mark key={command.id} look='pending' title='Show what waits, and cancel it' words={pendingWords(command)} />
      ))}
    </>
  );
}

type MarkProps = { readonly look: 'pending' | 'refused'; readonly title: string; readonly words: string };
const Mark = ({ look, title, words }: MarkProps) => (
  <button
    type='button'
    className={`workfile-stage workfile-mark workfile-${look}`}
    title={title}
    onClick={() => showOverlay('commands')}
  >
    {words}
  </button>
);
