// Asks once before an estimate is locked: under whose name, and what must be put right first. There is no way back but a supplement.
import { useEffect, useMemo, useState } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { printMoney } from '../../../src-shared/base/money.ts';
import { obstaclesOf } from '../../../src-shared/domain/estimate/lock.ts';
import type { EstimateProblem } from '../../../src-shared/domain/estimate/problems/problem.ts';
import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { choicesNamed } from '../../../src-ui/choice/choice.ts';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { LongList } from '../../../src-ui/feedback/long-list.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { ChoiceField } from '../../../src-ui/fields/choice-field.tsx';
import { lockEstimate } from '../../stores/commands.ts';
import { closeOverlay, say, useActiveWorkfile, useShell } from '../../stores/shell.ts';
import { useSync } from '../../stores/sync.ts';
import { listEstimators } from '../../stores/versions.ts';
import { placeOfEstimateProblem } from '../../stores/workfile/estimate-problems.ts';
import { namePlace } from '../../stores/workfile/name-place.ts';
import { pricedSheet } from '../../stores/workfile/priced-sheet.ts';
import { goToPlace } from '../../stores/workfile/visits.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { wordProblem } from '../../words/problem-words.ts';
import { whenSent } from './when-sent.ts';

export function LockDialog() {
  const isOpen = useShell(({ overlay }) => overlay === 'lock');
  const workfileId = useActiveWorkfile();
  return isOpen && workfileId !== undefined ? <OpenLockDialog workfileId={workfileId} /> : null;
}

function OpenLockDialog({ workfileId }: { readonly workfileId: WorkfileId }) {
  const sheet = useSheet(workfileId, (one) => one);
  const phase = useSync(({ state }) => state?.phase);
  const obstacles = useMemo(() => obstaclesOf(sheet), [sheet]);
  const { estimator, setEstimator, choices } = useEstimator(sheet);
  const [busy, setBusy] = useState(false);
  const toast = useToast();
  const { label } = sheet.estimate.version;
  const title = label.startsWith('S') ? 'Lock supplement' : 'Lock estimate';
  const lines = sheet.lines.filter((line) => !line.deleted).length;
  const lock = async (): Promise<void> => {
    setBusy(true);
    const failure = await lockEstimate(sheet.estimate.id, estimator);
    closeOverlay('lock');
    if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
    else say(`Asked to lock ${label}: it is locked once the cloud says so`);
  };
  const leaveFor = (place: string): void => {
    closeOverlay('lock');
    goToPlace(workfileId, place);
  };
  return (
    <Dialog
      open
      title={`${title} ${label}`}
      action={{ title, run: () => void lock(), busy, disabledReason: whyNot(obstacles, estimator) }}
      onClose={() => closeOverlay('lock')}
    >
      <p>
        {`${lines} ${lines === 1 ? 'line' : 'lines'}, ${printMoney(pricedSheet(sheet).totals.grandTotal)}. `}
        It is kept as it is now; after that, lines, rates and charges change in a supplement only.
      </p>
      {obstacles.length > 0 && <Obstacles obstacles={obstacles} sheet={sheet} onGo={leaveFor} />}
      <ChoiceField
        label='Estimator'
        free
        maxLength={120}
        value={estimator}
        choices={choicesNamed(choices)}
        onCommit={(name) => {
          setEstimator(name.trim());
          return undefined;
        }}
      />
      <p>{whenSent(phase, 'The lock')}</p>
    </Dialog>
  );
}

function whyNot(obstacles: readonly EstimateProblem[], estimator: string): string | undefined {
  if (obstacles.length > 0) return 'something must be put right first; it is listed above.';
  return estimator === '' ? 'choose the estimator first.' : undefined;
}

/** The workfile's own estimator first; the others of the shop to choose from. */
function useEstimator({ workfile }: WorkfileSheet) {
  const [estimator, setEstimator] = useState(workfile.tracking.estimator);
  const [choices, setChoices] = useState<readonly string[]>([]);
  useEffect(() => {
    void listEstimators().then(setChoices);
  }, []);
  return { estimator, setEstimator, choices };
}

type ObstaclesProps = {
  readonly obstacles: readonly EstimateProblem[];
  readonly sheet: WorkfileSheet;
  readonly onGo: (place: string) => void;
};

function Obstacles({ obstacles, sheet, onGo }: ObstaclesProps) {
  return (
    <>
      <p>{obstacles.length === 1 ? 'One thing must be put right first:' : 'Some things must be put right first:'}</p>
      <LongList
        className='command-points'
        label='To be put right before the lock'
        items={obstacles}
        keyOf={({ record, key }) => `${record} ${key}`}
      >
        {(problem) => (
          <Button look='quiet' icon='arrow' onPress={() => onGo(placeOfEstimateProblem(problem))}>
            {`${namePlace(sheet, placeOfEstimateProblem(problem))}: ${wordProblem(problem).what}`}
          </Button>
        )}
      </LongList>
    </>
  );
}
