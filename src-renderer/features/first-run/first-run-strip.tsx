// The first steps of a shop in one quiet line: each leads to where it is done, and is ticked by what the shop has.
import { useEffect } from 'react';
import { firstSteps, stepsDone } from '../../../src-shared/domain/workfile/first-run.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { afterCommit } from '../../../src-ui/fields/leave-field.ts';
import { Icon } from '../../../src-ui/icons/icon.tsx';
import { offerCommands } from '../../stores/command-board.ts';
import { areHidden, hideFirstSteps, useFirstRun, wantFirstSteps } from '../../stores/first-run.ts';
import { useLibrary } from '../../stores/library/library.ts';
import { useSettings } from '../../stores/settings.ts';
import { say } from '../../stores/shell.ts';
import { stepWords } from '../../words/configure/first-run-words.ts';
import { takeStep } from './take-step.ts';
import './first-run.css';

export function FirstRunStrip() {
  const { facts, isWanted } = useFirstRun();
  const sheet = useLibrary((library) => library.sheet);
  const isHidden = useSettings(areHidden);
  useEffect(() => offerCommands({ 'help.first-steps': { run: wantFirstSteps } }), []);
  if (facts === undefined || sheet.kind !== 'ready') return null;
  const done = stepsDone(sheet.value, facts);
  const isOver = facts.isUsed || done.has('save');
  if (!isWanted && (isHidden || isOver)) return null;
  const next = firstSteps.find((step) => !done.has(step));
  const hide = (): void => {
    hideFirstSteps();
    say('First steps are hidden. Help › First steps shows them again.');
  };
  return (
    <nav className='first-run' aria-label='First steps'>
      <strong>{next === undefined ? 'First steps: all done' : 'First steps'}</strong>
      <ol>
        {firstSteps.map((step) => (
          <li key={step} data-done={done.has(step) || undefined}>
            <button
              aria-label={done.has(step) ? `${stepWords[step]}, done` : stepWords[step]}
              type='button'
              aria-current={step === next ? 'step' : undefined}
              onClick={() => afterCommit(() => void takeStep(step, facts))}
            >
              {done.has(step) && <Icon name='check' size={12} />}
              <span>{stepWords[step]}</span>
            </button>
          </li>
        ))}
      </ol>
      <Button look='quiet' onPress={hide}>
        Hide
      </Button>
    </nav>
  );
}
