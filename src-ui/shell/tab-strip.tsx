// Tabs of open documents, or of the sections of one: arrows go along, Delete closes.
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { Icon } from '../icons/icon.tsx';
import './shell.css';

export type Tab = {
  readonly id: string;
  readonly title: string;
  /** Has something that waits for a Save. */
  readonly dirty?: boolean | undefined;
  /** A count beside the title, and what it counts. */
  readonly badge?: string | undefined;
  readonly badgeTip?: string | undefined;
  readonly closable?: boolean | undefined;
  readonly tip?: string | undefined;
};

export type TabStripProps = {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly active: string;
  readonly onSelect: (id: string) => void;
  readonly onClose?: (id: string) => void;
  readonly look?: 'document' | 'section';
};

export function TabStrip({ label, tabs, active, onSelect, onClose, look = 'document' }: TabStripProps) {
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    strip.current?.querySelector(`[id="${tabId(active)}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active]);

  const press = (event: KeyboardEvent): void => {
    const at = tabs.findIndex((tab) => tab.id === active);
    const here = tabs[at];
    if (event.key === 'Delete' && here?.closable) onClose?.(here.id);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    onSelect(next.id);
    strip.current?.querySelector<HTMLElement>(`[id="${tabId(next.id)}"]`)?.focus();
  };

  return (
    <div ref={strip} className={`ui-tabs ui-tabs-${look}`} role='tablist' aria-label={label} onKeyDown={press}>
      {tabs.map((tab) => (
        <TabView
          key={tab.id}
          tab={tab}
          isActive={tab.id === active}
          onSelect={() => onSelect(tab.id)}
          onClose={tab.closable && onClose ? () => onClose(tab.id) : undefined}
        />
      ))}
    </div>
  );
}

/** What belongs to a tab. */
export function TabPanel({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className='ui-tab-panel' role='tabpanel' aria-labelledby={tabId(id)}>
      {children}
    </div>
  );
}

type TabViewProps = {
  readonly tab: Tab;
  readonly isActive: boolean;
  readonly onSelect: () => void;
  readonly onClose: (() => void) | undefined;
};

function TabView({ tab, isActive, onSelect, onClose }: TabViewProps) {
  return (
    <div className={isActive ? 'ui-tab ui-tab-active' : 'ui-tab'} role='presentation'>
      <button
        type='button'
        role='tab'
        id={tabId(tab.id)}
        className='ui-tab-button'
        aria-selected={isActive}
        aria-keyshortcuts={onClose ? 'Delete' : undefined}
        tabIndex={isActive ? 0 : -1}
        aria-description={tab.badgeTip}
        title={tab.badgeTip ?? tab.tip ?? tab.title}
        onClick={onSelect}
        onAuxClick={(event) => {
          if (event.button === 1) onClose?.();
        }}
      >
        <span className='ui-tab-title'>{tab.title}</span>
        {tab.badge && (
          <span className='ui-tab-badge' aria-hidden={tab.badgeTip === undefined ? undefined : true}>
            {tab.badge}
          </span>
        )}
        {tab.dirty && <span className='ui-tab-dirty' role='img' aria-label='not saved yet' />}
      </button>
      {onClose && (
        <button
          type='button'
          className='ui-tab-close'
          tabIndex={-1}
          aria-hidden='true'
          title={`Close ${tab.title}`}
          onClick={onClose}
        >
          <Icon name='close' size={12} />
        </button>
      )}
    </div>
  );
}

const tabId = (id: string): string => `ui-tab-${id}`;
