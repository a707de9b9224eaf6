// The parts of a window: a row on top, navigation at the side, the work, the status bar.
import type { ReactNode } from 'react';
import { Pane } from './panes.tsx';
import './shell.css';

export type AppShellProps = {
  readonly top?: ReactNode;
  readonly nav?: ReactNode;
  readonly children: ReactNode;
  readonly status?: ReactNode;
};

export function AppShell({ top, nav, children, status }: AppShellProps) {
  return (
    <div className='ui-shell'>
      {top && (
        <Pane label='Commands' order={1} as='header' className='ui-shell-top'>
          {top}
        </Pane>
      )}
      {nav && (
        <Pane label='Navigation' order={2} as='nav' className='ui-shell-nav'>
          {nav}
        </Pane>
      )}
      <Pane label='Work area' order={3} as='main' className='ui-shell-main'>
        {children}
      </Pane>
      {status && (
        <Pane label='Status bar' order={90} as='footer' className='ui-shell-status'>
          {status}
        </Pane>
      )}
    </div>
  );
}
