// How who pays differs from what the newest locked version of the estimate says.
import { useEffect } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { isLocked } from '../../../src-shared/domain/estimate/estimate.ts';
import { type AgreedPart, changedSinceLock } from '../../../src-shared/domain/insurance/since-lock.ts';
import type { Problem } from '../../../src-ui/feedback/message-strip.tsx';
import type { FieldProps } from '../../../src-ui/fields/field-frame.tsx';
import { useClock } from '../../stores/clock.ts';
import { loadVersion, useReadVersions } from '../../stores/versions.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { lockedWith, sinceLockWords } from '../../words/people/since-lock-words.ts';

export type SinceLock = {
  /** What is said above the fields; undefined where nothing differs. */
  readonly words: Problem | undefined;
  /** What is said at a field. */
  readonly at: (part: AgreedPart) => Pick<FieldProps, 'problem' | 'problemTone'>;
};

export function useSinceLock(workfileId: WorkfileId): SinceLock {
  const last = useSheet(workfileId, (sheet) => sheet.versions.at(-1));
  const now = useSheet(workfileId, (sheet) => sheet.insurance);
  const locked = useSheet(workfileId, (sheet) => isLocked(sheet.estimate));
  const timeZone = useClock((clock) => clock.timeZone);
  const id = last?.id;
  useEffect(() => {
    if (id !== undefined) void loadVersion(workfileId, id);
  }, [workfileId, id]);
  const read = useReadVersions()[id ?? ''];
  if (last === undefined || read?.kind !== 'ready') return nothing;
  const { insurance } = read.value.facts;
  const parts = changedSinceLock(insurance, now);
  if (parts.length === 0) return nothing;
  return {
    words: sinceLockWords(parts, last, { isLocked: locked, timeZone }),
    at: (part) =>
      parts.includes(part) ? { problem: lockedWith(part, last.of.label, insurance), problemTone: 'warning' } : {},
  };
}

const nothing: SinceLock = { words: undefined, at: () => ({}) };
