// A menu at a place on the screen, for right clicks and the Menu key.
import { Menu, MenuPopover } from '@fluentui/react-components';
import './actions.css';
import type { Command } from './command.ts';
import { MenuItems, menuProps } from './menu-items.tsx';

export type ContextMenuProps = {
  /** Where it opens; undefined when closed. */
  readonly at: DOMRect | undefined;
  readonly commands: readonly Command[];
  readonly onClose: () => void;
};

export function ContextMenu({ at, commands, onClose }: ContextMenuProps) {
  if (at === undefined || commands.length === 0) return null;
  return (
    <Menu
      open
      {...menuProps(commands)}
      positioning={{ target: { getBoundingClientRect: () => at }, position: 'below', align: 'start' }}
      onOpenChange={(_event, data) => {
        if (!data.open) onClose();
      }}
    >
      <MenuPopover className='ui-layer'>
        <MenuItems commands={commands} />
      </MenuPopover>
    </Menu>
  );
}
