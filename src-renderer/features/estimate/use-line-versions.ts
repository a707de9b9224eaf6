// In which version each line of an estimate was made or last changed.
import { useDeferredValue, useEffect, useMemo } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { type LabelledLines, versionMarks } from '../../../src-shared/domain/estimate/supplement/version.ts';
import { loadVersion, useReadVersions } from '../../stores/versions.ts';
import { usePricedSheet } from '../../stores/workfile/priced-sheet.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';

/** Names the version of a line; the same function while none changes, and nothing until the locked versions are there. */
export function useLineVersions(workfileId: WorkfileId): (lineId: string) => string {
  const heads = useSheet(workfileId, (sheet) => sheet.versions);
  const label = useSheet(workfileId, (sheet) => sheet.estimate.version.label);
  const lines = useDeferredValue(usePricedSheet(workfileId).sheet.lines);
  const read = useReadVersions();
  useEffect(() => {
    for (const { id } of heads) void loadVersion(workfileId, id);
  }, [workfileId, heads]);
  const locked = useMemo(
    () => heads.flatMap(({ id }): readonly LabelledLines[] => (read[id]?.kind === 'ready' ? [read[id].value] : [])),
    [heads, read],
  );
  const before = useMemo(() => versionMarks(locked), [locked]);
  const last = locked.at(-1);
  // What was locked is not compared again with every keystroke, and a first version with nothing at all.
  const now = useMemo(
    () => (last === undefined || last.label === label ? noMarks : versionMarks([last, { label, lines }])),
    [last, label, lines],
  );
  const isThere = locked.length === heads.length;
  const first = locked[0]?.label ?? label;
  return useMemo(
    () => (lineId) => (isThere ? (now.get(lineId) ?? before.get(lineId) ?? first) : ''),
    [isThere, now, before, first],
  );
}

const noMarks: ReadonlyMap<string, string> = new Map();
