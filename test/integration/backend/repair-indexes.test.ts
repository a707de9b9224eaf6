/** A flipped byte in a value that an index is made of: the row goes and comes back, and nothing stops at it. */
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CustomerId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { sheetOf, writeWorkfile } from '../../support/backend-story.ts';
import { openBackendTrial } from '../../support/backend-trial.ts';
import { flipOnPages, leavesOf, zeroPages } from '../../support/damaged-database.ts';
import { freshFolder } from '../../support/store.ts';

// Three starts of the backend each, on a slow disk too.
vi.setConfig({ testTimeout: 180_000 });

let place: ReturnType<typeof freshFolder>;
let workfileId: WorkfileId;
let customerId: CustomerId;
const data = () => path.join(place.folder, 'data');
const file = () => path.join(data(), 'shopfile.db');
const open = () => openBackendTrial({ folder: data() });

beforeEach(async () => {
  place = freshFolder('repair-indexes');
  const trial = await open();
  const { workfile, contacts } = await writeWorkfile(trial, 60);
  workfileId = workfile.id;
  customerId = await trial.ask('contact.keep-customer', { contactId: contacts[0]?.id ?? ('' as never) });
  await trial.close();
});
afterEach(() => place.remove());

/** As an earlier version made it: it cannot be made over a value that is no text of JSON. */
function makeOlderIndex(): void {
  const database = new Database(file());
  database.exec(
    `create index contact_by_customer on contact (json_extract(customer, '$.customerId')) where customer is not null`,
  );
  database.close();
}
const flip = () => flipOnPages(file(), 'contact', { text: '{"customerId"', to: 'x' });

async function expectCustomerBack(): Promise<void> {
  const after = await open();
  const { contacts } = await sheetOf(after, workfileId);
  expect(contacts.map(({ customer }) => customer)).toEqual([{ customerId }]);
  expect(await after.ask('customer.visits', { customerIds: [customerId] })).toMatchObject([
    { head: { id: workfileId } },
  ]);
  expect((await after.ask('pc.check', {})).health).toMatchObject({ damagedRows: 0, faults: [] });
  await after.close();
}

test('the damaged row is removed and brought back', async () => {
  flip();
  const trial = await open();
  expect((await trial.ask('pc.check', {})).health).toMatchObject({ damagedRows: 1 });
  await trial.ask('repair.run', { backup: null });
  await trial.close();
  await expectCustomerBack();
});

test('an index that cannot be made is left out of the copy and said, and everything else is taken over', async () => {
  makeOlderIndex();
  flip();
  const trial = await open();
  zeroPages(file(), leavesOf(file(), 'line').slice(2, 4));
  expect((await trial.ask('backup.make', {})).failure).toBeNull();
  const [backup] = (await trial.ask('pc.read', {})).backups;
  expect(backup?.note?.damage?.tables.toSorted()).toEqual(['contact', 'line']);
  await trial.ask('repair.run', { backup: null });
  await trial.close();
  await expectCustomerBack();
});
