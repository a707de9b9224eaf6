// Save in a real browser over a scripted backend: nothing typed is passed over, and everything wrong is named.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Failure } from '../../../src-shared/base/failure.ts';
import { activePlace, cell, markedTexts } from './estimate-window.tsx';
import { contactOf, lineOf, sheetOf } from './sample-sheet.ts';
import { headOf } from './scripted-answers.ts';
import { openWindow, type ScriptedWindow } from './scripted-window.tsx';

const owner = { ...contactOf('owner', 1), name: { first: 'Sharon', last: 'Turpin', company: '' } };
const sheet = sheetOf({ contacts: [owner] });
const away: Failure = { kind: 'unavailable', what: 'backend' };
const field = (label: string) => page.getByRole('textbox', { name: label, exact: true });
const section = (name: string) => page.getByRole('tab', { name, exact: true });
const problems = page.getByRole('list', { name: 'To be put right' });
const status = page.getByRole('contentinfo');

async function openWorkfile(script: Parameters<typeof openWindow>[0] = {}): Promise<ScriptedWindow> {
  const window = await openWindow({ sheet, heads: [headOf(0, 'Turpin, Sharon')], ...script });
  await expect.element(page.getByRole('grid', { name: 'Workfiles' }).getByText('Turpin, Sharon')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { name: '48213' })).toBeVisible();
  return window;
}

const save = () => userEvent.keyboard('{Control>}s{/Control}');

test('what was refused while the backend was away is sent again by leaving its field', async () => {
  const refuse: Record<string, Failure> = { 'contact.change': away };
  const window = await openWorkfile({ refuse });
  await userEvent.click(field('City'));
  await userEvent.keyboard('Springfield{Tab}');
  await expect.element(page.getByText(/leave the field once more or press Ctrl\+S/).first()).toBeVisible();
  delete refuse['contact.change'];
  await userEvent.click(field('City'));
  await userEvent.keyboard('{Tab}');
  await expect.poll(() => window.sheet().contacts[0]?.address.city).toBe('Springfield');
  await expect.element(page.getByText(/leave the field once more/)).not.toBeInTheDocument();
});

test('Save sends again what was refused, in other sections too, and then saves', async () => {
  const refuse: Record<string, Failure> = { 'contact.change': away, 'vehicle.change': away };
  const window = await openWorkfile({ refuse });
  await userEvent.click(field('City'));
  await userEvent.keyboard('Springfield{Tab}');
  await userEvent.click(section('Vehicle'));
  await userEvent.click(field('Color'));
  await userEvent.keyboard('Blue{Tab}');
  await expect.element(page.getByText(/press Ctrl\+S/).first()).toBeVisible();
  for (const name of Object.keys(refuse)) delete refuse[name];
  await userEvent.click(section('Rates'));
  await userEvent.click(field('Discount'));
  await save();
  await expect.element(page.getByText(/^Saved \d\d:\d\d, revision 3$/)).toBeVisible();
  expect(window.sheet().contacts[0]?.address.city).toBe('Springfield');
  expect(window.sheet().vehicle.paint.color).toBe('Blue');
  await expect.element(field('Discount')).toHaveFocus();
});

test('after a Save from a cell that sent text of another section, one stands in that cell again', async () => {
  const refuse: Record<string, Failure> = { 'contact.change': away };
  await openWorkfile({ refuse, sheet: { ...sheet, lines: [lineOf(1, 'Hood'), lineOf(2, 'Fender')] } });
  await userEvent.click(field('City'));
  await userEvent.keyboard('Springfield{Tab}');
  await expect.element(page.getByText(/press Ctrl\+S/).first()).toBeVisible();
  delete refuse['contact.change'];
  await userEvent.click(section('Estimate'));
  await userEvent.click(cell(1, 'Paint'));
  await save();
  await expect.element(page.getByText(/^Saved \d\d:\d\d, revision 3$/)).toBeVisible();
  await expect.poll(activePlace).toBe('1 Paint');
  expect(document.activeElement).toBe(cell(1, 'Paint'));
});

test('Save does not pass over a refused field: it is named, and the focus goes there', async () => {
  const window = await openWorkfile();
  await userEvent.click(field('Cell phone'));
  await userEvent.keyboard('12{Tab}');
  await userEvent.click(section('Vehicle'));
  await expect.element(field('Color')).toBeVisible();
  await save();
  await expect.element(status.getByText(/^Not saved. Owner › Cell phone: What is typed there/)).toBeVisible();
  await expect.element(field('Cell phone')).toHaveFocus();
  await expect.element(field('Cell phone')).toHaveValue('12');
  await expect.element(problems.getByText(/^Owner › Cell phone/)).toBeVisible();
  expect(window.askedFor('workfile.save')).toEqual([]);
  await userEvent.keyboard('{Control>}a{/Control}3125550142');
  await save();
  await expect.element(page.getByText(/^Saved \d\d:\d\d, revision 3$/)).toBeVisible();
  await expect.element(problems).not.toBeInTheDocument();
});

test('text typed in the last instant before Save is refused by name as well', async () => {
  const window = await openWorkfile();
  await userEvent.click(field('Cell phone'));
  await userEvent.keyboard('12{Control>}s{/Control}');
  await expect.element(problems.getByText(/^Owner › Cell phone/)).toBeVisible();
  expect(window.askedFor('workfile.save')).toEqual([]);
});

test('everything wrong is listed with record and field, F8 walks along, and what is put right leaves the list', async () => {
  const wrong = sheetOf({
    contacts: [{ ...owner, cell: { number: '12' }, email: { address: 'no address' } }],
    vehicle: { ...sheet.vehicle, identity: { ...sheet.vehicle.identity, vin: 'SHORT' } },
    lines: [
      lineOf(1, 'Hood'),
      lineOf(2, 'Fender', { labor: { type: 'body', tenths: -10, included: false } }),
      lineOf(3, 'Door', { refinish: { tenths: -10, included: false } }),
    ],
  });
  await openWorkfile({ sheet: wrong });
  await save();
  await expect.element(page.getByText('Not saved. 5 things are to be put right.')).toBeVisible();
  await expect
    .poll(() =>
      problems
        .getByRole('listitem')
        .elements()
        .map((item) => item.textContent),
    )
    .toEqual([
      'Owner › Cell phone: Not a phone number. Type (616) 555-0142 or +44 20 5550 0142.',
      'Owner › Email: Not one e-mail address. Type name@place.example.',
      'Vehicle › VIN: Not a VIN: it has 17 letters and digits, without I, O and Q.',
      'Line 2 Fender › Labor: Cannot be negative here.',
      'Line 3 Door › Paint: Cannot be negative here.',
    ]);
  await expect.element(field('Cell phone')).toHaveFocus();
  await userEvent.keyboard('{Control>}a{/Control}3125550142{Tab}');
  await expect.element(page.getByText('Not saved. 4 things are to be put right.')).toBeVisible();
  await userEvent.keyboard('{F8}');
  await expect.element(field('Email')).toHaveFocus();
  await userEvent.keyboard('{F8}');
  await expect.element(field('VIN')).toHaveFocus();
  await userEvent.keyboard('{F8}');
  await expect.poll(() => document.activeElement === cell(1, 'Labor')).toBe(true);
  await userEvent.keyboard('{F8}');
  await expect.poll(() => document.activeElement === cell(2, 'Paint')).toBe(true);
  await userEvent.keyboard('{ArrowUp}{ArrowUp}{F8}');
  await expect.element(field('Email')).toHaveFocus();
  await userEvent.click(problems.getByText(/Line 2/));
  await expect.poll(() => document.activeElement === cell(1, 'Labor')).toBe(true);
});

test('a cell of the estimate that was refused keeps the workfile from being saved', async () => {
  const window = await openWorkfile({
    sheet: sheetOf({ lines: [lineOf(1, 'Hood', { work: { operation: 'repair' } })] }),
  });
  await userEvent.click(section('Estimate'));
  const grid = page.getByRole('grid', { name: 'Estimate lines' });
  await userEvent.click(grid.getByText('Hood'));
  await userEvent.keyboard('{Home}{Tab}{Tab}{Tab}{Tab}{Tab}{Tab}{Tab}-1');
  await save();
  await expect.element(problems.getByText(/^Line 1 Hood › Labor/)).toBeVisible();
  expect(window.askedFor('workfile.save')).toEqual([]);
});

test('text refused in a line that is then deleted goes with the line, and Save does not look for it', async () => {
  const lines = [lineOf(1, 'Hood', { work: { operation: 'repair' } }), lineOf(2, 'Fender')];
  const window = await openWorkfile({ sheet: sheetOf({ lines }) });
  await userEvent.click(section('Estimate'));
  await userEvent.click(cell(0, 'Labor'));
  await userEvent.keyboard('-1');
  await userEvent.click(cell(1, 'Description'));
  await expect.poll(markedTexts).toEqual(['-1']);
  await userEvent.click(cell(0, 'Description'));
  await userEvent.keyboard('{Delete}');
  await expect.element(page.getByText('Deleted the line').first()).toBeVisible();
  await save();
  await expect.element(page.getByText(/^Saved \d\d:\d\d, revision 3$/)).toBeVisible();
  await userEvent.click(page.getByText('Undo', { exact: true }).last());
  await expect.poll(() => window.sheet().lines).toHaveLength(2);
  await expect.poll(markedTexts).toEqual([]);
});

test('text typed into a line while it is deleted elsewhere does not keep anybody from saving', async () => {
  const hood = lineOf(1, 'Hood');
  const pace = { ms: 1 };
  const window = await openWorkfile({
    sheet: sheetOf({ lines: [hood] }),
    delayMs: () => pace.ms,
    refuse: { 'line.change': { kind: 'not-found', what: 'line' } },
  });
  await userEvent.click(section('Estimate'));
  await userEvent.click(cell(0, 'Labor'));
  pace.ms = 700;
  await userEvent.keyboard('2.5{Enter}');
  window.changeElsewhere([{ kind: 'line', record: { ...hood, deleted: true } }]);
  pace.ms = 1;
  await expect.element(page.getByText(/no longer there.*You typed “2.5”/).first()).toBeVisible();
  await save();
  await expect.element(page.getByText(/^Saved \d\d:\d\d, revision 3$/)).toBeVisible();
});

test('text from before a crash is not committed by Save: it waits for Keep or Discard, and Save says so', async () => {
  const drafts = [{ place: `contact/${owner.id}/address/city`, text: 'Springfield', keptAt: 1 }];
  const window = await openWorkfile({ sheet: { ...sheet, drafts } });
  await userEvent.click(field('City'));
  await save();
  await expect
    .element(page.getByText(/^Saved \d\d:\d\d, revision 3\. Restored text waits for Keep or Discard: Owner › City$/))
    .toBeVisible();
  expect(window.askedFor('contact.change')).toEqual([]);
  await expect.element(page.getByText(/^Restored your text/)).toBeVisible();
  await userEvent.keyboard('{End}!');
  await save();
  await expect.poll(() => window.sheet().contacts[0]?.address.city).toBe('Springfield!');
});

test.each([
  ['City', 'Springfield', 'contact.change'],
  ['Cell phone', '12', 'draft.keep'],
])('%s typed in the last instant before signing out is written or kept before', async (label, text, asked) => {
  const window = await openWorkfile({ delayMs: 40 });
  await userEvent.click(field(label));
  await userEvent.fill(field(label), text);
  window.hostNotice('command.chosen', { command: 'session.sign-out' });
  await expect.element(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  const names = window.asked.map(({ name }) => name);
  expect(names).toContain(asked);
  expect(names.indexOf(asked)).toBeLessThan(names.indexOf('session.sign-out'));
});

test('the rates say that there are none yet, or where they came from', async () => {
  const priced = { ...sheet.rates, labor: { ...sheet.rates.labor, body: 7500 } };
  const other = headOf(1, 'Ortiz, Luis');
  const heads = [headOf(0, 'Turpin, Sharon'), other];
  const window = await openWorkfile({ heads, sheet: { ...sheet, ratesFrom: other.id } });
  await userEvent.click(section('Rates'));
  await expect
    .element(page.getByText(/^No labor rates yet: take those of a profile, or enter them here/))
    .toBeVisible();
  window.changeElsewhere([{ kind: 'rates', record: priced }]);
  await expect.element(page.getByText(/^Labor, supplies and tax started as in 48212 Ortiz, Luis\./)).toBeVisible();
});

test('a discount of more than 100 percent is refused at its field', async () => {
  const window = await openWorkfile();
  await userEvent.click(section('Rates'));
  await userEvent.click(field('Discount'));
  await userEvent.keyboard('{Control>}a{/Control}101{Tab}');
  await expect.element(page.getByText('At most 100 %.')).toBeVisible();
  await userEvent.click(field('Discount'));
  await userEvent.keyboard('{Control>}a{/Control}100{Tab}');
  await expect.poll(() => window.sheet().rates.discount.rate).toBe(1_000_000);
});
