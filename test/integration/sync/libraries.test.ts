/** What belongs to the shop: made on one PC it is on the others, also on one that comes later; nothing is lost. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PartCodeId, ProfileId } from '../../../src-shared/base/ids.ts';
import type { PartCode } from '../../../src-shared/domain/library/part-code.ts';
import { until, untilPhase, untilSynced } from '../../support/desktop.ts';
import { openShop, type Shop, type ShopPc } from '../../support/desktop-shop.ts';

describe('the libraries of a shop', () => {
  let shop: Shop;
  let first: ShopPc;
  let second: ShopPc;

  beforeAll(async () => {
    shop = await openShop();
    first = await shop.pc('PC-1');
    second = await shop.pc('PC-2', 'office');
    await untilSynced(first);
    await untilSynced(second);
  });
  afterAll(() => shop.close());

  const partCode = async (pc: ShopPc, code: string): Promise<PartCode | undefined> =>
    (await pc.ask('library.read', {})).partCodes.find((one) => one.code.code === code);
  const addCode = async (pc: ShopPc, code: string): Promise<PartCodeId> => {
    const [id] = await pc.ask('library.add', { kind: 'part-code', records: [{ code: { code } }] });
    return id as PartCodeId;
  };
  const price = (partCodeId: PartCodeId, priceCents: number) => ({
    ...{ partCodeId, group: 'part' as const },
    value: { type: 'oem' as const, number: '', priceCents, taxed: true },
  });

  test('a part code goes to the other PC, whose windows hear of it, and is undone by itself', async () => {
    const id = await addCode(first, 'FB12');
    await untilSynced(first);
    await until('the code is on the second PC', async () => (await partCode(second, 'FB12')) !== undefined);
    expect(second.heard.some(({ name }) => name === 'library.changed')).toBe(true);
    await first.ask('part-code.change', price(id, 12_500));
    expect((await partCode(first, 'FB12'))?.part.priceCents).toBe(12_500);
    expect(await first.ask('library.undo', { library: 'canned' })).toEqual({ undone: false });
    expect(await first.ask('library.undo', { library: 'part-code' })).toEqual({ undone: true });
    expect((await partCode(first, 'FB12'))?.part.priceCents).toBe(0);
  });

  test('two prices of one code given offline are kept both, until a person chooses', async () => {
    const id = await addCode(first, 'HL20');
    await untilSynced(first);
    await until('the code is on the second PC', async () => (await partCode(second, 'HL20')) !== undefined);
    await shop.setRole('office', 'manager');
    second.network.cut();
    await untilPhase(second, 'offline');
    await second.ask('part-code.change', price(id, 20_000));
    await first.ask('part-code.change', price(id, 30_000));
    await untilSynced(first);
    second.network.restore();
    await second.ask('sync.now', {});
    await until('the conflict is listed', async () => (await second.ask('decision.list', {})).decisions.length === 1);
    const [decision] = (await second.ask('decision.list', {})).decisions;
    expect(decision?.place).toMatchObject({ kind: 'part-code', workfileLabel: 'Part codes', owner: 'HL20' });
    await second.ask('decision.choose', { ids: [decision?.id ?? ''], choice: 'mine' });
    await untilSynced(second);
    await until(
      'the choice is on the first PC',
      async () => (await partCode(first, 'HL20'))?.part.priceCents === 20_000,
    );
  });

  test('two values of one field of a profile are told to the screen that shows it, until one is chosen', async () => {
    const about = { name: 'Two values', kind: 'facility' as const, company: '', claimOffice: '' };
    const [id] = await second.ask('library.add', { kind: 'profile', records: [{ about }] });
    const profileId = id as ProfileId;
    await untilSynced(second);
    const other = await shop.pc('PC-OTHER', 'office');
    await untilSynced(other);
    second.network.cut();
    await untilPhase(second, 'offline');
    const write = (pc: ShopPc, phone: string) =>
      pc.ask('profile.change', {
        profileId,
        group: 'phones',
        value: { phone, fax: '', email: '', website: '' },
      });
    await write(second, '555-0101');
    await write(other, '555-0102');
    await untilSynced(other);
    second.network.restore();
    await second.ask('sync.now', {});
    const conflicts = async () => (await second.ask('library.read', {})).conflicts.map((one) => one.about);
    await until('the conflict is told', async () => (await conflicts()).length === 1);
    expect(await conflicts()).toEqual([{ kind: 'profile', recordId: profileId, group: 'phones' }]);
    const [decision] = (await second.ask('decision.list', {})).decisions;
    await second.ask('decision.choose', { ids: [decision?.id ?? ''], choice: 'theirs' });
    await until('nothing waits any more', async () => (await conflicts()).length === 0);
  });

  test('a PC that comes later has the libraries after its first sync, and its new workfile begins with the default', async () => {
    const about = { name: 'Our rates', kind: 'facility' as const, company: '', claimOffice: '' };
    const [profileId] = await second.ask('library.add', { kind: 'profile', records: [{ about }] });
    await second.ask('profile.make-default', { profileId: profileId as ProfileId });
    await untilSynced(second);
    const third = await shop.pc('PC-3');
    await untilSynced(third);
    expect((await third.ask('library.read', {})).profiles.filter(({ usual }) => usual.isDefault)).toHaveLength(1);
    expect(await partCode(third, 'FB12')).toBeDefined();
    const workfileId = await third.ask('workfile.create', {});
    const { rates } = await third.ask('workfile.open', { workfileId });
    expect(rates.source).toEqual({ profileId, name: 'Our rates' });
  });
});
