// Runs commands chosen in the menu bar, and those whose keys are pressed in the page.
// The menu only shows the keys; what a key means here depends on whether somebody types.
import { useEffect } from 'react';
import type { CommandId } from '../../../src-shared/ipc/commands.ts';
import { runCommand, useCommandBoard, whyNot } from '../../stores/command-board.ts';
import { commandOf } from './command-of.ts';

/** Keys that belong to text while somebody types: taking typing back is not taking an edit back. */
const textKeys: readonly CommandId[] = [
  'edit.undo',
  'edit.redo',
  'line.add',
  'receipt.new',
  'line.duplicate',
  'line.up',
  'line.down',
];

export function useCommandKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const id = commandOf(event, (one) => whyNot(useCommandBoard.getState().boards, one) === undefined);
      // F6 is the pane ring's own key.
      if (id === undefined || id === 'pane.next' || id === 'pane.previous') return;
      if (textKeys.includes(id) && isTyping(event.target)) return;
      event.preventDefault();
      runCommand(id);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  const isText = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isText && !target.readOnly && target.closest('[data-edited], [data-editing]') !== null;
}
