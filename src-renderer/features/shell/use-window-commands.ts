// The commands that make sense in every screen.
import { useEffect } from 'react';
import type { Failure } from '../../../src-shared/base/failure.ts';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { type Offers, offerCommands } from '../../stores/command-board.ts';
import { signOut, useDenied } from '../../stores/session.ts';
import { changeSettings, useSettings } from '../../stores/settings.ts';
import {
  closeTab,
  fullScreen,
  newWorkfile,
  showOverlay,
  showTab,
  stepTab,
  useShell,
  zoom,
} from '../../stores/shell.ts';
import { setOffline, syncNow, useSync } from '../../stores/sync.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { afterCommit } from './commit-focused.ts';

export function useWindowCommands(): void {
  const toast = useToast();
  const cannotCreate = useDenied('create-workfiles');
  useEffect(() => {
    const tell = async (act: Promise<Failure | undefined>): Promise<void> => {
      const failure = await act;
      if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
    };
    return offerCommands({
      ...steady,
      'workfile.new': { run: () => afterCommit(() => void tell(newWorkfile())), disabledReason: cannotCreate },
      'session.sign-out': { run: () => void tell(signOut()) },
      'sync.now': { run: () => void tell(syncNow()) },
      'sync.offline': { run: () => void tell(setOffline(!(useSync.getState().state?.offlineByChoice ?? false))) },
    });
  }, [toast, cannotCreate]);

  const hasTab = useShell(({ active }) => active !== 'list');
  useEffect(
    () =>
      hasTab
        ? offerCommands({ 'tab.close': { run: () => afterCommit(() => closeTab(useShell.getState().active)) } })
        : undefined,
    [hasTab],
  );
}

const steady: Offers = {
  'workfile.find': { run: () => showOverlay('palette') },
  'palette.open': { run: () => showOverlay('palette') },
  'view.compact': { run: toggleDensity },
  'view.theme': { run: toggleTheme },
  'view.zoom-in': { run: () => zoom('in') },
  'view.zoom-out': { run: () => zoom('out') },
  'view.zoom-reset': { run: () => zoom('reset') },
  'view.full-screen': { run: fullScreen },
  'pane.next': { run: () => pressF6(false) },
  'pane.previous': { run: () => pressF6(true) },
  'tab.next': { run: () => afterCommit(() => stepTab(1)) },
  'tab.previous': { run: () => afterCommit(() => stepTab(-1)) },
  'sync.kept': { run: () => afterCommit(() => showTab('kept')) },
  'help.keys': { run: () => showOverlay('keys') },
  'help.about': { run: () => showOverlay('about') },
};

function toggleDensity(): void {
  const { density } = useSettings.getState().settings;
  void changeSettings({ density: density === 'compact' ? 'comfortable' : 'compact' });
}

function toggleTheme(): void {
  void changeSettings({ theme: document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark' });
}

/** The pane ring listens to its key; a menu choice presses it. */
function pressF6(shiftKey: boolean): void {
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F6', shiftKey, cancelable: true }));
}
