// Which service answers which request.

import { ok, type Result } from '../../src-shared/base/result.ts';
import type { Handlers } from '../../src-shared/ipc/requests.ts';
import { centreHandlers } from './centre-handlers.ts';
import { changeGroup } from './changes.ts';
import { commandHandlers } from './commands/handlers.ts';
import { addContact, removeContact } from './contacts.ts';
import { customerHandlers } from './customers/handlers.ts';
import type { Desk } from './desk.ts';
import { dmsHandlers } from './dms/handlers.ts';
import { dropDraft, keepDraft } from './drafts.ts';
import { documentHandlers } from './evidence/documents.ts';
import { historyHandlers } from './evidence/history.ts';
import { noteHandlers } from './evidence/notes.ts';
import {
  addPhoto,
  beginPhoto,
  fetchPhoto,
  movePhotos,
  photoStates,
  removePhotos,
  takePiece,
} from './evidence/photos.ts';
import { exchangeHandlers } from './exchange/handlers.ts';
import { configureHandlers } from './library/configure-handlers.ts';
import { libraryHandlers } from './library/handlers.ts';
import { lifeHandlers } from './life/bin.ts';
import { addLines, changeLines, moveLines, removeLines } from './lines.ts';
import { listHandlers } from './lists/handlers.ts';
import { pcHandlers } from './pc/pc-handlers.ts';
import { planHandlers } from './plan/handlers.ts';
import { listPresence, showPresence } from './presence.ts';
import { printHandlers } from './print/prints.ts';
import { receiptHandlers } from './receipts/receipts.ts';
import { readSettings, writeSettings } from './settings.ts';
import { redo, undo } from './undo.ts';
import { versionHandlers } from './versions.ts';
import { createWorkfile, openWorkfile, saveWorkfile } from './workfiles.ts';

/** One handler a request, over one desk. */
export const createHandlers = (desk: Desk): Handlers => ({
  'session.state': () => ok(desk.sync.session()),
  'session.sign-in': ({ email, password }) => desk.sync.signIn(email, password),
  'session.sign-out': async () => ok(await desk.sync.signOut()),

  'workfile.create': () => createWorkfile(desk),
  'workfile.open': ({ workfileId }) => openWorkfile(desk, workfileId),
  'workfile.change': ({ workfileId: id, ...change }) => changeGroup(desk, 'workfile', { id, ...change }),
  'workfile.save': ({ workfileId }) => saveWorkfile(desk, workfileId),
  'workfile.undo': ({ workfileId }) => under(undo(desk, workfileId), (undone) => ({ undone })),
  'workfile.redo': ({ workfileId }) => under(redo(desk, workfileId), (redone) => ({ redone })),

  'contact.add': ({ workfileId, role }) => addContact(desk, workfileId, role),
  'contact.change': ({ contactId: id, ...change }) => changeGroup(desk, 'contact', { id, ...change }),
  'contact.remove': ({ contactId }) => removeContact(desk, contactId),
  'vehicle.change': ({ vehicleId: id, ...change }) => changeGroup(desk, 'vehicle', { id, ...change }),
  'vehicle.models': ({ make }) => desk.vin.models(make),
  'vehicle.decode': ({ vin }) => desk.vin.decode(vin),
  'insurance.change': ({ insuranceId: id, ...change }) => changeGroup(desk, 'insurance', { id, ...change }),
  'rates.change': ({ ratesId: id, ...change }) => changeGroup(desk, 'rates', { id, ...change }),
  'estimate.change': ({ estimateId: id, ...change }) => changeGroup(desk, 'estimate', { id, ...change }),

  'line.add': (addition) => addLines(desk, addition),
  'line.change': ({ lineId: id, ...change }) => changeGroup(desk, 'line', { id, ...change }),
  'line.change-many': (changes) => changeLines(desk, changes),
  'line.move': (move) => moveLines(desk, move),
  'line.remove': ({ lineIds }) => removeLines(desk, lineIds),

  'photo.begin': ({ workfileId, bytes }) => beginPhoto(desk, workfileId, bytes),
  'photo.piece': (piece) => takePiece(desk, piece),
  'photo.add': (taken) => addPhoto(desk, taken),
  'photo.change': ({ photoId: id, ...change }) => changeGroup(desk, 'photo', { id, ...change }),
  'photo.move': (move) => movePhotos(desk, move),
  'photo.remove': ({ photoIds }) => removePhotos(desk, photoIds),
  'photo.states': ({ workfileId }) => photoStates(desk, workfileId),
  'photo.fetch': ({ sha256 }) => fetchPhoto(desk, sha256),

  'draft.keep': (typed) => keepDraft(desk, typed),
  'draft.drop': (place) => dropDraft(desk, place),

  'sync.state': () => ok(desk.sync.state()),
  'sync.now': () => {
    desk.sync.now();
    return ok(null);
  },
  'sync.set-offline': ({ offline }) => {
    desk.sync.setOffline(offline);
    return ok(null);
  },

  'presence.show': ({ open }) => showPresence(desk, open),
  'presence.list': () => listPresence(desk),

  ...handlersBySubject(desk),

  'settings.read': () => readSettings(desk),
  'settings.write': (settings) => writeSettings(desk, settings),
});

const handlersBySubject = (desk: Desk) => ({
  ...listHandlers(desk),
  ...lifeHandlers(desk),
  ...libraryHandlers(desk),
  ...configureHandlers(desk),
  ...customerHandlers(desk),
  ...centreHandlers(desk),
  ...commandHandlers(desk),
  ...versionHandlers(desk),
  ...noteHandlers(desk),
  ...documentHandlers(desk),
  ...historyHandlers(desk),
  ...planHandlers(desk),
  ...dmsHandlers(desk),
  ...printHandlers(desk),
  ...exchangeHandlers(desk),
  ...receiptHandlers(desk),
  ...pcHandlers(desk),
});

const under = <T, U>(result: Result<T>, wrap: (value: T) => U): Result<U> =>
  result.ok ? ok(wrap(result.value)) : result;
