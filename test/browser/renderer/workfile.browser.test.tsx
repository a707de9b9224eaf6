// A workfile's forms in a real browser over a scripted backend: commits, drafts, refusals, and other people's changes.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { contactOf, sheetOf } from './sample-sheet.ts';
import { headOf } from './scripted-answers.ts';
import { openWindow, type ScriptedWindow } from './scripted-window.tsx';
import { shopTime } from './shop-time.ts';

const owner = { ...contactOf('owner', 1), name: { first: 'Sharon', last: 'Turpin', company: '' } };
const sheet = sheetOf({ contacts: [owner] });
const field = (label: string) => page.getByRole('textbox', { name: label, exact: true });
const section = (name: string) => page.getByRole('tab', { name, exact: true });

async function openWorkfile(script: Parameters<typeof openWindow>[0] = {}): Promise<ScriptedWindow> {
  const window = await openWindow({ sheet, heads: [headOf(0, 'Turpin, Sharon')], ...script });
  await expect.element(page.getByRole('grid', { name: 'Workfiles' }).getByText('Turpin, Sharon')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { name: '48213' })).toBeVisible();
  return window;
}

test('a field that is left is one edit of its whole group, and the tab bears a dot until Save', async () => {
  const window = await openWorkfile();
  await userEvent.click(field('Last name'));
  await userEvent.keyboard('{Control>}a{/Control}Ortiz{Tab}');
  await expect.element(page.getByText('Ortiz, Sharon').first()).toBeVisible();
  expect(window.askedFor('contact.change')).toEqual([
    { contactId: owner.id, group: 'name', value: { first: 'Sharon', last: 'Ortiz', company: '' } },
  ]);
  await expect.element(page.getByRole('img', { name: 'not saved yet' })).toBeVisible();
});

test('two fields of one group left quickly do not undo each other', async () => {
  const window = await openWorkfile({ delayMs: 40 });
  await userEvent.click(field('First name'));
  await userEvent.keyboard('{Control>}a{/Control}Ada{Tab}Example{Tab}Harbor Fleet{Tab}');
  await expect
    .poll(() => window.sheet().contacts[0]?.name)
    .toEqual({ first: 'Ada', last: 'Example', company: 'Harbor Fleet' });
});

test('a field left as it was is no edit', async () => {
  const window = await openWorkfile();
  await userEvent.click(field('Last name'));
  await userEvent.keyboard('{Tab}{Tab}');
  expect(window.askedFor('contact.change')).toEqual([]);
});

test('a refused edit keeps its text at the field, and the header shows the value before', async () => {
  const window = await openWorkfile({ refuse: { 'contact.change': { kind: 'locked', what: 'workfile' } } });
  await userEvent.click(field('Last name'));
  await userEvent.keyboard('{Control>}a{/Control}Ortiz{Tab}');
  await expect.element(page.getByText(/This workfile is locked/).first()).toBeVisible();
  await expect.element(field('Last name')).toHaveValue('Ortiz');
  await expect.element(page.getByText('Turpin, Sharon').first()).toBeVisible();
  expect(window.sheet().contacts[0]?.name.last).toBe('Turpin');
});

test('a wrong phone number is refused at its field and never sent', async () => {
  const window = await openWorkfile();
  await userEvent.click(field('Cell phone'));
  await userEvent.keyboard('12{Tab}');
  await expect.element(page.getByText(/Not a phone number/)).toBeVisible();
  expect(window.askedFor('contact.change')).toEqual([]);
});

test('text being typed is kept within 250 ms and forgotten once committed', async () => {
  const window = await openWorkfile();
  await userEvent.click(field('City'));
  await userEvent.keyboard('Spring');
  await new Promise((resolve) => setTimeout(resolve, 250));
  const place = `contact/${owner.id}/address/city`;
  expect(window.askedFor('draft.keep').at(-1)).toMatchObject({ place, text: 'Spring' });
  await expect.element(page.getByRole('button', { name: 'Draft kept' })).toBeVisible();
  await userEvent.keyboard('{Tab}');
  await expect.poll(() => window.askedFor('draft.drop')).toEqual([{ workfileId: sheet.workfile.id, place }]);
});

test('steady typing is kept as it goes, not only after a rest', async () => {
  const window = await openWorkfile();
  await userEvent.click(field('City'));
  for (let i = 0; i < 12; i += 1) {
    await userEvent.keyboard('x');
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  expect(window.askedFor('draft.keep').length).toBeGreaterThanOrEqual(2);
});

test('another person’s change is drawn at once, but not into the field one types in', async () => {
  const window = await openWorkfile();
  await userEvent.click(field('Last name'));
  await userEvent.keyboard('{Control>}a{/Control}Ort');
  const elsewhere = {
    ...owner,
    name: { first: 'Sharon', last: 'Elsewhere', company: '' },
    cell: { number: '(312) 555-0177' },
  };
  window.changeElsewhere([{ kind: 'contact', record: elsewhere }]);
  await expect.element(field('Cell phone')).toHaveValue('(312) 555-0177');
  await expect.element(field('Last name')).toHaveValue('Ort');
});

test('text from before a crash stands in its field; Discard gives it up', async () => {
  const place = `contact/${owner.id}/address/city`;
  const keptAt = shopTime(21, 10, 41);
  const window = await openWorkfile({ sheet: { ...sheet, drafts: [{ place, text: 'Springf', keptAt }] } });
  await expect.element(page.getByText('Restored your text from 10:41')).toBeVisible();
  await expect.element(field('City')).toHaveValue('Springf');
  await userEvent.click(page.getByRole('button', { name: 'Discard' }));
  await expect.element(field('City')).toHaveValue('');
  await expect.element(page.getByText('Restored your text')).not.toBeInTheDocument();
  expect(window.askedFor('draft.drop')).toHaveLength(1);
  expect(window.askedFor('contact.change')).toEqual([]);
});

test('Keep commits the text from before a crash', async () => {
  const place = `contact/${owner.id}/address/city`;
  const window = await openWorkfile({ sheet: { ...sheet, drafts: [{ place, text: 'Springfield', keptAt: 1 }] } });
  await userEvent.click(page.getByRole('button', { name: 'Keep', exact: true }));
  await expect.poll(() => window.sheet().contacts[0]?.address.city).toBe('Springfield');
  await expect.element(page.getByText('Restored your text')).not.toBeInTheDocument();
});

test('Ctrl+S commits the field one types in before it saves', async () => {
  const window = await openWorkfile();
  await userEvent.click(field('City'));
  await userEvent.keyboard('Springfield{Control>}s{/Control}');
  await expect.element(page.getByText(/^Saved \d\d:\d\d, revision 3$/)).toBeVisible();
  const names = window.asked.map(({ name }) => name);
  expect(names.lastIndexOf('contact.change')).toBeLessThan(names.lastIndexOf('workfile.save'));
  await expect.element(field('City')).toHaveFocus();
});

test('undo takes the last edit back and names it', async () => {
  await openWorkfile();
  await userEvent.click(field('Cell phone'));
  await userEvent.keyboard('3125550142{Tab}');
  await expect.element(field('Cell phone')).toHaveValue('(312) 555-0142');
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(page.getByText('Undone: Owner › Cell phone').first()).toBeVisible();
  await expect.element(field('Cell phone')).toHaveValue('');
});

test('the deductible is asked for only when an insurance company pays', async () => {
  await openWorkfile();
  await userEvent.click(section('Insurance'));
  await expect.element(field('Deductible')).not.toBeInTheDocument();
  await userEvent.click(page.getByRole('combobox', { name: 'Payer' }));
  await userEvent.keyboard('{Control>}a{/Control}Insurance Company{Enter}');
  await expect.element(field('Deductible')).toBeVisible();
});

test('a technician reads everything and is told why nothing can be typed', async () => {
  const window = await openWorkfile({ role: 'technician' });
  await expect.element(field('Last name')).toHaveAttribute('readonly');
  await expect.element(field('Last name')).toHaveAccessibleDescription(/Your role, technician/);
  await expect.element(page.getByRole('button', { name: 'View' })).toBeVisible();
  await userEvent.keyboard('{Control>}s{/Control}');
  expect(window.askedFor('workfile.save')).toEqual([]);
});
