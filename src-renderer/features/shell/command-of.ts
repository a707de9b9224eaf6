// Which command a pressed key means.
import { type Command, type CommandId, commandIds, commands } from '../../../src-shared/ipc/commands.ts';

/** The command whose key was pressed: of those that share it, the one that can be used where one is. */
export function commandOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
  isUsable: (id: CommandId) => boolean = () => true,
): CommandId | undefined {
  const pressed = [
    event.ctrlKey || event.metaKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey && event.key.length > 1 ? 'Shift' : '',
    event.shiftKey && /^[a-z]$/i.test(event.key) ? 'Shift' : '',
    signOf(event.key),
  ];
  const key = pressed.filter((part) => part !== '').join('+');
  const named = commandIds.filter((id) => written(commands[id]).includes(key));
  return named.find(isUsable) ?? named[0];
}

const written = ({ key, also = [] }: Command): readonly string[] =>
  key === undefined ? also : [key.replace('CmdOrCtrl', 'Ctrl'), ...also];

function signOf(key: string): string {
  if (key === '+') return '=';
  if (key.startsWith('Arrow')) return key.slice('Arrow'.length);
  return key.length === 1 ? key.toUpperCase() : key;
}
