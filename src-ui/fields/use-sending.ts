// Sends a text and waits for the answer, which counts only for the text it was given for.
import { useRef, useState } from 'react';
import type { CommitAnswer } from './commit.ts';

export type SendingOptions = {
  readonly onCommit: (text: string) => CommitAnswer;
  readonly onAccepted: () => void;
  /** False when something newer was typed since. */
  readonly isStillMeant: (text: string) => boolean;
};

export function useSending({ onCommit, onAccepted, isStillMeant }: SendingOptions) {
  const [error, setError] = useState<string>();
  const [pending, setPending] = useState(false);
  const underWay = useRef<{ readonly text: string }>(undefined);

  const settle = (text: string, refusal: string | undefined): void => {
    underWay.current = undefined;
    setPending(false);
    if (!isStillMeant(text)) return;
    if (refusal === undefined) onAccepted();
    else setError(refusal);
  };

  return {
    error,
    pending,
    /** Was this very text sent, and not answered yet? What was refused may be sent again. */
    isUnderWay: (text: string): boolean => underWay.current?.text === text,
    send: (text: string): void => {
      const mine = { text };
      underWay.current = mine;
      const answer = onCommit(text);
      if (!(answer instanceof Promise)) {
        settle(text, answer);
        return;
      }
      setPending(true);
      void answer.then((refusal) => {
        if (underWay.current === mine) settle(text, refusal);
      });
    },
    /** What comes back for the last text does not matter any more. */
    forget: (): void => {
      underWay.current = undefined;
      setError(undefined);
      setPending(false);
    },
  };
}
