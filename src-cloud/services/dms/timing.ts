/** The spans of exports, unless somebody runs them faster. */
import type { ExportTiming } from '../../../src-shared/domain/dms/export-job.ts';

export const usualTiming: ExportTiming = { leaseMs: 60_000, timeoutMs: 20_000, slackMs: 10_000, lagMs: 5 * 60_000 };
