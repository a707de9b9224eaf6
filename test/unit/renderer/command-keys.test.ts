/** Keys pressed in the page name the same commands as the menu bar. */
import { expect, test } from 'vitest';
import { commandOf } from '../../../src-renderer/features/shell/command-of.ts';
import { type Command, commandIds, commands } from '../../../src-shared/ipc/commands.ts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'shiftKey' | 'altKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

/** What a keyboard sends for an accelerator. */
function eventOf(accelerator: string) {
  const parts = accelerator.replace('CmdOrCtrl', 'Ctrl').split('+');
  const key = parts.at(-1) ?? '';
  const held = { ctrlKey: parts.includes('Ctrl'), shiftKey: parts.includes('Shift'), altKey: parts.includes('Alt') };
  const arrows = ['Up', 'Down', 'Left', 'Right'].includes(key) ? `Arrow${key}` : key;
  return press(arrows.length === 1 && !held.shiftKey ? arrows.toLowerCase() : arrows, held);
}

const keyed = commandIds.filter((id) => (commands[id] as Command).key !== undefined);

test.each(keyed)('the keys of %s name it', (id) => {
  const { key = '', also = [] }: Command = commands[id];
  for (const one of [key, ...also]) expect(commandOf(eventOf(one), (named) => named === id)).toBe(id);
});

test('tabs are closed and the palette is opened with the keys of other programs too', () => {
  expect(commandOf(press('F4', { ctrlKey: true }))).toBe('tab.close');
  expect(commandOf(press('P', { ctrlKey: true, shiftKey: true }))).toBe('palette.open');
});

test('a key that two screens use names the command that can be used', () => {
  expect(commandOf(press('Insert'), (id) => id === 'line.add')).toBe('line.add');
  expect(commandOf(press('Insert'), () => false)).toBe('receipt.new');
});

test('plain letters name nothing', () => {
  expect(commandOf(press('s'))).toBeUndefined();
  expect(commandOf(press('S', { shiftKey: true }))).toBeUndefined();
});
