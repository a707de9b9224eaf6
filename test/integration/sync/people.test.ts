/** People and claim between two PCs: each group is on the other, two values of one group are kept both. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { until, untilPhase, untilSynced } from '../../support/desktop.ts';
import { openShop, type Shop, type ShopPc } from '../../support/desktop-shop.ts';

describe('people and claim on two PCs', () => {
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

  const insuranceOn = async (pc: ShopPc, workfileId: WorkfileId) => {
    const reply = await pc.reply('workfile.open', { workfileId });
    return reply.ok ? reply.value.insurance : undefined;
  };
  const adjuster = (last: string) => ({ first: '', last, phone: '', email: '' });

  test('an adjuster named on one PC is on the other; two names given offline wait for a choice, the rest merges', async () => {
    const workfileId = await first.ask('workfile.create', {});
    const insuranceId = (await insuranceOn(first, workfileId))?.id ?? ('' as never);
    await first.ask('insurance.change', { insuranceId, group: 'adjuster', value: adjuster('Reyes') });
    await untilSynced(first);
    await until('the adjuster is on the second PC', async () => {
      return (await insuranceOn(second, workfileId))?.adjuster?.last === 'Reyes';
    });
    second.network.cut();
    await untilPhase(second, 'offline');
    await second.ask('insurance.change', { insuranceId, group: 'adjuster', value: adjuster('Ode') });
    await second.ask('insurance.change', { insuranceId, group: 'loss', value: { type: 'Hail' } });
    await first.ask('insurance.change', { insuranceId, group: 'adjuster', value: adjuster('Vance') });
    await first.ask('insurance.change', { insuranceId, group: 'coverage', value: { code: 'M' } });
    await untilSynced(first);
    second.network.restore();
    await second.ask('sync.now', {});
    await until('the conflict is listed', async () => (await second.ask('decision.list', {})).decisions.length === 1);
    const [decision] = (await second.ask('decision.list', {})).decisions;
    expect(decision?.place).toMatchObject({ kind: 'insurance', group: 'adjuster' });
    await second.ask('decision.choose', { ids: [decision?.id ?? ''], choice: 'mine' });
    await untilSynced(second);
    await until('the choice is on the first PC', async () => {
      return (await insuranceOn(first, workfileId))?.adjuster?.last === 'Ode';
    });
    const [one, other] = [await insuranceOn(first, workfileId), await insuranceOn(second, workfileId)];
    expect(one).toEqual(other);
    expect(one).toMatchObject({ loss: { type: 'Hail' }, coverage: { code: 'M' } });
  });
});
