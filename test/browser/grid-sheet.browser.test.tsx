// The sheet, driven by real key presses: typing, committing, refusing, moving, copying.
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { cellElement, cellText, editorBox, focusedPlace, Sheet } from './grid-harness.tsx';

async function start(props: Parameters<typeof Sheet>[0], row = 0, column = 2): Promise<void> {
  await render(<Sheet {...props} />);
  await userEvent.click(cellElement(row, column));
}

test('a hundred edits by keyboard all arrive, each in its cell', async () => {
  const committed: string[] = [];
  await start({ rowCount: 200, onCommitted: (cell, text) => committed.push(`${cell.rowKey}=${text}`) });
  await userEvent.keyboard(Array.from({ length: 100 }, (_, index) => `${index + 1}{Enter}`).join(''));
  expect(committed).toEqual(Array.from({ length: 100 }, (_, index) => `r${index + 1}=${index + 1}`));
  expect(focusedPlace()).toBe('100:2');
  expect(cellText(99, 2)).toBe('100');
});

test('Tab commits and goes right, Enter then goes down to where the Tabs began', async () => {
  await start({ rowCount: 5 });
  await userEvent.keyboard('Bumper{Tab}2.1{Enter}Grille{Tab}');
  expect(cellText(0, 2)).toBe('Bumper');
  expect(cellText(0, 3)).toBe('2.1');
  expect(cellText(1, 2)).toBe('Grille');
  expect(focusedPlace()).toBe('1:3');
});

test('Shift+Tab and Shift+Enter go back, Tab skips what cannot be typed into', async () => {
  await start({ rowCount: 5 }, 1, 1);
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
  expect(focusedPlace()).toBe('0:3');
  await userEvent.keyboard('{ArrowDown}7{Shift>}{Enter}{/Shift}');
  expect(cellText(1, 3)).toBe('7');
  expect(focusedPlace()).toBe('0:3');
});

test('typing overwrites, F2 edits what is there, Escape takes it back', async () => {
  await start({ rowCount: 3, first: 'Fender' });
  await userEvent.keyboard('x');
  expect(editorBox()?.value).toBe('x');
  await userEvent.keyboard('{Escape}');
  expect(cellText(0, 2)).toBe('Fender');
  await userEvent.keyboard('{F2} LT{ArrowLeft}{ArrowLeft}-{Enter}');
  expect(cellText(0, 2)).toBe('Fender -LT');
  expect(focusedPlace()).toBe('1:2');
});

test('an arrow commits while typing over', async () => {
  await start({ rowCount: 3 });
  await userEvent.keyboard('Hood{ArrowRight}');
  expect(cellText(0, 2)).toBe('Hood');
  expect(focusedPlace()).toBe('0:3');
});

test('a refused text stays in the editor with its reason', async () => {
  await start(
    { rowCount: 3, judge: (_cell, text) => (text.startsWith('-') ? 'Hours are never negative.' : undefined) },
    0,
    3,
  );
  await userEvent.keyboard('-2{Enter}');
  expect(editorBox()?.value).toBe('-2');
  expect(editorBox()?.getAttribute('aria-invalid')).toBe('true');
  expect(document.querySelector('#ui-grid-problem')?.textContent).toBe('Hours are never negative.');
  await userEvent.keyboard('{Backspace}{Backspace}2{Enter}');
  expect(cellText(0, 3)).toBe('2');
});

test('a text refused later stands in its cell with the reason, while one types on', async () => {
  const answers: ((refusal: string | undefined) => void)[] = [];
  await start({ rowCount: 3, judge: () => new Promise((answer) => answers.push(answer)) });
  await userEvent.keyboard('first{Enter}sec');
  expect(cellElement(0, 2).dataset.mark).toBe('pending');
  answers[0]?.('Locked on the server.');
  await vi.waitFor(() => expect(cellElement(0, 2).getAttribute('aria-invalid')).toBe('true'));
  expect(editorBox()?.value).toBe('sec');
  expect(cellText(0, 2)).toBe('first');
  const note = document.getElementById(cellElement(0, 2).getAttribute('aria-describedby') ?? '');
  expect(note?.textContent).toBe('Locked on the server.');
  await userEvent.keyboard('{Escape}{ArrowUp}{F2}');
  expect(editorBox()?.value).toBe('first');
});

test('a refused text is given up with Escape', async () => {
  await start({ rowCount: 3, first: 'kept', judge: async () => 'No.' });
  await userEvent.keyboard('new{Enter}{ArrowUp}');
  await vi.waitFor(() => expect(cellText(0, 2)).toBe('new'));
  await vi.waitFor(() => expect(cellElement(0, 2).dataset.mark).toBe('error'));
  await userEvent.keyboard('{Escape}');
  await vi.waitFor(() => expect(cellText(0, 2)).toBe('kept'));
});

test('commits of one row are sent one after the other', async () => {
  const order: string[] = [];
  let release: (() => void) | undefined;
  const judge = (cell: { columnId: string }, text: string): Promise<undefined> => {
    order.push(text);
    return new Promise((answer) => {
      if (cell.columnId === 'words') release = () => answer(undefined);
      else answer(undefined);
    });
  };
  await start({ rowCount: 3, judge });
  await userEvent.keyboard('one{Tab}2{Enter}');
  expect(order).toEqual(['one']);
  release?.();
  await vi.waitFor(() => expect(order).toEqual(['one', '2']));
  await vi.waitFor(() => expect(cellElement(0, 3).dataset.mark).toBeUndefined());
  expect(cellText(0, 3)).toBe('2');
});

test('a text that is too long is refused and kept whole', async () => {
  await start({ rowCount: 3 });
  await userEvent.keyboard('a{Escape}');
  await userEvent.keyboard('{F2}');
  await userEvent.fill(editorBox() as HTMLElement, 'z'.repeat(30_000));
  await userEvent.keyboard('{Enter}');
  expect(editorBox()?.value).toHaveLength(30_000);
  expect(document.querySelector('#ui-grid-problem')?.textContent).toContain('30,000 characters, at most 20');
});

test('leaving the editor with the mouse is an edit, too', async () => {
  await start({ rowCount: 4 });
  await userEvent.keyboard('Door');
  await userEvent.click(cellElement(2, 3));
  expect(cellText(0, 2)).toBe('Door');
  expect(focusedPlace()).toBe('2:3');
});

test('a choice is found by its first letters, in any case', async () => {
  const committed: string[] = [];
  await start({ rowCount: 3, onCommitted: (_cell, text) => committed.push(text) }, 0, 1);
  await userEvent.keyboard('BL{Tab}{ArrowDown}{ArrowLeft}r{ArrowDown}{Enter}');
  expect(committed).toEqual(['BL', 'RP']);
});

test('a text that is no choice is refused', async () => {
  await start({ rowCount: 3 }, 0, 1);
  await userEvent.keyboard('xyz{Enter}');
  expect(editorBox()?.value).toBe('xyz');
  expect(document.querySelector('#ui-grid-problem')?.textContent).toBe('“xyz” is not in the list.');
});

test('drafts are told with every letter and end with the commit', async () => {
  const drafts: (string | undefined)[] = [];
  await start({ rowCount: 3, onDraft: (_cell, text) => drafts.push(text) });
  await userEvent.keyboard('ab{Enter}');
  expect(drafts).toEqual(['a', 'ab', undefined]);
});

test('a draft opens its editor again', async () => {
  await render(
    <Sheet
      rowCount={3}
      drafts={[{ cell: { rowKey: 'r2', columnId: 'words' }, text: 'half a wor', reason: 'Not saved', open: true }]}
    />,
  );
  await vi.waitFor(() => expect(editorBox()?.value).toBe('half a wor'));
  await userEvent.keyboard('d{Enter}');
  expect(cellText(1, 2)).toBe('half a word');
});

test('Delete clears the selected cells', async () => {
  await start({ rowCount: 4, first: 'gone' });
  await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}{Delete}');
  expect(cellText(0, 2)).toBe('');
});

test('with a command for rows Delete deletes the selected rows', async () => {
  const onDeleteRows = vi.fn();
  await start({ rowCount: 4, onDeleteRows });
  await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}{Delete}');
  expect(onDeleteRows).toHaveBeenCalledWith(['r1', 'r2']);
});

test('Ctrl+D, Alt+Up and Ctrl+Enter are told with their rows', async () => {
  const onDuplicateRows = vi.fn();
  const onMoveRows = vi.fn();
  const onNewRow = vi.fn(() => 'r4');
  await start({ rowCount: 4, onDuplicateRows, onMoveRows, onNewRow }, 1, 2);
  await userEvent.keyboard('{Control>}d{/Control}{Alt>}{ArrowUp}{/Alt}done{Control>}{Enter}{/Control}');
  expect(onDuplicateRows).toHaveBeenCalledWith(['r2']);
  expect(onMoveRows).toHaveBeenCalledWith(['r2'], -1);
  expect(onNewRow).toHaveBeenCalledWith('r2');
  expect(cellText(1, 2)).toBe('done');
  expect(focusedPlace()).toBe('3:1');
});

test('a copied range is pasted as a block', async () => {
  const onPaste = vi.fn();
  await start({ rowCount: 4, first: 'Fender', onPaste });
  await userEvent.keyboard('{ArrowDown}Door{Tab}2.5{Enter}{ArrowUp}{ArrowUp}');
  await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowRight}{/Shift}');
  expect(document.querySelectorAll('.ui-grid-body [role=gridcell][data-selected]')).toHaveLength(4);
  await userEvent.copy();
  await userEvent.keyboard('{ArrowDown}{ArrowLeft}');
  await userEvent.paste();
  await vi.waitFor(() => expect(onPaste).toHaveBeenCalled());
  expect(onPaste.mock.calls[0]?.[0]).toMatchObject({
    block: [
      ['Fender', ''],
      ['Door', '2.5'],
    ],
    at: { columnId: 'words', rowKey: 'r3' },
    columnIds: ['words', 'hours'],
    rowKeys: ['r3', 'r4'],
  });
});

test('a single pasted value is committed like typed text', async () => {
  await start({ rowCount: 4, first: 'Fender' });
  await userEvent.copy();
  await userEvent.keyboard('{ArrowDown}');
  await userEvent.paste();
  await vi.waitFor(() => expect(cellText(1, 2)).toBe('Fender'));
});

test('the grid is one tab stop: Escape and Tab leave it, Shift+Tab comes back to the same cell', async () => {
  await start({ rowCount: 4 });
  await userEvent.keyboard('{ArrowDown}{Escape}{Tab}');
  expect(document.activeElement?.textContent).toBe('after');
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
  expect(focusedPlace()).toBe('1:2');
});

test('Ctrl+A selects all cells and Escape lets them go', async () => {
  await start({ rowCount: 3 });
  await userEvent.keyboard('{Control>}a{/Control}');
  expect(document.querySelectorAll('.ui-grid-body [role=gridcell][data-selected]')).toHaveLength(12);
  await userEvent.keyboard('{Escape}');
  expect(document.querySelectorAll('.ui-grid-body [role=gridcell][data-selected]')).toHaveLength(1);
});
