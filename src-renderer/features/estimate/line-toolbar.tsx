// The commands of the estimate in one slim row.
import type { CommandId } from '../../../src-shared/ipc/commands.ts';
import { Toolbar } from '../../../src-ui/actions/toolbar.tsx';
import type { IconName } from '../../../src-ui/icons/icon.tsx';
import { plainKeys, plainLabel, runCommand, useCommandBoard, whyNot } from '../../stores/command-board.ts';
import { useShell } from '../../stores/shell.ts';

export const lineCommands: readonly { readonly id: CommandId; readonly icon: IconName }[] = [
  { id: 'line.add', icon: 'add' },
  { id: 'line.duplicate', icon: 'copy' },
  { id: 'line.up', icon: 'sort-up' },
  { id: 'line.down', icon: 'sort-down' },
  { id: 'line.remove', icon: 'bin' },
  { id: 'line.properties', icon: 'list' },
];

export function LineToolbar({ problemCount }: { readonly problemCount: number }) {
  const boards = useCommandBoard((board) => board.boards);
  const side = useShell((shell) => shell.side);
  const items = lineCommands.map(({ id, icon }) => ({
    id,
    icon,
    title: shortWords[id] ?? plainLabel(id),
    keys: id === 'line.remove' ? 'Del' : plainKeys(id),
    disabledReason: whyNot(boards, id),
    run: () => runCommand(id),
  }));
  return (
    <Toolbar
      label='Estimate commands'
      items={[
        ...items,
        'separator',
        {
          id: 'view.totals',
          title: 'Totals',
          keys: plainKeys('view.totals'),
          icon: 'report',
          checked: side === 'totals',
          run: () => runCommand('view.totals'),
        },
        {
          id: 'estimate.problems',
          title: problemCount === 0 ? 'Check' : `Check (${problemCount})`,
          keys: plainKeys('estimate.problems'),
          icon: 'warning',
          checked: side === 'problems',
          run: () => runCommand('estimate.problems'),
        },
      ]}
    />
  );
}

const shortWords: { readonly [Id in CommandId]?: string } = {
  'line.duplicate': 'Duplicate',
  'line.up': 'Up',
  'line.down': 'Down',
  'line.remove': 'Delete',
  'line.properties': 'Properties',
};
