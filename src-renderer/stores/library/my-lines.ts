// “My lines”: canned operations and templates put into an estimate, and lines of an estimate kept as such.

import { create } from 'zustand';
import type { Failure } from '../../../src-shared/base/failure.ts';
import type { LineId, WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Result } from '../../../src-shared/base/result.ts';
import type { Line } from '../../../src-shared/domain/estimate/line.ts';
import {
  type Canned,
  type CannedKind,
  contentOf,
  type LineContent,
} from '../../../src-shared/domain/library/canned.ts';
import { insertLines } from '../workfile/line-edits.ts';
import { sheetOf } from '../workfile/workfiles.ts';
import { addToLibrary } from './library.ts';

/** The lines that are selected in the estimate in front, as its grid tells. */
export const useSelectedLines = create<{ readonly lineIds: readonly string[] }>()(() => ({ lineIds: [] }));
export const noteSelectedLines = (lineIds: readonly string[]): void => useSelectedLines.setState({ lineIds });

/** Puts kept lines behind the selected ones, or at the end of the estimate, as one step of undo. */
export const insertCanned = (workfileId: WorkfileId, { content }: Canned): Promise<Result<readonly LineId[]>> =>
  insertLines(workfileId, (content?.lines ?? []).map(contentOf), selectedLines(workfileId).at(-1)?.id);

/** The selected lines of a workfile in their order, without their places. */
export const selectedContents = (workfileId: WorkfileId): readonly LineContent[] =>
  selectedLines(workfileId).map(contentOf);

function selectedLines(workfileId: WorkfileId): readonly Line[] {
  const chosen = new Set(useSelectedLines.getState().lineIds);
  return (sheetOf(workfileId)?.lines ?? []).filter(({ id }) => chosen.has(id));
}

export type Keeping = { readonly name: string; readonly kind: CannedKind; readonly keywords: string };

/** Keeps lines under a name. */
export async function keepLines(about: Keeping, lines: readonly LineContent[]): Promise<Failure | undefined> {
  const reply = await addToLibrary({
    kind: 'canned',
    records: [{ about, content: { lines } as Canned['content'] & object }],
  });
  return reply.ok ? undefined : reply.failure;
}
