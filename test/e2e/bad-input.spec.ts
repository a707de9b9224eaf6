/** Bad input is refused at its field with clear words; what was typed stays, and what stood before is not touched. */
import type { Locator, Page } from '@playwright/test';
import { typeOwner } from '../support/desktop-story.ts';
import {
  cellOf,
  fieldNamed,
  goTo,
  gridNamed,
  listIsReady,
  newWorkfile,
  typeInto,
  typeLines,
} from '../support/desktop-window.ts';
import { demoSignIn, expect, test } from '../support/electron-demo.ts';
import type { Pc } from '../support/electron-pc.ts';

test.describe.configure({ timeout: 120_000 });

test('a VIN with a wrong sign or a wrong check digit is named as such and never taken for a right one', async ({
  atList,
}) => {
  const { window } = atList;
  await newWorkfile(window);
  await goTo(window, 'Vehicle');
  const vin = fieldNamed(window, 'VIN');

  await typeInto(window, 'VIN', '1HGCM82633AO04352');
  await expect(vin).toHaveValue('1HGCM82633AO04352');
  await expect(vin).toHaveAttribute('aria-invalid', 'true');
  await expect(noteOf(vin)).toContainText(/O/);
  await expect(window.getByRole('button', { name: 'Decode', exact: true })).toHaveAttribute('aria-disabled', 'true');

  await typeInto(window, 'VIN', '1HGCM82633A004353');
  await expect(noteOf(vin)).toContainText(/check digit/i);
  await expect(vin).not.toHaveAttribute('aria-invalid', 'true');
  await window.getByRole('button', { name: 'Decode', exact: true }).click();
  await expect(fieldNamed(window, 'Make')).toHaveValue(/honda/i, { timeout: 30_000 });
  await expect(noteOf(vin)).toContainText(/check digit/i);

  await typeInto(window, 'VIN', '1HGCM82633A004352');
  await expect(window.getByText(/check digit/i)).toHaveCount(0);
});

test('thirty kilobytes pasted into a phone field are refused with words, and the number before stands', async ({
  atList,
}) => {
  const { window } = atList;
  await typeOwner(window);
  const phone = fieldNamed(window, 'Cell phone');
  const before = '(312) 555-0142';
  await expect(phone).toHaveValue(before);

  await phone.focus();
  await window.keyboard.press('Control+a');
  await paste(atList, '5'.repeat(30_000));
  await window.keyboard.press('Tab');
  await expect(phone).toHaveAttribute('aria-invalid', 'true');
  await expect(noteOf(phone)).toContainText(/too long|phone/i);
  expect((await phone.inputValue()).length).toBe(30_000);
  expect(await storedOwner(window)).toMatchObject({ cell: { number: before } });

  await phone.focus();
  await window.keyboard.press('Escape');
  await expect(phone).toHaveValue(before);
  await expect(phone).not.toHaveAttribute('aria-invalid', 'true');
});

test('negative hours on a repair line and a price of 1e308 are refused at their cells', async ({ atList }) => {
  const { window } = atList;
  await newWorkfile(window);
  await goTo(window, 'Estimate');
  await typeLines(window, [{ Oper: 'Rpr', Description: 'Hood', 'Price $': '20.00', Labor: '4.0', Paint: '2.8' }]);
  const grid = gridNamed(window, 'Estimate lines');
  await expect(grid.locator('[data-mark]')).toHaveCount(0);
  // The hours cost what the shop usually charges.
  const total = window.getByTestId('workfile-total');
  const before = (await total.textContent()) ?? '';
  expect(Number.parseFloat(before)).toBeGreaterThanOrEqual(20);

  for (const { column, typed, words, stands } of [
    { column: 'Labor', typed: '-1.0', words: /take time off/, stands: '4.0' },
    { column: 'Paint', typed: '-0.4', words: /take time off/, stands: '2.8' },
    { column: 'Price $', typed: '1e308', words: /Not a price/, stands: '20.00' },
    { column: 'Price $', typed: '99999999999999', words: /Too large/, stands: '20.00' },
    { column: 'Price $', typed: '-5', words: /Only a credit line/, stands: '20.00' },
    { column: 'Labor', typed: '0.25', words: /steps of 0\.1/, stands: '4.0' },
    { column: 'Qty', typed: '1.5', words: /whole number/, stands: '1' },
  ]) {
    const cell = await cellOf(grid, 0, column);
    await cell.click();
    await window.keyboard.type(typed);
    await window.keyboard.press('Tab');
    await expect(window.getByText(words).filter({ visible: true }).first(), `${column} ${typed}`).toBeVisible();
    await expect(window.locator('.ui-grid-input')).toHaveValue(typed);
    await window.keyboard.press('Escape');
    await expect(cell, `${column} after ${typed}`).toHaveText(stands);
  }
  await expect(total).toHaveText(before);
});

test('an overlap line may take hours off', async ({ atList }) => {
  const { window } = atList;
  await newWorkfile(window);
  await goTo(window, 'Estimate');
  await typeLines(window, [{ Oper: 'Overlap', Description: 'Overlap Major Adj. Panel', Paint: '-0.4' }]);
  await expect(await cellOf(gridNamed(window, 'Estimate lines'), 0, 'Paint')).toHaveText('-0.4');
});

test('emoji and right-to-left text are kept sign for sign, through a restart', async ({ openPc, cloud }) => {
  const name = { first: 'مريم 👩🏽‍🔧', last: 'בן-דוד', company: 'Łódź 🚗 & Söhne “A/S”' };
  const note = '‏שלום‎ 👍 <b>not bold</b> \u{1F6DE}';
  const pc = await openPc({ cloudUrl: cloud.url, signIn: demoSignIn.estimator });
  await listIsReady(pc.window);
  await newWorkfile(pc.window);
  await typeInto(pc.window, 'First name', name.first);
  await typeInto(pc.window, 'Last name', name.last);
  await typeInto(pc.window, 'Company', name.company);
  await expect.poll(() => storedOwner(pc.window)).toMatchObject({ name });
  await goTo(pc.window, 'Estimate');
  await typeLines(pc.window, [{ Description: note }]);
  await expect(await cellOf(gridNamed(pc.window, 'Estimate lines'), 0, 'Description')).toHaveText(note.trim());
  await pc.close();

  const again = await openPc({ userData: pc.userData, cloudUrl: cloud.url, signIn: demoSignIn.estimator });
  await listIsReady(again.window);
  await again.window.getByRole('searchbox', { name: 'Search workfiles' }).fill('בן');
  await expect(gridNamed(again.window, 'Workfiles')).toContainText('בן-דוד');
  await again.window.keyboard.press('Enter');
  await expect(fieldNamed(again.window, 'First name')).toHaveValue(name.first);
  expect(await storedOwner(again.window)).toMatchObject({ name });
});

test('a malformed question at the window’s door is a typed failure and changes nothing', async ({ atList }) => {
  const { window } = atList;
  await newWorkfile(window);
  const before = await storedOwner(window);
  const questions: readonly (readonly [string, unknown])[] = [
    ['toString', {}],
    ['workfile.open', { workfileId: "' or 1=1 --" }],
    ['contact.change', { contactId: before.id, group: 'name', value: { first: 1 } }],
    ['contact.change', { contactId: before.id, group: 'name', value: { first: 'a', last: 'b', company: '', more: 1 } }],
    ['contact.change', { contactId: before.id, group: '__proto__', value: {} }],
    ['line.add', { estimateId: before.id, after: null, lines: [] }],
    ['workfile.list', { text: 'a'.repeat(100_000), offset: -1, limit: 1e9, sort: 'x', descending: 1 }],
  ];
  for (const [name, input] of questions) {
    const reply = await askDoor(window, name, input);
    expect(reply, name).toMatchObject({ ok: false, failure: { kind: expect.stringMatching(/^(invalid|not-found)$/) } });
  }
  expect(await storedOwner(window)).toEqual(before);
});

/** The words tied to a field. */
const noteOf = (field: Locator): Locator =>
  field.locator('xpath=ancestor::*[@class="ui-field"]').locator('[id$="-note"]');

async function paste(pc: Pc, text: string): Promise<void> {
  await pc.app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text);
  await pc.window.keyboard.press('Control+v');
}

type Door = { readonly shopfile: { readonly bridge: { ask(name: string, input: unknown): Promise<unknown> } } };

const askDoor = (window: Page, name: string, input: unknown): Promise<unknown> =>
  window.evaluate(([wanted, given]) => (globalThis as unknown as Door).shopfile.bridge.ask(wanted, given), [
    name,
    input,
  ] as const);

type Stored = { readonly value: { readonly rows: readonly { readonly id: string }[] } };
type Sheet = { readonly value: { readonly contacts: readonly { readonly id: string }[] } };

/** The owner of the newest workfile as the PC keeps it. */
async function storedOwner(window: Page): Promise<{ readonly id: string }> {
  const newest = { text: '', offset: 0, limit: 1, sort: 'changed', descending: true };
  const { value } = (await askDoor(window, 'workfile.list', newest)) as Stored;
  const sheet = (await askDoor(window, 'workfile.open', { workfileId: value.rows[0]?.id })) as Sheet;
  return sheet.value.contacts[0] ?? { id: '' };
}
