/** Everything on this PC is found by what people remember, with the place that holds it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ContactId, LineId } from '../../../src-shared/base/ids.ts';
import type { Contact } from '../../../src-shared/domain/people/contact.ts';
import { writeWorkfile } from '../../support/backend-story.ts';
import { type BackendTrial, openBackendTrial } from '../../support/backend-trial.ts';

let trial: BackendTrial;
beforeAll(async () => {
  trial = await openBackendTrial();
  const names = ['Turpin', 'Turpine', 'Ortiz'];
  for (const last of names) {
    const { contacts, vehicle, lines } = await writeWorkfile(trial, 1);
    const contactId = contacts[0]?.id ?? ('' as never);
    await trial.ask('contact.change', { contactId, group: 'name', value: { first: 'Sharon', last, company: '' } });
    const plate = { number: `PL${last.length}`, state: 'MI' };
    await trial.ask('vehicle.change', { vehicleId: vehicle.id, group: 'plate', value: plate });
    const lineId = lines[0]?.id ?? ('' as LineId);
    const part = lines[0]?.part;
    if (last !== 'Ortiz' && part !== undefined) {
      await trial.ask('line.change', { lineId, group: 'part', value: { ...part, number: `52119-0R90${last.length}` } });
    }
  }
});
afterAll(() => trial.close());

const asked = { text: '', offset: 0, limit: 20, sort: 'changed', descending: true } as const;
const find = (text: string) => trial.ask('search.everywhere', { text });

test('a whole name comes before a longer one, and each says what was found', async () => {
  const { workfiles } = await find('turpin');
  expect(workfiles.map(({ owner }) => owner)).toEqual(['Turpin, Sharon', 'Turpine, Sharon']);
  expect(workfiles[0]?.matches).toEqual([{ field: 'owner', text: 'Turpin, Sharon' }]);
});

test('whoever else stands in a workfile is found, and so is the company of an owner', async () => {
  const { workfile, contacts } = await writeWorkfile(trial, 1);
  const rename = (contactId: ContactId, value: Contact['name']) =>
    trial.ask('contact.change', { contactId, group: 'name', value });
  await rename(contacts[0]?.id ?? ('' as never), { first: 'Ana', last: 'Ruiz', company: 'Dune Street Bakery' });
  const insured = await trial.ask('contact.add', { workfileId: workfile.id, role: 'insured' });
  await rename(insured, { first: 'Holly', last: 'Vance', company: '' });
  const matches = async (text: string) => (await find(text)).workfiles.map((one) => one.matches);
  expect(await matches('vance')).toEqual([[{ field: 'names', text: 'Vance, Holly' }]]);
  expect(await matches('dune bakery')).toEqual([[{ field: 'names', text: 'Dune Street Bakery' }]]);
  expect((await trial.ask('workfile.list', { ...asked, text: 'vance' })).rows.map(({ id }) => id)).toEqual([
    workfile.id,
  ]);
  await trial.ask('contact.remove', { contactId: insured });
  expect(await matches('vance')).toEqual([]);
});

test('a part is found by the beginning of its number in any case, with its workfile', async () => {
  const { lines, workfiles } = await find('52119-0r');
  expect(workfiles).toEqual([]);
  expect(lines.map(({ part, owner }) => [part, owner])).toEqual([
    ['52119-0R906', 'Turpin, Sharon'],
    ['52119-0R907', 'Turpine, Sharon'],
  ]);
  expect((await find('52')).lines).toEqual([]);
});

test('a removed line is found no more', async () => {
  const { lines } = await find('52119-0R907');
  await trial.ask('line.remove', { lineIds: [lines[0]?.lineId ?? ('' as LineId)] });
  expect((await find('52119-0R907')).lines).toEqual([]);
});

test('nothing typed and nothing meant find nothing', async () => {
  const none = { workfiles: [], lines: [], more: false };
  expect([await find(''), await find(' " * '), await find('zzzzzz')]).toEqual([none, none, none]);
});
