// The window: tabs on top, one screen in front, the status bar at the foot, and what lies over them.
import type { ReactNode } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { isLibraryKind, type Library } from '../../../src-shared/domain/library/library.ts';
import { AppShell } from '../../../src-ui/shell/app-shell.tsx';
import { isWorkfileTab, type TabId, useShell } from '../../stores/shell.ts';
import { BackendStrip } from './backend-strip.tsx';
import { DocumentTabs } from './document-tabs.tsx';
import { PlacesNav } from './places-nav.tsx';
import { useSessionCommands } from './use-session-commands.ts';
import { useWindowTitle } from './use-window-title.ts';
import './shell.css';

/** What the window is made of; the composition root fills it. */
export type WindowParts = {
  readonly home: ReactNode;
  readonly list: (inFront: boolean) => ReactNode;
  readonly workfile: (workfileId: WorkfileId) => ReactNode;
  readonly library: (library: Library) => ReactNode;
  readonly centre: ReactNode;
  readonly configure: ReactNode;
  readonly pc: ReactNode;
  readonly changeLog: ReactNode;
  readonly journal: ReactNode;
  readonly status: ReactNode;
  readonly strips: ReactNode;
  readonly overlays: ReactNode;
};

export function WindowFrame({ parts }: { readonly parts: WindowParts }) {
  const active = useShell((shell) => shell.active);
  useSessionCommands();
  useWindowTitle();
  return (
    <>
      <AppShell top={<DocumentTabs />} nav={<PlacesNav />} status={parts.status}>
        <div className='screens'>
          <BackendStrip />
          {parts.strips}
          <Screens active={active} parts={parts} />
        </div>
      </AppShell>
      {parts.overlays}
    </>
  );
}

function screenOf(tab: TabId, parts: WindowParts): ReactNode {
  if (tab === 'home') return parts.home;
  if (isLibraryKind(tab)) return parts.library(tab);
  if (isWorkfileTab(tab)) return parts.workfile(tab);
  if (tab === 'configure') return parts.configure;
  if (tab === 'change-log') return parts.changeLog;
  if (tab === 'journal') return parts.journal;
  return tab === 'pc' ? parts.pc : parts.centre;
}

/** A screen that comes to the front takes the focus that the one before it took along. */
function takeFocus(screen: HTMLElement | null): void {
  if (document.activeElement === document.body) screen?.focus();
}

/** The list stays alive behind the others, so that it is where one left it. */
function Screens({ active, parts }: { readonly active: TabId; readonly parts: WindowParts }) {
  return (
    <>
      <div className='screen' hidden={active !== 'list'}>
        {parts.list(active === 'list')}
      </div>
      {active !== 'list' && (
        <div className='screen' key={active} tabIndex={-1} ref={takeFocus}>
          {screenOf(active, parts)}
        </div>
      )}
    </>
  );
}
