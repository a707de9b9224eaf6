// Hints from the cloud that a shop has something newer; sync is right without them, only slower.

import { EventSource } from 'eventsource';
import { commandHint, liveEvents } from '../../src-shared/sync/presence.ts';
import { liveHint } from '../../src-shared/sync/protocol.ts';
import type { Presence } from './presence.ts';

export type HintEvents = {
  /** The shop has something that this PC has not. */
  readonly hint: () => void;
  /** The line was cut: the cloud may be out of reach. */
  readonly cut: () => void;
};

export type Hints = ReturnType<typeof createHints>;

type HintOptions = {
  readonly url: string;
  readonly token: () => Promise<string | null>;
  /** The newest number of the shop's order that this PC holds. */
  readonly cursor: () => number;
  /** Whether a command still waits for its answer. */
  readonly awaits: (command: string) => boolean;
  readonly presence: Pick<Presence, 'begin' | 'end' | 'hear'>;
};

/** The answer of a command comes about when the hint of it does: only one that was lost is asked for again. */
const answerMs = 300;

/** Listens to one shop's hints. A line that was cut is not taken up again until somebody asks to listen. */
export function createHints(options: HintOptions) {
  const { presence } = options;
  const state = { source: null as EventSource | null, wanted: false };
  const hush = () => {
    state.source?.close();
    Object.assign(state, { source: null, wanted: false });
    presence.end();
  };
  return {
    hush,
    async listen(events: HintEvents) {
      if (state.wanted) return;
      state.wanted = true;
      const token = await options.token();
      if (token === null || !state.wanted) return hush();
      const source = openSource(options.url, token);
      state.source = source;
      source.addEventListener('open', () => presence.begin());
      source.addEventListener('message', (event) => {
        const hint = liveHint.safeParse(parse(event.data));
        if (hint.success && hint.data.seq !== options.cursor()) events.hint();
      });
      source.addEventListener(liveEvents.presence, (event) => presence.hear(parse(event.data)));
      source.addEventListener(liveEvents.command, (event) => {
        const hint = commandHint.safeParse(parse(event.data));
        if (!hint.success) return;
        const ask = () => state.source === source && options.awaits(hint.data.id) && events.hint();
        setTimeout(ask, answerMs);
      });
      // The next round that succeeds listens again, so that one back-off paces both.
      source.addEventListener('error', () => {
        if (state.source === source) hush();
        events.cut();
      });
    },
  };
}

const openSource = (url: string, token: string): EventSource =>
  new EventSource(url, {
    fetch: (input, init) => fetch(input, { ...init, headers: { ...init?.headers, authorization: `Bearer ${token}` } }),
  });

function parse(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}
