// What can be done with the version in front: lock it, or start the next one; and what waits for the cloud.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { CommandId } from '../../../src-shared/ipc/commands.ts';
import { Toolbar } from '../../../src-ui/actions/toolbar.tsx';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import type { IconName } from '../../../src-ui/icons/icon.tsx';
import { plainKeys, plainLabel, runCommand, useCommandBoard, whyNot } from '../../stores/command-board.ts';
import { usePending, useRefusedLock } from '../../stores/commands.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { refusalWords } from '../../words/command-words.ts';

const entries: readonly { readonly id: CommandId; readonly icon: IconName }[] = [
  { id: 'estimate.supplement', icon: 'add' },
  { id: 'estimate.lock', icon: 'lock' },
];

export function VersionToolbar({ workfileId }: { readonly workfileId: WorkfileId }) {
  const boards = useCommandBoard((board) => board.boards);
  const label = useSheet(workfileId, (sheet) => sheet.estimate.version.label);
  const lock = usePending(workfileId, 'lock-estimate');
  const start = usePending(workfileId, 'start-supplement');
  const refused = useRefusedLock(workfileId);
  return (
    <>
      <Toolbar
        label='Version commands'
        items={entries.map(({ id, icon }) => ({
          id,
          icon,
          title: id === 'estimate.lock' ? `Lock ${label}` : plainLabel(id),
          keys: plainKeys(id),
          disabledReason: whyNot(boards, id),
          run: () => runCommand(id),
        }))}
      />
      {refused !== undefined && (
        <MessageStrip
          tone='warn'
          what={refusalWords(refused)}
          safe='Nothing is lost; the estimate is open.'
          actions={[{ id: 'lock', title: `Lock ${label}`, run: () => runCommand('estimate.lock') }]}
        />
      )}
      {(lock ?? start) !== undefined && (
        <MessageStrip
          tone='info'
          what={[
            lock === undefined ? '' : `${label} is locked once the cloud has it.`,
            start === undefined ? '' : `${start.version} starts once the cloud has it.`,
          ]
            .join(' ')
            .trim()}
          safe={
            start === undefined
              ? 'You can start the supplement already, and write on.'
              : `What you write now belongs to ${start.version}. If the cloud refuses, it stays in the open version.`
          }
          actions={[{ id: 'show', title: 'Show what waits', run: () => runCommand('command.list') }]}
        />
      )}
    </>
  );
}
