import { expect, test } from 'vitest';
import {
  customerBody,
  customerList,
  ledgerLines,
  repairOrderBody,
  startBody,
  vehicleBody,
  vehicleList,
} from '../../../../src-cloud/dms/cdk/payloads.ts';
import { cdkSettings } from '../../../../src-shared/domain/dms/settings/cdk.ts';
import { harborLane, newCustomer, newVehicle, payment, repairOrder } from '../../../support/dms/partner-requests.ts';
import { cdkSetup } from '../../../support/dms/shop-setups.ts';

const settings = cdkSettings.parse(cdkSetup);

test('a company has no first and last name, and a person no company', () => {
  expect(customerBody(newCustomer()).name).toEqual({ first: 'Sharon', last: 'Turpin' });
  expect(customerBody(newCustomer({ company: 'Turpin Towing' })).name).toEqual({ companyName: 'Turpin Towing' });
});

test('a phone goes as digits, an email that is not known as NA, and an address only where there is one', () => {
  expect(customerBody(newCustomer())).toMatchObject({
    contactMethods: { primaryPhone: '3125550142', email1: 'NA' },
    postalAddress: { street: '410 Harbor Lane, Springfield IL' },
  });
  expect(customerBody(newCustomer({ address: '' }))).not.toHaveProperty('postalAddress');
});

test('a new customer’s address goes part by part, with the email', () => {
  expect(customerBody({ ...newCustomer(), details: harborLane })).toEqual({
    name: { first: 'Sharon', last: 'Turpin' },
    contactMethods: { primaryPhone: '3125550142', email1: 'sharon@example.com' },
    postalAddress: { street: '410 Harbor Lane, Unit 2', city: 'Springfield', state: 'IL', postalCode: '62704-1200' },
  });
  const nothing = { ...harborLane, street: '', street2: '', city: '', state: '', postalCode: '', email: '' };
  const bare = customerBody({ ...newCustomer(), details: nothing });
  expect(bare).not.toHaveProperty('postalAddress');
  expect(bare.contactMethods.email1).toBe('NA');
});

test('a vehicle belongs to its customer by a link', () => {
  const body = vehicleBody(newVehicle('80/1'), 'https://api.fortellis.io');
  expect(body.ownerHref).toBe('https://api.fortellis.io/cdkdrive/crm/v1/customers/80%2F1');
  const unknown = newVehicle('1');
  const bare = vehicleBody({ ...unknown, vehicle: { ...unknown.vehicle, year: null, plate: '' } }, '');
  expect(bare.specification).not.toHaveProperty('modelYear');
  expect(bare.identification).toEqual({ vin: '1HGCM82633A004352' });
});

test('a repair order is one line with its amount to the cent, and carries our mark', () => {
  const body = repairOrderBody(repairOrder({ totalCents: 29 }), settings);
  expect(body.remarks).toBe('[Shopfile 48213]');
  expect(body.serviceLineItems[0]?.laborOperations[0]?.saleAmount).toBe(0.29);
  expect(body).not.toHaveProperty('dispatchMakeCode');
  expect(body).not.toHaveProperty('mileageIn');
  expect(repairOrderBody(repairOrder({ odometer: 40_312 }), settings)).toMatchObject({
    mileageIn: { value: 40_312, units: 'MI' },
  });
  expect(repairOrderBody(repairOrder(), { ...settings, dispatchMakeCode: 'HO' })).toMatchObject({
    dispatchMakeCode: 'HO',
  });
});

test('no field of the ledger is longer than CDK takes', () => {
  const long = payment({
    reference: '202610482130-12345AB',
    repairId: '202610482130000000',
    customerId: '800001000000000000',
    checkNumber: 'A'.repeat(40),
    memo: 'M'.repeat(500),
  });
  const start = startBody(long, settings);
  expect(start.refer).toHaveLength(10);
  expect(start.desc.length).toBeLessThanOrEqual(132);
  for (const line of ledgerLines(long, settings, 'T-1')) {
    expect(line.cntl.length).toBeLessThanOrEqual(17);
    expect(line.cntl2.length).toBeLessThanOrEqual(17);
    expect(line.postDesc.length).toBeLessThanOrEqual(132);
  }
});

test('the two lines of a payment come to nothing together', () => {
  const amounts = ledgerLines(payment({ amountCents: 9_999_999_999 }), settings, 'T-1').map(({ postAmt }) => postAmt);
  expect(amounts).toEqual(['99999999.99', '-99999999.99']);
});

test('customers and vehicles are read with whatever of them is missing', () => {
  const read = customerList.parse({
    items: [
      { customerId: 7, name: { first: 'Ann' }, postalAddress: { city: 'Elgin', state: 'IL', postalCode: '60120' } },
      { customerId: '8', name: null, contactMethods: null },
    ],
  });
  expect(read.items).toEqual([
    { customerId: '7', last: '', first: 'Ann', company: '', phone: '', address: 'Elgin, IL 60120' },
    { customerId: '8', last: '', first: '', company: '', phone: '', address: '' },
  ]);
  const vehicles = vehicleList.parse({
    items: [
      { vehicleId: 'V', identification: { vin: '1' }, specification: { makeCode: 'HO', modelYear: '2003' } },
      { vehicleId: 'W', specification: { modelYear: 'new' } },
      { vehicleId: 'X', specification: { modelYear: '' } },
    ],
  });
  expect(vehicles.items).toEqual([
    { vehicleId: 'V', vin: '1', year: 2003, make: 'HO', model: '', plate: '' },
    { vehicleId: 'W', vin: '', year: null, make: '', model: '', plate: '' },
    { vehicleId: 'X', vin: '', year: null, make: '', model: '', plate: '' },
  ]);
  expect(customerList.safeParse({ items: [{ name: {} }] }).success).toBe(false);
});
