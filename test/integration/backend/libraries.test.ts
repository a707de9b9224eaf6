/** The shop's profiles, canned operations and part codes over the backend's door. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CannedId, ProfileId } from '../../../src-shared/base/ids.ts';
import { libraries } from '../../../src-shared/domain/library/library.ts';
import { type BackendTrial, openBackendTrial } from '../../support/backend-trial.ts';
import { fileShelf } from '../../support/user-files.ts';

const shelf = fileShelf();
let trial: BackendTrial;
let ask: BackendTrial['ask'];
beforeAll(async () => {
  trial = await openBackendTrial({ role: 'manager', system: { files: shelf } });
  ask = trial.ask;
});
afterAll(() => trial.close());

const codes = async () =>
  (await ask('library.read', {})).partCodes
    .filter((one) => !one.deleted)
    .map(({ code, part }) => `${code.code} ${part.priceCents}`)
    .toSorted();

test('a table of part codes is taken in as one step, written out again, and removed and brought back', async () => {
  const values = {
    text: { description: 'Front bumper' },
    part: { type: 'oem', number: '71711', priceCents: 412_40, taxed: true },
    labor: { operation: 'replace', type: 'body', tenths: 21, refinishTenths: 0 },
  } as const;
  await ask('part-code.take-in', { added: [{ code: { code: 'FB12' }, ...values }], changed: [] });
  const [first] = (await ask('library.read', {})).partCodes;
  if (first === undefined) throw new Error('no part code was taken in');
  const dearer = { ...values, part: { ...values.part, priceCents: 500_00 } };
  await ask('part-code.take-in', {
    added: [{ code: { code: 'HL20' }, ...values }],
    changed: [{ partCodeId: first.id, ...dearer }],
  });
  expect(await codes()).toEqual(['FB12 50000', 'HL20 41240']);
  expect(await ask('part-code.export', {})).not.toBeNull();
  expect(shelf.text).toContain('FB12');
  await ask('library.remove', { library: 'part-code', ids: [first.id] });
  expect(await codes()).toEqual(['HL20 41240']);
  expect(await ask('library.undo', { library: 'part-code' })).toEqual({ undone: true });
  expect(await codes()).toHaveLength(2);
  expect(await ask('library.undo', { library: 'part-code' })).toEqual({ undone: true });
  expect(await codes()).toEqual(['FB12 41240']);
  expect(await ask('library.redo', { library: 'part-code' })).toEqual({ redone: true });
  expect(await codes()).toHaveLength(2);
});

test('a canned operation is renamed', async () => {
  const about = { name: 'Bumper R&R', kind: 'operation', keywords: '' } as const;
  const [id] = await ask('library.add', { kind: 'canned', records: [{ about }] });
  const cannedId = id as CannedId;
  await ask('canned.change', { cannedId, group: 'about', value: { ...about, keywords: 'front cover' } });
  expect((await ask('library.read', {})).canned.map((one) => one.about.keywords)).toEqual(['front cover']);
});

test('a workfile keeps its rates when a profile changes, until they are updated, as one step of undo', async () => {
  const about = { name: 'Our shop', kind: 'facility', company: '', claimOffice: '' } as const;
  const [id] = await ask('library.add', { kind: 'profile', records: [{ about }] });
  const profileId = id as ProfileId;
  const workfileId = await ask('workfile.create', {});
  const bodyRate = async () => (await ask('workfile.open', { workfileId })).rates.labor.body;
  const before = await bodyRate();
  const [profile] = (await ask('library.read', {})).profiles;
  if (profile === undefined) throw new Error('no profile was added');
  await ask('profile.change', { profileId, group: 'labor', value: { ...profile.labor, body: 91_00 } });
  expect(await bodyRate()).toBe(before);
  const { rates } = await ask('workfile.open', { workfileId });
  await ask('rates.update', { ratesId: rates.id, profileId });
  expect(await bodyRate()).toBe(91_00);
  expect(await ask('workfile.undo', { workfileId })).toMatchObject({ undone: true });
  expect(await bodyRate()).toBe(before);
});

test('text typed in a profile is kept for whoever typed it, until its group is written', async () => {
  const about = { name: 'Typed', kind: 'facility', company: '', claimOffice: '' } as const;
  const [id] = await ask('library.add', { kind: 'profile', records: [{ about }] });
  const profileId = id as ProfileId;
  const place = `profile/${profileId}/address/street`;
  await ask('draft.keep', { workfileId: libraries.profile, place, text: '12 Quay' });
  expect((await ask('library.read', {})).drafts).toMatchObject([{ place, text: '12 Quay' }]);
  const address = { street: '12 Quay Street', street2: '', city: '', state: '', postalCode: '', name: '' };
  await ask('profile.change', { profileId, group: 'address', value: address });
  const { drafts, profiles } = await ask('library.read', {});
  expect(drafts).toEqual([]);
  expect(profiles.find((one) => one.id === profileId)?.address).toEqual(address);
});

test('the reasons of overrides stay with the workfile until its rates are those of the profile again', async () => {
  const about = { name: 'Explained', kind: 'facility', company: '', claimOffice: '' } as const;
  const [id] = await ask('library.add', { kind: 'profile', records: [{ about }] });
  const profileId = id as ProfileId;
  const workfileId = await ask('workfile.create', {});
  const ratesOf = async () => (await ask('workfile.open', { workfileId })).rates;
  const { id: ratesId } = await ratesOf();
  const reason = { group: 'labor', field: 'body', reason: 'Fleet price', by: 'Robin Ellery' };
  await ask('rates.change', { ratesId, group: 'reasons', value: { list: [reason] } });
  expect((await ratesOf()).reasons).toEqual({ list: [reason] });
  await ask('rates.update', { ratesId, profileId });
  expect((await ratesOf()).reasons).toBeUndefined();
  await ask('workfile.undo', { workfileId });
  expect((await ratesOf()).reasons).toEqual({ list: [reason] });
});
