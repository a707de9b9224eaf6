// The only file that knows what the preload puts on the window: the doors to the backend and to the main process.

import type { HostBridge } from '../../src-shared/ipc/host.ts';
import type { Bridge } from '../../src-shared/ipc/notices.ts';

declare global {
  interface Window {
    readonly shopfile: { readonly bridge: Bridge; readonly host: HostBridge };
  }
}

/** Asks the backend. */
export const ask: Bridge['ask'] = (name, input) => window.shopfile.bridge.ask(name, input);
/** Hears what the backend tells every window. */
export const listen: Bridge['listen'] = (name, tell) => window.shopfile.bridge.listen(name, tell);
/** Asks the main process for what only it can do. */
export const tellHost: HostBridge['tell'] = (name, call) => window.shopfile.host.tell(name, call);
/** Hears what the main process tells this window. */
export const hearHost: HostBridge['listen'] = (name, hear) => window.shopfile.host.listen(name, hear);
