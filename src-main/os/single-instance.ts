// One running app a data folder: a second start brings the first one forward and ends.

import { app, BrowserWindow } from 'electron';

/** Whether this is the first start on the user data folder. */
export function isFirstInstance(): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', comeForward);
  return true;
}

function comeForward(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window?.isMinimized()) window.restore();
  window?.show();
  window?.focus();
}
