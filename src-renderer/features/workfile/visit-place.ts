// Walks to places of a workfile: shows their section, and leaves or focuses what stands there.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { commitFocused, leaveField } from '../../../src-ui/fields/leave-field.ts';
import { cellsOf } from '../../stores/workfile/cells.ts';
import { typedTexts, undecided } from '../../stores/workfile/drafts.ts';
import { isCell, placeOf, sectionOf } from '../../stores/workfile/places.ts';
import { noteVisited, type Section, showSection, useWorkfiles } from '../../stores/workfile/workfiles.ts';

/** Commits each text where it stands, as leaving its field does; what is refused stays there with the reason. */
export async function commitPlaces(workfileId: WorkfileId, places: readonly string[]): Promise<void> {
  for (const place of places) {
    if (leaveField(place)) continue;
    await show(workfileId, sectionOf(placeOf(place)));
    if (!leaveField(place) && isCell(placeOf(place))) {
      leaveFocus();
      const text = typedTexts(workfileId)[place];
      if (text !== undefined) cellsOf(workfileId)?.commit(place, text);
    }
  }
}

/** Brings a place to the front and the focus to it. */
export async function goToPlace(workfileId: WorkfileId, place: string): Promise<void> {
  noteVisited(workfileId, place);
  await show(workfileId, sectionOf(placeOf(place)));
  focusOn(workfileId, place);
}

/** The field or the cell one stands in. */
export function placeInFocus(workfileId: WorkfileId): string | undefined {
  const id = document.activeElement?.id ?? '';
  return placeOf(id).field === '' ? cellsOf(workfileId)?.active() : id;
}

/** Commits what is being typed, and answers the way back to it, also when another section is in front by then. */
export function stepAside(workfileId: WorkfileId): () => Promise<void> {
  const section = inFront(workfileId);
  const place = placeInFocus(workfileId);
  const isWaiting = place !== undefined && undecided(workfileId).includes(place);
  const goBack = isWaiting ? () => undefined : commitFocused();
  return async () => {
    goBack();
    if (section !== undefined && section !== inFront(workfileId)) await show(workfileId, section);
    if (place !== undefined && document.activeElement === document.body) focusOn(workfileId, place);
  };
}

const inFront = (workfileId: WorkfileId): Section | undefined => useWorkfiles.getState().open[workfileId]?.section;

async function show(workfileId: WorkfileId, section: Section): Promise<void> {
  showSection(workfileId, section);
  // The first frame draws the section, the second its grid.
  for (const _frame of [1, 2]) await new Promise((resolve) => requestAnimationFrame(resolve));
}

function focusOn(workfileId: WorkfileId, place: string): void {
  const control = document.getElementById(place);
  if (control !== null) {
    control.focus();
    return;
  }
  // The grid takes the focus from nothing else on the page.
  leaveFocus();
  cellsOf(workfileId)?.goTo(place);
}

function leaveFocus(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
