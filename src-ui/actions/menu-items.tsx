// The entries of a menu, drawn from commands: groups, key hints, switches, reasons.
import { MenuDivider, MenuItem, MenuItemCheckbox, MenuList, type MenuProps } from '@fluentui/react-components';
import { Fragment } from 'react';
import { Icon } from '../icons/icon.tsx';
import { type Command, runCommand } from './command.ts';

export function MenuItems({ commands }: { readonly commands: readonly Command[] }) {
  return (
    <MenuList>
      {commands.map((command, index) => (
        <Fragment key={command.id}>
          {index > 0 && command.group !== commands[index - 1]?.group && <MenuDivider />}
          <Entry command={command} />
        </Fragment>
      ))}
    </MenuList>
  );
}

type SharedProps = Pick<MenuProps, 'hasIcons' | 'hasCheckmarks' | 'checkedValues' | 'onCheckedValueChange'>;

/** What the menu around the entries must know: icons, and which switches are on. */
export function menuProps(commands: readonly Command[]): SharedProps {
  const checked = commands.filter((command) => command.checked).map((command) => command.id);
  return {
    hasIcons: commands.some((command) => command.icon),
    hasCheckmarks: commands.some((command) => command.checked !== undefined),
    checkedValues: { checked },
    onCheckedValueChange: (_event, { checkedItems }) => {
      const changed = commands.find(
        (command) => command.checked !== undefined && command.checked !== checkedItems.includes(command.id),
      );
      if (changed) runCommand(changed);
    },
  };
}

function Entry({ command }: { readonly command: Command }) {
  const shared = { disabled: command.disabledReason !== undefined, secondaryContent: command.keys ?? null };
  const words = (
    <>
      {command.title}
      {command.disabledReason && <span className='ui-menu-reason'>{command.disabledReason}</span>}
    </>
  );
  if (command.checked !== undefined)
    return (
      <MenuItemCheckbox name='checked' value={command.id} checkmark={<Icon name='check' />} {...shared}>
        {words}
      </MenuItemCheckbox>
    );
  return (
    <MenuItem
      {...shared}
      className={command.danger ? 'ui-menu-danger' : ''}
      {...(command.icon ? { icon: <Icon name={command.icon} /> } : {})}
      onClick={() => runCommand(command)}
    >
      {words}
    </MenuItem>
  );
}
