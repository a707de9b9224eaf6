/** The stream of hints: the shop's newest number, at once and after each push, who has what open, and settled commands. */
import type { FastifyInstance } from 'fastify';
import { routes } from '../../src-shared/api/contract.ts';
import { ok } from '../../src-shared/base/result.ts';
import { liveEvents } from '../../src-shared/sync/presence.ts';
import type { Caller, Sessions } from '../auth/sessions.ts';
import { mayRead } from '../policies/edits.ts';
import type { Live } from '../services/live.ts';
import { newestSeq, type OrderDeps } from '../services/newest-seq.ts';
import type { Presence } from '../services/presence.ts';
import { guardedRoute, noInput, smallBody } from './door.ts';

const heartbeatMs = 15_000;
/** Streams end after an hour; the PC comes back and is asked again who it is. */
const heartbeats = 240;
/** A PC that does not read what it is told is not told more than this. */
const mostUnread = 200;

type Deps = OrderDeps & { readonly live: Live; readonly presence: Presence };

export function liveRoute(app: FastifyInstance, sessions: Sessions, deps: Deps): void {
  guardedRoute(app, sessions, {
    route: routes.live,
    maxBytes: smallBody,
    input: noInput,
    may: mayRead,
    async serve({ caller }) {
      const hints = hintStream(deps, caller, await newestSeq(deps, caller.shopId));
      return ok({ status: 200, type: 'text/event-stream', stream: hints });
    },
  });
}

function hintStream({ live, presence }: Deps, { shopId, device }: Caller, seq: number): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop = (): void => undefined;
  return new ReadableStream({
    start(controller) {
      const end = () => {
        stop();
        controller.close();
      };
      const say = (text: string) => {
        controller.enqueue(encoder.encode(text));
        if ((controller.desiredSize ?? 0) < -mostUnread) end();
      };
      const tell = (data: object, event?: string) =>
        say(`${event === undefined ? '' : `event: ${event}\n`}data: ${JSON.stringify(data)}\n\n`);
      let left = heartbeats;
      const beat = setInterval(() => {
        left -= 1;
        if (left === 0) end();
        else say(': here\n\n');
      }, heartbeatMs);
      const away = presence.arrive(shopId, device);
      const deaf = live.listen(shopId, {
        device,
        moved: (newest) => tell({ seq: newest }),
        present: (present) => tell({ present }, liveEvents.presence),
        settled: (id) => tell({ id }, liveEvents.command),
        end,
      });
      stop = () => {
        stop = () => undefined;
        clearInterval(beat);
        deaf();
        away();
      };
      tell({ seq });
      const present = presence.of(shopId);
      if (present.length > 0) tell({ present }, liveEvents.presence);
    },
    cancel: () => stop(),
  });
}
