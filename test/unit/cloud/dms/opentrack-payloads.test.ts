import { expect, test } from 'vitest';
import {
  addRepairOrder,
  customerAdd,
  customerSearch,
  openRepairOrders,
  repairOrderMark,
  vehicleSearch,
} from '../../../../src-cloud/dms/opentrack/payloads.ts';
import { openTrackSettings } from '../../../../src-shared/domain/dms/settings/opentrack.ts';
import { type XmlPiece, xmlPart } from '../../../../src-shared/domain/exchange/bms/xml-element.ts';
import { harborLane, newCustomer, repairOrder } from '../../../support/dms/partner-requests.ts';
import { openTrackSetup } from '../../../support/dms/shop-setups.ts';

const settings = openTrackSettings.parse(openTrackSetup);
const textOf = (root: XmlPiece): string => xmlPart(root, '').replaceAll(/\n\t*/g, '');
const dealer = '<Dealer><EnterpriseCode>ZE</EnterpriseCode><CompanyNumber>ZE7</CompanyNumber></Dealer>';

test('a request names the dealer first, and nothing that is empty', () => {
  expect(textOf(customerSearch({ last: 'Turpin', first: '', phone: '' }, settings))).toBe(
    `<CustomerSearch xmlns="">${dealer}<SearchParms><LastName>Turpin</LastName></SearchParms></CustomerSearch>`,
  );
});

test('a person has a last and a first name, a company its name alone', () => {
  const person = textOf(customerAdd(newCustomer(), 'token', settings));
  expect(person).toContain('<TypeCode>I</TypeCode><LastName>Turpin</LastName><FirstName>Sharon</FirstName>');
  const company = textOf(customerAdd(newCustomer({ company: 'Turpin Towing' }), 'token', settings));
  expect(company).toContain('<TypeCode>C</TypeCode><LastName>Turpin Towing</LastName><Address1>');
});

test('a new customer’s address goes part by part, with every phone and the email', () => {
  const said = textOf(customerAdd({ ...newCustomer(), details: harborLane }, 'token', settings));
  const place = '<Address1>410 Harbor Lane</Address1><Address2>Unit 2</Address2><City>Springfield</City>';
  const phones = '<PhoneNumber>3125550142</PhoneNumber><CellPhone>3125550199</CellPhone>';
  expect(said).toContain(`${place}<StateCode>IL</StateCode><ZipCode>627041200</ZipCode>${phones}`);
  expect(said).toContain('<Email1>sharon@example.com</Email1><ExternalCrossReferenceKey>C-1<');
});

test('a vehicle is asked for by its whole VIN, or by six signs as the end of one', () => {
  expect(textOf(vehicleSearch('004352', settings))).toContain('<LastSixOfVIN>004352</LastSixOfVIN>');
  expect(textOf(vehicleSearch('1hgcm82633a004352', settings))).toContain('<VIN>1HGCM82633A004352</VIN>');
});

test('the line of a repair order begins with our mark and is not longer than a line there', () => {
  const order = repairOrder({ repairId: '48213'.repeat(8), corrects: '6000551', totalCents: -5 });
  const text = textOf(addRepairOrder(order, settings));
  const [, comments = ''] = /<Comments>(.*)<\/Comments>/.exec(text) ?? [];
  expect(comments.startsWith(`${repairOrderMark('48213')} Collision RO 48213`)).toBe(true);
  expect(comments).toHaveLength(50);
  expect(text).toContain('<OverrideLaborRate>-0.05</OverrideLaborRate>');
  expect(text).not.toContain('OdometerIn');
});

test('open repair orders are asked for in whole seconds', () => {
  const since = Date.UTC(2026, 4, 10, 14, 30, 5, 250);
  expect(textOf(openRepairOrders(since, settings))).toContain('>2026-05-10T14:30:05Z<');
});
