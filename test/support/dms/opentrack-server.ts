/** Dealertrack behind OpenTrack, as the public client and its samples say that it answers: one address, SOAP envelopes. */
import { createHash } from 'node:crypto';
import { type Answered, type Asked, openContractServer } from './contract-server.ts';
import { openTrackSetup } from './shop-setups.ts';

export const openTrackUser = { username: 'SHOPFILE', password: 'our<pass&word' };

const transport = 'http://www.starstandards.org/webservices/2005/10/transport';
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const plain = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
/** The text of the first element of a name. */
const textOf = (xml: string, name: string): string =>
  plain(new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>([^<]*)<`).exec(xml)?.[1] ?? '');

const soap = 'http://schemas.xmlsoap.org/soap/envelope/';
const xml = (status: number, body: string): Answered => ({
  status,
  headers: { 'content-type': 'text/xml; charset=utf-8' },
  body: `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="${soap}"><soap:Body>${body}</soap:Body></soap:Envelope>`,
});
export const soapFault = (code: string, words: string): Answered =>
  xml(500, `<soap:Fault><faultcode>${code}</faultcode><faultstring>${words}</faultstring></soap:Fault>`);
export const content = (inside: string): Answered =>
  xml(
    200,
    `<ProcessMessageResponse xmlns="${transport}"><payload><content id="Content0">${inside}</content></payload></ProcessMessageResponse>`,
  );
export const errorIn = (response: string, code: string, message: string, more = ''): Answered =>
  content(
    `<${response} xmlns=""><Error><Code>${code}</Code><Message>${message}</Message>${more}</Error></${response}>`,
  );

type Customer = { readonly number: string; readonly asked: string };
type Order = { readonly number: string; readonly asked: string; readonly hasLines: boolean };

/** `tagSigns`: how much of a tag is kept. */
export async function openOpenTrackServer({ tagSigns = 10 } = {}) {
  const books = { customers: [] as Customer[], orders: [] as Order[] };
  const tokens = new Set<string>();
  const seen = new Set<string>();
  const server = await openContractServer((asked) => {
    const refusal = doorRefusal(asked, seen);
    if (refusal !== undefined) return refusal;
    const [, name = ''] = /<(\w+) xmlns="">/.exec(asked.body) ?? [];
    switch (name) {
      case 'CustomerSearch':
        return search(asked.body, books.customers, tokens);
      case 'CustomerAdd':
        return addCustomer(asked.body, books.customers, tokens);
      case 'CustomerLookup':
        return lookUpCustomer(asked.body, books.customers);
      case 'CustomerUpdate':
        return updateCustomer(asked.body, books.customers);
      case 'VehicleSearch':
        return vehicles(asked.body);
      case 'AddRepairOrder':
        return addOrder(asked.body, books);
      case 'OpenRepairOrderLookup':
        return content(
          `<OpenRepairOrderLookupResponse xmlns="">${books.orders.map((order) => orderXml(order, tagSigns)).join('')}</OpenRepairOrderLookupResponse>`,
        );
      default:
        return errorIn(`${name}Response`, '205', 'Process Message: Invalid request type.');
    }
  });
  return { ...server, books };
}

/** What does not get past the door: the wrong user, a stale or repeated envelope, a dealer who granted nothing. */
function doorRefusal({ path, headers, body }: Asked, seen: Set<string>): Answered | undefined {
  const isThere = path === '/WebService.asmx' && headers.soapaction === `"${transport}/operations/ProcessMessage"`;
  if (!isThere) return { status: 404, body: '<html>Not found</html>' };
  if (!isPasswordRight(body) || textOf(body, 'Username') !== openTrackUser.username)
    return soapFault('wsse:FailedAuthentication', 'The security token could not be authenticated');
  if (Date.parse(textOf(body, 'Expires')) < Date.now())
    return soapFault('wsu:MessageExpired', 'The message has expired');
  const [, id = ''] = /contentID="([^"]+)"/.exec(body) ?? [];
  if (seen.has(id)) return soapFault('wsse:FailedCheck', 'The message was seen before');
  seen.add(id);
  const [, element = ''] = /element="(\w+)"/.exec(body) ?? [];
  if (!body.includes(`<content id="${id}">`) || !body.includes(`<${element} xmlns="">`))
    return errorIn('ProcessMessageResponse', '203', 'Process Message: Payload is missing or invalid.');
  const isGranted =
    textOf(body, 'EnterpriseCode') === openTrackSetup.enterpriseCode &&
    textOf(body, 'CompanyNumber') === openTrackSetup.companyNumber;
  const words = 'Access validation error: Dealer has not granted access to Vendor.';
  return isGranted ? undefined : errorIn(`${element}Response`, '311', words);
}

function isPasswordRight(body: string): boolean {
  const said = textOf(body, 'Password');
  if (body.includes('#PasswordText"')) return said === openTrackUser.password;
  const digest = createHash('sha1')
    .update(Buffer.from(textOf(body, 'Nonce'), 'base64'))
    .update(textOf(body.slice(body.indexOf('<o:Nonce')), 'Created'))
    .update(openTrackUser.password);
  return said === digest.digest('base64');
}

function search(body: string, customers: readonly Customer[], tokens: Set<string>): Answered {
  const token = `data-token-${tokens.size + 1}`;
  tokens.add(token);
  const [last, phone] = [textOf(body, 'LastName').toUpperCase(), textOf(body, 'Phone')];
  const found = customers.filter(
    ({ asked }) =>
      textOf(asked, 'LastName').toUpperCase().startsWith(last) && textOf(asked, 'PhoneNumber').includes(phone),
  );
  const tokenXml = `<DataToken>${token}</DataToken>`;
  if (found.length === 0) return errorIn('CustomerSearchResponse', 'CS02', 'No customers found.', tokenXml);
  const list = found.map(customerXml).join('');
  return content(`<CustomerSearchResponse xmlns="">${tokenXml}${list}</CustomerSearchResponse>`);
}

function customerXml({ number, asked }: Customer): string {
  const said = (name: string): string => escaped(textOf(asked, name));
  return `<CustomerSearchResult><CompanyNumber>ZE7</CompanyNumber><CustomerNumber>${number}</CustomerNumber>
  <EntityType>${said('TypeCode')}</EntityType><LastName>${said('LastName')}</LastName>
  <FirstName>${said('FirstName')}</FirstName><Address1>${said('Address1')}</Address1><City />
  <State>IL</State><ZipCode>0</ZipCode><HomePhone>0</HomePhone><CellPhone>${said('PhoneNumber')}</CellPhone>
  </CustomerSearchResult>`;
}

function addCustomer(body: string, customers: Customer[], tokens: ReadonlySet<string>): Answered {
  if (!tokens.has(textOf(body, 'DataToken')))
    return errorIn('CustomerAddResponse', 'CA03', 'DataToken is missing or has expired.');
  if (textOf(body, 'LastName') === '') return errorIn('CustomerAddResponse', 'CA07', 'LastName is required.');
  const number = String(1_000_001 + customers.length);
  customers.push({ number, asked: body });
  return content(
    `<CustomerAddResponse xmlns=""><Success><Message>Customer successfully added.</Message><CustomerNumber>${number}</CustomerNumber></Success></CustomerAddResponse>`,
  );
}

/** A customer whom the dealer knows more of than the shop. */
function lookUpCustomer(body: string, customers: readonly Customer[]): Answered {
  const found = customers.find(({ number }) => number === textOf(body, 'CustomerNumber'));
  if (found === undefined) return errorIn('CustomerLookupResponse', 'CL01', 'Customer not found.');
  const said = (name: string): string => `<${name}>${escaped(textOf(found.asked, name))}</${name}>`;
  const names = [
    'TypeCode',
    'LastName',
    'FirstName',
    'Address1',
    'City',
    'StateCode',
    'ZipCode',
    'PhoneNumber',
    'Email1',
  ];
  const licence = textOf(found.asked, 'DriversLicense') || 'T612 4471';
  return content(
    `<CustomerLookupResponse xmlns=""><Customer><CompanyNumber>ZE7</CompanyNumber><CustomerNumber>${found.number}</CustomerNumber>${names.map(said).join('')}<CellPhone>0</CellPhone><DriversLicense>${licence}</DriversLicense><Email2 /><InternationalHomePhone>${textOf(found.asked, 'PhoneNumber')}</InternationalHomePhone><LastChangeDate>20120716</LastChangeDate><Vehicles><VIN>JTEDP21A870132574</VIN></Vehicles></Customer></CustomerLookupResponse>`,
  );
}

/** What is left out is empty afterwards; no document says so, and none says otherwise. */
function updateCustomer(body: string, customers: Customer[]): Answered {
  const number = textOf(body, 'CustomerNumber');
  const at = customers.findIndex((one) => one.number === number);
  if (at < 0) return errorIn('CustomerUpdateResponse', 'CU01', 'Customer not found.');
  if (textOf(body, 'StateCode').length > 2) return errorIn('CustomerUpdateResponse', 'CU12', 'StateCode is invalid.');
  customers[at] = { number, asked: body };
  return content(
    '<CustomerUpdateResponse xmlns=""><Success><Message>Customer successfully updated.</Message></Success></CustomerUpdateResponse>',
  );
}

const stock = ['1HGCM82633A004352', '5YJ3E1EA2NF000001'];

function vehicles(body: string): Answered {
  const [vin, end] = [textOf(body, 'VIN'), textOf(body, 'LastSixOfVIN')];
  const found = stock.filter((one) => (vin === '' ? one.endsWith(end) : one === vin));
  const list = found.map(
    (one) =>
      `<VehicleSearchResult><VIN> ${one}</VIN><StockNumber/><Make>HONDA</Make><Model>ACCORD</Model><ModelYear>2003</ModelYear></VehicleSearchResult>`,
  );
  return content(`<VehicleSearchResponse xmlns="">${list.join('')}</VehicleSearchResponse>`);
}

/** A repair order with a writer who is not one of the dealer's is made all the same, without its lines. */
function addOrder(
  body: string,
  books: { readonly customers: readonly Customer[]; readonly orders: Order[] },
): Answered {
  const failure = (words: string, code: string, message: string): string =>
    `<Failure><Message>${words}</Message><Errors><Error><Code>${code}</Code><Message>${message}</Message></Error></Errors></Failure>`;
  const answer = (inside: string) => content(`<AddRepairOrderResponse xmlns="">${inside}</AddRepairOrderResponse>`);
  if (!books.customers.some(({ number }) => number === textOf(body, 'CustomerNumber')))
    return answer(failure('Repair Order failed.', 'RO05', 'Invalid CustomerNumber'));
  const hasLines = textOf(body, 'ServiceWriterID') === '999';
  const number = String(6_000_551 + books.orders.length);
  books.orders.push({ number, asked: body, hasLines });
  const made = `<RepairOrderNumber>${number}</RepairOrderNumber><Success><Message>Repair Order successfully created.</Message></Success>`;
  if (hasLines) return answer(made);
  const words = 'Repair Order failed to add new line items.';
  return answer(made + failure(words, 'RO27', 'Incorrect ServiceWriterID for RepairOrder'));
}

const orderXml = ({ number, asked, hasLines }: Order, tagSigns: number): string => {
  const line = `<OpenRepairOrderDetail><LineType>A</LineType><Comments>${textOf(asked, 'Comments')}</Comments></OpenRepairOrderDetail>`;
  return `<OpenRepairOrder><RepairOrderNumber>${number}</RepairOrderNumber><TagNumber>${textOf(asked, 'TagNumber').slice(0, tagSigns)}</TagNumber><Details>${hasLines ? line : ''}</Details></OpenRepairOrder>`;
};
