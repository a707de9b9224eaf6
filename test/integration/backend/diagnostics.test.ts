/** Diagnostics of a shop full of marked values: none of them is in the text, and all that support needs is. */
import { expect, test } from 'vitest';
import { scrubbed } from '../../../src-shared/domain/upkeep/diagnostics.ts';
import { sheetOf, writeWorkfile } from '../../support/backend-story.ts';
import { openBackendTrial } from '../../support/backend-trial.ts';
import { trialUser } from '../../support/store.ts';
import { noFiles } from '../../support/user-files.ts';

const marked = {
  ...{ first: 'Zebulonia', last: 'Quixwhistle', phone: '(616) 555-0199', email: 'zeb@quixwhistle.example' },
  ...{ vin: '1FTEW1EP5KFA12345', plate: 'EKM4417', claim: 'CLM-889231', street: '77 Marked Lane', note: 'Bumperglyph' },
};

async function openMarkedShop(save = noFiles.save) {
  const trial = await openBackendTrial({ system: { files: { ...noFiles, save } } });
  const { workfile, contacts, lines } = await writeWorkfile(trial, 4);
  const contactId = contacts[0]?.id;
  const lineId = lines[0]?.id;
  if (contactId === undefined || lineId === undefined) throw new Error('an empty workfile');
  const { first, last, phone, email, street, note } = marked;
  await trial.ask('contact.change', { contactId, group: 'name', value: { first, last, company: '' } });
  await trial.ask('contact.change', { contactId, group: 'cell', value: { number: phone } });
  await trial.ask('contact.change', { contactId, group: 'email', value: { address: email } });
  const address = { street, street2: '', city: 'Holland', state: 'MI', postalCode: '49423' };
  await trial.ask('contact.change', { contactId, group: 'address', value: address });
  await trial.ask('line.change', { lineId, group: 'text', value: { description: note } });
  await trial.ask('draft.keep', { workfileId: workfile.id, place: 'contact/owner/name', text: last });
  await trial.ask('backup.make', {});
  await trial.ask('pc.check', {});
  return { trial, sheet: await sheetOf(trial, workfile.id) };
}

test('nothing that somebody typed, and nobody’s name, is in the diagnostics', async () => {
  const { trial } = await openMarkedShop();
  const text = await trial.ask('diagnostics.read', {});
  const names = [trialUser.name, trialUser.email, trialUser.shopName, 'PC-1', trial.folder];
  for (const value of [...Object.values(marked), ...names, 'Turpin', 'Lakeshore']) expect(text).not.toContain(value);
  await trial.close();
});

test('they say what support needs: versions, health, backups, sync, migrations and the rows of each table', async () => {
  const { trial } = await openMarkedShop();
  const text = await trial.ask('diagnostics.read', {});
  for (const line of [
    /^app 0\.1\.0$/m,
    /^rows \d+, damaged 0$/m,
    /hand, \d+ bytes, schema \d+, 1 workfiles, \d+ unsent, whole$/m,
    /^phase /m,
    /^0001_workfiles\.sql$/m,
    /^line 4$/m,
    /^database \d{5,}$/m,
  ])
    expect(text).toMatch(line);
  await trial.close();
});

test('what was shown is what is saved', async () => {
  const written: string[] = [];
  const { trial } = await openMarkedShop(async (name, text) => {
    written.push(text);
    return { name };
  });
  const text = await trial.ask('diagnostics.read', {});
  expect(await trial.ask('diagnostics.save', { text })).toBe('Shopfile diagnostics.txt');
  expect(written).toEqual([text]);
  await trial.close();
});

test('should a fact ever hold something personal, it goes no further', () => {
  const text = `x dana@shop.example.com y 616-555-0142 (616) 555-0142 1FTEW1EP5KFA12345 C:\\Users\\Dana\\x /home/dana/y`;
  expect(scrubbed(text)).toBe('x [e-mail] y [phone] [phone] [VIN] [home]\\x [home]/y');
  const safe = '2026-11-21T12:00:00.000Z 0190a000-0000-7000-8000-000000000001 row of line 45210';
  expect(scrubbed(safe)).toBe(safe);
});
