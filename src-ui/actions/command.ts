// What a person can do: one shape for toolbars, menus and the palette.
import type { IconName } from '../icons/icon.tsx';

export type Command = {
  readonly id: string;
  readonly title: string;
  /** Shown beside the command, e.g. `Ctrl+N`; the key itself is bound elsewhere. */
  readonly keys?: string | undefined;
  readonly icon?: IconName | undefined;
  /** Why it cannot be done now; the command stays reachable and says so. */
  readonly disabledReason?: string | undefined;
  readonly danger?: boolean | undefined;
  /** For commands that are switches. */
  readonly checked?: boolean | undefined;
  readonly group?: string | undefined;
  /** A quiet second line: what was found in it, and where. */
  readonly detail?: string | undefined;
  /** For what was looked up by the typed letters already. */
  readonly isFound?: boolean | undefined;
  readonly run: () => void;
};

/** `Ctrl+Shift+N` as `aria-keyshortcuts` wants it. */
export function ariaKeys(keys: string | undefined): string | undefined {
  return keys?.replaceAll('Ctrl', 'Control');
}

/** Runs a command unless it is disabled. */
export function runCommand(command: Command): void {
  if (command.disabledReason === undefined) command.run();
}
