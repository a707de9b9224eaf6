// “My lines”: canned operations and templates put into an estimate, and lines of an estimate kept as such.

import { create } from 'zustand';
import type { Failure } from '../../../src-shared/base/failure.ts';
import type { EstimateId, LineId, WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Result } from '../../../src-shared/base/result.ts';
import {
  type Canned,
  type CannedKind,
  contentOf,
  type LineContent,
} from '../../../src-shared/domain/library/canned.ts';
import { addLines } from '../workfile/edits.ts';
import { sheetOf } from '../workfile/workfiles.ts';
import { addToLibrary } from './library.ts';

/** The lines that are selected in the estimate in front, as its grid tells. */
export const useSelectedLines = create<{ readonly lineIds: readonly string[] }>()(() => ({ lineIds: [] }));
export const noteSelectedLines = (lineIds: readonly string[]): void => useSelectedLines.setState({ lineIds });

/** Puts lines behind the selected ones, or at the end of the estimate, as one step of undo. */
export async function insertLines(
  workfileId: WorkfileId,
  lines: readonly LineContent[],
): Promise<Result<readonly LineId[]> | undefined> {
  const sheet = sheetOf(workfileId);
  if (sheet === undefined || lines.length === 0) return undefined;
  const { lineIds } = useSelectedLines.getState();
  const selected = sheet.lines.filter(({ id }) => lineIds.includes(id));
  const after = (selected.at(-1) ?? sheet.lines.at(-1))?.id ?? null;
  const estimateId: EstimateId = sheet.estimate.id;
  return addLines(workfileId, { estimateId, after, lines: lines.map(contentOf) });
}

export const insertCanned = (workfileId: WorkfileId, { content }: Canned) =>
  insertLines(workfileId, content?.lines ?? []);

/** The selected lines of a workfile in their order, without their places. */
export function selectedContents(workfileId: WorkfileId): readonly LineContent[] {
  const { lineIds } = useSelectedLines.getState();
  return (sheetOf(workfileId)?.lines ?? []).filter(({ id }) => lineIds.includes(id)).map(contentOf);
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
