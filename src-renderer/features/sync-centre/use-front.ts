// Which decision is in front: it stays there whatever comes before it; once it is decided, the next takes its place.
import { useState } from 'react';
import type { Decision } from '../../../src-shared/ipc/centre-shapes.ts';

type Front = {
  readonly id: string | undefined;
  readonly index: number;
  /** Whether a third value is being typed for it. */
  readonly typing: boolean;
  /** Whether the choice is meant for all of its sort. */
  readonly forAll: boolean;
};

export function useFront(decisions: readonly Decision[]) {
  const [shown, setShown] = useState<Front>(() => frontAt(decisions, 0));
  const front = follow(shown, decisions);
  // Set while drawing: a key pressed right after a list changed means what is on the screen.
  if (front !== shown) setShown(front);
  return {
    ...front,
    show: (index: number): void => setShown(frontAt(decisions, index)),
    setTyping: (typing: boolean): void => setShown((now) => ({ ...now, typing })),
    setForAll: (forAll: boolean): void => setShown((now) => ({ ...now, forAll })),
  };
}

const frontAt = (decisions: readonly Decision[], index: number): Front => ({
  id: decisions[index]?.id,
  index,
  typing: false,
  forAll: false,
});

function follow(front: Front, decisions: readonly Decision[]): Front {
  const index = decisions.findIndex(({ id }) => id === front.id);
  if (index === front.index) return front;
  if (index >= 0) return { ...front, index };
  return decisions.length === 0 ? front : frontAt(decisions, Math.min(front.index, decisions.length - 1));
}
