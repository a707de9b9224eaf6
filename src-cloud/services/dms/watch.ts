/** How long this process has seen an export stand still, by a stopwatch: clocks are set, and then jump by hours. */
import type { ExportJob } from '../../../src-shared/domain/dms/export-job.ts';
import type { ShopExport } from '../../db/dms-store.ts';

export type Watch = {
  /** For how many milliseconds it has been as it is now; 0 at the first look. */
  readonly stoodFor: (key: ShopExport, job: ExportJob) => number;
};

type Seen = { readonly fence: number; readonly kind: ExportJob['state']['kind']; readonly since: number };

/** What is forgotten for want of room is only waited for anew. */
const mostSeen = 10_000;

export function createWatch(stopwatch: () => number): Watch {
  const seen = new Map<string, Seen>();
  return {
    stoodFor({ shop, kind, subject }, { fence, state }) {
      const name = [shop, kind, subject].join(' ');
      const before = seen.get(name);
      if (before !== undefined && before.fence === fence && mayBeSame(before.kind, state.kind))
        return stopwatch() - before.since;
      seen.delete(name);
      seen.set(name, { fence, kind: state.kind, since: stopwatch() });
      const [oldest] = seen.keys();
      if (seen.size > mostSeen && oldest !== undefined) seen.delete(oldest);
      return 0;
    },
  };
}

/** A request that is given up leaves nothing of it on its way that was not there while it was waited for. */
const mayBeSame = (before: Seen['kind'], now: Seen['kind']): boolean =>
  before === now || (before === 'sending' && now === 'uncertain');
