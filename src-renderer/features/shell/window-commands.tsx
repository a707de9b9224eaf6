// What a window can do whatever it shows: its commands, their keys and the palette.
import { Palette } from './palette.tsx';
import { useCommandKeys } from './use-command-keys.ts';
import { useWindowCommands } from './use-window-commands.ts';

export function WindowCommands() {
  useWindowCommands();
  useCommandKeys();
  return <Palette />;
}
