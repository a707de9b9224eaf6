// Whether this PC can write: if not, what is typed stays in this window, and is kept by the backend once it can again.

import { create } from 'zustand';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Result } from '../../../src-shared/base/result.ts';
import { isLibraryKind } from '../../../src-shared/domain/library/library.ts';
import type { DiskTrouble } from '../../../src-shared/ipc/pc-shapes.ts';
import { ask } from '../../api/bridge.ts';
import { wordTyped } from '../../words/pc/typed-words.ts';
import { placeWords } from '../../words/place-words.ts';
import { keepLibraryDraftsAgain, libraryDrafts } from '../library/fields.ts';
import { libraryRecord } from '../library/library.ts';
import { readyValue } from '../loading.ts';
import { sheetTitle } from '../tab-titles.ts';
import { keepDraftsAgain, typedTexts } from '../workfile/drafts.ts';
import { namePlace } from '../workfile/name-place.ts';
import { drawingGroup, placeOf } from '../workfile/places.ts';
import { useWorkfiles } from '../workfile/workfiles.ts';

type Disk = {
  readonly trouble: DiskTrouble | null;
  /** How often it could be written again after it could not. */
  readonly mendings: number;
};

export const useDisk = create<Disk>()(() => ({ trouble: null, mendings: 0 }));

export async function loadDisk(): Promise<void> {
  const reply = await ask('disk.read', {});
  if (reply.ok) hearDisk(reply.value);
}

/** What was typed meanwhile is kept as soon as that can be. */
export function hearDisk(trouble: DiskTrouble | null): void {
  const { trouble: before, mendings } = useDisk.getState();
  const isMended = before !== null && trouble === null;
  useDisk.setState({ trouble, mendings: isMended ? mendings + 1 : mendings });
  if (!isMended) return;
  for (const workfileId of openIds()) keepDraftsAgain(workfileId);
  keepLibraryDraftsAgain();
}

/** Everything typed in this window and not saved, in words; empty where there is nothing. */
export function allTyped(): string {
  const { open } = useWorkfiles.getState();
  const each = openIds().map((workfileId) => {
    const sheet = open[workfileId] && readyValue(open[workfileId].sheet);
    // Strokes are no words.
    const typed = Object.entries(typedTexts(workfileId)).filter(([place]) => placeOf(place).group !== drawingGroup);
    if (sheet === undefined || typed.length === 0) return '';
    return [
      sheetTitle(sheet),
      ...typed.map(([place, text]) => `  ${namePlace(sheet, place)}:${wordTyped(text)}`),
      '',
    ].join('\n');
  });
  return [...each, typedInLibraries()].filter((text) => text !== '').join('\n');
}

function typedInLibraries(): string {
  const typed = libraryDrafts().map(
    ({ place, text }) => `  ${placeWords({ contacts: [], lines: [] }, place)}${whoseIn(place)}:${wordTyped(text)}`,
  );
  return typed.length === 0 ? '' : ['Customers and Configure', ...typed, ''].join('\n');
}

/** Whose field it is: of a library many records have the same. */
function whoseIn(place: string): string {
  const { kind, id } = placeOf(place);
  const record = isLibraryKind(kind) ? libraryRecord(kind, id) : undefined;
  if (record === undefined || !('name' in record)) return '';
  const name = Object.values<unknown>(record.name).filter((part) => typeof part === 'string' && part !== '');
  return name.length === 0 ? '' : ` (${name.join(' ')})`;
}

/** Writes it to a file of the person's choice; answers the file's name, or null where none was chosen. */
export const exportTyped = (text: string): Promise<Result<string | null>> => ask('typed.export', { text });

const openIds = (): readonly WorkfileId[] => Object.keys(useWorkfiles.getState().open) as WorkfileId[];
