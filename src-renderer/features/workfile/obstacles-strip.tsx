// After a Save that was refused: everything to put right, by name, until it is.
import { useEffect, useMemo } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { checkWorkfile } from '../../../src-shared/domain/workfile/check-workfile.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { offerCommands } from '../../stores/command-board.ts';
import { placeOfProblem } from '../../stores/workfile/places.ts';
import { noteObstacles, type Obstacle, useSheet, useWorkfiles } from '../../stores/workfile/workfiles.ts';
import { obstacleWords } from '../../words/obstacle-words.ts';
import { placeWords } from '../../words/place-words.ts';
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
              {placeWords(sheet, place)}: {obstacleWords(failure)}
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

function useNextProblem(workfileId: WorkfileId, obstacles: readonly Obstacle[]): void {
  const met = useMet(workfileId);
  useEffect(() => {
    const next = (): void => {
      const { visited } = useWorkfiles.getState().open[workfileId] ?? {};
      const at = (here: string | undefined): number => met.findIndex(({ place }) => place === here);
      const here = at(placeInFocus(workfileId));
      const from = (here < 0 ? at(visited) : here) + 1;
      const found = [...met.slice(from), ...met.slice(0, from)].find((one) => obstacles.includes(one));
      if (found !== undefined) void goToPlace(workfileId, found.place);
    };
    const disabledReason = obstacles.length === 0 ? 'no problem is known. Ctrl+S checks the workfile.' : undefined;
    return offerCommands({ 'workfile.next-problem': { run: next, disabledReason } });
  }, [workfileId, met, obstacles]);
}
