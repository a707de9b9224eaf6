// What was typed into cells and is on its way: pending, or refused with its text kept.
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useAnnounce } from '../feedback/live-region.tsx';
import type { GridProps } from './grid-props.ts';
import type { CellAddress, CellDraft } from './model/cell.ts';
import type { RowSource } from './model/row-source.ts';

/** Typed text that the row's data does not hold (yet). */
export type KeptText = {
  readonly text: string;
  /** As it is shown: a choice's label rather than its value. */
  readonly shown: string;
  /** Why it was refused; undefined while it is on its way. */
  readonly refusal: string | undefined;
};

export type KeptByColumn = ReadonlyMap<string, KeptText>;

export type Entry = CellAddress & { readonly text: string; readonly shown: string };

export type Commits = {
  readonly keptIn: (rowKey: string) => KeptByColumn | undefined;
  readonly keep: (cell: CellAddress, kept: KeptText) => void;
  readonly forget: (cell: CellAddress) => void;
  /** The refusal if it came at once. */
  readonly send: (entry: Entry) => string | undefined;
};

type CommitOptions<Row> = Pick<GridProps<Row>, 'onCommit' | 'drafts' | 'source'>;

/** Commits of one row are sent one after the other: the first may be what makes the row. */
export function useCommits<Row>({ onCommit, drafts = [], source }: CommitOptions<Row>): Commits {
  const [keptByRow, setKeptByRow] = useState(() => drafts.reduce(withDraft, new Map()));
  const latest = useRef(onCommit);
  const chains = useRef(new Map<string, Promise<unknown>>());
  const announce = useAnnounce();
  useLayoutEffect(() => {
    latest.current = onCommit;
  }, [onCommit]);

  if (withoutGone(keptByRow, source) !== keptByRow) setKeptByRow((map) => withoutGone(map, source));

  const keep = useCallback((cell: CellAddress, kept: KeptText) => setKeptByRow((map) => withKept(map, cell, kept)), []);
  const forget = useCallback((cell: CellAddress) => setKeptByRow((map) => withoutKept(map, cell)), []);

  const send = useCallback(
    (entry: Entry): string | undefined => {
      const { rowKey, columnId, text } = entry;
      const before = chains.current.get(rowKey);
      const answer = before
        ? before.then(() => latest.current?.({ rowKey, columnId }, text))
        : latest.current?.({ rowKey, columnId }, text);
      if (!(answer instanceof Promise)) {
        if (answer === undefined) forget(entry);
        return answer;
      }
      const mine: KeptText = { text, shown: entry.shown, refusal: undefined };
      keep(entry, mine);
      const settled = answer.then((refusal) => {
        setKeptByRow((map) => settle(map, entry, mine, refusal));
        if (refusal !== undefined) announce(refusal, 'assertive');
        if (chains.current.get(rowKey) === settled) chains.current.delete(rowKey);
      });
      chains.current.set(rowKey, settled);
      return undefined;
    },
    [keep, forget, announce],
  );

  return useMemo(
    () => ({ keptIn: (rowKey) => keptByRow.get(rowKey), keep, forget, send }),
    [keptByRow, keep, forget, send],
  );
}

type KeptByRow = ReadonlyMap<string, KeptByColumn>;

function withKept(map: KeptByRow, { rowKey, columnId }: CellAddress, kept: KeptText): KeptByRow {
  return new Map(map).set(rowKey, new Map(map.get(rowKey)).set(columnId, kept));
}

const withDraft = (map: KeptByRow, { cell, text, reason }: CellDraft): KeptByRow =>
  withKept(map, cell, { text, shown: text, refusal: reason });

function withoutKept(map: KeptByRow, { rowKey, columnId }: CellAddress): KeptByRow {
  if (!map.get(rowKey)?.has(columnId)) return map;
  const columns = new Map(map.get(rowKey));
  columns.delete(columnId);
  const rows = new Map(map);
  if (columns.size > 0) rows.set(rowKey, columns);
  else rows.delete(rowKey);
  return rows;
}

/** Text goes with its row: a row that comes back shows what it holds. */
function withoutGone<Row>(map: KeptByRow, source: RowSource<Row>): KeptByRow {
  const there = [...map].filter(([rowKey]) => source.indexOf(rowKey) !== undefined);
  return there.length === map.size ? map : new Map(there);
}

/** An answer counts only for the text it was given for; newer text in the cell stays. */
function settle(map: KeptByRow, cell: CellAddress, mine: KeptText, refusal: string | undefined): KeptByRow {
  if (map.get(cell.rowKey)?.get(cell.columnId) !== mine) return map;
  return refusal === undefined ? withoutKept(map, cell) : withKept(map, cell, { ...mine, refusal });
}
