// The requests that look at the versions of an estimate.

import { z } from 'zod';
import type { VersionId, WorkfileId } from '../base/ids.ts';
import type { ReadVersion } from '../domain/estimate/supplement/locked-version.ts';
import { id } from './change.ts';
import { type Nothing, nothing, request } from './request.ts';

/** The versions' entries of the door. */
export const versionRequests = {
  /** Reads a locked version with everything that it prints; `open` is the version being written. */
  'version.read': request<{ readonly workfileId: WorkfileId; readonly version: VersionId | 'open' }, ReadVersion>(
    z.strictObject({ workfileId: id<WorkfileId>(), version: z.union([z.literal('open'), id<VersionId>()]) }),
  ),
  /** Names those who write the shop's estimates, for whoever locks one. */
  'estimator.list': request<Nothing, readonly string[]>(nothing),
} as const;
