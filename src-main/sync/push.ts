// Sends what waits in the outbox: seal, send, answer, then seal the next; the same bytes until they are answered.

import { ok, type Result } from '../../src-shared/base/result.ts';
import type { Verdict } from '../../src-shared/sync/protocol.ts';
import { answerBatch } from '../db/answer-batch.ts';
import type { Applied } from '../db/applied.ts';
import { sealNext } from '../db/batch.ts';
import type { Store } from '../db/open.ts';
import { waitingCount } from '../db/outbox.ts';
import type { CloudClient, SyncFailure } from './cloud-client.ts';

export type PushRound = {
  readonly store: Store;
  readonly client: CloudClient;
  readonly token: string;
  /** The user id that the token speaks for: only this person's edits go with it. */
  readonly author: string;
  readonly now: () => number;
  readonly applied: (applied: Applied) => void;
  readonly progress: (done: number, of: number) => void;
  /** Says that what is known of the person's role may be old. */
  readonly doubt: () => void;
};

/**
 * Pushes batch after batch until all that waited at the beginning is answered, or a batch fails. What is written
 * meanwhile goes with the next round: somebody who never stops typing still gets what others write.
 */
export async function pushAll(round: PushRound): Promise<Result<null, SyncFailure>> {
  const { store } = round;
  const waiting = waitingCount(store);
  for (let done = 0; done < Math.max(waiting, 1); ) {
    const sealed = sealNext(store, { author: round.author, now: round.now() });
    if (sealed === null) return ok(null);
    const answer = await round.client.push(round.token, sealed.body);
    if (!answer.ok) return answer;
    round.applied(answerBatch(store, sealed.n, answer.value, round.now()));
    if (answer.value.verdicts.some(isForbidden)) round.doubt();
    done += sealed.edits;
    round.progress(done, Math.max(waiting, done));
  }
  return ok(null);
}

const isForbidden = (verdict: Verdict): boolean => verdict.verdict === 'refused' && verdict.code === 'forbidden';
