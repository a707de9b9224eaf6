// The DMS Activity of a workfile as the address of a window of its own.

import { isUuid, type WorkfileId } from '../../base/ids.ts';

const prefix = 'dms/';

/** The fragment of the page's address that shows it. */
export const dmsView = (workfileId: string): string => prefix + workfileId;

/** The workfile that a fragment shows it of, `#dms/…`; undefined for any other. */
export function dmsViewOf(hash: string): WorkfileId | undefined {
  const id = hash.startsWith(`#${prefix}`) ? hash.slice(prefix.length + 1) : '';
  return isUuid(id) ? (id as WorkfileId) : undefined;
}
