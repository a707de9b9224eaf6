// A button that opens a menu of commands.
import { Menu, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { Icon, type IconName } from '../icons/icon.tsx';
import './actions.css';
import type { Command } from './command.ts';
import { MenuItems, menuProps } from './menu-items.tsx';

export type CommandMenuProps = {
  readonly title: string;
  readonly icon?: IconName;
  readonly commands: readonly Command[];
};

export function CommandMenu({ title, icon, commands }: CommandMenuProps) {
  return (
    <Menu {...menuProps(commands)}>
      <MenuTrigger disableButtonEnhancement>
        <button type='button' className='ui-button ui-button-quiet'>
          {icon && <Icon name={icon} />}
          <span className='ui-button-words'>{title}</span>
          <Icon name='chevron-down' size={12} />
        </button>
      </MenuTrigger>
      <MenuPopover className='ui-layer'>
        <MenuItems commands={commands} />
      </MenuPopover>
    </Menu>
  );
}
