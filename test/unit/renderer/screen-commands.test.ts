/** Every screen has a command, so that the menus and Ctrl+K lead to it. */
import { expect, test } from 'vitest';
import type { Place } from '../../../src-renderer/stores/shell.ts';
import type { Section } from '../../../src-renderer/stores/workfile/workfiles.ts';
import type { Library } from '../../../src-shared/domain/library/library.ts';
import { type CommandId, commandIds, commands } from '../../../src-shared/ipc/commands.ts';

const sectionCommand: { readonly [S in Section]: `workfile.${S}` & CommandId } = {
  overview: 'workfile.overview',
  contacts: 'workfile.contacts',
  vehicle: 'workfile.vehicle',
  insurance: 'workfile.insurance',
  rates: 'workfile.rates',
  estimate: 'workfile.estimate',
  versions: 'workfile.versions',
  photos: 'workfile.photos',
  notes: 'workfile.notes',
  plan: 'workfile.plan',
  receipts: 'workfile.receipts',
  history: 'workfile.history',
};
const placeCommand: Readonly<Record<Place, CommandId>> = {
  home: 'home.show',
  list: 'list.show',
  sync: 'sync.centre',
  configure: 'configure.show',
  journal: 'journal.show',
  'change-log': 'change-log.show',
  pc: 'pc.show',
};
const libraryCommand: { readonly [L in Library]: `library.${L}` & CommandId } = {
  profile: 'library.profile',
  insurer: 'library.insurer',
  employee: 'library.employee',
  customer: 'library.customer',
  canned: 'library.canned',
  'part-code': 'library.part-code',
  'dms-connection': 'library.dms-connection',
};

test('every place, library and section of a workfile has a command of its own', () => {
  const all: readonly CommandId[] = [sectionCommand, placeCommand, libraryCommand].flatMap((map) => Object.values(map));
  expect(new Set(all).size).toBe(all.length);
  expect(all.filter((id) => !commandIds.includes(id))).toEqual([]);
  expect(commands['change-log.show'].label.replace('&', '')).toBe('Change log');
});
