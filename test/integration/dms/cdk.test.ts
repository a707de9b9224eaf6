/** CDK Drive through Fortellis: what is booked, what is found again, and what is told apart when something goes wrong. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cdkPartner } from '../../../src-cloud/dms/cdk/cdk-partner.ts';
import { type CdkSettings, cdkSettings } from '../../../src-shared/domain/dms/settings/cdk.ts';
import { fortellisKey, gatewayError, json, openFortellisServer } from '../../support/dms/fortellis-server.ts';
import {
  accord,
  newCustomer,
  newVehicle,
  patienceMs,
  payment,
  repairOrder,
  shortMs,
  testPorts,
  turpin,
} from '../../support/dms/partner-requests.ts';
import { cdkSetup } from '../../support/dms/shop-setups.ts';

const said = cdkSettings.parse({ ...cdkSetup, receiptAccounts: { cash: '1020', visa: '1030' } });

let server: Awaited<ReturnType<typeof openFortellisServer>>;
beforeEach(async () => {
  server = await openFortellisServer();
});
afterEach(() => server.close());

type More = Partial<CdkSettings> & { readonly timeoutMs?: number; readonly clientSecret?: string };
function opened({ timeoutMs = patienceMs, clientSecret = fortellisKey.clientSecret, ...more }: More = {}) {
  const settings = { ...said, url: server.url, tokenUrl: `${server.url}/token`, ...more };
  return cdkPartner({ settings, secrets: { ...fortellisKey, clientSecret } }, testPorts(timeoutMs));
}
const repairOrders = '/service/cdk-drive/v2/repair-orders';
const signIns = () => server.asked().filter(({ path }) => path === '/token').length;

describe('a payment', () => {
  test('debits the account of its type and credits what the customer owes, under the receipt number', async () => {
    const sent = await opened().send('key-1', payment());
    expect(sent).toEqual({ kind: 'accepted', reference: '1*75*48213-1A*1' });
    const [booked, ...more] = server.ledger.booked();
    expect(more).toEqual([]);
    expect(booked).toMatchObject({
      state: 'saved',
      start: { acctgDate: '2026-05-10', refer: '48213-1A', srcCo: '1', srcJrnl: '75', userName: 'Shopfile*SHF' },
      lines: [
        { acct: '1020', postAmt: '1000.00', cntl: '48213-1A', cntl2: '48213' },
        { acct: '1210', postAmt: '-1000.00', cntl: '800001', cntl2: '48213' },
      ],
    });
  });

  test('that is taken back is booked the other way round', async () => {
    await opened().send('key-1', payment({ amountCents: -2550 }));
    expect(server.ledger.booked()[0]?.lines.map(({ postAmt }) => postAmt)).toEqual(['-25.50', '25.50']);
  });

  test('is posted at once where the shop set it so', async () => {
    await opened({ posting: 'post' }).send('key-1', payment());
    expect(server.ledger.booked()[0]?.state).toBe('posted');
  });

  test('has a reference of ten signs, the same each time, where the receipt number is longer', async () => {
    const partner = opened();
    for (const _ of [1, 2]) await partner.send('key-1', payment({ reference: '20261048213-12AB' }));
    const [first, second] = server.ledger.transactions().map(({ start }) => start.refer);
    expect(String(first)).toMatch(/^X[0-9A-Z]{9}$/);
    expect(second).toBe(first);
  });

  test('to an account that CDK does not know is refused in its words, and nothing of it is left', async () => {
    const sent = await opened().send('key-1', payment({ type: '9999' }));
    expect(sent).toEqual({ kind: 'refused', reason: 'Account 9999 is not in the chart of accounts' });
    expect(server.ledger.transactions().map(({ state }) => state)).toEqual(['deleted']);
  });

  test('in a month that is closed is refused in CDK’s words', async () => {
    const sent = await opened().send('key-1', payment({ date: '2026-04-30' }));
    expect(sent).toEqual({ kind: 'refused', reason: 'Accounting month of 2026-04-30 is closed' });
  });

  test('that was refused and could not be deleted may still be posted there: nobody knows', async () => {
    server.lay({ kind: 'lost-answer', on: '"opCode":"D"' });
    expect(await opened().send('key-1', payment({ type: '9999' }))).toEqual({ kind: 'unknown' });
  });

  test.each(['startWIP', 'transWIP', 'postWIP'])('whose answer to %s was lost is unknown', async (step) => {
    server.lay({ kind: 'lost-answer', on: step });
    expect(await opened().send('key-1', payment())).toEqual({ kind: 'unknown' });
    expect(server.ledger.booked()).toHaveLength(step === 'postWIP' ? 1 : 0);
    const after = server.asked().at(-1)?.path;
    expect(after).toContain(step);
  });
});

describe('what Fortellis did is told apart from what is not known', () => {
  test.each([
    ['lost-request', 'unknown', 0],
    ['lost-answer', 'unknown', 1],
    ['half-answer', 'unknown', 1],
  ] as const)('%s: %s', async (kind, outcome, made) => {
    server.lay({ kind, on: '/customers' });
    expect((await opened().send('key-1', newCustomer())).kind).toBe(outcome);
    expect(server.books.customers).toHaveLength(made);
  });

  test('an answer that comes too late', async () => {
    const partner = opened({ timeoutMs: shortMs });
    await expect.poll(async () => (await partner.findCustomers('Turpin')).kind, { timeout: 30_000 }).toBe('answer');
    server.lay({ kind: 'slow', on: '/customers', ms: 3 * shortMs });
    expect(await partner.send('key-1', newCustomer())).toEqual({ kind: 'unknown' });
    await expect.poll(() => server.books.customers, { timeout: 15_000 }).toHaveLength(1);
  });

  test.each([
    ['500 of the program behind', json(500, { message: 'Internal error' })],
    ['503', gatewayError(503, 'TARGET-SYSTEM-UNREACHABLE')],
    ['504', gatewayError(504, 'TARGET-SYSTEM-TIMED-OUT')],
    ['502 of the road to it', { status: 502, body: '<html>Bad gateway</html>' }],
    ['a page that is not there', { status: 404, body: '<html>Not found</html>' }],
    ['another place', { status: 302, headers: { location: 'http://127.0.0.1:1/' }, body: '' }],
    ['an answer without the id', json(200, { created: true })],
    ['an answer that is not JSON', { status: 200, body: 'OK' }],
  ])('%s: unknown', async (_name, answer) => {
    server.lay({ kind: 'answer', on: '/customers', answer });
    expect(await opened().send('key-1', newCustomer())).toEqual({ kind: 'unknown' });
  });

  test('a refusal keeps the partner’s words', async () => {
    const sent = await opened().send('key-1', newCustomer({ phone: '555-0142' }));
    expect(sent).toEqual({ kind: 'refused', reason: 'Invalid contactMethods.primaryPhone' });
    const other = await opened({ subscriptionId: 'another' }).send('key-1', newCustomer());
    expect(other).toEqual({ kind: 'refused', reason: 'SUBSCRIPTION-MISMATCH: Fortellis says SUBSCRIPTION-MISMATCH' });
  });

  test('a server that nobody reaches', async () => {
    const partner = opened();
    expect((await partner.findCustomers('Turpin')).kind).toBe('answer');
    await server.close();
    expect(await partner.send('key-1', newCustomer())).toEqual({ kind: 'unsent' });
    expect(await partner.send('key-2', payment())).toEqual({ kind: 'unsent' });
    expect(await partner.findCustomers('Turpin')).toEqual({ kind: 'none', reason: '' });
    server = await openFortellisServer();
  });
});

describe('the sign-in', () => {
  test('holds for many calls, and is one for those that come at once', async () => {
    const partner = opened();
    await Promise.all([partner.findCustomers('Turpin'), partner.findVehicles('004352'), partner.findCustomers('Ray')]);
    await partner.send('key-1', payment());
    expect(signIns()).toBe(1);
  });

  test('is made again when the token ran out early, and the call goes on where it was', async () => {
    const partner = opened();
    await partner.findCustomers('Turpin');
    server.expireTokens();
    expect((await partner.send('key-1', payment())).kind).toBe('accepted');
    expect(signIns()).toBe(2);
    expect(server.ledger.booked()).toHaveLength(1);
  });

  test('that goes on being refused ends in the partner’s words', async () => {
    server.lay({ kind: 'answer', on: '/customers', times: 9, answer: gatewayError(401, 'TOKEN-EXPIRED') });
    const sent = await opened().send('key-1', newCustomer());
    expect(sent).toEqual({ kind: 'refused', reason: 'TOKEN-EXPIRED: Fortellis says TOKEN-EXPIRED' });
    expect(server.books.customers).toHaveLength(0);
  });

  test('with a wrong secret is refused, and no word of it repeats the secret', async () => {
    server.lay({
      kind: 'answer',
      on: '/token',
      answer: json(401, { error: 'invalid_client', error_description: 'No client with wrong-secret' }),
    });
    const sent = await opened({ clientSecret: 'wrong-secret' }).send('key-1', payment());
    expect(sent).toEqual({ kind: 'refused', reason: 'invalid_client: No client with …' });
    expect(server.ledger.transactions()).toHaveLength(0);
  });

  test('without an answer, or with one of the road to it, sent nothing', async () => {
    server.lay({ kind: 'lost-request', on: '/token' });
    expect(await opened().send('key-1', payment())).toEqual({ kind: 'unsent' });
    server.lay({ kind: 'answer', on: '/token', answer: { status: 502, body: '<html>Bad gateway</html>' } });
    expect(await opened().send('key-1', payment())).toEqual({ kind: 'unsent' });
    expect(server.asked()).toHaveLength(2);
  });

  test.each([
    json(503, { error: 'temporarily_unavailable' }),
    json(500, { error: 'server_error', error_description: 'Try again later' }),
    gatewayError(429, 'QUOTA-EXCEEDED'),
    { status: 429, body: '' },
  ])('of a server in trouble sent nothing, whatever its words: $status $body', async (answer) => {
    server.lay({ kind: 'answer', on: '/token', answer });
    const partner = opened();
    expect(await partner.send('key-1', payment())).toEqual({ kind: 'unsent' });
    expect((await partner.send('key-1', payment())).kind).toBe('accepted');
    expect(server.ledger.booked()).toHaveLength(1);
  });

  test('at an address where nobody signs in is refused', async () => {
    server.lay({ kind: 'answer', on: '/token', answer: { status: 404, body: '<html>Not found</html>' } });
    const reason = 'Fortellis did not grant the sign-in. Nothing was sent.';
    expect(await opened().send('key-1', payment())).toEqual({ kind: 'refused', reason });
  });
});

describe('a quota that is used up', () => {
  const full = (seconds: string) => gatewayError(429, 'QUOTA-EXCEEDED', { 'retry-after': seconds });

  test('is waited for, and the call is made once', async () => {
    server.lay({ kind: 'answer', on: '/customers', answer: full('1') });
    expect((await opened().send('key-1', newCustomer())).kind).toBe('accepted');
    expect(server.books.customers).toHaveLength(1);
  });

  test('for longer than the call may take is a refusal at once', async () => {
    server.lay({ kind: 'answer', on: '/customers', answer: full('60') });
    const sent = await opened().send('key-1', newCustomer());
    expect(sent).toEqual({ kind: 'refused', reason: 'QUOTA-EXCEEDED: Fortellis says QUOTA-EXCEEDED' });
    expect(server.books.customers).toHaveLength(0);
  });
});

test('every call has its own connection and id, our subscription, and the department of its part of CDK', async () => {
  const partner = opened();
  await partner.send('key-1', payment());
  await partner.send('key-2', repairOrder());
  const calls = server.asked().filter(({ path }) => path !== '/token');
  expect(new Set(calls.map(({ headers }) => headers['request-id'])).size).toBe(calls.length);
  expect(new Set(calls.map(({ headers }) => headers['subscription-id']))).toEqual(new Set([cdkSetup.subscriptionId]));
  expect(new Set(calls.map(({ headers }) => headers.connection))).toEqual(new Set(['close']));
  expect(calls.map(({ headers }) => headers['department-id'])).toEqual(['ACC-1', 'ACC-1', 'ACC-1', 'ACC-1', 'SVC-1']);
});

test('customers are found by names or a phone in any spelling, vehicles by the end of their VIN', async () => {
  const partner = opened();
  const made = await partner.send('key-1', newCustomer());
  const customerId = made.kind === 'accepted' ? made.reference : '';
  await partner.send('key-2', newCustomer({ last: '', first: '', company: 'Turpin Towing' }));
  for (const words of ['turpin sharon', '312-555-0142 sharon', 'harbor sharon'])
    expect(await partner.findCustomers(words)).toEqual({
      kind: 'answer',
      value: [{ customerId, ...turpin, phone: '3125550142' }],
    });
  expect(await partner.findCustomers('turpin')).toMatchObject({ value: [{}, { company: 'Turpin Towing', last: '' }] });
  expect(await partner.findCustomers('turpin george')).toEqual({ kind: 'answer', value: [] });
  const vehicle = await partner.send('key-3', newVehicle(customerId));
  const vehicleId = vehicle.kind === 'accepted' ? vehicle.reference : '';
  expect(await partner.findVehicles('004352')).toEqual({ kind: 'answer', value: [{ vehicleId, ...accord }] });
});

describe('a repair order', () => {
  test('whose answer was lost is found again by our mark, and no other is', async () => {
    const partner = opened();
    server.lay({ kind: 'lost-answer', on: '/repair-orders' });
    expect(await partner.send('key-1', repairOrder())).toEqual({ kind: 'unknown' });
    expect(await partner.lookUp('repair-order', '48213')).toEqual({ kind: 'answer', value: '612001' });
    expect(await partner.lookUp('repair-order', '4821')).toEqual({ kind: 'answer', value: null });
  });

  describe('in a list of several pages', () => {
    beforeEach(async () => {
      await server.close();
      server = await openFortellisServer({ pageSize: 1 });
      for (const reference of ['48213', '48214', '48215']) await opened().send('key', repairOrder({ reference }));
    });

    test('is found on any of them, and missing when it is on none', async () => {
      const found = (reference: string) => opened().lookUp('repair-order', reference);
      expect(await found('48215')).toEqual({ kind: 'answer', value: '612003' });
      expect(await found('48216')).toEqual({ kind: 'answer', value: null });
    });

    test('is not said to be missing while the list moves between two readings', async () => {
      const page = (id: string, next?: string) =>
        json(200, {
          items: [{ repairOrderId: id, remarks: '' }],
          links: next === undefined ? {} : { next: { href: next } },
        });
      const second = `${repairOrders}?serviceAdvisorId=102&page=2`;
      // The first page is read, an order of it is closed, and ours moves up to it from the second.
      server.lay({ kind: 'answer', on: '/repair-orders', answer: page('1', second) });
      server.lay({ kind: 'answer', on: 'page=2', answer: page('3') });
      expect(await opened().lookUp('repair-order', '48217')).toEqual(untold);
    });

    test('is not said to be missing where a page does not answer', async () => {
      server.lay({ kind: 'answer', on: 'page=2', answer: gatewayError(504, 'TARGET-SYSTEM-TIMED-OUT') });
      expect(await opened().lookUp('repair-order', '48215')).toEqual({ kind: 'none', reason: '' });
    });

    test.each(['https://elsewhere.example/orders?page=1', '/cdkdrive/crm/v1/customers?page=1', '', 7])(
      'is not looked for at %s, which is no page of the list',
      async (href) => {
        const answer = json(200, { items: [], links: { next: { href } } });
        server.lay({ kind: 'answer', on: '/repair-orders', answer });
        const before = server.asked().length;
        expect(await opened().lookUp('repair-order', '48215')).toEqual(untold);
        expect(
          server
            .asked()
            .slice(before)
            .map(({ path }) => path),
        ).toEqual(['/token', repairOrders]);
      },
    );

    test('is not looked for twice on one page', async () => {
      const again = { next: { href: `${repairOrders}?serviceAdvisorId=102` } };
      server.lay({ kind: 'answer', on: '/repair-orders', times: 9, answer: json(200, { items: [], links: again }) });
      expect(await opened().lookUp('repair-order', '48215')).toEqual(untold);
    });
  });

  test('is found among others that are not readable, and not while it has no number', async () => {
    const partner = opened();
    const listed = (repairOrderId: unknown) =>
      json(200, { items: [{ remarks: 7 }, { repairOrderId, remarks: 'Rush [Shopfile 48213]' }] });
    server.lay({ kind: 'answer', on: '/repair-orders', answer: listed(612_001) });
    expect(await partner.lookUp('repair-order', '48213')).toEqual({ kind: 'answer', value: '612001' });
    server.lay({ kind: 'answer', on: '/repair-orders', answer: listed(null) });
    expect(await partner.lookUp('repair-order', '48213')).toEqual(untold);
  });

  test('that corrects another names it', async () => {
    await opened().send('key-1', repairOrder({ repairId: '48213S1', corrects: '612001', totalCents: -5000 }));
    expect(server.books.repairOrders[0]).toMatchObject({
      comments: 'Collision repair 48213S1, corrects 612001',
      serviceLineItems: [{ laborType: 'CBS', laborOperations: [{ opCode: 'BODY', saleAmount: -50 }] }],
    });
  });

  test('is not reserved before its customer and vehicle are known, and no payment is looked up', async () => {
    const partner = opened();
    expect((await partner.send('key-1', { kind: 'reservation', reference: 'R-1' })).kind).toBe('refused');
    expect((await partner.lookUp('payment', '48213-1A')).kind).toBe('none');
    expect(server.asked()).toHaveLength(0);
  });
});

/** It answered, but neither that it has the order nor that it has not. */
const untold = { kind: 'none', reason: expect.stringMatching(/cannot be read/) };
