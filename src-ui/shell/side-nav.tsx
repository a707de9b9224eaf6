// The places of the product, at the left edge: one tab stop, arrows go up and down.
import type { KeyboardEvent } from 'react';
import { Icon, type IconName } from '../icons/icon.tsx';
import './shell.css';

export type NavItem = {
  readonly id: string;
  readonly title: string;
  readonly icon?: IconName | undefined;
  readonly badge?: string | undefined;
  readonly badgeTone?: 'plain' | 'warn' | 'danger' | undefined;
};

export type SideNavProps = {
  readonly label: string;
  readonly items: readonly NavItem[];
  readonly active: string;
  readonly onSelect: (id: string) => void;
};

export function SideNav({ label, items, active, onSelect }: SideNavProps) {
  const stop = items.some((item) => item.id === active) ? active : items[0]?.id;
  return (
    <ul className='ui-nav' aria-label={label} onKeyDown={goAlong}>
      {items.map((item) => (
        <li key={item.id}>
          <button
            type='button'
            className='ui-nav-item'
            title={item.title}
            aria-current={item.id === active ? 'page' : undefined}
            tabIndex={item.id === stop ? 0 : -1}
            onClick={() => onSelect(item.id)}
          >
            {item.icon && <Icon name={item.icon} />}
            <span className='ui-nav-title'>{item.title}</span>
            {item.badge && <span className={`ui-nav-badge ui-tone-${item.badgeTone ?? 'plain'}`}>{item.badge}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}

function goAlong(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (to === undefined || at < 0) return;
  event.preventDefault();
  buttons[(to + buttons.length) % buttons.length]?.focus();
}
