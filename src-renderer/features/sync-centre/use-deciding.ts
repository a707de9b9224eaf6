// What the keys and buttons of a decision do, and what is said of it afterwards.
import { useMemo } from 'react';
import type { Failure } from '../../../src-shared/base/failure.ts';
import type { Side } from '../../../src-shared/ipc/centre-requests.ts';
import type { Decision } from '../../../src-shared/ipc/centre-shapes.ts';
import type { JsonObject } from '../../../src-shared/sync/protocol.ts';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { say } from '../../stores/shell.ts';
import { chooseSide, chooseValue, undoDecision } from '../../stores/sync-centre.ts';
import { wordKeeping, wordPlace, wordWorkfile } from '../../words/decision-words.ts';
import { wordBriefly } from '../../words/failure-words.ts';

export type Deciding = {
  /** Keeps a side of each; answers whether that was done. */
  readonly choose: (decisions: readonly Decision[], side: Side) => Promise<boolean>;
  readonly edit: (decision: Decision, value: JsonObject) => Promise<string | undefined>;
  readonly undo: () => Promise<void>;
};

export function useDeciding(): Deciding {
  const toast = useToast();
  return useMemo(() => {
    const undo = async (): Promise<void> => {
      const reply = await undoDecision();
      if (!reply.ok) return toast({ text: wordBriefly(reply.failure), tone: 'error' });
      const text = reply.value.undone ? 'The last decision is taken back' : 'There is no decision to take back';
      say(text);
      toast({ text, tone: 'info' });
    };
    const tell = (failure: Failure | undefined, text: string): void => {
      if (failure === undefined) {
        say(text);
        toast({ text, undo: () => void undo() });
      } else toast({ text: wordBriefly(failure), tone: 'error' });
    };
    return {
      undo,
      async choose(decisions, side) {
        const failure = await chooseSide(
          decisions.map(({ id }) => id),
          side,
        );
        tell(failure, wordsAfter(decisions, side));
        return failure === undefined;
      },
      async edit(decision, value) {
        const failure = await chooseValue(decision.id, value);
        if (failure !== undefined) return wordBriefly(failure);
        tell(undefined, `Your value is in ${wordPlace(decision.place)} now`);
        return undefined;
      },
    };
  }, [toast]);
}

/** `Keep mine: Owner › Cell phone`, `Keep mine: 3 fields of 48213 Turpin`. */
function wordsAfter(decisions: readonly Decision[], side: Side): string {
  const [first] = decisions;
  if (first === undefined) return '';
  const kept = wordKeeping(first)[side === 'mine' ? 0 : 1];
  const where =
    decisions.length === 1 ? wordPlace(first.place) : `${decisions.length} fields of ${wordWorkfile(first.place)}`;
  return `${kept}: ${where}`;
}
