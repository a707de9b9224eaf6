// The long list: far jumps, paging, sorting, columns; only what is in view is drawn.
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { useArrayRows } from '../../src-ui/grid/array-rows.ts';
import { Grid } from '../../src-ui/grid/grid.tsx';
import { type ColumnLayout, untouchedLayout } from '../../src-ui/grid/model/column-layout.ts';
import { dataRow, type GridRow } from '../../src-ui/grid/model/row-source.ts';
import type { SortKey } from '../../src-ui/grid/model/sort.ts';
import { AppFrame } from '../../src-ui/theme/app-frame.tsx';
import { DemoList, type DemoListProps, jobColumns } from './demo/demo-list.tsx';
import type { Job } from './demo/demo-rows.ts';
import { jobAt } from './demo/demo-rows.ts';
import { cellElement, cellText, focusedPlace } from './grid-harness.tsx';

async function openList(props: Partial<DemoListProps> = {}): Promise<void> {
  await render(
    <AppFrame theme='light'>
      <div style={{ height: 500, display: 'flex' }}>
        <DemoList count={100_000} {...props} />
      </div>
    </AppFrame>,
  );
  await vi.waitFor(() => expect(cellText(0, 0)).toBe('48213'));
}

const drawnRows = (): number => document.querySelectorAll('.ui-grid-body [role=row]').length;

test('of 100,000 rows only those in view are drawn, and all are counted', async () => {
  await openList();
  expect(drawnRows()).toBeLessThan(60);
  expect(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')).toBe('100001');
  expect(cellElement(0, 0).closest('[role=row]')?.getAttribute('aria-rowindex')).toBe('2');
});

test('the focus follows far jumps and never falls to the page', async () => {
  await openList();
  await userEvent.click(cellElement(0, 0));
  await userEvent.keyboard('{Control>}{End}{/Control}');
  expect(focusedPlace()).toBe('99999:6');
  await vi.waitFor(() => expect(cellText(99_999, 0)).toBe(String(48213 - 99_999)));
  expect(cellElement(99_999, 0).getBoundingClientRect().bottom).toBeLessThanOrEqual(501);
  await userEvent.keyboard('{PageUp}{PageUp}');
  expect(focusedPlace()).toMatch(/^999\d\d:6$/);
  await userEvent.keyboard('{Control>}{Home}{/Control}');
  expect(focusedPlace()).toBe('0:0');
  expect(drawnRows()).toBeLessThan(60);
});

test('scrolling away keeps the focused row, and the next arrow comes back to it', async () => {
  await openList();
  await userEvent.click(cellElement(1, 2));
  const scroller = document.querySelector('.ui-grid-scroller') as HTMLElement;
  scroller.scrollTop = 1_000_000;
  await vi.waitFor(() => expect(document.querySelector('[data-row="41680"]')).not.toBeNull());
  expect(focusedPlace()).toBe('1:2');
  await userEvent.keyboard('{ArrowDown}');
  expect(focusedPlace()).toBe('2:2');
  await vi.waitFor(() => expect(scroller.scrollTop).toBeLessThan(100));
});

test('pages are fetched as they come into view, each once', async () => {
  const loaded: number[] = [];
  const onLoad = (first: number): void => void loaded.push(first);
  await openList({ onLoad });
  await userEvent.click(cellElement(0, 0));
  await userEvent.keyboard('{Control>}{End}{/Control}');
  await vi.waitFor(() => expect(cellText(99_999, 0)).not.toBe(''));
  expect(loaded).toContain(99_900);
  expect(new Set(loaded).size).toBe(loaded.length);
  expect(loaded.length).toBeLessThan(5);
});

test('Enter and a double click open a row', async () => {
  const onActivate = vi.fn();
  await openList({ onActivate });
  await userEvent.click(cellElement(3, 1));
  await userEvent.keyboard('{Enter}');
  await userEvent.dblClick(cellElement(5, 1));
  expect(onActivate.mock.calls).toEqual([['job-3'], ['job-5']]);
});

test('Shift+arrows select whole rows', async () => {
  await openList();
  await userEvent.click(cellElement(3, 1));
  await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  expect(document.querySelectorAll('.ui-grid-body [role=row][aria-selected=true]')).toHaveLength(3);
});

test('Ctrl+click selects rows that do not lie together', async () => {
  await openList();
  await userEvent.click(cellElement(3, 1));
  await userEvent.click(cellElement(6, 1), { modifiers: ['Control'] });
  expect(document.querySelectorAll('.ui-grid-body [role=row][aria-selected=true]')).toHaveLength(2);
});

const heading = (column: number): HTMLElement => cellElement(-1, column);

function Arranged({ onLayout }: { readonly onLayout: (layout: ColumnLayout) => void }) {
  const [layout, setLayout] = useState(untouchedLayout);
  const [sort, setSort] = useState<readonly SortKey[]>([]);
  const source = useArrayRows(rows);
  const change = (next: ColumnLayout): void => {
    setLayout(next);
    onLayout(next);
  };
  return (
    <AppFrame theme='light'>
      <div style={{ height: 400, display: 'flex' }}>
        <Grid
          label='Jobs'
          columns={jobColumns}
          source={source}
          layout={layout}
          onLayoutChange={change}
          sort={sort}
          onSortChange={setSort}
        />
      </div>
    </AppFrame>
  );
}

const rows: readonly GridRow<Job>[] = Array.from({ length: 20 }, (_, index) => dataRow(`job-${index}`, jobAt(index)));

test('the heading is reached with the arrow up and sorts with Enter', async () => {
  await render(<Arranged onLayout={vi.fn()} />);
  await userEvent.click(cellElement(0, 2));
  await userEvent.keyboard('{ArrowUp}{Enter}');
  expect(focusedPlace()).toBe('-1:2');
  expect(heading(2).getAttribute('aria-sort')).toBe('ascending');
  await userEvent.keyboard('{ArrowLeft}{Shift>}{Enter}{/Shift}');
  expect(heading(1).getAttribute('aria-sort')).toBe('ascending');
  expect(heading(2).getAttribute('aria-sort')).toBe('ascending');
  await userEvent.click(heading(2));
  expect(heading(2).getAttribute('aria-sort')).toBe('descending');
  expect(heading(1).getAttribute('aria-sort')).toBe('none');
});

test('columns are resized and moved by keyboard', async () => {
  const layouts: ColumnLayout[] = [];
  await render(<Arranged onLayout={(layout) => layouts.push(layout)} />);
  await userEvent.click(cellElement(0, 4));
  await userEvent.keyboard('{ArrowUp}{Shift>}{ArrowRight}{/Shift}');
  expect(layouts.at(-1)?.widths).toEqual({ claim: 118 });
  await userEvent.keyboard('{Control>}{ArrowLeft}{/Control}');
  expect(heading(3).getAttribute('aria-label')).toBe('Claim #');
  expect(focusedPlace()).toBe('-1:3');
});

test('a column is hidden and shown again in the heading’s menu, by keyboard', async () => {
  await render(<Arranged onLayout={vi.fn()} />);
  await userEvent.click(cellElement(0, 2));
  await userEvent.keyboard('{ArrowUp}{Shift>}{F10}{/Shift}');
  await vi.waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('menuitem'));
  await userEvent.keyboard('h{Enter}');
  await vi.waitFor(() => expect(heading(2).getAttribute('aria-label')).toBe('Vehicle'));
  await vi.waitFor(() => expect(focusedPlace()).toBe('-1:2'));
});

test('the menu of a row opens with Shift+F10 and gives the focus back', async () => {
  await openList();
  await userEvent.click(cellElement(2, 1));
  await userEvent.keyboard('{Shift>}{F10}{/Shift}');
  await vi.waitFor(() => expect(document.querySelector('[role=menuitem]')?.textContent).toContain('Open'));
  await userEvent.keyboard('{Escape}');
  await vi.waitFor(() => expect(focusedPlace()).toBe('2:1'));
});

test('an edge is dragged to make a column wider', async () => {
  const layouts: ColumnLayout[] = [];
  await render(<Arranged onLayout={(layout) => layouts.push(layout)} />);
  const edge = heading(0).querySelector('.ui-grid-edge') as HTMLElement;
  const at = edge.getBoundingClientRect();
  const pointer = (kind: string, x: number): void => {
    edge.dispatchEvent(
      new PointerEvent(kind, { bubbles: true, pointerId: 1, clientX: at.x + x, clientY: at.y + 5, buttons: 1 }),
    );
  };
  edge.setPointerCapture = () => undefined;
  pointer('pointerdown', 0);
  pointer('pointermove', 40);
  pointer('pointerup', 40);
  expect(layouts.at(-1)?.widths).toEqual({ number: 120 });
});
