// What needs a decision: arrows go along the list, 1 and 2 keep a value, 3 types another one.
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Side } from '../../../src-shared/ipc/centre-requests.ts';
import type { Decision } from '../../../src-shared/ipc/centre-shapes.ts';
import { wordBriefChoice, wordPlace, wordWorkfile } from '../../words/decision-words.ts';
import { DecisionActs } from './decision-acts.tsx';
import { fieldsToType } from './decision-fields.ts';
import { DecisionValues } from './decision-values.tsx';
import { keepKeyboard } from './keep-keyboard.ts';
import { openAtField } from './open-at-field.ts';
import { useDeciding } from './use-deciding.ts';
import { useFront } from './use-front.ts';

export type DecisionListProps = { readonly decisions: readonly Decision[]; readonly total: number };

export function DecisionList({ decisions, total }: DecisionListProps) {
  const { index: here, typing, forAll, ...front } = useFront(decisions);
  const list = useRef<HTMLDivElement>(null);
  const deciding = useDeciding();
  const decision = decisions[here];
  const inFront = decision?.id;
  useEffect(() => {
    if (inFront !== undefined) document.getElementById(`decision-${inFront}`)?.scrollIntoView({ block: 'nearest' });
  }, [inFront]);
  // Whoever goes along the tabs by arrows stays there.
  useEffect(() => {
    if (document.activeElement?.matches('[role=tab]:focus-visible') !== true) list.current?.focus();
  }, []);
  if (decision === undefined) return null;

  const siblings = decisions.filter(({ place, what }) => isSame(place, decision) && what === decision.what);
  const choose = async (side: Side): Promise<void> => {
    front.setTyping(false);
    await deciding.choose(forAll ? siblings : [decision], side);
    front.setForAll(false);
    backToList();
  };
  const backToList = (): void => {
    list.current?.focus();
    keepKeyboard();
  };
  const leave = (): void => {
    front.setTyping(false);
    backToList();
  };
  const go = (by: number): void => front.show(Math.max(0, Math.min(here + by, decisions.length - 1)));
  const type = (): void => (fieldsToType(decision).length > 0 ? front.setTyping(true) : openAtField(decision.place));
  const press = (event: KeyboardEvent): void => {
    const act = event.ctrlKey || event.altKey || event.metaKey ? undefined : keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    // A key held down goes along the list; it decides one thing and not all of them.
    if (event.repeat && !event.key.startsWith('Arrow')) return;
    act({ go, choose: (side) => void choose(side), type, open: () => openAtField(decision.place) });
  };

  return (
    <div className='decisions'>
      <div
        ref={list}
        role='listbox'
        aria-label='Needs a decision'
        aria-activedescendant={optionId(decision)}
        className='decision-list'
        tabIndex={0}
        onKeyDown={press}
      >
        {decisions.map((one, index) => (
          <DecisionOption
            key={one.id}
            decision={one}
            count={`${index + 1} of ${total}`}
            inFront={index === here}
            onPoint={() => go(index - here)}
          />
        ))}
      </div>
      <DecisionActs
        decision={decision}
        siblings={siblings.length}
        forAll={forAll}
        onForAll={front.setForAll}
        typing={typing}
        onType={type}
        onLeave={leave}
        onChoose={(side) => void choose(side)}
        onUse={async (value) => {
          const problem = await deciding.edit(decision, value);
          if (problem === undefined) leave();
          return problem;
        }}
        onUndo={() => void deciding.undo()}
      />
    </div>
  );
}

type Acts = {
  readonly go: (by: number) => void;
  readonly choose: (side: Side) => void;
  readonly type: () => void;
  readonly open: () => void;
};

const keys: Readonly<Record<string, (acts: Acts) => void>> = {
  '1': ({ choose }) => choose('mine'),
  '2': ({ choose }) => choose('theirs'),
  '3': ({ type }) => type(),
  ArrowDown: ({ go }) => go(1),
  ArrowRight: ({ go }) => go(1),
  ArrowUp: ({ go }) => go(-1),
  ArrowLeft: ({ go }) => go(-1),
  Enter: ({ open }) => open(),
};

const isSame = ({ workfileId }: Decision['place'], { place }: Decision): boolean => workfileId === place.workfileId;
const optionId = ({ id }: Decision): string => `decision-${id}`;

type OptionProps = {
  readonly decision: Decision;
  readonly count: string;
  readonly inFront: boolean;
  readonly onPoint: () => void;
};

function DecisionOption({ decision, count, inFront, onPoint }: OptionProps) {
  return (
    <div
      role='option'
      id={optionId(decision)}
      aria-selected={inFront}
      tabIndex={-1}
      className='decision'
      onPointerDown={onPoint}
    >
      <p className='decision-head'>
        <strong>{`${wordWorkfile(decision.place)} · ${wordPlace(decision.place)}`}</strong>
        <span>{inFront ? count : wordBriefChoice(decision)}</span>
      </p>
      {inFront && <DecisionValues decision={decision} />}
    </div>
  );
}
