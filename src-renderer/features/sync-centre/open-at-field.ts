// Opens a workfile or a record of a library at the field that a decision is about.

import { isLibraryKind } from '../../../src-shared/domain/library/library.ts';
import type { EditPlace } from '../../../src-shared/ipc/centre-shapes.ts';
import { isListed, visitListed } from '../../stores/library/opened.ts';
import { showTab } from '../../stores/shell.ts';
import { sectionOf } from '../../stores/workfile/places.ts';
import { showSection } from '../../stores/workfile/workfiles.ts';

export function openAtField({ workfileId, kind, recordId: id, group }: EditPlace): void {
  if (isListed(kind)) visitListed(kind, id);
  else if (isLibraryKind(kind)) showTab(kind);
  else {
    showTab(workfileId);
    showSection(workfileId, sectionOf({ kind, id, group, field: '' }));
  }
}
