// The estimate while answers are on their way: irregular ones, late ones, refused ones; and text that outlives them.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { LineId } from '../../../src-shared/base/ids.ts';
import { operationLabel } from '../../../src-shared/domain/estimate/operation-words.ts';
import {
  activePlace,
  cell,
  goTo,
  markedTexts,
  openEstimate,
  paste,
  priced,
  rowTexts,
  typeAtOnce,
} from './estimate-window.tsx';
import { lineOf, sheetOf } from './sample-sheet.ts';

/** Waits between nothing and a moment, the same ones for a seed. */
function delays(seed: number, most: number): () => number {
  const numbers = { last: seed };
  return () => {
    numbers.last = (numbers.last * 48_271) % 2_147_483_647;
    return numbers.last % most;
  };
}

const keysOf = (text: string | undefined): readonly string[] => [...(text ?? '')];
const fourTabs = ['Tab', 'Tab', 'Tab', 'Tab'];

test.each([1, 2, 3])(
  'lines typed while answers come at odd moments stand each in its own row (seed %i)',
  async (seed) => {
    const window = await openEstimate(priced, delays(seed, 30 * seed));
    await userEvent.click(cell(0, 'Oper'));
    const typed = Array.from({ length: 20 }, (_, n) => [
      n % 3 === 0 ? 'Rpr' : '',
      `line ${n}`,
      n % 2 === 0 ? '1.5' : '',
    ]);
    for (const [row, [oper, words, hours]] of typed.entries()) {
      await typeAtOnce([...keysOf(oper), 'Tab', 'Tab', ...keysOf(words), ...fourTabs, ...keysOf(hours), 'Enter']);
      expect(activePlace()).toBe(`${row + 1} Oper`);
    }
    const written = () =>
      window
        .sheet()
        .lines.map(({ work, text, labor }) => [
          operationLabel(work.operation),
          text.description,
          labor.tenths === 0 ? '' : '1.5',
        ]);
    await expect.poll(written, { timeout: 10_000 }).toEqual(typed);
  },
);

test('a line is never shown twice while it is being made', async () => {
  await openEstimate(priced, delays(3, 40));
  await userEvent.click(cell(0, 'Description'));
  const twice: string[] = [];
  const watch = new MutationObserver(() => {
    const texts = [...document.querySelectorAll('.ui-grid-row [data-column="5"]')].map((one) => one.textContent ?? '');
    const filled = texts.filter((text) => text !== '');
    if (new Set(filled).size < filled.length) twice.push(filled.join());
  });
  watch.observe(document.body, { subtree: true, childList: true, characterData: true });
  await userEvent.keyboard('one{Enter}two{Enter}three{Enter}four{Enter}');
  await expect.poll(() => document.querySelector('[data-mark=pending]')).toBeNull();
  watch.disconnect();
  expect(twice).toEqual([]);
});

const first = lineOf(1, 'Hood');
const second = lineOf(2, 'Fender');

test('every refused cell has its text and its reason after the screen was left', async () => {
  await openEstimate(sheetOf({ lines: [first, second] }));
  await userEvent.click(cell(0, 'Labor'));
  await userEvent.keyboard('much');
  await userEvent.click(cell(1, 'Price $'));
  await userEvent.keyboard('a lot');
  await userEvent.click(cell(2, 'Paint'));
  await userEvent.keyboard('some');
  await goTo('Contacts');
  await goTo('Estimate');
  expect(markedTexts()).toEqual(['much', 'a lot', 'some']);
  await userEvent.click(cell(1, 'Price $'));
  expect(document.querySelector('.ui-grid-note')?.textContent).toMatch(/^Not a price/);
  await userEvent.keyboard('{Escape}');
  await goTo('Contacts');
  await goTo('Estimate');
  expect(markedTexts()).toEqual(['much', 'some']);
});

test('a refused cell of a line to be is mended in its row', async () => {
  const window = await openEstimate();
  await userEvent.click(cell(0, 'Paint'));
  await userEvent.keyboard('some');
  await goTo('Contacts');
  await goTo('Estimate');
  await userEvent.click(cell(0, 'Paint'));
  await userEvent.keyboard('1.5{Enter}');
  await expect.poll(() => window.sheet().lines.map(({ refinish }) => refinish.tenths)).toEqual([15]);
  expect(markedTexts()).toEqual([]);
  expect(rowTexts(1)[9]).toBe('');
});

test('Keep commits every cell from before a crash, and what is refused stays with its reason', async () => {
  const fresh = '0190cccc-0000-7000-8000-000000000001' as LineId;
  const drafts = [
    { place: `line/${first.id}/text/description`, text: 'Hood (ALU)', keptAt: 3 },
    { place: `line/${second.id}/labor/labor`, text: 'much', keptAt: 2 },
    { place: `line/${fresh}/text/description`, text: 'Emblem', keptAt: 1 },
  ];
  const window = await openEstimate({ ...priced, lines: [first, second], drafts });
  await expect.element(page.getByRole('textbox', { name: 'Description' })).toHaveValue('Hood (ALU)');
  await userEvent.click(page.getByRole('button', { name: 'Keep', exact: true }));
  await expect
    .poll(() => window.sheet().lines.map((line) => line.text.description))
    .toEqual(['Hood (ALU)', 'Fender', 'Emblem']);
  await expect.poll(markedTexts).toEqual(['much']);
  await expect.element(page.getByText(/› Labor: “much”/)).toBeVisible();
});

test('text of a line that was deleted comes back under an id that no line has had', async () => {
  const gone = '0190cccc-0000-7000-8000-000000000002' as LineId;
  const place = `line/${gone}/text/description`;
  const window = await openEstimate({ ...priced, lines: [first], drafts: [{ place, text: 'Emblem', keptAt: 1 }] });
  await userEvent.click(page.getByRole('button', { name: 'Keep', exact: true }));
  await expect.poll(() => window.sheet().lines.map((line) => line.text.description)).toEqual(['Hood', 'Emblem']);
  expect(JSON.stringify(window.askedFor('line.add'))).not.toContain(gone);
  expect(window.askedFor('draft.drop')).toContainEqual({ workfileId: window.sheet().workfile.id, place });
});

test('a block over lines and below them is one request and one step of undo', async () => {
  const window = await openEstimate(sheetOf({ lines: [first, second] }));
  await userEvent.click(cell(1, 'Description'));
  paste('Door\nTrunk lid\nBumper');
  await expect.element(page.getByText('Pasted 3 lines').first()).toBeVisible();
  const words = () => window.sheet().lines.map((line) => line.text.description);
  expect(words()).toEqual(['Hood', 'Door', 'Trunk lid', 'Bumper']);
  expect(window.asked.filter(({ name }) => name.startsWith('line.')).map(({ name }) => name)).toEqual([
    'line.change-many',
  ]);
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(words).toEqual(['Hood', 'Fender']);
});

test('a block falls on the rows it was pasted on, also while one of them is being made', async () => {
  const window = await openEstimate(sheetOf({ lines: [first] }), 150);
  await userEvent.click(cell(1, 'Description'));
  await userEvent.keyboard('made{Enter}{ArrowUp}{ArrowUp}');
  paste('one\ntwo\nthree');
  await expect
    .poll(() => window.sheet().lines.map((line) => line.text.description), { timeout: 5000 })
    .toEqual(['one', 'two', 'three']);
});

test('a block of which nothing is understood says that nothing was pasted', async () => {
  const window = await openEstimate(sheetOf({ lines: [first] }));
  await userEvent.click(cell(0, 'Labor'));
  paste('much\nmore');
  await expect.element(page.getByText('Nothing was pasted; 2 cells were not understood').first()).toBeVisible();
  expect(window.asked.some(({ name }) => name.startsWith('line.'))).toBe(false);
});
