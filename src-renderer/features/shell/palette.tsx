// Everything by typing a few letters of it: commands, workfiles by any of their fields, lines by their part, libraries.
import { useCallback, useEffect, useRef, useState } from 'react';
import { type CommandId, commandIds, commands, tabCommands } from '../../../src-shared/ipc/commands.ts';
import type { FoundLine, FoundWorkfile } from '../../../src-shared/ipc/list-shapes.ts';
import type { Command } from '../../../src-ui/actions/command.ts';
import { CommandPalette } from '../../../src-ui/actions/command-palette.tsx';
import { type Offers, plainKeys, plainLabel, runCommand, useCommandBoard, whyNot } from '../../stores/command-board.ts';
import { isListed, visitListed } from '../../stores/library/opened.ts';
import { type FoundEntry, type FoundEverywhere, findEverywhere, nothingFound } from '../../stores/search.ts';
import { closeOverlay, showTab, useShell } from '../../stores/shell.ts';
import { cellPlace } from '../../stores/workfile/places.ts';
import { goToPlace } from '../../stores/workfile/visits.ts';
import { useWorkfileList } from '../../stores/workfile-list.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { searchedWords, wordFound, wordFoundLine, wordMatches } from '../../words/list/search-words.ts';
import { stageWords } from '../../words/workfile-words.ts';

export function Palette() {
  const overlay = useShell((shell) => shell.overlay);
  if (overlay === 'palette') return <OpenPalette key='palette' />;
  return overlay === 'search' ? <OpenSearch key='search' /> : null;
}

/** The commands, and what is found besides. */
function OpenPalette() {
  const boards = useCommandBoard((board) => board.boards);
  const { found, find } = useFound();
  useReturnFocus();
  const all = [...foundCommands(found), ...commandIds.filter(isShown).map((id) => paletteCommand(boards, id))];
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

/** What is found, without the commands. */
function OpenSearch() {
  const { found, find, isBehind } = useFound();
  useReturnFocus();
  return (
    <CommandPalette
      open
      title='Search everywhere'
      commands={foundCommands(found)}
      placeholder={searchedWords}
      nothing={(text) => nothingWords(text, isBehind, found)}
      note={noteWords(found)}
      onQuery={(text) => void find(text)}
      onClose={() => closeOverlay('search')}
    />
  );
}

function nothingWords(text: string, isBehind: boolean, { failure }: FoundEverywhere): string {
  if (text.trim() === '') return 'Three signs of anything you remember are enough; the last six of a VIN will do.';
  if (isBehind) return 'Searching…';
  return failure === undefined ? `Nothing has “${text}” in it.` : `Not searched. ${wordBriefly(failure)}`;
}

function noteWords({ more, failure }: FoundEverywhere): string {
  if (failure !== undefined) return 'The workfiles could not be searched: what stands here is not all there is.';
  return `Searched on this PC. Part numbers are known of workfiles that were opened here.${more ? ' There is more: type further.' : ''}`;
}

/** Only the answer to the last text is drawn; it is asked for anew when the workfiles on this PC are others. */
function useFound() {
  const [state, setState] = useState<{ readonly found: FoundEverywhere; readonly isBehind: boolean }>({
    found: nothingFound,
    isBehind: false,
  });
  const asked = useRef(0);
  const typed = useRef('');
  const find = useCallback(async (text: string): Promise<void> => {
    typed.current = text;
    asked.current += 1;
    const mine = asked.current;
    setState(({ found }) => ({ found, isBehind: true }));
    const found = await findEverywhere(text);
    if (asked.current === mine) setState({ found, isBehind: false });
  }, []);
  useEffect(
    () =>
      useWorkfileList.subscribe((list, before) => {
        if (list.asked !== before.asked) void find(typed.current);
      }),
    [find],
  );
  return { ...state, find };
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

const isShown = (id: CommandId): boolean =>
  id !== 'palette.open' && id !== 'workfile.find' && !tabCommands.includes(id);

const paletteCommand = (boards: readonly Offers[], id: CommandId): Command => ({
  id,
  title: plainLabel(id),
  keys: plainKeys(id),
  group: commands[id].menu,
  disabledReason: whyNot(boards, id),
  run: () => runCommand(id),
});

const foundCommands = ({ workfiles, lines, entries }: FoundEverywhere): readonly Command[] => [
  ...workfiles.map(workfileCommand),
  ...lines.map(lineCommand),
  ...entries.map(entryCommand),
];

const workfileCommand = (found: FoundWorkfile): Command => ({
  id: found.id,
  title: wordFound(found),
  detail: wordMatches(found.matches),
  group: stageWords[found.stage],
  isFound: true,
  icon: 'file',
  run: () => showTab(found.id),
});

const lineCommand = (found: FoundLine): Command => ({
  id: found.lineId,
  title: wordFoundLine(found),
  detail: `Part of ${[found.label, found.owner].filter((part) => part !== '').join(' · ')}`,
  group: 'Line',
  isFound: true,
  icon: 'list',
  run: () => {
    showTab(found.id);
    goToPlace(found.id, cellPlace(found.lineId, 'partNumber'));
  },
});

const entryCommand = ({ library, id, title, detail }: FoundEntry): Command => ({
  id: `${library}/${id}`,
  title,
  detail,
  group: library === 'customer' ? 'Customer' : 'Library',
  isFound: true,
  icon: library === 'customer' ? 'person' : 'wrench',
  run: () => (isListed(library) ? visitListed(library, id) : showTab(library)),
});
