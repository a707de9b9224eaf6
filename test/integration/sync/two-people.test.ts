/** Two people at one PC: each one's edits reach the cloud in their own name, and a person's role is learned again. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Line } from '../../../src-shared/domain/estimate/line.ts';
import { demoEstimator } from '../../support/cloud.ts';
import { openPc } from '../../support/cloud-pc.ts';
import { until, untilPhase, untilSettled, untilSynced } from '../../support/desktop.ts';
import { linesOf, writeEstimate } from '../../support/desktop-estimate.ts';
import { openShop, people, round, type Shop, type ShopPc } from '../../support/desktop-shop.ts';

describe('two people at one PC', () => {
  let shop: Shop;
  let pc: ShopPc;
  let nameOf: { readonly estimator: string; readonly office: string };

  beforeAll(async () => {
    shop = await openShop();
    pc = await shop.pc('PC-1', 'office');
    const office = await nameHere();
    await pc.ask('session.sign-in', people.estimator);
    nameOf = { office, estimator: await nameHere() };
    await untilSynced(pc);
  });
  afterAll(() => shop.close());

  const nameHere = async (): Promise<string> => {
    const session = await pc.ask('session.state', {});
    if (session.kind === 'signed-out') throw new Error('nobody is signed in');
    return session.user.name;
  };
  const describeLine = ({ id: lineId }: Line, description: string) =>
    pc.ask('line.change', { lineId, group: 'text', value: { description } });
  const state = () => pc.ask('sync.state', {});
  /** Who wrote each edit of a record, as the cloud's log says. */
  const authorsOf = async (id: string): Promise<readonly string[]> => {
    const reader = await openPc(shop.cloudUrl, demoEstimator);
    const { changes } = await reader.pull();
    return changes.filter((change) => change[4] === id).map((change) => change[8].by);
  };

  test('what one wrote without a network waits for that person while the other one works', async () => {
    const workfileId = await writeEstimate(pc, 3);
    await round(pc);
    const [first, second] = (await linesOf(pc, workfileId)) as [Line, Line];
    pc.network.cut();
    await untilPhase(pc, 'offline');
    await describeLine(first, 'by the first');
    await pc.ask('session.sign-out', {});
    expect(await state()).toMatchObject({ phase: 'signed-out', held: [{ name: nameOf.estimator, count: 1 }] });

    pc.network.restore();
    await pc.ask('session.sign-in', people.office);
    await describeLine(second, 'by the second');
    await until('what the second person wrote is sent', async () => (await state()).waiting === 1);
    expect(await untilSettled(pc)).toMatchObject({
      phase: 'unsettled',
      waiting: 1,
      held: [{ name: nameOf.estimator, count: 1 }],
    });
    expect(await authorsOf(first.id)).toEqual([nameOf.estimator]);
    expect(await authorsOf(second.id)).toEqual([nameOf.estimator, nameOf.office]);

    await pc.ask('session.sign-in', people.estimator);
    expect(await untilSynced(pc)).toMatchObject({ waiting: 0, held: [] });
    expect(await authorsOf(first.id)).toEqual([nameOf.estimator, nameOf.estimator]);
  });

  test('a role that was changed in the cloud is learned at the next refused edit, and the windows are told', async () => {
    const workfileId = await writeEstimate(pc, 2, 3);
    await untilSynced(pc);
    const [line] = (await linesOf(pc, workfileId)) as [Line];
    await shop.setRole('estimator', 'technician');
    await describeLine(line, 'no longer allowed');
    await until('the windows hear of the role', () =>
      pc.heard.some(
        ({ name, data }) => name === 'session.changed' && data.kind === 'signed-in' && data.user.role === 'technician',
      ),
    );
    expect(await untilSettled(pc)).toMatchObject({ phase: 'unsettled', decisions: 1 });
    expect(await pc.reply('line.remove', { lineIds: [line.id] })).toMatchObject({ failure: { kind: 'forbidden' } });

    await shop.setRole('estimator', 'manager');
    pc = await pc.reopen();
    await until('the new role is known after a start', async () => {
      const session = await pc.ask('session.state', {});
      return session.kind === 'signed-in' && session.user.role === 'manager';
    });
    const { decisions } = await pc.ask('decision.list', {});
    await pc.ask('decision.choose', { ids: decisions.map(({ id }) => id), choice: 'mine' });
    await untilSynced(pc);
    await shop.setRole('estimator', 'estimator');
  });

  test('a batch whose answer was lost is not sent in the name of the next person', async () => {
    const workfileId = await writeEstimate(pc, 2, 2);
    await round(pc);
    const [line, other] = (await linesOf(pc, workfileId)) as [Line, Line];
    const lost = pc.network.loseAnswer('POST /sync/push').then(pc.network.cut);
    await describeLine(line, 'lost answer');
    await lost;
    await pc.ask('session.sign-out', {});
    pc.network.restore();
    await pc.ask('session.sign-in', people.office);
    await describeLine(other, 'in the meantime');
    await until('what the second person wrote is sent', async () => (await state()).waiting === 1);
    expect(await authorsOf(line.id)).toEqual([nameOf.estimator, nameOf.estimator]);

    await pc.ask('session.sign-in', people.estimator);
    await untilSynced(pc);
    expect(await authorsOf(line.id)).toEqual([nameOf.estimator, nameOf.estimator]);
    expect((await linesOf(pc, workfileId)).map(({ text }) => text.description)).toEqual([
      'lost answer',
      'in the meantime',
    ]);
    expect(await state()).toMatchObject({ decisions: 0, quarantined: 0 });
  });
});
