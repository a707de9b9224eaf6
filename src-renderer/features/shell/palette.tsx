// Everything by typing a few letters of it: commands, and workfiles by number, owner, plate, VIN or claim.
import { useEffect, useRef, useState } from 'react';
import { type CommandId, commandIds, commands, tabCommands } from '../../../src-shared/ipc/commands.ts';
import type { WorkfileHead } from '../../../src-shared/ipc/shapes.ts';
import type { Command } from '../../../src-ui/actions/command.ts';
import { CommandPalette } from '../../../src-ui/actions/command-palette.tsx';
import { type Offers, plainKeys, plainLabel, runCommand, useCommandBoard, whyNot } from '../../stores/command-board.ts';
import { closeOverlay, showTab, useShell } from '../../stores/shell.ts';
import { findWorkfiles } from '../../stores/workfile-list.ts';

export function Palette() {
  const open = useShell(({ overlay }) => overlay === 'palette');
  return open ? <OpenPalette /> : null;
}

function OpenPalette() {
  const boards = useCommandBoard((board) => board.boards);
  const [found, setFound] = useState<readonly WorkfileHead[]>([]);
  const asked = useRef(0);
  useReturnFocus();

  const find = async (text: string): Promise<void> => {
    asked.current += 1;
    const mine = asked.current;
    const heads = text.trim() === '' ? [] : await findWorkfiles(text);
    if (asked.current === mine) setFound(heads);
  };

  const all = [...found.map(workfileCommand), ...commandIds.filter(isListed).map((id) => paletteCommand(boards, id))];
  return (
    <CommandPalette
      open
      commands={all}
      placeholder='Type a command, RO number, owner, plate, VIN or claim'
      onQuery={(text) => void find(text)}
      onClose={() => closeOverlay('palette')}
    />
  );
}

/** Gives the focus back to where it was, unless the command moved it. */
function useReturnFocus(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        if (opener instanceof HTMLElement && document.activeElement === document.body) opener.focus();
      });
    },
    [opener],
  );
}

const isListed = (id: CommandId): boolean =>
  id !== 'palette.open' && id !== 'workfile.find' && !tabCommands.includes(id);

const paletteCommand = (boards: readonly Offers[], id: CommandId): Command => ({
  id,
  title: plainLabel(id),
  keys: plainKeys(id),
  group: commands[id].menu,
  disabledReason: whyNot(boards, id),
  run: () => runCommand(id),
});

const workfileCommand = (head: WorkfileHead): Command => ({
  id: head.id,
  title: [head.label, head.owner, head.vehicle, head.vin.slice(-8), head.plate, head.claim]
    .filter((part) => part !== '')
    .join(' · '),
  group: 'Workfile',
  isFound: true,
  icon: 'file',
  run: () => showTab(head.id),
});
