// Keeps every page where it is: no other address, no second window, no web view, no download.

import { app, type Session, type WebContents } from 'electron';
import { isOwnPage } from './app-origin.ts';
import type { Log } from './log.ts';

type Move = { readonly url: string; preventDefault(): void };

/** Guards all contents there will ever be, whoever makes them. */
export function refuseNavigation(session: Session, log: Log): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, log));
  session.on('will-download', (event) => event.preventDefault());
}

function guard(contents: WebContents, log: Log): void {
  const stay = (move: Move): void => {
    if (isOwnPage(move.url)) return;
    move.preventDefault();
    log('navigation.refused');
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
