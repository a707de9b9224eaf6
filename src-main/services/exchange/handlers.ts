// Which service answers which request about estimates of other programs.

import { failed, ok } from '../../../src-shared/base/result.ts';
import { type exchangeRequests, maxImportBytes } from '../../../src-shared/ipc/exchange-requests.ts';
import type { Handlers } from '../../../src-shared/ipc/requests.ts';
import { allowed, type Desk } from '../desk.ts';
import { applyImport } from './apply-import.ts';
import { exportBms, exportCsv, exportEms } from './exports.ts';
import { chooseEstimate, compareImport, readArrival } from './imports.ts';
import { chooseFolder, skipFound, stopWatching, takeFound } from './watched-folder.ts';

/** The handlers of import and export. */
export const exchangeHandlers = (desk: Desk): Pick<Handlers, keyof typeof exchangeRequests> => ({
  'import.choose': () => chooseEstimate(desk),
  'import.begin': ({ files }) => {
    const user = allowed(desk, 'create-workfiles');
    if (!user.ok) return user;
    const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
    const [first] = files;
    if (total > maxImportBytes)
      return failed({ kind: 'unreadable', file: first?.name ?? '', place: '', why: 'too-large' });
    return ok({ ticket: desk.imports.begin(files) });
  },
  'import.piece': ({ ticket, file, at, base64 }) =>
    desk.imports.add(ticket, file, at, base64) ? ok(null) : failed({ kind: 'not-found', what: 'import' }),
  'import.read': ({ ticket, key }) => readArrival(desk, ticket, key),
  'import.cancel': () => {
    desk.imports.stop();
    return ok(null);
  },
  'import.compare': ({ ticket, workfileId }) => compareImport(desk, ticket, workfileId),
  'import.apply': (input) => applyImport(desk, input),
  'export.ems': ({ workfileId, tables }) => exportEms(desk, workfileId, tables),
  'export.bms': ({ workfileId, ...choice }) => exportBms(desk, workfileId, choice),
  'export.csv': ({ workfileId }) => exportCsv(desk, workfileId),
  'watch.read': () => ok(desk.watch.state()),
  'watch.choose': () => chooseFolder(desk),
  'watch.stop': () => stopWatching(desk),
  'watch.take': ({ key }) => takeFound(desk, key),
  'watch.skip': ({ key }) => skipFound(desk, key),
});
