// Both values of a decision and what was there before, each with its author.
import type { Decision, DecisionSide } from '../../../src-shared/ipc/centre-shapes.ts';
import { useClock } from '../../stores/clock.ts';
import { wordAuthor, wordReason, wordSides, wordValue } from '../../words/decision-words.ts';

export function DecisionValues({ decision }: { readonly decision: Decision }) {
  const [mine, theirs] = wordSides(decision);
  return (
    <>
      <p className='decision-reason'>{wordReason(decision)}</p>
      <dl className='decision-values'>
        {decision.before !== null && <Value name='Before' side={decision.before} unsigned={decision.before.at === 0} />}
        <Value digit='1' name={mine} side={decision.mine} />
        <Value digit='2' name={theirs} side={decision.theirs} unsigned={decision.what === 'refused'} />
      </dl>
    </>
  );
}

type ValueProps = {
  readonly digit?: string;
  readonly name: string;
  readonly side: DecisionSide | null;
  /** Nobody is to be named. */
  readonly unsigned?: boolean;
};

function Value({ digit, name, side, unsigned = false }: ValueProps) {
  const clock = useClock();
  return (
    <div>
      <dt>
        <span className='decision-digit'>{digit}</span> {name}
      </dt>
      <dd>
        <strong>{wordValue(side)}</strong>
        <span className='decision-author'>{side === null || unsigned ? '' : wordAuthor(side, clock)}</span>
      </dd>
    </div>
  );
}
