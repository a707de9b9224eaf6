// Which service answers which request about the libraries of the shop.

import type { libraryRequests } from '../../../src-shared/ipc/library-requests.ts';
import type { Handlers } from '../../../src-shared/ipc/requests.ts';
import { changeGroup } from '../changes.ts';
import type { Desk } from '../desk.ts';
import {
  addToLibrary,
  makeDefault,
  readLibrary,
  redoLibrary,
  removeFromLibrary,
  undoLibrary,
  updateRates,
} from './library.ts';
import { exportPartCodes, takeInPartCodes } from './part-codes.ts';

export const libraryHandlers = (desk: Desk): Pick<Handlers, keyof typeof libraryRequests> => ({
  'library.read': () => readLibrary(desk),
  'library.add': (addition) => addToLibrary(desk, addition),
  'library.remove': ({ library, ids }) => removeFromLibrary(desk, library, ids),
  'library.undo': ({ library }) => {
    const undone = undoLibrary(desk, library);
    return undone.ok ? { ok: true, value: { undone: undone.value } } : undone;
  },
  'library.redo': ({ library }) => {
    const redone = redoLibrary(desk, library);
    return redone.ok ? { ok: true, value: { redone: redone.value } } : redone;
  },
  'profile.change': ({ profileId: id, ...change }) => changeGroup(desk, 'profile', { id, ...change }),
  'profile.make-default': ({ profileId }) => makeDefault(desk, profileId),
  'canned.change': ({ cannedId: id, ...change }) => changeGroup(desk, 'canned', { id, ...change }),
  'part-code.change': ({ partCodeId: id, ...change }) => changeGroup(desk, 'part-code', { id, ...change }),
  'part-code.take-in': (table) => takeInPartCodes(desk, table),
  'part-code.export': () => exportPartCodes(desk),
  'rates.update': ({ ratesId, profileId }) => updateRates(desk, ratesId, profileId),
});
