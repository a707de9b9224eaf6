// The commands of the window itself, there from the first drawing on, signed in or not.
import { useEffect } from 'react';
import { type Offers, offerCommands } from '../../stores/command-board.ts';
import { changeSettings, useSettings } from '../../stores/settings.ts';
import { fullScreen, showOverlay, zoom } from '../../stores/shell.ts';

export function useWindowCommands(): void {
  useEffect(() => offerCommands(offers), []);
}

const offers: Offers = {
  'palette.open': { run: () => showOverlay('palette') },
  'view.compact': { run: toggleDensity },
  'view.theme': { run: toggleTheme },
  'view.zoom-in': { run: () => zoom('in') },
  'view.zoom-out': { run: () => zoom('out') },
  'view.zoom-reset': { run: () => zoom('reset') },
  'view.full-screen': { run: fullScreen },
  'pane.next': { run: () => pressF6(false) },
  'pane.previous': { run: () => pressF6(true) },
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
