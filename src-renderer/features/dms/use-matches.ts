// A search in the dealer's system: asked once for each words, and again by itself when the cloud comes back.
import { useEffect, useState } from 'react';
import type { Result } from '../../../src-shared/base/result.ts';
import type { DmsMatches } from '../../../src-shared/ipc/dms/dms-requests.ts';
import { isAway } from '../../stores/dms/search.ts';
import type { Loading } from '../../stores/loading.ts';
import { useSync } from '../../stores/sync.ts';

export type Find<T> = (words: string) => Promise<Result<DmsMatches<T>>>;

type Answer<T> = { readonly key: string; readonly reply: Result<DmsMatches<T>> };

/** What these words find; without words nothing is asked. */
export function useMatches<T>(find: Find<T>, words: string) {
  const isOffline = useSync(({ state }) => isAway(state));
  const [tries, setTries] = useState(0);
  const [answer, setAnswer] = useState<Answer<T>>();
  const key = `${tries} ${words}`;
  const isAsked = words !== '' && !isOffline;
  useEffect(() => {
    if (!isAsked) return undefined;
    const asked = { isWanted: true };
    void find(words).then((reply) => asked.isWanted && setAnswer({ key, reply }));
    return () => {
      asked.isWanted = false;
    };
  }, [find, words, key, isAsked]);
  const reply = isAsked && answer?.key === key ? answer.reply : undefined;
  return { found: stateOf(reply, isAsked), isOffline, again: () => setTries(tries + 1) };
}

function stateOf<T>(reply: Result<DmsMatches<T>> | undefined, isAsked: boolean): Loading<DmsMatches<T>> {
  if (reply === undefined) return { kind: isAsked ? 'loading' : 'idle' };
  return reply.ok ? { kind: 'ready', value: reply.value } : { kind: 'failed', failure: reply.failure };
}
