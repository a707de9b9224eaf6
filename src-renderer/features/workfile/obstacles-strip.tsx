// After a Save that was refused: everything to put right, by name, until it is.
import { useDeferredValue, useEffect, useMemo } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { checkWorkfile } from '../../../src-shared/domain/workfile/check-workfile.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { offerCommands } from '../../stores/command-board.ts';
import { placeOfEstimateProblem, sheetProblems } from '../../stores/workfile/estimate-problems.ts';
import { namePlace } from '../../stores/workfile/name-place.ts';
import { placeOfProblem } from '../../stores/workfile/places.ts';
import { noteObstacles, type Obstacle, useSheet, useWorkfiles } from '../../stores/workfile/workfiles.ts';
import { obstacleWords } from '../../words/obstacle-words.ts';
import { goToPlace, placeInFocus } from './visit-place.ts';

const shown = 6;

export function ObstaclesStrip({ workfileId }: { readonly workfileId: WorkfileId }) {
  const sheet = useSheet(workfileId, (all) => all);
  const obstacles = useObstacles(workfileId);
  useNextProblem(workfileId, obstacles);
  if (obstacles.length === 0) return null;
  const count = obstacles.length === 1 ? 'One thing is' : `${obstacles.length} things are`;
  return (
    <div className='workfile-obstacles'>
      <MessageStrip
        tone='error'
        what={`Not saved. ${count} to be put right.`}
        safe='Everything you left is kept on this PC.'
        todo='F8 goes to the next one.'
        onDismiss={() => noteObstacles(workfileId, [])}
      />
      <ul aria-label='To be put right'>
        {obstacles.slice(0, shown).map(({ place, failure }) => (
          <li key={place}>
            <Button look='quiet' onPress={() => void goToPlace(workfileId, place)}>
              {namePlace(sheet, place)}: {obstacleWords(failure)}
            </Button>
          </li>
        ))}
      </ul>
      {obstacles.length > shown && <p>and {obstacles.length - shown} more</p>}
    </div>
  );
}

/** What the last Save met and is not put right yet. */
function useObstacles(workfileId: WorkfileId): readonly Obstacle[] {
  const met = useMet(workfileId);
  const drafts = useWorkfiles(({ open }) => open[workfileId]?.drafts);
  const sheet = useSheet(workfileId, (all) => all);
  return useMemo(() => {
    if (met.length === 0) return none;
    const wrong = new Set(checkWorkfile(sheet).map(placeOfProblem));
    return met.filter(({ place, failure }) =>
      failure === undefined ? drafts?.[place] !== undefined : wrong.has(place),
    );
  }, [met, drafts, sheet]);
}

const useMet = (workfileId: WorkfileId) => useWorkfiles(({ open }) => open[workfileId]?.obstacles ?? none);
const none: readonly Obstacle[] = [];

/** F8: what keeps the workfile from being saved first, then what is wrong with the estimate. */
function useNextProblem(workfileId: WorkfileId, obstacles: readonly Obstacle[]): void {
  const met = useMet(workfileId);
  // Found a moment after each edit: a keystroke does not wait for it.
  const found = sheetProblems(useDeferredValue(useSheet(workfileId, (all) => all)));
  useEffect(() => {
    const isSaving = obstacles.length > 0;
    const places = isSaving ? met.map(({ place }) => place) : found.map(placeOfEstimateProblem);
    const isLeft = (place: string): boolean => !isSaving || obstacles.some((one) => one.place === place);
    const next = (): void => {
      const { visited = '' } = useWorkfiles.getState().open[workfileId] ?? {};
      const here = places.indexOf(placeInFocus(workfileId) ?? '');
      // Problems of one line may share a cell: the one gone to last tells where to go on.
      const from = (here < 0 || places[here] === visited ? places.lastIndexOf(visited) : here) + 1;
      const place = [...places.slice(from), ...places.slice(0, from)].find(isLeft);
      if (place !== undefined) void goToPlace(workfileId, place);
    };
    const disabledReason = places.length === 0 ? 'no problem is known. Ctrl+S checks the workfile.' : undefined;
    return offerCommands({ 'workfile.next-problem': { run: next, disabledReason } });
  }, [workfileId, met, obstacles, found]);
}
