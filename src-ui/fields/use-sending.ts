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
  const sent = useRef<{ readonly text: string }>(undefined);

  const settle = (text: string, refusal: string | undefined): void => {
    setPending(false);
    if (!isStillMeant(text)) return;
    if (refusal === undefined) onAccepted();
    else setError(refusal);
  };

  return {
    error,
    pending,
    /** Was this very text sent last, whatever came of it? */
    wasSent: (text: string): boolean => sent.current?.text === text,
    send: (text: string): void => {
      const mine = { text };
      sent.current = mine;
      const answer = onCommit(text);
      if (!(answer instanceof Promise)) {
        settle(text, answer);
        return;
      }
      setPending(true);
      void answer.then((refusal) => {
        if (sent.current === mine) settle(text, refusal);
      });
    },
    /** What comes back for the last text does not matter any more. */
    forget: (): void => {
      sent.current = undefined;
      setError(undefined);
      setPending(false);
    },
  };
}
