// What a page may ask of the system: nothing, but to put text of its own on the clipboard.

import type { Session } from 'electron';
import { isOwn } from './app-origin.ts';

const isGranted = (permission: string, origin: string): boolean =>
  permission === 'clipboard-sanitized-write' && isOwn(origin);

export function denyPermissions(session: Session): void {
  // Both handlers are needed: a request that was granted once is only checked from then on.
  session.setPermissionRequestHandler(null);
  session.setPermissionCheckHandler(null);
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(isGranted(permission, details.requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => isGranted(permission, origin));
  session.setDevicePermissionHandler(() => false);
  // Without a handler every request for the screen is refused.
  session.setDisplayMediaRequestHandler(null);
}
