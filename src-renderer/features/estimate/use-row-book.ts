// Keeps which row of the grid is which line, from the first keystroke in a blank row on.
import { useCallback, useMemo, useRef, useState } from 'react';
import type { LineId, WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Line } from '../../../src-shared/domain/estimate/line.ts';
import { insertLines } from '../../stores/workfile/line-edits.ts';
import { sheetOf } from '../../stores/workfile/workfiles.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import type { LineChange } from './line-cell.ts';
import {
  insertLine,
  isBlank,
  leaveBlank,
  makeLine,
  nameLine,
  newLine,
  openBook,
  type RowBook,
  touchBlank,
  unmakeLine,
} from './line-row.ts';

export type RowLines = {
  readonly book: RowBook;
  /** The id of a row's line; undefined for a blank row and for one whose line is still on its way. */
  readonly idOf: (rowKey: string) => LineId | undefined;
  readonly lineOf: (rowKey: string) => Line | undefined;
  /** The line of a row once it is there. */
  readonly whenNamed: (rowKey: string) => Promise<Line | undefined>;
  readonly isFree: (rowKey: string) => boolean;
  /** The first blank row but this one. */
  readonly nextBlank: (rowKey?: string) => string | undefined;
  /** A blank row is typed into, or no longer. */
  readonly touch: (rowKey: string) => void;
  readonly leave: (rowKey: string) => void;
  /** Makes a line of a blank row; answers why not. */
  readonly make: (rowKey: string, change: LineChange) => Promise<string | undefined>;
  /** Puts an empty line below another; its row is there before the backend answers. */
  readonly insertBelow: (after: LineId) => { readonly key: string; readonly refusal: Promise<string | undefined> };
};

export function useRowBook(workfileId: WorkfileId): RowLines {
  const { book, latest, turn } = useBook();
  const ids = useRef(new Map<string, LineId>());
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const making = useRef(new Map<string, Promise<unknown>>());

  const touch = useCallback((rowKey: string): void => turn(touchBlank(latest.current, rowKey)), [latest, turn]);
  const leave = useCallback((rowKey: string): void => turn(leaveBlank(latest.current, rowKey)), [latest, turn]);

  const add = useCallback(
    async (rowKey: string, change: LineChange, after?: LineId): Promise<string | undefined> => {
      // One after the other: the end of the estimate is where the line before it came to stand.
      const adding = queue.current.then(async () => {
        const reply = await insertLines(workfileId, [change], after);
        const [id] = reply.ok ? reply.value : [];
        if (id !== undefined) ids.current.set(rowKey, id);
        turn(id === undefined ? unmakeLine(latest.current, rowKey) : nameLine(latest.current, rowKey, id));
        return reply;
      });
      queue.current = adding;
      making.current.set(rowKey, adding);
      const reply = await adding;
      making.current.delete(rowKey);
      return reply.ok ? undefined : wordBriefly(reply.failure);
    },
    [workfileId, latest, turn],
  );
  const make = useCallback(
    (rowKey: string, change: LineChange): Promise<string | undefined> => {
      turn(makeLine(latest.current, rowKey, { ...newLine, ...change }));
      return add(rowKey, change);
    },
    [latest, turn, add],
  );
  const insertBelow = useCallback(
    (after: LineId): { readonly key: string; readonly refusal: Promise<string | undefined> } => {
      const { book: next, key } = insertLine(latest.current, after);
      turn(next);
      return { key, refusal: add(key, {}, after) };
    },
    [latest, turn, add],
  );

  const reads = useMemo(() => {
    const idOf = (rowKey: string): LineId | undefined =>
      rowKey.startsWith('new-') ? ids.current.get(rowKey) : (rowKey as LineId);
    const lineOf = (rowKey: string): Line | undefined => {
      const id = idOf(rowKey);
      return sheetOf(workfileId)?.lines.find((line) => line.id === id);
    };
    const whenNamed = async (rowKey: string): Promise<Line | undefined> => {
      await making.current.get(rowKey);
      return lineOf(rowKey);
    };
    const isFree = (rowKey: string): boolean => isBlank(latest.current, rowKey);
    const nextBlank = (rowKey?: string): string | undefined => latest.current.blanks.find((key) => key !== rowKey);
    return { idOf, lineOf, whenNamed, isFree, nextBlank };
  }, [workfileId, latest]);
  return { ...reads, book, touch, leave, make, insertBelow };
}

function useBook() {
  const [book, setBook] = useState(openBook);
  // The handlers of one key press follow each other faster than rows are drawn: they read this one.
  const latest = useRef(book);
  const turn = useCallback((next: RowBook): void => {
    latest.current = next;
    setBook(next);
  }, []);
  return { book, latest, turn };
}
