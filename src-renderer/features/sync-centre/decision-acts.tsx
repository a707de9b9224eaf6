// The buttons of the decision in front, and the form for a third value.
import type { Side } from '../../../src-shared/ipc/centre-requests.ts';
import type { Decision } from '../../../src-shared/ipc/centre-shapes.ts';
import type { JsonObject } from '../../../src-shared/sync/protocol.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { CheckField } from '../../../src-ui/fields/check-field.tsx';
import { wordKeeping } from '../../words/decision-words.ts';
import { fieldsToType } from './decision-fields.ts';
import { openAtField } from './open-at-field.ts';
import { ThirdValue } from './third-value.tsx';

export type DecisionActsProps = {
  readonly decision: Decision;
  /** How many decisions of the same sort its workfile has. */
  readonly siblings: number;
  readonly forAll: boolean;
  readonly onForAll: (forAll: boolean) => void;
  readonly typing: boolean;
  readonly onType: () => void;
  readonly onLeave: () => void;
  readonly onChoose: (side: Side) => void;
  readonly onUse: (value: JsonObject) => Promise<string | undefined>;
  readonly onUndo: () => void;
};

export function DecisionActs(props: DecisionActsProps) {
  const { decision, siblings, forAll, typing, onChoose } = props;
  const [mine, theirs] = wordKeeping(decision);
  const fields = fieldsToType(decision);
  return (
    <section className='decision-acts' aria-label='Decide'>
      {typing && (
        <ThirdValue key={decision.id} decision={decision} fields={fields} onUse={props.onUse} onLeave={props.onLeave} />
      )}
      <div className='decision-buttons'>
        <Button keys='1' onPress={() => onChoose('mine')}>
          {mine}
        </Button>
        <Button keys='2' onPress={() => onChoose('theirs')}>
          {theirs}
        </Button>
        <Button keys='3' onPress={props.onType}>
          {fields.length > 0 ? 'Edit…' : 'Edit in the workfile'}
        </Button>
        <Button look='quiet' keys='Enter' onPress={() => openAtField(decision.place)}>
          Open workfile
        </Button>
        <Button look='quiet' icon='undo' keys='Ctrl+Z' onPress={props.onUndo}>
          Undo last
        </Button>
        {siblings > 1 && (
          <CheckField
            label={`Same choice for this workfile (${siblings})`}
            value={forAll}
            onCommit={(next) => {
              props.onForAll(next);
              return undefined;
            }}
          />
        )}
      </div>
    </section>
  );
}
