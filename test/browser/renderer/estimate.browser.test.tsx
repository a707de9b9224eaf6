// The estimate in a real browser over a scripted backend: typed line by line, refused at its cells, summed at once.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { activePlace, cell, grid, openEstimate, paste, priced, rowTexts } from './estimate-window.tsx';
import { lineOf, sheetOf } from './sample-sheet.ts';

const amountOf = (name: string): string | undefined =>
  [...page.getByRole('table', { name: 'Totals' }).element().querySelectorAll('tr')]
    .find((row) => row.querySelector('th')?.textContent === name)
    ?.querySelector('td:last-child')?.textContent ?? undefined;

test('typing in the blank row makes a line, and Enter goes on to the next without waiting', async () => {
  const window = await openEstimate(priced, 60);
  await userEvent.click(cell(0, 'Oper'));
  await userEvent.keyboard('Rpr{Tab}{Tab}Hood (ALU){Tab}{Tab}{Tab}{Tab}4.0{Tab}2.8{Enter}');
  await userEvent.keyboard('R&I{Tab}{Tab}Hood assy{Enter}');
  await expect
    .poll(() => window.sheet().lines.map((line) => line.text.description))
    .toEqual(['Hood (ALU)', 'Hood assy']);
  await expect.poll(() => rowTexts(0)).toEqual(['1', 'Rpr', '', 'Hood (ALU)', '', '', '', '', '4.0', '2.8']);
  expect(window.sheet().lines[0]).toMatchObject({
    work: { operation: 'repair' },
    labor: { type: 'body', tenths: 40 },
    refinish: { tenths: 28 },
  });
  expect(window.sheet().lines).toHaveLength(2);
});

test('lines typed faster than the backend answers keep their order', async () => {
  const window = await openEstimate(priced, 400);
  await userEvent.click(cell(0, 'Description'));
  await userEvent.keyboard('one{Enter}two{Enter}three{Enter}');
  await expect
    .poll(() => window.sheet().lines.map((line) => line.text.description), { timeout: 5000 })
    .toEqual(['one', 'two', 'three']);
});

test('Insert puts a line below the active one, ready to be typed into before the backend answers', async () => {
  const window = await openEstimate(sheetOf({ lines: [lineOf(1, 'one'), lineOf(2, 'three')] }), 100);
  await userEvent.click(cell(0, 'Description'));
  await userEvent.keyboard('{Insert}R&I{Tab}{Tab}two{Enter}');
  await expect.poll(() => window.sheet().lines.map((line) => line.text.description)).toEqual(['one', 'two', 'three']);
});

test('totals follow each cell, to the cent', async () => {
  await openEstimate();
  await userEvent.click(cell(0, 'Price $'));
  await userEvent.keyboard('5314.38{Enter}');
  await expect.poll(() => amountOf('Parts')).toBe('5,314.38');
  await userEvent.click(cell(1, 'Labor'));
  await userEvent.keyboard('26.8{Enter}');
  await userEvent.click(cell(2, 'Paint'));
  await userEvent.keyboard('17.3{Enter}');
  await expect.poll(() => amountOf('Subtotal')).toBe('9,659.88');
  expect(amountOf('Sales Tax')).toBe('579.59');
  expect(amountOf('Grand Total')).toBe('10,239.47');
  await expect.element(page.getByTestId('workfile-total')).toHaveTextContent('10,239.47');
});

test('negative time on a repair line is refused at its cell, the text is kept, and nothing is sent', async () => {
  const window = await openEstimate(sheetOf({ lines: [lineOf(1, 'Hood', { work: { operation: 'repair' } })] }));
  await userEvent.click(cell(0, 'Labor'));
  await userEvent.keyboard('-1{Enter}');
  await expect.element(page.getByText(/Only overlap, credit and deduction lines take time off/).first()).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: 'Labor hours and type' })).toHaveValue('-1');
  expect(window.asked.some(({ name }) => name.startsWith('line.'))).toBe(false);
});

test('a pasted block is added in one step, and a cell that was not understood is marked', async () => {
  const window = await openEstimate();
  await userEvent.click(cell(0, 'Oper'));
  paste('Repl\tOEM\tEmblem\t40007887\t1\t165.43\t\t0.2\nR&I\t\tBracket\t\t\tabc\t\tIncl.\n');
  await expect.element(page.getByText('Pasted 2 lines; 1 cell was not understood and left out').first()).toBeVisible();
  expect(window.askedFor('line.add')).toHaveLength(1);
  expect(window.sheet().lines.map((line) => line.text.description)).toEqual(['Emblem', 'Bracket']);
  expect(grid.element().querySelectorAll('[data-mark=error]')).toHaveLength(1);
});

test('whole rows are copied with all that their lines say, are pasted below as one step, and are lines of their own', async () => {
  const hood = lineOf(1, 'Hood', {
    note: { text: 'Customer wants OEM' },
    share: { of: 'customer' },
    vendor: { system: 'M', number: 4, sequence: 4, row: 0, source: '{}' },
  });
  const window = await openEstimate(sheetOf({ lines: [hood, lineOf(2, 'Fender'), lineOf(3, 'Door')] }));
  await userEvent.click(cell(0, 'Description'));
  await userEvent.keyboard('{Shift>}{ArrowDown} {/Shift}');
  await userEvent.copy();
  await expect.element(page.getByText('Copied 2 lines. Ctrl+V puts them into any estimate.').first()).toBeVisible();
  await userEvent.click(cell(2, 'Description'));
  await userEvent.paste();
  await expect.element(page.getByText('Pasted 2 lines').first()).toBeVisible();
  expect(window.askedFor('line.add')).toHaveLength(1);
  expect(window.sheet().lines.map((line) => line.text.description)).toEqual([
    'Hood',
    'Fender',
    'Door',
    'Hood',
    'Fender',
  ]);
  const { id: _id, parent: _parent, place: _place, vendor, ...copy } = window.sheet().lines[3] ?? hood;
  expect(hood).toMatchObject(copy);
  expect([copy.note.text, copy.share, vendor?.system ?? '']).toEqual(['Customer wants OEM', { of: 'customer' }, '']);
});

test('Delete removes the selected lines and Undo in the toast brings them back', async () => {
  const window = await openEstimate(sheetOf({ lines: [lineOf(1, 'Hood'), lineOf(2, 'Fender'), lineOf(3, 'Door')] }));
  await userEvent.click(cell(0, 'Description'));
  await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}{Delete}');
  await expect.element(page.getByText('Deleted 2 lines').first()).toBeVisible();
  expect(window.sheet().lines.map((line) => line.text.description)).toEqual(['Door']);
  await userEvent.click(page.getByText('Undo', { exact: true }).last());
  await expect.poll(() => window.sheet().lines).toHaveLength(3);
});

test('a locked estimate can be read and says why it cannot be typed into', async () => {
  const estimate = { ...priced.estimate, lock: { at: 1, by: 'Ada Example' } };
  const window = await openEstimate({ ...priced, estimate, lines: [lineOf(1, 'Hood')] });
  await expect.element(page.getByRole('button', { name: 'Locked' })).toBeVisible();
  await userEvent.click(cell(0, 'Description'));
  await userEvent.keyboard('x{Enter}');
  expect(window.asked.some(({ name }) => name.startsWith('line.'))).toBe(false);
  await expect.element(page.getByRole('button', { name: 'New line' })).toHaveAttribute('aria-disabled', 'true');
});

test('a line changed elsewhere is drawn at once, and the totals with it', async () => {
  const hood = lineOf(1, 'Hood');
  const window = await openEstimate({ ...priced, lines: [hood] });
  window.changeElsewhere([{ kind: 'line', record: { ...hood, labor: { ...hood.labor, tenths: 20 } } }]);
  await expect.poll(() => cell(0, 'Labor').innerText).toBe('2.0');
  expect(amountOf('Body Labor')).toBe('150.00');
});

test('typing begins in the operation of the first line', async () => {
  await openEstimate(sheetOf({ lines: [lineOf(1, 'Hood')] }));
  expect(activePlace()).toBe('0 Oper');
});

test('F9 hides and shows the totals', async () => {
  await openEstimate();
  await userEvent.keyboard('{F9}');
  await expect.element(page.getByRole('table', { name: 'Totals' })).not.toBeInTheDocument();
  await userEvent.keyboard('{F9}');
  await expect.element(page.getByRole('table', { name: 'Totals' })).toBeVisible();
});

test('a cell typed into before a crash opens with its text', async () => {
  const hood = lineOf(1, 'Hood');
  const drafts = [{ place: `line/${hood.id}/text/description`, text: 'Hood (ALU', keptAt: 1 }];
  const window = await openEstimate({ ...priced, lines: [hood], drafts });
  await expect.element(page.getByRole('textbox', { name: 'Description' })).toHaveValue('Hood (ALU');
  await userEvent.keyboard('){Enter}');
  await expect.poll(() => window.sheet().lines[0]?.text.description).toBe('Hood (ALU)');
  await expect.element(page.getByText('Restored your text')).not.toBeInTheDocument();
});
