// What the workfile waits for: a lock or a number that only the cloud gives.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { usePending } from '../../stores/commands.ts';
import { showOverlay } from '../../stores/shell.ts';
import { pendingWords } from '../../words/command-words.ts';

export function PendingMarks({ workfileId }: { readonly workfileId: WorkfileId }) {
  const pending = [
    usePending(workfileId, 'convert-to-ro'),
    usePending(workfileId, 'lock-estimate'),
    usePending(workfileId, 'start-supplement'),
  ];
  return pending.map(
    (command) =>
      command !== undefined && (
        <button
          key={command.id}
          type='button'
          className='workfile-stage workfile-pending'
          title='Show what waits, and cancel it'
          onClick={() => showOverlay('commands')}
        >
          {pendingWords(command)}
        </button>
      ),
  );
}
