// Opens a workfile at the field that a decision is about.
import type { EditPlace } from '../../../src-shared/ipc/centre-shapes.ts';
import { showTab } from '../../stores/shell.ts';
import { sectionOf } from '../../stores/workfile/places.ts';
import { showSection } from '../../stores/workfile/workfiles.ts';

export function openAtField({ workfileId, kind, recordId: id, group }: EditPlace): void {
  showTab(workfileId);
  showSection(workfileId, sectionOf({ kind, id, group, field: '' }));
}
