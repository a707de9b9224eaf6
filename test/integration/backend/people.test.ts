/** Contacts and claim over the backend's door: each further group is kept, found, printed out of sight, and undone. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sheetOf, writeWorkfile } from '../../support/backend-story.ts';
import { type BackendTrial, openBackendTrial } from '../../support/backend-trial.ts';

let trial: BackendTrial;
beforeAll(async () => {
  trial = await openBackendTrial();
});
afterAll(() => trial.close());

const all = { text: '', offset: 0, limit: 50, sort: 'changed', descending: true } as const;

test('what is known of a claim beside its number is read back as written', async () => {
  const { workfile, insurance } = await writeWorkfile(trial, 0);
  const insuranceId = insurance.id;
  const adjuster = { first: 'Dana', last: 'Reyes', phone: '(616) 555-0192', email: 'dana@example.com' };
  const agent = { ...adjuster, company: 'Lakes Agency' };
  await trial.ask('insurance.change', { insuranceId, group: 'adjuster', value: adjuster });
  await trial.ask('insurance.change', { insuranceId, group: 'agent', value: agent });
  await trial.ask('insurance.change', { insuranceId, group: 'loss', value: { type: 'Hail' } });
  await trial.ask('insurance.change', { insuranceId, group: 'coverage', value: { code: 'M' } });
  await trial.ask('insurance.change', { insuranceId, group: 'collection', value: { by: 'shop' } });
  await trial.ask('insurance.change', { insuranceId, group: 'bettermentNote', value: { text: 'Tires\nagreed' } });
  await trial.ask('insurance.change', { insuranceId, group: 'assignment', value: { reference: 'A-7' } });
  await trial.ask('workfile.change', { workfileId: workfile.id, group: 'referral', value: { source: 'Dealer' } });
  const after = await sheetOf(trial, workfile.id);
  expect(after.insurance).toMatchObject({
    ...{ adjuster, agent, loss: { type: 'Hail' }, coverage: { code: 'M' }, collection: { by: 'shop' } },
    ...{ bettermentNote: { text: 'Tires\nagreed' }, assignment: { reference: 'A-7' } },
  });
  expect(after.workfile.referral).toEqual({ source: 'Dealer' });
});

test('a workfile is found by another phone of its owner, and undo takes the number back', async () => {
  const { workfile, contacts } = await writeWorkfile(trial, 0);
  const contactId = contacts[0]?.id ?? ('' as never);
  const value = { number: '(231) 555-0177', label: 'Spouse' };
  await trial.ask('contact.change', { contactId, group: 'otherPhone', value });
  const found = async () => (await trial.ask('workfile.list', { ...all, text: '2315550177' })).rows.map(({ id }) => id);
  expect(await found()).toEqual([workfile.id]);
  await trial.ask('workfile.undo', { workfileId: workfile.id });
  expect(await found()).toEqual([]);
});

test('an insured who is the owner is listed under the owner’s numbers', async () => {
  const { workfile } = await writeWorkfile(trial, 0);
  const contactId = await trial.ask('contact.add', { workfileId: workfile.id, role: 'insured' });
  await trial.ask('contact.change', { contactId, group: 'cell', value: { number: '(231) 555-0188' } });
  const found = async () => (await trial.ask('workfile.list', { ...all, text: '2315550188' })).rows.length;
  expect(await found()).toBe(1);
  await trial.ask('contact.change', { contactId, group: 'same', value: { asOwner: true } });
  expect(await found()).toBe(0);
  expect((await sheetOf(trial, workfile.id)).contacts[1]?.cell.number).toBe('(231) 555-0188');
});
