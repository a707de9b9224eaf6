// The requests about the life of a workfile that are edits: into the bin, and out of it.

import { z } from 'zod';
import type { WorkfileId } from '../../base/ids.ts';
import { id } from '../change.ts';
import { request } from '../request.ts';

type OfWorkfile = { readonly workfileId: WorkfileId };
const ofWorkfile = z.strictObject({ workfileId: id<WorkfileId>() });

/** The life's entries of the door. */
export const lifeRequests = {
  /** Puts a workfile into the bin, where it is listed for thirty days; undo and restoring take it out again. */
  'workfile.bin': request<OfWorkfile, null>(ofWorkfile),
  /** Takes a workfile out of the bin. */
  'workfile.restore': request<OfWorkfile, null>(ofWorkfile),
} as const;
