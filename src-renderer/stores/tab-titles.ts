// What the tabs of open workfiles are called, and which of them has something that waits for a Save.

import { useShallow } from 'zustand/react/shallow';
import { isLibraryKind, libraryNames } from '../../src-shared/domain/library/library.ts';
import { contactLabel } from '../../src-shared/domain/people/contact.ts';
import { workfileLabel } from '../../src-shared/domain/workfile/workfile.ts';
import type { WorkfileSheet } from '../../src-shared/ipc/shapes.ts';
import { readyValue } from './loading.ts';
import { isWorkfileTab, type Place, type TabId, useShell } from './shell.ts';
import { type OpenWorkfile, useWorkfiles } from './workfile/workfiles.ts';

export type TabTitle = { readonly id: TabId; readonly title: string; readonly unsaved: boolean };

export function useTabTitles(): readonly TabTitle[] {
  const tabs = useShell((shell) => shell.tabs);
  const titles = useWorkfiles(useShallow(({ open }) => tabs.map((tab) => titleOf(tab, open[tab]))));
  const unsaved = useWorkfiles(useShallow(({ open }) => tabs.map((tab) => isUnsaved(open[tab]))));
  return tabs.map((id, at) => ({ id, title: titles[at] ?? '', unsaved: unsaved[at] ?? false }));
}

/** `48213 Turpin, Sharon`. */
export function sheetTitle({ workfile, contacts }: WorkfileSheet): string {
  const owner = contacts.find((contact) => contact.parent.role === 'owner');
  return `${workfileLabel(workfile.id, workfile.number.ro)} ${owner === undefined ? '' : contactLabel(owner.name)}`.trim();
}

function titleOf(tab: TabId, workfile: OpenWorkfile | undefined): string {
  if (isLibraryKind(tab)) return libraryNames[tab];
  if (!isWorkfileTab(tab)) return placeNames[tab];
  const sheet = workfile && readyValue(workfile.sheet);
  return sheet === undefined ? workfileLabel(tab, '') : sheetTitle(sheet);
}

const placeNames: Readonly<Record<Place, string>> = {
  home: 'Home',
  list: 'Workfiles',
  sync: 'Sync',
  configure: 'Configure',
  journal: 'Journal files',
  'change-log': 'Change log',
  pc: 'This PC',
};

const isUnsaved = (workfile: OpenWorkfile | undefined): boolean =>
  workfile?.sheet.kind === 'ready' && workfile.sheet.value.unsavedSince > 0;
