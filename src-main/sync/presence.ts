// What this PC has open, told to the shop while the stream of hints is there, and what the shop's other PCs have open.

import { type PcPresence, type Place, presenceHint, presenceLapsesMs } from '../../src-shared/sync/presence.ts';
import { readIdentity } from '../db/identity.ts';
import type { Store } from '../db/open.ts';
import type { CloudClient } from './cloud-client.ts';

type PresenceOptions = {
  readonly store: Store;
  readonly client: Pick<CloudClient, 'presence'>;
  readonly token: () => Promise<string | null>;
  /** Tells the windows what the others have open. */
  readonly tell: (name: 'presence.changed', others: readonly PcPresence[]) => void;
};

export type Presence = ReturnType<typeof createPresence>;

/** A person steps through tabs faster than anybody wants to hear of it. */
const gatherMs = 1_500;
const againMs = presenceLapsesMs / 2.5;

/** Hints for people: whatever fails here is tried again later, and nothing waits for it. */
export function createPresence({ store, client, token, tell }: PresenceOptions) {
  const state = {
    open: [] as readonly Place[],
    others: [] as readonly PcPresence[],
    /** Whether the cloud listens: what is said without a stream would stand there with nobody to take it back. */
    isHeard: false,
    timer: undefined as NodeJS.Timeout | undefined,
    said: '[]',
    saying: false,
  };
  const know = (others: readonly PcPresence[]): void => {
    if (JSON.stringify(others) === JSON.stringify(state.others)) return;
    state.others = others;
    tell('presence.changed', others);
  };
  const schedule = (ms: number): void => {
    clearTimeout(state.timer);
    if (state.isHeard) state.timer = setTimeout(() => void say(), ms);
  };
  const say = async (): Promise<void> => {
    const pass = await token();
    if (pass === null || !state.isHeard || state.saying) return;
    const { open } = state;
    state.saying = true;
    const answer = await client.presence(pass, { open });
    state.saying = false;
    if (answer.ok) state.said = JSON.stringify(open);
    if (JSON.stringify(state.open) !== state.said) schedule(answer.ok ? gatherMs : againMs);
    else if (open.length > 0) schedule(againMs);
  };
  return {
    /** What the others have open, as far as it is known. */
    others: () => state.others,
    /** Takes in what is open here, in place of what was. */
    show(open: readonly Place[]) {
      state.open = open;
      if (JSON.stringify(open) !== state.said) schedule(gatherMs);
    },
    /** The stream of hints is there. */
    begin() {
      state.isHeard = true;
      state.said = '[]';
      if (state.open.length > 0) schedule(0);
    },
    /** The stream ended: the cloud forgets this PC, and nothing more is heard of the others. */
    end() {
      state.isHeard = false;
      clearTimeout(state.timer);
      know([]);
    },
    /** Takes in what the cloud told of all PCs. */
    hear(data: unknown) {
      const hint = presenceHint.safeParse(data);
      // This PC may become another device at any time.
      const own = readIdentity(store).device;
      if (hint.success && state.isHeard) know(hint.data.present.filter(({ device }) => device !== own));
    },
  };
}
