// Which commands can be used now: screens offer what they can do, menus, keys and the palette run it.

import { create } from 'zustand';
import { type Command, type CommandId, commandIds, commands } from '../../src-shared/ipc/commands.ts';
import { tellHost } from '../api/bridge.ts';
import { useSession } from './session.ts';
import { say } from './shell.ts';

export type Offer = { readonly run: () => void; readonly disabledReason?: string | undefined };
export type Offers = { readonly [Id in CommandId]?: Offer };

/** What each screen offers, the latest last; a later offer of a command hides an earlier one. */
export const useCommandBoard = create<{ readonly boards: readonly Offers[] }>()(() => ({ boards: [] }));

/** Offers commands until the answer is called. */
export function offerCommands(offers: Offers): () => void {
  useCommandBoard.setState(({ boards }) => ({ boards: [...boards, offers] }));
  tellMenu();
  return () => {
    useCommandBoard.setState(({ boards }) => ({ boards: boards.filter((board) => board !== offers) }));
    tellMenu();
  };
}

/** Why a command cannot be used now; undefined when it can. */
export function whyNot(boards: readonly Offers[], id: CommandId): string | undefined {
  const offer = offerOf(boards, id);
  return offer === undefined ? needWords[needOf(id)] : offer.disabledReason;
}

/** Runs a command, or says in the status bar why it cannot be used. */
export function runCommand(id: CommandId): void {
  const { boards } = useCommandBoard.getState();
  const reason = whyNot(boards, id);
  if (reason === undefined) offerOf(boards, id)?.run();
  else say(`${plainLabel(id)}: ${reason}`);
}

/** Runs a command once the screen that is only being drawn offers it, unless somebody went elsewhere meanwhile. */
export function runOnceOffered(id: CommandId, isThere: () => boolean): void {
  const isOffered = (boards: readonly Offers[]): boolean => offerOf(boards, id) !== undefined;
  const isWaiting = (boards: readonly Offers[]): boolean => isThere() && !isOffered(boards);
  const run = (): void => (isThere() ? runCommand(id) : undefined);
  if (!isWaiting(useCommandBoard.getState().boards)) {
    run();
    return;
  }
  const stop = useCommandBoard.subscribe(({ boards }) => {
    if (isWaiting(boards)) return;
    stop();
    run();
  });
}

/** A command's words without the mark of its access key. */
export const plainLabel = (id: CommandId): string => commands[id].label.replace('&', '').replace('…', '');

/** A command's key as people read it: `Ctrl+N`. */
export const plainKeys = (id: CommandId): string | undefined =>
  (commands[id] as Command).key
    ?.replace('CmdOrCtrl', 'Ctrl')
    .replace('Up', '↑')
    .replace('Down', '↓')
    .replace('Left', '←')
    .replace('Right', '→');

const offerOf = (boards: readonly Offers[], id: CommandId): Offer | undefined =>
  boards.findLast((board) => board[id] !== undefined)?.[id];

const needWords: Readonly<Record<Command['needs'], string>> = {
  nothing: 'not possible here.',
  session: 'sign in first.',
  workfile: 'open a workfile first.',
  estimate: 'go to the estimate of a workfile first.',
  receipts: 'go to the receipts of a workfile first.',
};

/** What is still needed: somebody signed in needs no session any more. */
function needOf(id: CommandId): Command['needs'] {
  const { session } = useSession.getState();
  const isIn = session.kind === 'ready' && session.value.kind === 'signed-in';
  const { needs } = commands[id];
  if (isIn) return needs === 'session' ? 'nothing' : needs;
  return needs === 'nothing' ? 'nothing' : 'session';
}

function tellMenu(): void {
  const { boards } = useCommandBoard.getState();
  tellHost('menu.enable', { commands: commandIds.filter((id) => whyNot(boards, id) === undefined) });
}
