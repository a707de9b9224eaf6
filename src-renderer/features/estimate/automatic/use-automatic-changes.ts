// What an edit changed beside its own line: noted when it is in, forgotten with the next edit.
import { useCallback, useMemo, useState } from 'react';
import type { WorkfileId } from '../../../../src-shared/base/ids.ts';
import { automaticChanges } from '../../../../src-shared/domain/estimate/refinish/automatic-changes.ts';
import type { AutomaticTimes } from '../../../../src-shared/domain/estimate/refinish/automatic-rows.ts';
import { say } from '../../../stores/shell.ts';
import { pricedSheet, usePricedSheet } from '../../../stores/workfile/priced-sheet.ts';
import { sheetOf } from '../../../stores/workfile/workfiles.ts';
import { changedRows } from '../../../words/automatic-words.ts';
import { lineNamer } from './name-line.ts';

export type Consequences = {
  /** In words; empty while there is nothing to say. */
  readonly words: readonly string[];
  readonly note: (before: AutomaticTimes, edited: string) => void;
  readonly forget: () => void;
};

type Noted = { readonly words: readonly string[]; readonly after: AutomaticTimes };

export function useAutomaticChanges(workfileId: WorkfileId): Consequences {
  const [noted, setNoted] = useState<Noted>();
  const { times } = usePricedSheet(workfileId).sheet;

  const note = useCallback(
    (before: AutomaticTimes, edited: string): void => {
      const sheet = sheetOf(workfileId);
      if (sheet === undefined) return;
      const priced = pricedSheet(sheet).sheet;
      // A row set by hand is no news to the hand that set it.
      const changes = automaticChanges(before, priced.times).filter(({ key }) => key !== edited);
      if (changes.length === 0) return;
      const words = changedRows(changes, before, priced.times, lineNamer(priced.lines));
      setNoted({ words, after: priced.times });
      say(`This also changed ${words.join('; ')}`);
    },
    [workfileId],
  );
  const forget = useCallback(() => setNoted(undefined), []);
  // Undone or edited elsewhere, the words are of the past.
  const isCurrent = noted !== undefined && automaticChanges(noted.after, times).length === 0;
  const words = isCurrent ? noted.words : nothing;
  return useMemo(() => ({ words, note, forget }), [words, note, forget]);
}

const nothing: readonly string[] = [];
