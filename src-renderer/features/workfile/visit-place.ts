// Walks to places of a workfile: shows their section, and leaves or focuses what stands there.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { leaveField } from '../../../src-ui/fields/leave-field.ts';
import { commitTyped } from '../../stores/workfile/drafts.ts';
import { isCell, placeOf, sectionOf } from '../../stores/workfile/places.ts';
import { showSection } from '../../stores/workfile/workfiles.ts';

/** Commits each text where it stands, as leaving its field does; what is refused stays there with the reason. */
export async function commitPlaces(workfileId: WorkfileId, places: readonly string[]): Promise<void> {
  for (const place of places) {
    if (leaveField(place)) continue;
    await show(workfileId, place);
    if (!leaveField(place) && isCell(placeOf(place))) {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      commitTyped(workfileId, place);
    }
  }
}

/** Brings a place to the front and the focus to it; a cell's grid where the cell itself cannot be named. */
export async function goToPlace(workfileId: WorkfileId, place: string): Promise<void> {
  await show(workfileId, place);
  const control = document.getElementById(place) ?? document.querySelector<HTMLElement>('[role=grid] [tabindex="0"]');
  control?.focus();
}

async function show(workfileId: WorkfileId, place: string): Promise<void> {
  showSection(workfileId, sectionOf(placeOf(place)));
  // The first frame draws the section, the second its grid.
  for (const _frame of [1, 2]) await new Promise((resolve) => requestAnimationFrame(resolve));
}
