// One slim row of commands: one tab stop, arrows go along it.
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import './actions.css';
import { Button } from './button.tsx';
import { type Command, runCommand } from './command.ts';

export type ToolbarProps = {
  readonly label: string;
  /** Where there is little room its words are hidden: each command is told by a tooltip then. */
  readonly isSlim?: boolean;
  readonly items: readonly (Command | 'separator')[];
  /** Stands at the far end, e.g. a search field. */
  readonly children?: ReactNode;
};

export function Toolbar({ label, isSlim = false, items, children }: ToolbarProps) {
  const commands = items.filter((item) => item !== 'separator');
  const [current, setCurrent] = useState<string>();
  const stop = commands.some((command) => command.id === current) ? current : commands[0]?.id;

  return (
    <div className='ui-toolbar'>
      <div
        className='ui-toolbar-items'
        role='toolbar'
        aria-label={label}
        onKeyDown={goAlong}
        onFocus={(event) => setCurrent(event.target.closest<HTMLElement>('[data-command]')?.dataset.command)}
      >
        {groups(items).map((group) => (
          <div key={group[0]?.id} className='ui-toolbar-group' role='presentation'>
            {group.map((command) => (
              <span key={command.id} data-command={command.id} role='presentation'>
                <Button
                  look={command.danger ? 'danger' : 'quiet'}
                  icon={command.icon}
                  keys={command.keys}
                  disabledReason={command.disabledReason}
                  tip={isSlim ? [command.title, command.keys].join(' ').trim() : undefined}
                  pressed={command.checked}
                  tabIndex={command.id === stop ? 0 : -1}
                  onPress={() => runCommand(command)}
                >
                  {command.title}
                </Button>
              </span>
            ))}
          </div>
        ))}
      </div>
      {children && <div className='ui-toolbar-end'>{children}</div>}
    </div>
  );
}

function groups(items: ToolbarProps['items']): readonly (readonly Command[])[] {
  const found: Command[][] = [[]];
  for (const item of items) {
    if (item === 'separator') found.push([]);
    else found.at(-1)?.push(item);
  }
  return found.filter((group) => group.length > 0);
}

function goAlong(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (to === undefined || at < 0) return;
  event.preventDefault();
  buttons[(to + buttons.length) % buttons.length]?.focus();
}
