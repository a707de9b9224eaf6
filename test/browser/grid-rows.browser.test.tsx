// Rows that come and go under a person's hands: lines being made, news from elsewhere, lists fetched again.
import { useCallback, useMemo, useState } from 'react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { useArrayRows } from '../../src-ui/grid/array-rows.ts';
import { Grid } from '../../src-ui/grid/grid.tsx';
import type { CellAddress } from '../../src-ui/grid/model/cell.ts';
import { blankRow, dataRow } from '../../src-ui/grid/model/row-source.ts';
import { usePagedRows } from '../../src-ui/grid/paged-rows.ts';
import { AppFrame } from '../../src-ui/theme/app-frame.tsx';
import { cellElement, cellText, columns, editorBox, focusedPlace, type TestRow } from './grid-harness.tsx';

const later = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** A sheet whose blank rows become lines when something is committed into them, after a moment; as soon as one is
 * typed into, another stands below it. */
function Growing() {
  const [lines, setLines] = useState<readonly TestRow[]>([]);
  const [blanks, setBlanks] = useState(['line1']);
  const source = useArrayRows(
    useMemo(
      () =>
        blanks.map((key) => {
          const line = lines.find((made) => made.id === key);
          return line ? dataRow(key, line) : blankRow(key, { id: key, cells: {} });
        }),
      [lines, blanks],
    ),
  );
  const commit = async (cell: CellAddress, text: string): Promise<undefined> => {
    await later(20);
    setLines((before) => {
      const line = before.find((made) => made.id === cell.rowKey) ?? { id: cell.rowKey, cells: {} };
      const changed = { ...line, cells: { ...line.cells, [cell.columnId]: text } };
      return [...before.filter((other) => other.id !== cell.rowKey), changed];
    });
  };
  const draft = (cell: CellAddress): void =>
    setBlanks((before) => (before.at(-1) === cell.rowKey ? [...before, `line${before.length + 1}`] : before));
  return (
    <AppFrame theme='light'>
      <div style={{ height: 300, display: 'flex' }}>
        <Grid label='Lines' columns={columns} source={source} onCommit={commit} onDraft={draft} />
      </div>
    </AppFrame>
  );
}

test('lines are typed one after the other into the blank row at the end', async () => {
  await render(<Growing />);
  await userEvent.click(cellElement(0, 1));
  await userEvent.keyboard('rep{Tab}Bumper{Tab}2.1{Enter}bl{Tab}Fender{Tab}0.5{Enter}rp{Tab}Door{Tab}3{Enter}');
  expect(focusedPlace()).toBe('3:1');
  await vi.waitFor(() => expect(document.querySelector('[data-mark=pending]')).toBeNull());
  const written = [0, 1, 2].map((row) => [1, 2, 3].map((column) => cellText(row, column)));
  expect(written).toEqual([
    ['RR', 'Bumper', '2.1'],
    ['BL', 'Fender', '0.5'],
    ['RP', 'Door', '3'],
  ]);
});

function Shared() {
  const [ids, setIds] = useState<readonly string[]>(['a', 'b', 'c']);
  const source = useArrayRows(useMemo(() => ids.map((id) => dataRow(id, { id, cells: {} })), [ids]));
  return (
    <AppFrame theme='light'>
      <div style={{ height: 300, display: 'flex' }}>
        <Grid label='Lines' columns={columns} source={source} onCommit={() => undefined} />
      </div>
      <button
        type='button'
        onPointerDown={(event) => event.preventDefault()}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setIds((before) => ['new', ...before])}
      >
        arrive
      </button>
    </AppFrame>
  );
}

test('a row that arrives above does not disturb typing', async () => {
  await render(<Shared />);
  await userEvent.click(cellElement(1, 2));
  await userEvent.keyboard('half a ');
  const box = editorBox();
  await userEvent.click(page.getByText('arrive'));
  await vi.waitFor(() => expect(cellText(0, 0)).toBe('new'));
  await userEvent.keyboard('word');
  expect(editorBox()).toBe(box);
  expect(editorBox()?.value).toBe('half a word');
  const editor = editorBox()?.getBoundingClientRect();
  const cell = cellElement(2, 2).getBoundingClientRect();
  expect(editor?.top).toBe(cell.top);
  expect(editor?.left).toBe(cell.left);
});

type ListProps = { readonly revision: number; readonly count: number };

function List({ revision, count }: ListProps) {
  const load = useCallback(
    async (first: number, limit: number): Promise<readonly TestRow[]> => {
      await later(5);
      return Array.from({ length: Math.min(limit, count - first) }, (_, index) => ({
        id: `r${first + index}`,
        cells: { words: `read ${revision}` },
      }));
    },
    [revision, count],
  );
  const source = usePagedRows({ count, load, keyOf: (row: TestRow) => row.id, revision });
  return (
    <AppFrame theme='light'>
      <div style={{ height: 300, display: 'flex' }}>
        <Grid label='List' columns={columns} source={source} select='rows' empty={<p>Nothing here</p>} />
      </div>
    </AppFrame>
  );
}

test('a list that is read again shows the old rows until the new ones are there, and keeps the place', async () => {
  const screen = await render(<List revision={1} count={5000} />);
  await vi.waitFor(() => expect(cellText(0, 2)).toBe('read 1'));
  await userEvent.click(cellElement(3, 0));
  await screen.rerender(<List revision={2} count={5000} />);
  expect(cellText(3, 2)).toBe('read 1');
  await vi.waitFor(() => expect(cellText(3, 2)).toBe('read 2'));
  expect(focusedPlace()).toBe('3:0');
});

test('a list that gets shorter keeps the focus in it; an empty one says so', async () => {
  const screen = await render(<List revision={1} count={5000} />);
  await vi.waitFor(() => expect(cellText(0, 2)).toBe('read 1'));
  await userEvent.click(cellElement(5, 0));
  await screen.rerender(<List revision={2} count={3} />);
  await vi.waitFor(() => expect(focusedPlace()).toBe('2:0'));
  await screen.rerender(<List revision={3} count={0} />);
  await expect.element(page.getByText('Nothing here')).toBeInTheDocument();
  expect(document.activeElement?.getAttribute('role')).toBe('grid');
});
