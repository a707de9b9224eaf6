// The life of a field's text: typed, kept as draft, committed when left, refused with its text kept.
import { useRef, useState } from 'react';
import type { CommitAnswer } from './commit.ts';
import { useFrozenValue } from './use-frozen-value.ts';
import { useSending } from './use-sending.ts';

export type CommittedTextOptions = {
  /** What the field reads when nobody is typing. */
  readonly value: string;
  readonly onCommit: (text: string) => CommitAnswer;
  readonly draft?: string | undefined;
  readonly onDraft?: ((text: string | undefined) => void) | undefined;
};

export type CommittedText = {
  readonly text: string;
  readonly error: string | undefined;
  /** Sent, not yet answered. */
  readonly pending: boolean;
  /** Differs from what was committed last. */
  readonly edited: boolean;
  readonly change: (text: string) => void;
  readonly enter: () => void;
  readonly leave: () => void;
  /** Commits what is typed, or the given text. */
  readonly commit: (text?: string) => void;
  /** Back to the committed value; false when nothing is typed, or what is typed was sent. */
  readonly restore: () => boolean;
};

export function useCommittedText({ value, onCommit, draft, onDraft }: CommittedTextOptions): CommittedText {
  const [typed, setTyped] = useState(draft === value ? undefined : draft);
  /** The typed text as it is now, also for answers that come after this drawing. */
  const newest = useRef(typed);
  const shown = useFrozenValue(value);

  const keep = (text: string | undefined): void => {
    newest.current = text;
    setTyped(text);
    onDraft?.(text);
  };
  const accept = (): void => {
    keep(undefined);
    sending.forget();
    shown.followOwnChange();
  };
  const sending = useSending({ onCommit, onAccepted: accept, isStillMeant: (text) => newest.current === text });
  const send = (text: string): void => {
    shown.remember();
    sending.send(text);
  };

  return {
    text: typed ?? shown.value,
    error: sending.error,
    pending: sending.pending,
    edited: typed !== undefined && typed !== shown.value,
    change: (text) => {
      sending.forget();
      keep(text);
    },
    enter: shown.freeze,
    leave: () => {
      // A draft that says what is committed is over.
      if ((newest.current ?? draft) === shown.value) accept();
      else if (newest.current !== undefined && !sending.isUnderWay(newest.current)) send(newest.current);
      shown.release();
    },
    commit: (given) => {
      const text = given ?? newest.current;
      if (text === undefined || sending.isUnderWay(text)) return;
      if (text !== newest.current) keep(text);
      if (text === shown.value && sending.error === undefined) accept();
      else send(text);
    },
    restore: () => {
      if (newest.current === undefined || sending.isUnderWay(newest.current)) return false;
      sending.forget();
      keep(undefined);
      return true;
    },
  };
}
