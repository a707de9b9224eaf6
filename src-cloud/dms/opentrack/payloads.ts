// Our requests in the words of OpenTrack, and its customers and vehicles in ours.
// Sources: github tmonck/OpenTrack.NET (requests, samples of responses); ot.dms.dealertrack.com/ServiceAPI.asmx.

import { plainMoney } from '../../../src-shared/base/money.ts';
import type {
  CustomerDetails,
  PartnerCustomer,
  PartnerRequest,
  PartnerVehicle,
} from '../../../src-shared/domain/dms/partner.ts';
import type { OpenTrackSettings } from '../../../src-shared/domain/dms/settings/opentrack.ts';
import {
  childAt,
  childrenOf,
  type MaybePiece,
  piece,
  type XmlElement,
  type XmlPiece,
} from '../../../src-shared/domain/exchange/bms/xml-element.ts';
import { referenceMark } from '../short-reference.ts';

export type CustomerRequest = Extract<PartnerRequest, { kind: 'customer' }>;
type RepairOrderRequest = Extract<PartnerRequest, { kind: 'repair-order' }>;
/** What customers are searched by; what is empty is not asked for. */
export type CustomerTerms = { readonly last: string; readonly first: string; readonly phone: string };

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');

/** A request names the dealer first. */
function request(name: string, settings: OpenTrackSettings, content: readonly MaybePiece[]): XmlPiece {
  const { enterpriseCode, companyNumber } = settings;
  const dealer = piece('Dealer', [piece('EnterpriseCode', enterpriseCode), piece('CompanyNumber', companyNumber)]);
  return { name, content: [dealer, ...content].filter((one) => one !== null) };
}

export const customerSearch = ({ last, first, phone }: CustomerTerms, settings: OpenTrackSettings): XmlPiece =>
  request('CustomerSearch', settings, [
    piece('SearchParms', [piece('LastName', last), piece('FirstName', first), piece('Phone', digitsOf(phone))]),
  ]);

/** How a new customer is searched for before it is added. */
export const termsOf = ({ customer: { last, first, company, phone } }: CustomerRequest): CustomerTerms =>
  company === '' ? { last, first, phone } : { last: company, first: '', phone };

/**
 * A customer is added with the token of a search for it; a company's name stands where the last name does. The fields are in
 * the order of the client's class.
 */
export function customerAdd(asked: CustomerRequest, token: string, settings: OpenTrackSettings): XmlPiece {
  const { last, first } = termsOf(asked);
  const { company, phone, address } = asked.customer;
  const { home = '', ...known } = asked.details ?? { street: address };
  return request('CustomerAdd', settings, [
    piece('Customer', [
      piece('TypeCode', company === '' ? 'I' : 'C'),
      piece('LastName', last),
      piece('FirstName', first),
      ...Object.entries(detailFields({ ...known, home: home || phone })).map(([name, said]) => piece(name, said)),
      piece('ExternalCrossReferenceKey', asked.reference),
      piece('DataToken', token),
    ]),
  ]);
}

/** Where they live and how they are reached, in OpenTrack's words. */
const detailFields = (said: Partial<CustomerDetails>): Readonly<Record<string, string>> => ({
  Address1: said.street ?? '',
  Address2: said.street2 ?? '',
  City: said.city ?? '',
  StateCode: said.state ?? '',
  ZipCode: (said.postalCode ?? '').replaceAll(/[\s-]/g, ''),
  PhoneNumber: digitsOf(said.home ?? ''),
  BusinessPhone: digitsOf(said.business ?? ''),
  CellPhone: digitsOf(said.cell ?? ''),
  Email1: said.email ?? '',
});

export const customerLookup = (customerId: string, settings: OpenTrackSettings): XmlPiece =>
  request('CustomerLookup', settings, [piece('CustomerNumber', customerId)]);

/** What a lookup says of a customer beside what can be written. */
const onlyRead: ReadonlySet<string> = new Set(['CompanyNumber', 'DataToken', 'LastChangeDate', 'Vehicles']);
/** Fields that say the same as another one. */
const twins: Readonly<Record<string, string>> = {
  InternationalHomePhone: 'PhoneNumber',
  InternationalCellPhone: 'CellPhone',
  InternationalBusinessPhone: 'BusinessPhone',
  InternationalZipCode: 'ZipCode',
};

/**
 * A customer is written as it was looked up, with what the shop knows in place. No document says what becomes of a field
 * that is left out, nor which field names the customer: it is the one that names it in the lookup.
 */
export function customerUpdate(asked: CustomerRequest, theirs: XmlElement, settings: OpenTrackSettings): XmlPiece {
  const ours = new Map(Object.entries(oursOf(asked)).filter(([, said]) => said !== ''));
  const isCompany = asked.customer.company !== '';
  const kept = theirs.children.filter(({ name }) => !onlyRead.has(name) && !(isCompany && name === 'FirstName'));
  const textOf = ({ name, text }: XmlElement): string =>
    ours.get(name) ?? (text.trim() === '' ? '' : (ours.get(twins[name] ?? '') ?? text.trim()));
  const known = new Set(kept.map(({ name }) => name));
  const fresh = [...ours].filter(([name]) => !known.has(name));
  return request('CustomerUpdate', settings, [
    piece('Customer', [
      ...kept.map((one) => piece(one.name, textOf(one))),
      ...fresh.map(([name, said]) => piece(name, said)),
    ]),
  ]);
}

function oursOf(asked: CustomerRequest): Readonly<Record<string, string>> {
  const { last, first } = termsOf(asked);
  const { update } = asked;
  if (update === undefined) return {};
  return {
    TypeCode: asked.customer.company === '' ? 'I' : 'C',
    LastName: last,
    FirstName: first,
    ...detailFields(update),
  };
}

export const vehicleSearch = (vin: string, settings: OpenTrackSettings): XmlPiece =>
  request('VehicleSearch', settings, [
    piece('SearchParms', [piece(vin.length === 6 ? 'LastSixOfVIN' : 'VIN', vin.toUpperCase())]),
  ]);

/** The mark by which an open repair order is known as ours again: its tag, and the first word of its line. */
export const repairOrderMark = (reference: string): string => referenceMark(reference, 7);

/** A repair order of one line, whose estimate is one hour at the whole amount. A vehicle is known by its VIN. */
export function addRepairOrder(asked: RepairOrderRequest, settings: OpenTrackSettings): XmlPiece {
  const { reference, repairId, corrects, customerId, vehicleId, totalCents, odometer } = asked;
  const mark = repairOrderMark(reference);
  const what = corrects === '' ? `RO ${repairId}` : `RO ${repairId} corrects ${corrects}`;
  return request('AddRepairOrder', settings, [
    piece('RepairOrder', [
      piece('VIN', vehicleId),
      piece('OdometerIn', odometer === undefined ? '' : String(odometer)),
      piece('CustomerNumber', customerId),
      piece('ServiceWriterID', settings.serviceWriterId),
      piece('TagNumber', mark),
      piece('LineItems', [
        piece('LineItem', [
          piece('LaborOpCode', settings.laborOpCode),
          piece('ServiceLineNumber', '1'),
          piece('LineType', 'A'),
          piece('TransCode', settings.transactionCode),
          piece('Comments', `${mark} Collision ${what}`.slice(0, 50)),
          piece('ServiceType', settings.serviceType),
          piece('OverrideLaborRate', plainMoney(totalCents)),
          piece('EstimateLaborHours', '1'),
        ]),
      ]),
    ]),
  ]);
}

/** Open repair orders made since an instant, and with their lines. */
export const openRepairOrders = (since: number, settings: OpenTrackSettings): XmlPiece =>
  request('OpenRepairOrderLookup', settings, [
    piece('LookupParms', [piece('CreatedDateTimeStart', new Date(since).toISOString().replace(/\.\d+Z$/, 'Z'))]),
  ]);

/** How much of a mark must be left of a tag that the DMS cut short. No document says how long a tag may be. */
const leastTag = 5;

/** Whether a repair order has our mark: as its tag, or in one of its lines. */
export function hasMark(order: XmlElement, mark: string): boolean {
  const tag = textAt(order, 'TagNumber');
  const lines = childrenOf(childAt(order, 'Details'), 'OpenRepairOrderDetail');
  const isTagged = tag.length >= leastTag && mark.startsWith(tag);
  return isTagged || lines.some((line) => textAt(line, 'Comments').startsWith(mark));
}

/** The text of a child; empty where it has none. */
export const textAt = (element: XmlElement, path: string): string => childAt(element, path)?.text.trim() ?? '';

/** A number that says `none` as 0. */
const numberAt = (element: XmlElement, path: string): string => textAt(element, path).replace(/^0+$/, '');

export function customersOf(content: XmlElement): readonly PartnerCustomer[] {
  return childrenOf(content, 'CustomerSearchResult').map((found) => {
    const isCompany = textAt(found, 'EntityType') === 'C';
    const phones = ['HomePhone', 'CellPhone', 'BusinessPhone'].map((phone) => numberAt(found, phone));
    const place = `${textAt(found, 'State')} ${numberAt(found, 'ZipCode')}`.trim();
    return {
      customerId: textAt(found, 'CustomerNumber'),
      last: isCompany ? '' : textAt(found, 'LastName'),
      first: textAt(found, 'FirstName'),
      company: isCompany ? textAt(found, 'LastName') : '',
      phone: phones.find((phone) => phone !== '') ?? '',
      address: [textAt(found, 'Address1'), textAt(found, 'City'), place].filter(Boolean).join(', '),
    };
  });
}

export function vehiclesOf(content: XmlElement): readonly PartnerVehicle[] {
  return childrenOf(content, 'VehicleSearchResult').map((found) => {
    const vin = textAt(found, 'VIN');
    const year = Number(textAt(found, 'ModelYear'));
    const [make, model] = [textAt(found, 'Make'), textAt(found, 'Model')];
    return { vehicleId: vin, vin, year: Number.isInteger(year) && year > 0 ? year : null, make, model, plate: '' };
  });
}
