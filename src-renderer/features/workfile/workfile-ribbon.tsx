// The commands that every section has, at the end of the row of sections.
import type { CommandId } from '../../../src-shared/ipc/commands.ts';
import { Toolbar } from '../../../src-ui/actions/toolbar.tsx';
import type { IconName } from '../../../src-ui/icons/icon.tsx';
import { plainKeys, plainLabel, runCommand, useCommandBoard, whyNot } from '../../stores/command-board.ts';

const entries: readonly { readonly id: CommandId; readonly icon: IconName }[] = [
  { id: 'workfile.save', icon: 'save' },
  { id: 'edit.undo', icon: 'undo' },
  { id: 'edit.redo', icon: 'redo' },
  { id: 'workfile.print', icon: 'print' },
];

export function WorkfileRibbon() {
  const boards = useCommandBoard((board) => board.boards);
  return (
    <Toolbar
      label='Workfile commands'
      isSlim
      items={entries.map(({ id, icon }) => ({
        id,
        icon,
        title: plainLabel(id),
        keys: plainKeys(id),
        disabledReason: whyNot(boards, id),
        run: () => runCommand(id),
      }))}
    />
  );
}
