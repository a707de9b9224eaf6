/** A PC whose clock is a day wrong, and the dealer's answers, which the cloud dates: the newest thing said is what shows. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { idWay } from '../../../src-shared/ipc/dms/id-way.ts';
import { type Dealer, openDealer } from '../../support/dealer.ts';
import { openDesktop, until, untilSynced } from '../../support/desktop.ts';
import { openShop, type Shop, type ShopPc } from '../../support/desktop-shop.ts';

const day = 24 * 60 * 60 * 1000;
const folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-dms-clocks-'));
const journal = path.join(folder, 'dealer.ndjson');
let skew = 0;
let dealer: Dealer;
let shop: Shop;
beforeAll(async () => {
  dealer = await openDealer(journal, 'reference');
  shop = await openShop({ dealer, open: (options) => openDesktop({ ...options, clockSkewMs: skew }) });
});
afterAll(async () => {
  await shop.close();
  await dealer.close();
  rmSync(folder, { recursive: true, force: true });
});

async function workfileOf(pc: ShopPc): Promise<WorkfileId> {
  const workfileId = await pc.ask('workfile.create', {});
  const { contacts } = await pc.ask('workfile.open', { workfileId });
  const contactId = contacts.find(({ parent }) => parent.role === 'owner')?.id ?? ('' as never);
  await pc.ask('contact.change', { contactId, group: 'name', value: { last: 'Turpin', first: '', company: '' } });
  await untilSynced(pc);
  return workfileId;
}

test.each([
  { behind: 'ahead', ms: day },
  { behind: 'behind', ms: -day },
])('a refusal shows after it came, and no longer once it was asked again, on a PC a day $behind', async ({ ms }) => {
  skew = ms;
  const pc = await shop.pc(`PC ${ms}`);
  const workfileId = await workfileOf(pc);
  const set = (id: string) => pc.ask('dms.set-id', { workfileId, group: 'dmsCustomerId', id, source: 'typed' });
  const wayNow = async () => {
    const { dmsEvents: events } = await pc.ask('workfile.open', { workfileId });
    return idWay(workfileId, 'dmsCustomerId', { given: await pc.ask('command.list', {}), events })?.kind;
  };
  // Lines that somebody wrote by this clock are no answer of the dealer's.
  await set('C-1');
  await set('');
  await dealer.lay({ kind: 'refuse', reason: 'Phone number needed' });
  await pc.ask('dms.export-customer', { workfileId });
  await until('the refusal shows', async () => (await wayNow()) === 'failed');

  // While the dealer is away what was asked again waits, and what he said before is no longer the newest.
  const { port } = new URL(dealer.url);
  await dealer.kill();
  await pc.ask('dms.export-customer', { workfileId });
  await until('it was asked again', async () => (await wayNow()) === 'asked');
  expect(await wayNow()).toBe('asked');
  dealer = await openDealer(journal, 'reference', 0, Number(port));
});
