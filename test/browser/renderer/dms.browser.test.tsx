// DMS Activity in a window of its own, in a real browser over a scripted backend: ids, payments and their export, history.
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ReceiptVoidId } from '../../../src-shared/base/ids.ts';
import { receiptVoidSpec } from '../../../src-shared/domain/receipt/receipt-void.ts';
import { emptyGroup } from '../../../src-shared/domain/record.ts';
import type { SyncState } from '../../../src-shared/ipc/shapes.ts';
import { connection } from './sample-connection.ts';
import { sheetOf, workfileId } from './sample-sheet.ts';
import { headOf, noLibrary } from './scripted-answers.ts';
import { begun, day, eventOf, id, openDms, receiptOf, row, says, show } from './scripted-dms.ts';
import { openWindow } from './scripted-window.tsx';
import { shopTime } from './shop-time.ts';

describe('the window', () => {
  test('is named by the RO number, says whose repair it is, and closes by OK', async () => {
    const window = await openDms();
    await expect
      .element(page.getByRole('region', { name: 'Workfile summary' }).getByText('Turpin, Sharon'))
      .toBeVisible();
    await expect
      .poll(() => window.told.map(({ input }) => input))
      .toContainEqual({ title: '48213 - DMS Activity', alone: true });
    await userEvent.click(page.getByRole('button', { name: 'OK' }));
    expect(window.told.at(-1)).toEqual({ name: 'view.close', input: {} });
  });

  test('explains itself to whoever may not use it', async () => {
    await openDms({}, { role: 'technician' });
    await expect.element(page.getByText(/does not include “See DMS Activity/)).toBeVisible();
  });

  test('explains itself where the shop has switched it off', async () => {
    const off = { ...connection, about: { ...connection.about, on: false } };
    await openDms({}, { library: { ...noLibrary, dmsConnections: [off] } });
    await expect.element(page.getByText(/switched off for this shop/)).toBeVisible();
  });

  test('opens from an open workfile by F12', async () => {
    const window = await openWindow({ sheet: sheetOf(begun), heads: [headOf(0, 'Turpin, Sharon')] });
    await expect.element(page.getByRole('grid', { name: 'Workfiles' }).getByText('Turpin, Sharon')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('tab', { name: 'Receipts', exact: true })).toBeVisible();
    await userEvent.keyboard('{F12}');
    await expect.poll(() => window.told).toContainEqual({ name: 'view.dms', input: { workfileId } });
  });
});

describe('Properties', () => {
  test('shows the connection, and each id with who set it, when and where it comes from', async () => {
    const dmsCustomerId = { id: '9876543', source: 'matched', by: 'Janet Smith', at: shopTime(20, 9, 5) } as const;
    await openDms({ workfile: { ...sheetOf().workfile, dmsCustomerId } });
    await expect.element(page.getByText('Northside Toyota – Store 12 (payments export: yes)')).toBeVisible();
    await expect.element(page.getByLabelText('DMS Customer ID')).toHaveValue('9876543');
    await expect.element(page.getByText('Chosen from the DMS by Janet Smith, 11/20 09:05')).toBeVisible();
  });

  test('leads to where the connection is set up', async () => {
    const window = await openDms();
    await userEvent.click(page.getByRole('button', { name: 'Configure › DMS connection' }));
    expect(window.told.at(-1)).toEqual({ name: 'view.app', input: { command: 'library.dms-connection' } });
  });

  test('takes an id by hand, also without a connection', async () => {
    const window = await openDms({}, { library: noLibrary });
    await expect.element(page.getByText('The repair facility has no DMS connection yet.')).toBeVisible();
    await userEvent.fill(page.getByLabelText('DMS Repair ID'), '48213');
    await userEvent.keyboard('{Tab}');
    await expect
      .poll(() => window.askedFor('dms.set-id'))
      .toEqual([{ workfileId, group: 'dmsRepairId', id: '48213', source: 'typed' }]);
  });

  test('of a closed workfile leaves only the Repair ID to be corrected', async () => {
    await openDms({ workfile: { ...sheetOf().workfile, stage: { stage: 'closed' } } });
    await expect.element(page.getByLabelText('DMS Customer ID')).toHaveAttribute('aria-disabled', 'true');
    await expect.element(page.getByLabelText('DMS Vehicle ID')).toHaveAttribute('aria-disabled', 'true');
    await expect.element(page.getByLabelText('DMS Repair ID')).not.toHaveAttribute('aria-disabled');
  });
});

describe('the repair order', () => {
  const known = (id: string) => ({ id, source: 'typed', by: 'Janet Smith', at: 1 }) as const;
  const closed = { ...sheetOf().workfile, stage: { stage: 'closed' }, dmsCustomerId: known('9876543') } as const;
  const button = () => page.getByRole('button', { name: 'Export repair order' });

  test('goes when it is closed; until then the button says so', async () => {
    await openDms();
    await expect.element(button()).toHaveAttribute('aria-disabled', 'true');
    await expect.element(page.getByText('Goes by itself when the repair order is closed.')).toBeVisible();
  });

  test('that was closed without a Repair ID is exported by hand when it has one', async () => {
    const rejected = eventOf(1, { what: 'ro-rejected', note: 'No such customer', status: 'Rejected' });
    const workfile = { ...closed, dmsRepairId: known('48213') };
    const window = await openDms({ workfile, dmsEvents: [rejected] });
    await expect.element(page.getByText('RO rejected: No such customer, 11/20 09:01')).toBeVisible();
    await userEvent.click(button());
    await expect.poll(() => window.askedFor('dms.export-repair-order')).toEqual([{ workfileId }]);
  });

  test('of unknown outcome is not sent again before a person looked for it, and says what they found', async () => {
    const unknown = eventOf(1, { what: 'ro-rejected', status: 'Outcome unknown' });
    const workfile = { ...closed, dmsRepairId: known('48213') };
    const window = await openDms({ workfile, dmsEvents: [unknown] }, { role: 'manager' });
    await expect.element(page.getByText('RO sent, outcome unknown, 11/20 09:01')).toBeVisible();
    await expect.element(button()).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(page.getByRole('button', { name: 'Check in DMS…' }));
    await userEvent.fill(page.getByLabelText('Reference in the DMS'), '612001');
    await userEvent.fill(page.getByLabelText('How you know it'), 'Seen among the open orders');
    await userEvent.click(page.getByRole('button', { name: 'It is in the DMS', exact: true }));
    const subject = { kind: 'repair-order', id: workfileId };
    await expect
      .poll(() => window.askedFor('dms.resolve-export'))
      .toEqual([{ subject, found: '612001', reason: 'Seen among the open orders' }]);
  });

  test('goes with its customer only, which is said before it is closed', async () => {
    await openDms();
    await expect.element(page.getByText('Not known yet; needed before closing the RO')).toBeVisible();
  });

  test('goes to CDK with its vehicle, too, which is said before it is closed', async () => {
    const cdk = { ...noLibrary, dmsConnections: [{ ...connection, about: { ...connection.about, partner: 'cdk' } }] };
    await openDms({}, { library: cdk });
    await expect.element(page.getByText('Not known yet; needed before closing the RO').nth(1)).toBeVisible();
  });

  test('that was closed again asks for a new Repair ID, under which the difference is sent', async () => {
    const note = 'enter a new DMS Repair ID';
    const left = eventOf(2, { what: 'ro-rejected', status: 'Not exported', was: '48213', note });
    const dmsEvents = [eventOf(1, { what: 'ro-exported', status: 'Exported' }), left];
    const window = await openDms({ workfile: { ...closed, dmsRepairId: known('48213') }, dmsEvents });
    await expect.element(page.getByText('RO not exported: enter a new DMS Repair ID, 11/20 09:02')).toBeVisible();
    await expect.element(button()).toHaveAttribute('aria-disabled', 'true');
    const record = { ...closed, dmsRepairId: known('48213S1') };
    window.changeElsewhere([{ kind: 'workfile', record }]);
    await expect.element(button()).not.toHaveAttribute('aria-disabled');
  });

  test('of a closed workfile without a Repair ID asks for that first', async () => {
    await openDms({ workfile: closed });
    await expect.element(button()).toHaveAttribute('aria-disabled', 'true');
  });
});

describe('a receipt in a journal file', () => {
  test('stays Ready, names its file, and is not exported with the others', async () => {
    const receipts = [receiptOf(1), receiptOf(2)];
    const what = { what: 'payment-journaled', reference: 'Journal 12', receiptId: id(1), status: 'In journal file' };
    const answers = { 'dms.export-payments': { asked: [receipts[1]?.id], left: [] } };
    const window = await openDms({ receipts, dmsEvents: [eventOf(1, what)] }, { answers });
    await show('Payments');
    await says('48213-1A', 'Ready', 'In Journal 12 for the books');
    await userEvent.click(page.getByRole('button', { name: 'Export all Ready payments' }));
    await expect.poll(() => window.askedFor('dms.export-payments')).toMatchObject([{ receiptIds: [receipts[1]?.id] }]);
  });
});

test('Ctrl+E exports what is Ready from the tab that the arrows come to, and nothing from under a dialog', async () => {
  const receipts = [receiptOf(1)];
  const answers = { 'dms.export-payments': { asked: [receipts[0]?.id], left: [] } };
  const window = await openDms({ receipts }, { answers });
  await expect.element(page.getByRole('tab', { name: 'Properties' })).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}');
  await says('48213-1A', 'Ready');
  await userEvent.keyboard('{Control>}e{/Control}');
  await expect.element(page.getByRole('dialog', { name: 'Exporting payments' })).toBeVisible();
  await userEvent.keyboard('{Control>}e{/Control}{Enter}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  expect(window.askedFor('dms.export-payments')).toHaveLength(1);
});

describe('the search for a customer', () => {
  const match = {
    customerId: '9876543',
    last: 'Turpin',
    first: 'Sharon',
    company: '',
    phone: '616-555-0188',
    address: '',
  };
  const found = { kind: 'found', matches: [match] };
  const find = () => userEvent.click(page.getByRole('button', { name: 'Find customer…' }));

  test('lists the matches of the owner’s name, and the chosen one is the Customer ID', async () => {
    const window = await openDms({}, { answers: { 'dms.find-customers': found } });
    await find();
    await userEvent.click(page.getByRole('gridcell', { name: '9876543' }));
    expect(window.askedFor('dms.find-customers')).toEqual([{ words: 'Turpin Sharon' }]);
    await userEvent.click(page.getByRole('button', { name: 'Next' }));
    await expect
      .poll(() => window.askedFor('dms.set-id'))
      .toEqual([{ workfileId, group: 'dmsCustomerId', id: '9876543', source: 'matched' }]);
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });

  test('looks for other words, and exports who is not listed as a new customer record', async () => {
    const window = await openDms({}, { answers: { 'dms.find-customers': { kind: 'found', matches: [] } } });
    await find();
    await expect.element(page.getByText('No match', { exact: true })).toBeVisible();
    await userEvent.fill(page.getByLabelText('Name, company or phone number'), 'Turpen');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => window.askedFor('dms.find-customers')).toHaveLength(2);
    await userEvent.click(page.getByLabelText('Customer not listed – export as new customer record'));
    await userEvent.click(page.getByRole('button', { name: 'Next' }));
    await expect.poll(() => window.askedFor('dms.export-customer')).toEqual([{ workfileId }]);
  });

  test('waits while this PC is offline, and runs by itself afterwards', async () => {
    const window = await openDms({}, { answers: { 'dms.find-customers': found }, sync: { phase: 'offline' } });
    await find();
    await expect.element(page.getByText(/the search waits, and runs by itself/)).toBeVisible();
    expect(window.askedFor('dms.find-customers')).toEqual([]);
    const reply = window.reply('sync.state', {});
    if (reply.ok) window.notice('sync.changed', { ...(reply.value as SyncState), phase: 'synced' });
    await expect.element(page.getByRole('gridcell', { name: '9876543' })).toBeVisible();
  });

  test('says why the dealer did not answer', async () => {
    const refused = { kind: 'refused', reason: 'dms-refused', words: 'Store 12 is closed' };
    await openDms({}, { answers: { 'dms.find-customers': refused } });
    await find();
    await expect.element(page.getByText(/did not take the search: Store 12 is closed/)).toBeVisible();
  });
});

describe('the search for a vehicle', () => {
  const none = { kind: 'found', matches: [] };
  const known = { id: '9876543', source: 'typed', by: 'Janet Smith', at: 1 } as const;
  const vehicle = {
    ...sheetOf().vehicle,
    identity: { ...sheetOf().vehicle.identity, vin: '2HGFB2F50CH303481', make: 'Honda', model: 'Civic' },
  };
  const find = () => userEvent.click(page.getByRole('button', { name: 'Find vehicle…' }));

  test('asks for make and model of one that is not listed, prompted from the workfile', async () => {
    const workfile = { ...sheetOf().workfile, dmsCustomerId: known };
    const window = await openDms({ workfile, vehicle }, { answers: { 'dms.find-vehicles': none } });
    await find();
    await expect.poll(() => window.askedFor('dms.find-vehicles')).toEqual([{ vin: '2HGFB2F50CH303481' }]);
    await userEvent.click(page.getByLabelText('Vehicle not listed – export as new vehicle record'));
    await userEvent.click(page.getByRole('button', { name: 'Next' }));
    await expect.element(page.getByLabelText('Make')).toHaveValue('Honda');
    await userEvent.fill(page.getByLabelText('Model'), 'CIVIC LX');
    await userEvent.click(page.getByRole('button', { name: 'Next' }));
    await expect
      .poll(() => window.askedFor('dms.export-vehicle'))
      .toEqual([{ workfileId, make: 'Honda', model: 'CIVIC LX' }]);
  });

  test('says where the partner takes no new vehicles', async () => {
    const takes = { ...connection.takes, newVehicles: false };
    await openDms(
      { vehicle },
      { library: { ...noLibrary, dmsConnections: [{ ...connection, takes }] }, answers: { 'dms.find-vehicles': none } },
    );
    await find();
    await expect.element(page.getByText('This DMS partner takes no new vehicles.').first()).toBeVisible();
    await expect.element(page.getByLabelText(/^Vehicle not listed/)).toHaveAttribute('aria-disabled', 'true');
  });
});

describe('an id whose export has an unknown outcome', () => {
  const unknown = eventOf(1, { what: 'customer-id', status: 'Outcome unknown' });

  test('is looked up by a person, and is sent again where it is not there', async () => {
    const window = await openDms({ dmsEvents: [unknown] }, { role: 'manager' });
    await expect.element(page.getByText(/^Outcome unknown: look in the DMS/)).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Check in DMS…' }));
    await userEvent.fill(page.getByLabelText('How you know it'), 'Not in the list');
    await userEvent.click(page.getByRole('button', { name: 'It is not there – send again' }));
    await expect
      .poll(() => window.askedFor('dms.resolve-export'))
      .toEqual([{ subject: { kind: 'customer', id: workfileId }, found: null, reason: 'Not in the list' }]);
  });

  test('is looked up although the ID of the order before is there', async () => {
    const dmsRepairId = { id: '48213', source: 'reserved', by: 'Janet Smith', at: 1 } as const;
    const reserved = eventOf(2, { what: 'repair-id', status: 'Outcome unknown' });
    const workfile = { ...sheetOf().workfile, dmsRepairId };
    const window = await openDms({ workfile, dmsEvents: [reserved] }, { role: 'manager' });
    await expect.element(page.getByText(/^Outcome unknown: look in the DMS/)).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Check in DMS…' }));
    await userEvent.fill(page.getByLabelText('Reference in the DMS'), '77001');
    await userEvent.fill(page.getByLabelText('How you know it'), 'Seen in the list of numbers');
    await userEvent.click(page.getByRole('button', { name: 'It is in the DMS', exact: true }));
    await expect
      .poll(() => window.askedFor('dms.resolve-export'))
      .toMatchObject([{ subject: { kind: 'reservation', id: workfileId }, found: '77001' }]);
  });

  test('is on its way again once somebody looked', async () => {
    await openDms({ dmsEvents: [unknown, eventOf(2, { what: 'checked', status: 'Sent again' })] });
    await expect.element(page.getByText('Sent to the DMS; its ID comes here by itself')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Check in DMS…' })).not.toBeInTheDocument();
  });
});

describe('Payments', () => {
  const receipts = [
    receiptOf(1, { state: 'posted', postedOn: day, reference: '1234567890001' }),
    receiptOf(2),
    receiptOf(3, { state: 'failed', reason: 'Unknown cashier' }),
    receiptOf(4, { state: 'needs-check' }),
    receiptOf(5, { state: 'checking', inDoubt: true }),
    receiptOf(6),
    receiptOf(7, { state: 'checking' }),
  ];
  const voided = {
    id: id(90) as ReceiptVoidId,
    deleted: false,
    parent: { workfileId, receiptId: id(6) },
    said: { reason: 'Typed twice', at: 9, by: 'Robin Ellery' },
    chain: emptyGroup(receiptVoidSpec, 'chain'),
  };
  const sheet = { receipts, receiptVoids: [voided] };

  test('are listed with their status, posted date and what is said of them', async () => {
    await openDms(sheet);
    await show('Payments');
    await expect.element(page.getByRole('grid', { name: 'Payments' })).toBeVisible();
    await says('48213-1A', 'Posted', '11/21/2026');
    await says('48213-2A', 'Ready');
    await says('48213-3A', 'Failed', 'Unknown cashier');
    await says('48213-4A', 'Failed', 'Outcome unknown, check in DMS');
    await says('48213-5A', 'Ready', 'Checking with DMS…');
    await says('48213-6A', 'Void');
    await says('48213-7A', 'Ready', 'Sending…');
  });

  test('that are Ready are exported together, row by row, until Finish', async () => {
    const answer = { asked: [id(2)], left: [] };
    const window = await openDms(sheet, { answers: { 'dms.export-payments': answer } });
    await show('Payments');
    await userEvent.click(page.getByRole('button', { name: 'Export all Ready payments' }));
    const dialog = page.getByRole('dialog', { name: 'Exporting payments' });
    await expect.element(dialog.getByText('48213-2A')).toBeVisible();
    expect(window.askedFor('dms.export-payments')).toEqual([{ workfileId, receiptIds: [id(2)] }]);
    window.changeElsewhere([{ kind: 'receipt', record: receiptOf(2, { state: 'posted', postedOn: day }) }]);
    await expect.element(dialog.getByText('Posted')).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Finish' }));
    await expect.element(dialog).not.toBeInTheDocument();
  });

  test('of which nobody knows the outcome are looked up by a person, who says what they found', async () => {
    const window = await openDms({ receipts: [receiptOf(4, { state: 'needs-check' })] }, { role: 'manager' });
    await show('Payments');
    await userEvent.click(page.getByRole('gridcell', { name: '48213-4A' }));
    await userEvent.click(page.getByRole('button', { name: 'Check in DMS…' }));
    await expect.element(page.getByText(/sent twice, it would be there twice/)).toBeVisible();
    await userEvent.fill(page.getByLabelText('Reference in the DMS'), '4711');
    await userEvent.fill(page.getByLabelText('How you know it'), 'Seen in the journal');
    await userEvent.click(page.getByRole('button', { name: 'It is in the DMS', exact: true }));
    await expect
      .poll(() => window.askedFor('dms.resolve-export'))
      .toEqual([{ subject: { kind: 'payment', id: id(4) }, found: '4711', reason: 'Seen in the journal' }]);
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });

  test('without a Customer ID stay Ready, with the way to it', async () => {
    const left = [{ receiptId: id(2), why: 'no-customer-id' }];
    const answers = {
      'dms.export-payments': { asked: [], left },
      'dms.find-customers': { kind: 'found', matches: [] },
    };
    await openDms({ receipts: [receiptOf(2)] }, { answers });
    await show('Payments');
    await userEvent.click(page.getByRole('button', { name: 'Export all Ready payments' }));
    await expect.element(page.getByText(/has no Customer ID yet. It stays Ready/)).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Add the Customer ID' }));
    await expect.element(page.getByRole('dialog', { name: 'DMS customers' })).toBeVisible();
  });

  test('of a workfile without receipts say so, and why nothing can be exported', async () => {
    await openDms();
    await show('Payments');
    await expect.element(page.getByText('No receipts yet')).toBeVisible();
    await expect
      .element(page.getByRole('button', { name: 'Export all Ready payments' }))
      .toHaveAttribute('aria-disabled', 'true');
  });
});

test('History lists what was told, the newest first, with the reference blank for a vehicle', async () => {
  const dmsEvents = [
    eventOf(1, { what: 'vehicle-id', is: 'V-12' }),
    eventOf(2, { what: 'customer-id', was: '1', is: '2', reference: '2' }),
    eventOf(3, { what: 'payment-posted', amountCents: 100_000, status: 'Posted', reference: '1234567890001' }),
  ];
  await openDms({ dmsEvents });
  await show('History');
  await expect.element(page.getByRole('heading', { name: 'DMS Transaction History' })).toBeVisible();
  await says('DMS Vehicle ID added');
  await expect.element(page.getByText('V-12')).not.toBeInTheDocument();
  await expect.element(row('DMS Customer ID changed from 1 to 2')).toBeVisible();
  await says('Payment posted', '1,000.00', 'Posted', '1234567890001');
  const rows = page
    .getByRole('row')
    .elements()
    .map((one) => one.textContent);
  expect(rows.findIndex((text) => text.includes('Payment posted'))).toBe(1);
});

test('History is printed through the print dialog, which begins with the Export Summary', async () => {
  const documents = [
    { kind: 'estimate', version: 'E01', title: 'Estimate E01', why: '' },
    { kind: 'dms-history', version: '', title: 'DMS Export Summary', why: '' },
  ];
  const answers = {
    'print.choices': { documents, paper: 'letter', printers: [], jobs: [] },
    'print.prepare': {
      ticket: '0'.repeat(32),
      document: {
        ...{ title: 'DMS Export Summary 48213', fileName: 'x', paper: 'letter', tables: {}, foot: '' },
        pieces: [],
        running: { tag: 'header', look: 'running', across: 1, children: [] },
      },
    },
  };
  const window = await openDms({ dmsEvents: [eventOf(1, { what: 'customer-id', is: '1' })] }, { answers });
  await show('History');
  await userEvent.click(page.getByRole('button', { name: 'Print Export Summary' }));
  await expect.element(page.getByRole('dialog', { name: 'Print' })).toBeVisible();
  await expect.element(page.getByLabelText('Document')).toHaveValue('DMS Export Summary');
  await expect.poll(() => window.askedFor('print.prepare')).toMatchObject([{ workfileId, kind: 'dms-history' }]);
});

test('History tells of a receipt that was voided, at once and once', async () => {
  const voided = {
    id: id(90) as ReceiptVoidId,
    deleted: false,
    parent: { workfileId, receiptId: id(2) },
    said: { reason: 'Typed twice', at: shopTime(20, 10, 0), by: 'Robin Ellery' },
    chain: emptyGroup(receiptVoidSpec, 'chain'),
  };
  const window = await openDms({ receipts: [receiptOf(2)] });
  await show('History');
  await expect.element(page.getByText('Nothing yet')).toBeVisible();
  window.changeElsewhere([{ kind: 'receipt-void', record: voided }]);
  await says('Payment voided: Typed twice', 'Robin Ellery', '1,000.00', 'Void');
  const told = eventOf(3, { what: 'payment-voided', receiptId: id(2), status: 'Void' });
  window.changeElsewhere([{ kind: 'dms-event', record: told }]);
  await expect.poll(() => page.getByRole('row').filter({ hasText: 'Payment voided' }).elements()).toHaveLength(1);
});

test('an empty History says why there is nothing to print', async () => {
  await openDms();
  await show('History');
  const print = page.getByRole('button', { name: 'Print Export Summary' });
  await expect.element(print).toHaveAttribute('aria-disabled', 'true');
});
