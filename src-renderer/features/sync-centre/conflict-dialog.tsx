// The choice between two values, opened at the field that has them.
import { useEffect, useState } from 'react';
import type { Side } from '../../../src-shared/ipc/centre-requests.ts';
import type { Decision } from '../../../src-shared/ipc/centre-shapes.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { LoadingView } from '../../../src-ui/feedback/loading-view.tsx';
import { closeOverlay, useShell } from '../../stores/shell.ts';
import { loadCentre, useCentre } from '../../stores/sync-centre.ts';
import { wordKeeping, wordPlace } from '../../words/decision-words.ts';
import { wordFailure } from '../../words/failure-words.ts';
import { fieldsToType } from './decision-fields.ts';
import { DecisionValues } from './decision-values.tsx';
import { ThirdValue } from './third-value.tsx';
import { useDeciding } from './use-deciding.ts';
import './sync-centre.css';

export function ConflictDialog() {
  const isOpen = useShell(({ overlay }) => overlay === 'choice');
  return isOpen ? <OpenConflictDialog /> : null;
}

const close = (): void => closeOverlay('choice');

function OpenConflictDialog() {
  const ids = useCentre((centre) => centre.atField);
  const decisions = useCentre((centre) => centre.decisions);
  return (
    <Dialog open title='Choose a value' closeTitle='Later' onClose={close}>
      <LoadingView state={decisions} describe={wordFailure} onRetry={() => void loadCentre('decisions')}>
        {(list) => <Choice decision={list.decisions.find(({ id }) => ids.includes(id))} />}
      </LoadingView>
    </Dialog>
  );
}

function Choice({ decision }: { readonly decision: Decision | undefined }) {
  const isOver = decision === undefined;
  useEffect(() => {
    if (isOver) close();
  }, [isOver]);
  return decision === undefined ? null : <DueChoice decision={decision} />;
}

function DueChoice({ decision }: { readonly decision: Decision }) {
  const [typing, setTyping] = useState(false);
  const deciding = useDeciding();
  const [mine, theirs] = wordKeeping(decision);
  const fields = fieldsToType(decision);
  const choose = async (side: Side): Promise<void> => {
    if (await deciding.choose([decision], side)) close();
  };
  const type = (): void => setTyping(fields.length > 0);
  useDigits({ '1': () => void choose('mine'), '2': () => void choose('theirs'), '3': type }, !typing);
  return (
    <div className='choice'>
      <p className='decision-head'>
        <strong>{wordPlace(decision.place)}</strong>
      </p>
      <DecisionValues decision={decision} />
      {typing ? (
        <ThirdValue
          decision={decision}
          fields={fields}
          onUse={(value) => deciding.edit(decision, value)}
          onLeave={() => setTyping(false)}
        />
      ) : (
        <div className='decision-buttons'>
          <Button keys='1' autoFocus onPress={() => void choose('mine')}>
            {mine}
          </Button>
          <Button keys='2' onPress={() => void choose('theirs')}>
            {theirs}
          </Button>
          {fields.length > 0 && (
            <Button keys='3' onPress={type}>
              Edit…
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** The dialog lies over everything: its digits count wherever in it the focus is. */
function useDigits(acts: Readonly<Record<string, () => void>>, on: boolean): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.repeat;
      const act = on && isPlain ? acts[event.key] : undefined;
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
}
