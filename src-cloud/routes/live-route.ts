/** The stream of hints: the shop's newest number, at once and after each push. */
import type { FastifyInstance } from 'fastify';
import { routes } from '../../src-shared/api/contract.ts';
import type { ShopId } from '../../src-shared/base/ids.ts';
import { ok } from '../../src-shared/base/result.ts';
import type { Sessions } from '../auth/sessions.ts';
import { mayRead } from '../policies/edits.ts';
import type { Live } from '../services/live.ts';
import { newestSeq, type OrderDeps } from '../services/newest-seq.ts';
import { guardedRoute, noInput, smallBody } from './door.ts';

const heartbeatMs = 15_000;
/** Streams end after an hour; the PC comes back and is asked again who it is. */
const heartbeats = 240;

export function liveRoute(app: FastifyInstance, sessions: Sessions, deps: OrderDeps & { readonly live: Live }): void {
  guardedRoute(app, sessions, {
    route: routes.live,
    maxBytes: smallBody,
    input: noInput,
    may: mayRead,
    async serve({ caller }) {
      const hints = hintStream(deps.live, caller.shopId, await newestSeq(deps, caller.shopId));
      return ok({ status: 200, type: 'text/event-stream', stream: hints });
    },
  });
}

function hintStream(live: Live, shop: ShopId, seq: number): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop = (): void => undefined;
  return new ReadableStream({
    start(controller) {
      const say = (text: string) => controller.enqueue(encoder.encode(text));
      const hint = (newest: number) => say(`data: ${JSON.stringify({ seq: newest })}\n\n`);
      let left = heartbeats;
      const end = () => {
        stop();
        controller.close();
      };
      const beat = setInterval(() => {
        left -= 1;
        if (left === 0) end();
        else say(': here\n\n');
      }, heartbeatMs);
      const deaf = live.listen(shop, hint);
      stop = () => {
        clearInterval(beat);
        deaf();
      };
      hint(seq);
    },
    cancel: () => stop(),
  });
}
