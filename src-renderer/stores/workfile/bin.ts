// Putting workfiles into the bin and taking them out, from their own window and from the list.

import type { Failure } from '../../../src-shared/base/failure.ts';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { failureOf, send } from './edits.ts';

export const binWorkfile = (workfileId: WorkfileId): Promise<Failure | undefined> =>
  failureOf(send(workfileId, 'workfile.bin', { workfileId }));

export const restoreWorkfile = (workfileId: WorkfileId): Promise<Failure | undefined> =>
  failureOf(send(workfileId, 'workfile.restore', { workfileId }));

/** What came of several: how many went, and why the first of the others did not. */
export type Moved = { readonly done: readonly WorkfileId[]; readonly failure: Failure | undefined };

/** Does the same to several workfiles, one after the other. */
export async function forEach(
  ids: readonly WorkfileId[],
  act: (id: WorkfileId) => Promise<Failure | undefined>,
): Promise<Moved> {
  const done: WorkfileId[] = [];
  let failure: Failure | undefined;
  for (const id of ids) {
    const refused = await act(id);
    if (refused === undefined) done.push(id);
    else failure ??= refused;
  }
  return { done, failure };
}
