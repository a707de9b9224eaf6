// Save: commits what is still being typed, then has the workfile checked and its revision marked.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { ShowToast } from '../../../src-ui/feedback/toast.tsx';
import { useClock } from '../../stores/clock.ts';
import { say } from '../../stores/shell.ts';
import { cellsOf } from '../../stores/workfile/cells.ts';
import { isClosed } from '../../stores/workfile/closed.ts';
import { typedTexts, undecided } from '../../stores/workfile/drafts.ts';
import { saveWorkfile, settled } from '../../stores/workfile/edits.ts';
import { namePlace } from '../../stores/workfile/name-place.ts';
import { isCell, isOwnForm, placeOf, placeOfProblem } from '../../stores/workfile/places.ts';
import { noteObstacles, type Obstacle, sheetOf } from '../../stores/workfile/workfiles.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { obstacleWords } from '../../words/obstacle-words.ts';
import { missingWords } from '../../words/plan/promise-words.ts';
import { timeOf } from '../../words/time-words.ts';
import { commitPlaces, goToPlace, stepAside } from './visit-place.ts';

/** Answers whether it is saved; if not, the person stands at the first thing to put right. */
export async function save(workfileId: WorkfileId, toast: ShowToast): Promise<boolean> {
  const goBack = stepAside(workfileId);
  const refused = await commitAll(workfileId);
  if (refused.length > 0) return stop(workfileId, refused);
  const reply = await saveWorkfile(workfileId);
  if (!reply.ok) {
    await goBack();
    toast({ text: `Not saved: ${wordBriefly(reply.failure)}`, tone: 'error' });
    return false;
  }
  const answer = reply.value;
  if (!answer.saved) {
    const wrong = answer.problems.map((problem) => ({ place: placeOfProblem(problem), failure: problem.failure }));
    return stop(workfileId, wrong);
  }
  noteObstacles(workfileId, []);
  await goBack();
  const savedAt = sheetOf(workfileId)?.workfile.saved.at ?? 0;
  const { now, timeZone } = useClock.getState();
  const time = timeOf(savedAt === 0 ? now : savedAt, timeZone);
  say(`Saved ${time}, revision ${answer.revision}${promisedWords(answer.promise)}${waitingWords(workfileId)}`);
  return true;
}

/** A save after Vehicle In records a promise event; it says what a promise job still lacks. */
const promisedWords = (missing: readonly unknown[] | undefined): string =>
  missing === undefined ? '' : `. ${missingWords(missing.length)}`;

/** Text from before is nobody's word yet: it is named, not saved. */
function waitingWords(workfileId: WorkfileId): string {
  const sheet = sheetOf(workfileId);
  const places = undecided(workfileId);
  if (sheet === undefined || places.length === 0) return '';
  const names = new Set(places.map((place) => namePlace(sheet, place)));
  return `. Restored text waits for Keep or Discard: ${[...names].join(', ')}`;
}

/** Sends again whatever was typed and refused, here and in other sections; answers what is refused once more. */
async function commitAll(workfileId: WorkfileId): Promise<readonly Obstacle[]> {
  await settled(workfileId);
  const typed = typedPlaces(workfileId);
  if (typed.length === 0) return [];
  await commitPlaces(workfileId, typed);
  await settled(workfileId);
  const left = typedPlaces(workfileId).filter((place) => canBeReached(workfileId, place));
  return left.map((place) => ({ place }));
}

function typedPlaces(workfileId: WorkfileId): readonly string[] {
  const waiting = undecided(workfileId);
  return Object.keys(typedTexts(workfileId)).filter((place) => !waiting.includes(place) && !isOwnForm(placeOf(place)));
}

/** Text of a field that is not there any more must not keep anybody from saving. */
function canBeReached(workfileId: WorkfileId, place: string): boolean {
  const sheet = sheetOf(workfileId);
  if (isCell(placeOf(place))) {
    return sheet !== undefined && !isClosed(sheet) && (cellsOf(workfileId)?.has(place) ?? true);
  }
  return document.getElementById(place) !== null;
}

function stop(workfileId: WorkfileId, obstacles: readonly Obstacle[]): false {
  noteObstacles(workfileId, obstacles);
  const [first] = obstacles;
  const sheet = sheetOf(workfileId);
  if (first !== undefined && sheet !== undefined) {
    say(`Not saved. ${namePlace(sheet, first.place)}: ${obstacleWords(first.failure)}`);
    void goToPlace(workfileId, first.place);
  }
  return false;
}
