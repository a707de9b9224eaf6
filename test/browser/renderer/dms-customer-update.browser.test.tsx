// A customer whom the shop corrected, in DMS Activity over a scripted backend: updated in the DMS, or why that cannot be.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { DmsEventId } from '../../../src-shared/base/ids.ts';
import { type DmsEvent, dmsEventSpec } from '../../../src-shared/domain/dms/dms-event.ts';
import { emptyGroup } from '../../../src-shared/domain/record.ts';
import type { GivenCommand } from '../../../src-shared/ipc/command-shapes.ts';
import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';
import { connection } from './sample-connection.ts';
import { contactOf, sheetOf, workfileId } from './sample-sheet.ts';
import { noLibrary } from './scripted-answers.ts';
import { openWindow } from './scripted-window.tsx';
import { shopTime } from './shop-time.ts';

/** A line of the cloud's, by its id. */
const told = (minute: number, what: Partial<DmsEvent['what']>): DmsEvent => ({
  id: `0190dddd-0000-8000-8000-${String(minute).padStart(12, '0')}` as DmsEventId,
  deleted: false,
  parent: { workfileId },
  what: { ...emptyGroup(dmsEventSpec, 'what'), by: 'Janet Smith', at: shopTime(20, 9, minute), ...what },
});
const owner = { ...contactOf('owner', 1), name: { first: 'Sharon', last: 'Turpin', company: '' } };
const dmsCustomerId = { id: '9876543', source: 'matched', by: 'Janet Smith', at: 1 } as const;
const workfile = { ...sheetOf().workfile, dmsCustomerId };

async function openDms(sheet: Partial<WorkfileSheet> = {}, script: Parameters<typeof openWindow>[0] = {}) {
  const library = { ...noLibrary, dmsConnections: [connection] };
  const shown = sheetOf({ contacts: [owner], workfile, ...sheet });
  const window = await openWindow({ view: workfileId, sheet: shown, library, ...script });
  await expect.element(button()).toBeVisible();
  return window;
}
const button = () => page.getByRole('button', { name: 'Update customer in DMS' });
const disabled = () => page.getByRole('button', { name: 'Update customer in DMS', disabled: true });

const command = {
  ...{ id: '0190dddd-0000-7000-8000-000000000070', name: 'update-customer', state: 'waiting' },
  ...{ workfileId, workfileLabel: '48213', receiptId: '', subject: null, move: null, number: null },
  ...{ version: '', refusal: null, by: 'Robin Ellery', madeAt: shopTime(20, 9, 1), settledAt: 0, answeredAt: null },
} as const satisfies GivenCommand;

test('the button beside the Customer ID updates them; it waits for the cloud, and what came of it is said', async () => {
  const window = await openDms();
  await userEvent.click(button());
  await expect.poll(() => window.askedFor('dms.update-customer')).toEqual([{ workfileId }]);
  window.notice('commands.changed', [command]);
  await expect.element(page.getByText('The customer update waits for the cloud; goes on when online.')).toBeVisible();
  await expect.element(disabled()).toHaveAccessibleDescription(/waits for the cloud already/);
  window.notice('commands.changed', [{ ...command, state: 'done', answeredAt: shopTime(20, 9, 2) }]);
  await expect.element(disabled()).toHaveAccessibleDescription(/is on its way to the DMS/);
  const refused = { what: 'customer-not-updated', status: 'Failed', note: 'StateCode is invalid' } as const;
  window.changeElsewhere([{ kind: 'dms-event', record: told(3, refused) }]);
  await expect.element(page.getByText('DMS Customer not updated: StateCode is invalid, 11/20 09:03')).toBeVisible();
  await expect.element(disabled()).not.toBeInTheDocument();
});

test('nobody is updated while the workfile has no Customer ID', async () => {
  const { dmsCustomerId: _, ...nobody } = workfile;
  await openDms({ workfile: nobody });
  await expect.element(disabled()).toHaveAccessibleDescription(/enter the DMS Customer ID first/);
});

test('nobody is updated once the workfile is closed', async () => {
  await openDms({ workfile: { ...workfile, stage: { ...workfile.stage, stage: 'closed' } } });
  await expect.element(disabled()).toHaveAccessibleDescription(/the workfile is closed; reopen it first/);
});

test('a partner that takes no corrections says so, and one of an older cloud', async () => {
  const { updates: _, ...older } = connection;
  await openDms({}, { library: { ...noLibrary, dmsConnections: [older] } });
  await expect.element(disabled()).toHaveAccessibleDescription(/takes no corrections/);
});

test('whoever is still made there, or may have been, comes first', async () => {
  const unknown = told(1, { what: 'customer-id', status: 'Outcome unknown' });
  const window = await openDms({ dmsEvents: [unknown] }, { role: 'manager' });
  await expect.element(disabled()).toHaveAccessibleDescription(/check in the DMS first/);
  await expect.element(page.getByRole('button', { name: 'Check in DMS…' })).toBeVisible();
  window.changeElsewhere([{ kind: 'dms-event', record: told(2, { what: 'checked', status: 'Sent again' }) }]);
  await expect.element(disabled()).toHaveAccessibleDescription(/still on its way to the DMS/);
});

test('a new vehicle waits for a new customer who is on the way, and says so', async () => {
  const { dmsCustomerId: _, ...nobody } = workfile;
  const window = await openDms({ workfile: nobody });
  window.notice('commands.changed', [{ ...command, name: 'export-customer' }]);
  await userEvent.click(page.getByRole('button', { name: 'Find vehicle…' }));
  await expect
    .element(page.getByLabelText(/^Vehicle not listed/))
    .toHaveAccessibleDescription(/new customer is still on its way to the DMS/);
});
