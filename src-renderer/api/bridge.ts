// The only file that knows what the preload puts on the window: the doors to the backend and to the main process.

import type { Failure } from '../../src-shared/base/failure.ts';
import type { HostBridge } from '../../src-shared/ipc/host.ts';
import type { Bridge } from '../../src-shared/ipc/notices.ts';

declare global {
  interface Window {
    readonly shopfile: { readonly bridge: Bridge; readonly host: HostBridge };
  }
}

/** As often as a question is asked again that met a busy backend. */
const mostRetries = 3;

/** Asks the backend; a question it was too busy for was not looked at, and is asked again by itself. */
export const ask: Bridge['ask'] = async (name, input) => {
  for (let retries = 0; ; retries += 1) {
    const reply = await window.shopfile.bridge.ask(name, input);
    const waitMs = reply.ok ? undefined : busyFor(reply.failure);
    if (waitMs === undefined || retries === mostRetries) return reply;
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
};

const busyFor = (failure: Failure): number | undefined =>
  failure.kind === 'unavailable' && failure.what === 'busy' ? failure.retryAfterMs : undefined;

/** Hears what the backend tells every window. */
export const listen: Bridge['listen'] = (name, tell) => window.shopfile.bridge.listen(name, tell);
/** Asks the main process for what only it can do. */
export const tellHost: HostBridge['tell'] = (name, call) => window.shopfile.host.tell(name, call);
/** Hears what the main process tells this window. */
export const hearHost: HostBridge['listen'] = (name, hear) => window.shopfile.host.listen(name, hear);
