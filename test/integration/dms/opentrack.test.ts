/** Dealertrack through OpenTrack: what is made, what is found again, and what is told apart when something goes wrong. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTrackPartner } from '../../../src-cloud/dms/opentrack/opentrack-partner.ts';
import { type OpenTrackSettings, openTrackSettings } from '../../../src-shared/domain/dms/settings/opentrack.ts';
import { content, errorIn, openOpenTrackServer, openTrackUser, soapFault } from '../../support/dms/opentrack-server.ts';
import {
  customerUpdate,
  newCustomer,
  newVehicle,
  patienceMs,
  payment,
  repairOrder,
  shortMs,
  testPorts,
  turpin,
} from '../../support/dms/partner-requests.ts';
import { openTrackSetup } from '../../support/dms/shop-setups.ts';

const said = openTrackSettings.parse(openTrackSetup);
const vin = '1HGCM82633A004352';

let server: Awaited<ReturnType<typeof openOpenTrackServer>>;
beforeEach(async () => {
  server = await openOpenTrackServer();
});
afterEach(() => server.close());

type More = Partial<OpenTrackSettings> & {
  readonly timeoutMs?: number;
  readonly word?: string;
  readonly clock?: () => number;
};
function opened({ timeoutMs = patienceMs, word = openTrackUser.password, clock = Date.now, ...more }: More = {}) {
  const secrets = { ...openTrackUser, password: word };
  return openTrackPartner(
    { settings: { ...said, url: server.url, ...more }, secrets },
    { ...testPorts(timeoutMs), clock },
  );
}
const times = (request: string) => server.asked().filter(({ body }) => body.includes(`<${request} xmlns="">`)).length;
async function withCustomer(partner = opened()) {
  const added = await partner.send('key-1', newCustomer());
  return added.kind === 'accepted' ? added.reference : '';
}

describe('the header', () => {
  test.each(['text', 'digest'] as const)('carries the password as %s', async (password) => {
    expect(await opened({ password }).findVehicles(vin)).toMatchObject({ kind: 'answer' });
    const [asked] = server.asked();
    expect(asked?.body.includes('our&lt;pass&amp;word')).toBe(password === 'text');
  });

  test.each(['text', 'digest'] as const)(
    'with a wrong password as %s is refused, and its words tell none',
    async (password) => {
      const partner = opened({ password, word: 'wrong-word' });
      const refused = { kind: 'refused', reason: expect.stringMatching(/^FailedAuthentication: .*could not be/) };
      expect(await partner.send('key-1', newCustomer())).toEqual(refused);
      server.lay({
        kind: 'answer',
        answer: soapFault('wsse:FailedAuthentication', 'SHOPFILE / wrong-word is unknown'),
      });
      expect(await partner.findVehicles(vin)).toEqual({
        kind: 'none',
        reason: 'FailedAuthentication: … / … is unknown',
      });
    },
  );

  test('is good for five minutes, and each request has one of its own', async () => {
    const stale = opened({ clock: () => Date.now() - 10 * 60_000 });
    expect(await stale.findVehicles(vin)).toEqual({ kind: 'none', reason: 'MessageExpired: The message has expired' });
    const partner = opened();
    for (const _ of [1, 2]) expect((await partner.findVehicles(vin)).kind).toBe('answer');
  });

  test('of a dealer who granted nothing is refused in the partner’s words', async () => {
    const reply = await opened({ companyNumber: 'ZE8' }).findCustomers('Turpin');
    const words = '311: Access validation error: Dealer has not granted access to Vendor.';
    expect(reply).toEqual({ kind: 'none', reason: words });
  });
});

describe('a new customer', () => {
  test('is searched for, then added with the token of the search', async () => {
    expect(await opened().send('key-1', newCustomer())).toEqual({ kind: 'accepted', reference: '1000001' });
    expect([times('CustomerSearch'), times('CustomerAdd')]).toEqual([1, 1]);
    expect(server.books.customers[0]?.asked).toContain('<PhoneNumber>3125550142</PhoneNumber>');
  });

  test('of a name that is there already is added all the same: a person chose it', async () => {
    const partner = opened();
    await partner.send('key-1', newCustomer());
    expect((await partner.send('key-2', newCustomer())).kind).toBe('accepted');
    expect(server.books.customers).toHaveLength(2);
  });

  test('with signs that XML minds arrives as it is', async () => {
    await opened().send('key-1', newCustomer({ last: '', first: '', company: 'Turpin & <Sons>' }));
    const [found] = server.books.customers;
    expect(found?.asked).toContain('<LastName>Turpin &amp; &lt;Sons&gt;</LastName>');
    expect(await opened().findCustomers('Turpin')).toMatchObject({ value: [{ company: 'Turpin & <Sons>', last: '' }] });
  });

  test('is not added while the search has no answer, and it is known that nothing was sent', async () => {
    server.lay({ kind: 'lost-answer', on: 'CustomerSearch' });
    const sent = await opened().send('key-1', newCustomer());
    expect(sent).toEqual({ kind: 'unsent' });
    expect(times('CustomerAdd')).toBe(0);
  });

  test('that breaks a rule is refused in the partner’s words', async () => {
    const sent = await opened().send('key-1', newCustomer({ last: '', first: 'Sharon' }));
    expect(sent).toEqual({ kind: 'refused', reason: 'CA07: LastName is required.' });
  });
});

describe('a customer who is corrected', () => {
  const partner = () => opened();
  const asked = () => server.books.customers[0]?.asked ?? '';

  test('is looked up, and written with what the shop knows; all else stays', async () => {
    const customerId = await withCustomer();
    const sent = await partner().send('key-2', customerUpdate(customerId, { last: 'Turpin-Hale' }));
    expect(sent).toEqual({ kind: 'accepted', reference: customerId });
    expect([times('CustomerLookup'), times('CustomerUpdate')]).toEqual([1, 1]);
    const ours = ['<LastName>Turpin-Hale<', '<Address1>12 Quay St<', '<City>Holland<', '<ZipCode>494231200<'];
    const phones = ['<PhoneNumber>6165550188<', '<InternationalHomePhone>6165550188<', '<CellPhone>0<'];
    for (const part of [...ours, ...phones, '<Email1>sharon@example.com<', '<DriversLicense>T612 4471<'])
      expect(asked()).toContain(part);
    for (const part of ['Vehicles', 'LastChangeDate', 'Address2', 'DataToken']) expect(asked()).not.toContain(part);
    expect(server.books.customers).toHaveLength(1);
  });

  test('who became a company has no first name any more', async () => {
    const customerId = await withCustomer();
    await partner().send('key-2', customerUpdate(customerId, { last: '', first: '', company: 'Turpin & Sons' }));
    expect(asked()).toContain('<LastName>Turpin &amp; Sons<');
    expect(asked()).toContain('<TypeCode>C<');
    expect(asked()).not.toContain('FirstName');
  });

  test('and whom the dealer does not know, or will not have so, is refused in the partner’s words', async () => {
    const unknown = await partner().send('key-1', customerUpdate('7'));
    expect(unknown).toEqual({ kind: 'refused', reason: 'CL01: Customer not found.' });
    const other = content(
      '<CustomerLookupResponse xmlns=""><Customer><CustomerNumber>17</CustomerNumber></Customer></CustomerLookupResponse>',
    );
    server.lay({ kind: 'answer', on: 'CustomerLookup', answer: other });
    expect(await partner().send('key-1', customerUpdate('7'))).toMatchObject({
      reason: expect.stringMatching(/no customer by exactly/),
    });
    const wrong = customerUpdate(await withCustomer(), {}, { state: 'Michigan' });
    expect(await partner().send('key-2', wrong)).toEqual({ kind: 'refused', reason: 'CU12: StateCode is invalid.' });
    expect(asked()).not.toContain('Michigan');
  });

  test('is not written while the lookup has no answer, and it is known that nothing was sent', async () => {
    const customerId = await withCustomer();
    server.lay({ kind: 'lost-answer', on: 'CustomerLookup' });
    expect(await partner().send('key-2', customerUpdate(customerId))).toEqual({ kind: 'unsent' });
    expect(times('CustomerUpdate')).toBe(0);
  });

  test('with an answer that was lost is sent again, and is the same customer then', async () => {
    const update = customerUpdate(await withCustomer());
    server.lay({ kind: 'lost-answer', on: 'CustomerUpdate' });
    expect(await partner().send('key-2', update)).toEqual({ kind: 'unknown' });
    const once = fieldsOf(asked());
    expect(await partner().send('key-2', update)).toMatchObject({ kind: 'accepted' });
    expect(fieldsOf(asked())).toEqual(once);
    expect(server.books.customers).toHaveLength(1);
  });

  test('with an answer that says no success is not taken for corrected', async () => {
    const update = customerUpdate(await withCustomer());
    const answer = content('<CustomerUpdateResponse xmlns=""/>');
    server.lay({ kind: 'answer', on: 'CustomerUpdate', answer });
    expect(await partner().send('key-2', update)).toEqual({ kind: 'unknown' });
  });
});

/** What a request writes of a customer. */
const fieldsOf = (asked: string): string => /<Customer>.*<\/Customer>/s.exec(asked)?.[0] ?? asked;

describe('a repair order', () => {
  test('is made for its customer and vehicle, with its amount', async () => {
    const partner = opened();
    const order = repairOrder({ customerId: await withCustomer(partner), vehicleId: vin, odometer: 55_235 });
    expect(await partner.send('key-2', order)).toEqual({ kind: 'accepted', reference: '6000551' });
    const asked = server.books.orders[0]?.asked ?? '';
    for (const part of [`<VIN>${vin}</VIN>`, '<OdometerIn>55235<', '<OverrideLaborRate>1234.56<', 'Collision RO 48213'])
      expect(asked).toContain(part);
  });

  test('whose lines were refused is made: what failed is said beside its number', async () => {
    const partner = opened({ serviceWriterId: '485' });
    const sent = await partner.send('key-2', repairOrder({ customerId: await withCustomer(), vehicleId: vin }));
    const remark = 'Repair Order failed to add new line items. RO27: Incorrect ServiceWriterID for RepairOrder';
    expect(sent).toEqual({ kind: 'accepted', reference: '6000551', remark });
  });

  test('that was not made is refused in the partner’s words', async () => {
    const sent = await opened().send('key-1', repairOrder({ customerId: '1', vehicleId: vin }));
    expect(sent).toEqual({ kind: 'refused', reason: 'Repair Order failed. RO05: Invalid CustomerNumber' });
    expect(server.books.orders).toHaveLength(0);
  });

  test.each([10, 5])(
    'whose answer was lost is found again by its mark, also by %i signs of its tag',
    async (tagSigns) => {
      await server.close();
      server = await openOpenTrackServer({ tagSigns });
      const partner = opened({ serviceWriterId: '485' });
      const order = repairOrder({ customerId: await withCustomer(partner), vehicleId: vin });
      server.lay({ kind: 'lost-answer', on: 'AddRepairOrder' });
      expect(await partner.send('key-2', order)).toEqual({ kind: 'unknown' });
      expect(await partner.lookUp('repair-order', order.reference)).toEqual({ kind: 'answer', value: '6000551' });
      expect(await partner.lookUp('repair-order', '48214')).toEqual({ kind: 'answer', value: null });
    },
  );

  test('is found again by its line where the dealer’s system keeps no tag', async () => {
    await server.close();
    server = await openOpenTrackServer({ tagSigns: 0 });
    const partner = opened();
    await partner.send('key-2', repairOrder({ customerId: await withCustomer(partner), vehicleId: vin }));
    expect(await partner.lookUp('repair-order', '48213')).toEqual({ kind: 'answer', value: '6000551' });
  });
});

describe('what OpenTrack did is told apart from what is not known', () => {
  test.each([
    ['lost-request', 0],
    ['lost-answer', 1],
    ['half-answer', 1],
  ] as const)('%s: unknown', async (kind, made) => {
    server.lay({ kind, on: 'CustomerAdd' });
    expect(await opened().send('key-1', newCustomer())).toEqual({ kind: 'unknown' });
    expect(server.books.customers).toHaveLength(made);
  });

  test('an answer that comes too late', async () => {
    const partner = opened({ timeoutMs: shortMs });
    await expect.poll(async () => (await partner.findVehicles(vin)).kind, { timeout: 30_000 }).toBe('answer');
    server.lay({ kind: 'slow', on: 'CustomerAdd', ms: 3 * shortMs });
    expect(await partner.send('key-1', newCustomer())).toEqual({ kind: 'unknown' });
    await expect.poll(() => server.books.customers, { timeout: 15_000 }).toHaveLength(1);
  });

  const success = '<Success><CustomerNumber>7</CustomerNumber></Success>';
  test.each([
    ['a fault of the server', soapFault('soap:Server', 'Server was unable to process request. Timeout expired.')],
    ['a copy of what arrived before', soapFault('wsse:FailedCheck', 'The message was seen before')],
    ['an error without a code', errorIn('CustomerAddResponse', '', 'Timeout expired')],
    ['an error of a whole class', errorIn('CustomerAddResponse', '200', 'Process Message')],
    ['an answer without the number', content('<CustomerAddResponse xmlns=""><Success/></CustomerAddResponse>')],
    ['the answer to another request', content(`<CustomerUpdateResponse xmlns="">${success}</CustomerUpdateResponse>`)],
    ['an empty envelope', content('')],
    ['a page of the road to it', { status: 502, body: '<html><body>Bad gateway</body></html>' }],
    ['XML that is broken', { status: 200, body: '<Envelope><Body>' }],
    ['a document type', { status: 200, body: '<!DOCTYPE x [<!ENTITY a "b">]><Envelope><Body/></Envelope>' }],
    ['another place', { status: 302, headers: { location: 'http://127.0.0.1:1/' }, body: '' }],
  ])('%s: unknown', async (_name, answer) => {
    server.lay({ kind: 'answer', on: 'CustomerAdd', answer });
    expect(await opened().send('key-1', newCustomer())).toEqual({ kind: 'unknown' });
  });

  test('a server that nobody reaches', async () => {
    const partner = opened();
    await server.close();
    expect(await partner.send('key-1', repairOrder())).toEqual({ kind: 'unsent' });
    expect(await partner.send('key-2', newCustomer())).toEqual({ kind: 'unsent' });
    expect(await partner.findCustomers('Turpin')).toEqual({ kind: 'none', reason: '' });
    server = await openOpenTrackServer();
  });

  test('what OpenTrack does not take is refused and never sent', async () => {
    const partner = opened();
    for (const request of [payment(), newVehicle('1'), { kind: 'reservation', reference: 'R-1' } as const])
      expect((await partner.send('key-1', request)).kind).toBe('refused');
    expect((await partner.lookUp('payment', '48213-1A')).kind).toBe('none');
    expect(server.asked()).toHaveLength(0);
  });
});

test('customers are found by last and first name in either order, and by phone; nobody is an empty list', async () => {
  const partner = opened();
  const customerId = await withCustomer(partner);
  const address = '410 Harbor Lane, Springfield IL, IL';
  const found = { kind: 'answer', value: [{ customerId, ...turpin, phone: '3125550142', address }] };
  for (const typed of ['turpin', 'turpin sharon', 'sharon turpin', '(312) 555-0142', 'turpin 555-0142'])
    expect(await partner.findCustomers(typed)).toEqual(found);
  for (const typed of ['turpin george', 'smith'])
    expect(await partner.findCustomers(typed)).toEqual({ kind: 'answer', value: [] });
});

test('vehicles are found by VIN or its last six signs, and are known by their VIN', async () => {
  const accord = { vehicleId: vin, vin, year: 2003, make: 'HONDA', model: 'ACCORD', plate: '' };
  for (const typed of [vin, vin.toLowerCase(), '004352'])
    expect(await opened().findVehicles(typed)).toEqual({ kind: 'answer', value: [accord] });
  expect(await opened().findVehicles('999999')).toEqual({ kind: 'answer', value: [] });
});
