/** Has workers look at exports when their time comes. */
import type { ShopExport, Wake } from '../db/dms-store.ts';

export type ExportQueue = {
  readonly wake: Wake;
  /** From now on workers attend to what wakes them. */
  readonly start: (attend: (one: ShopExport) => Promise<void>) => Promise<void>;
  readonly close: () => Promise<void>;
};

type Ports = { readonly clock: () => number; readonly log: (event: string, fields: { name: string }) => void };

/** A waking waits in this process; the transaction that asked for it holds the shop, so it is over by then. */
export function createExportQueue({ clock, log }: Ports): ExportQueue {
  const timers = new Set<NodeJS.Timeout>();
  const busy = new Set<Promise<void>>();
  let attend: (one: ShopExport) => Promise<void> = async () => undefined;
  const begin = (one: ShopExport) => {
    const done = attend(one).catch((error: unknown) =>
      log('export-failed', { name: error instanceof Error ? error.name : typeof error }),
    );
    busy.add(done);
    void done.finally(() => busy.delete(done));
  };
  return {
    async wake(_sql, one, at) {
      const timer = setTimeout(
        () => {
          timers.delete(timer);
          begin(one);
        },
        Math.max(0, at - clock()),
      );
      timers.add(timer);
    },
    async start(work) {
      attend = work;
    },
    async close() {
      for (const timer of timers) clearTimeout(timer);
      await Promise.all(busy);
    },
  };
}
