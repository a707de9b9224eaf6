// Which command a pressed key means.
import { type Command, type CommandId, commandIds, commands } from '../../../src-shared/ipc/commands.ts';

/** The command whose key was pressed. */
export function commandOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
): CommandId | undefined {
  const pressed = [
    event.ctrlKey || event.metaKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey && event.key.length > 1 ? 'Shift' : '',
    event.shiftKey && /^[a-z]$/i.test(event.key) ? 'Shift' : '',
    named(event.key),
  ];
  const key = pressed.filter((part) => part !== '').join('+');
  return commandIds.find((id) => written(commands[id]).includes(key));
}

const written = ({ key, also = [] }: Command): readonly string[] =>
  key === undefined ? also : [key.replace('CmdOrCtrl', 'Ctrl'), ...also];

function named(key: string): string {
  if (key === '+') return '=';
  if (key.startsWith('Arrow')) return key.slice('Arrow'.length);
  return key.length === 1 ? key.toUpperCase() : key;
}
