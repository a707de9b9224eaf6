// Keeps which rows of the grid are lines to be, from the first keystroke in a blank row on.
import { useCallback, useMemo, useRef, useState } from 'react';
import type { LineId, WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Line } from '../../../src-shared/domain/estimate/line.ts';
import type { LineGroups } from '../../../src-shared/ipc/requests.ts';
import { insertLines } from '../../stores/workfile/line-edits.ts';
import { newLineId } from '../../stores/workfile/line-id.ts';
import { sheetOf } from '../../stores/workfile/workfiles.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import {
  insertLine,
  isBlank,
  leaveBlank,
  makeLine,
  newLine,
  openBook,
  type RowBook,
  settleLine,
  touchBlank,
  unmakeLine,
} from './line-row.ts';

/** A row's key is the id of its line, also before there is one. */
export type RowLines = {
  readonly book: RowBook;
  /** The line of a row; undefined for a blank row and for one whose line is still on its way. */
  readonly lineOf: (id: LineId) => Line | undefined;
  /** The line of a row once it is there. */
  readonly whenThere: (id: LineId) => Promise<Line | undefined>;
  /** The last line, there or on its way. */
  readonly lastLine: () => LineId | undefined;
  readonly isFree: (id: LineId) => boolean;
  /** The first blank row but this one. */
  readonly nextBlank: (id?: LineId) => LineId | undefined;
  /** A blank row is typed into, or no longer. */
  readonly touch: (id: LineId) => void;
  readonly leave: (id: LineId) => void;
  /** Makes a line of a blank row; answers why not. */
  readonly make: (id: LineId, change: LineGroups) => Promise<string | undefined>;
  /** Puts an empty line below another; its row is there before the backend answers. */
  readonly insertBelow: (after: LineId) => { readonly id: LineId; readonly refusal: Promise<string | undefined> };
};

/** `typed` are the lines to be that hold text from before. */
export function useRowBook(workfileId: WorkfileId, typed: readonly LineId[]): RowLines {
  const { book, latest, turn } = useBook(typed);
  const making = useRef(new Map<LineId, Promise<unknown>>());

  const reads = useMemo(() => {
    const lines = (): readonly Line[] => sheetOf(workfileId)?.lines ?? [];
    const lineOf = (id: LineId): Line | undefined => lines().find((line) => line.id === id);
    const lastLine = (): LineId | undefined => {
      const made = latest.current.made.findLast(({ line, after }) => after === undefined && !lineOf(line.id));
      return made?.line.id ?? lines().at(-1)?.id;
    };
    const whenThere = async (id: LineId): Promise<Line | undefined> => {
      await making.current.get(id);
      return lineOf(id);
    };
    const isFree = (id: LineId): boolean => isBlank(latest.current, id) && lineOf(id) === undefined;
    const nextBlank = (id?: LineId): LineId | undefined => latest.current.blanks.find((blank) => blank !== id);
    return { lineOf, lastLine, whenThere, isFree, nextBlank };
  }, [workfileId, latest]);

  const writes = useMemo(() => {
    const add = async (id: LineId, change: LineGroups, after: LineId | undefined): Promise<string | undefined> => {
      const adding = insertLines(workfileId, [{ id, ...change }], after);
      making.current.set(id, adding);
      const reply = await adding;
      making.current.delete(id);
      turn((reply.ok ? settleLine : unmakeLine)(latest.current, id));
      return reply.ok ? undefined : wordBriefly(reply.failure);
    };
    const make = (id: LineId, change: LineGroups): Promise<string | undefined> => {
      const after = reads.lastLine();
      turn(makeLine(latest.current, { ...newLine, ...change, id }, newLineId()));
      return add(id, change, after);
    };
    const insertBelow = (after: LineId): { readonly id: LineId; readonly refusal: Promise<string | undefined> } => {
      const id = newLineId();
      turn(insertLine(latest.current, id, after));
      return { id, refusal: add(id, {}, after) };
    };
    const touch = (id: LineId): void => turn(touchBlank(latest.current, id, newLineId()));
    const leave = (id: LineId): void => turn(leaveBlank(latest.current, id));
    return { make, insertBelow, touch, leave };
  }, [workfileId, reads, latest, turn]);
  return useMemo(() => ({ ...reads, ...writes, book }), [reads, writes, book]);
}

function useBook(typed: readonly LineId[]) {
  const [book, setBook] = useState(() => openBook(newLineId(), typed));
  // The handlers of one key press follow each other faster than rows are drawn: they read this one.
  const latest = useRef(book);
  const turn = useCallback((next: RowBook): void => {
    latest.current = next;
    setBook(next);
  }, []);
  return { book, latest, turn };
}
