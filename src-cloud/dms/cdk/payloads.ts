// Our requests in the words of CDK Drive, and its customers and vehicles in ours.
// Sources: Fortellis guides Customers v1, Repair Orders v1 and Post Accounts GL WIP; Microsoft's reference of the
// connectors CDK Drive Customer and CDK Drive Service Vehicles.

import { z } from 'zod';
import { plainMoney } from '../../../src-shared/base/money.ts';
import type {
  CustomerDetails,
  PartnerCustomer,
  PartnerRequest,
  PartnerVehicle,
} from '../../../src-shared/domain/dms/partner.ts';
import type { CdkSettings } from '../../../src-shared/domain/dms/settings/cdk.ts';
import { shortReference } from '../short-reference.ts';

export type CustomerRequest = Extract<PartnerRequest, { kind: 'customer' }>;
export type VehicleRequest = Extract<PartnerRequest, { kind: 'vehicle' }>;
export type RepairOrderRequest = Extract<PartnerRequest, { kind: 'repair-order' }>;
export type PaymentRequest = Extract<PartnerRequest, { kind: 'payment' }>;

export const paths = {
  customers: '/cdkdrive/crm/v1/customers',
  vehicles: '/cdkdrive/service/v1/vehicles',
  repairOrders: '/service/cdk-drive/v2/repair-orders',
  ledger: '/cdk/drive/glwippost',
} as const;

/** A company has no first and last name there, and an email that is not known is `NA`. */
export function customerBody({ customer: { last, first, company, phone, address }, details }: CustomerRequest) {
  const postalAddress = details === undefined ? known({ street: address }) : postalAddressOf(details);
  return {
    name: company === '' ? { first, last } : { companyName: company },
    contactMethods: { primaryPhone: phone.replaceAll(/\D/g, ''), email1: details?.email || 'NA' },
    ...(Object.keys(postalAddress).length === 0 ? {} : { postalAddress }),
  };
}

const postalAddressOf = ({ street, street2, city, state, postalCode }: CustomerDetails) =>
  known({ street: [street, street2].filter((part) => part !== '').join(', '), city, state, postalCode });

/** Only what is known. */
const known = (parts: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== ''));

export const vehicleBody = ({ customerId, vehicle }: VehicleRequest, url: string) => ({
  identification: { vin: vehicle.vin, ...(vehicle.plate === '' ? {} : { licensePlateNum: vehicle.plate }) },
  specification: {
    make: vehicle.make,
    model: vehicle.model,
    ...(vehicle.year === null ? {} : { modelYear: vehicle.year }),
  },
  ownerHref: hrefOf(url, paths.customers, customerId),
});

/** The words by which an open repair order is known as ours again. */
export const repairOrderMark = (reference: string): string => `[Shopfile ${reference}]`;

/** A repair order of one line with its whole amount; a correction names the one it corrects. */
export function repairOrderBody(request: RepairOrderRequest, settings: CdkSettings) {
  const { repairId, corrects, customerId, vehicleId, totalCents, odometer, reference } = request;
  const what = corrects === '' ? `Collision repair ${repairId}` : `Collision repair ${repairId}, corrects ${corrects}`;
  const amount = Number(plainMoney(totalCents));
  const { laborType, opCode, dispatchMakeCode, serviceAdvisorId } = settings;
  return {
    customerHref: hrefOf(settings.url, paths.customers, customerId),
    vehicleHref: hrefOf(settings.url, paths.vehicles, vehicleId),
    serviceAdvisorId,
    ...(dispatchMakeCode === '' ? {} : { dispatchMakeCode }),
    ...(odometer === undefined ? {} : { mileageIn: { value: odometer, units: 'MI' } }),
    comments: what,
    remarks: repairOrderMark(reference),
    serviceLineItems: [
      {
        serviceRequest: what,
        laborType,
        laborOperations: [{ opCode, laborType, soldHours: 0, saleAmount: amount, saleOverrideFlag: true }],
      },
    ],
  };
}

/** What a transaction of the ledger begins with; its reference has ten signs at most. */
export const startBody = ({ reference, repairId, date, memo }: PaymentRequest, settings: CdkSettings) => ({
  acctgDate: date,
  desc: `Payment ${reference} RO ${repairId} ${memo}`.trim().slice(0, 132),
  docType: settings.documentType,
  m13Flag: false,
  refer: shortReference(reference, 10),
  srcCo: settings.company,
  srcJrnl: settings.journal,
  userID: settings.userId,
  userName: settings.userName,
});

/** A payment debits the account of its type and credits what the customer owes. */
export function ledgerLines(request: PaymentRequest, settings: CdkSettings, transaction: string) {
  const { amountCents, customerId, repairId, reference, checkNumber, type } = request;
  const about = `Receipt ${reference}${checkNumber === '' ? '' : ` ${checkNumber}`}`.slice(0, 132);
  const line = (acct: string, control: string, cents: number) => ({
    transID: transaction,
    trgtCoID: settings.company,
    acct,
    cntl: control.slice(0, 17),
    cntl2: repairId.slice(0, 17),
    postAmt: plainMoney(cents),
    postDesc: about,
    prod: '',
    statCnt: '',
  });
  return [
    line(type, shortReference(reference, 17), amountCents),
    line(settings.receivableAccount, customerId, -amountCents),
  ];
}

const hrefOf = (url: string, path: string, id: string): string => `${url}${path}/${encodeURIComponent(id)}`;

const text = z.union([z.string(), z.number().transform(String)]).catch('');
const id = text.pipe(z.string().min(1));
const customer = z.object({
  customerId: id,
  name: z.object({ first: text, last: text, companyName: text }).catch({ first: '', last: '', companyName: '' }),
  contactMethods: z.object({ primaryPhone: text }).catch({ primaryPhone: '' }),
  postalAddress: z
    .object({ street: text, city: text, state: text, postalCode: text })
    .catch({ street: '', city: '', state: '', postalCode: '' }),
});
const vehicle = z.object({
  vehicleId: id,
  identification: z.object({ vin: text, licensePlateNum: text }).catch({ vin: '', licensePlateNum: '' }),
  specification: z
    .object({
      make: text,
      makeCode: text,
      model: text,
      modelCode: text,
      modelYear: z.coerce.number().int().positive().nullable().catch(null),
    })
    .catch({ make: '', makeCode: '', model: '', modelCode: '', modelYear: null }),
});
const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });

/** Lists of customers and vehicles, read. */
export const customerList = listOf(customer.transform(toCustomer));
export const vehicleList = listOf(vehicle.transform(toVehicle));
/** A page of the open repair orders of an advisor, as far as we know ours again by them, and where the next one is. */
export const repairOrderList = z.object({
  items: z.array(z.object({ repairOrderId: text, remarks: text })),
  links: z.object({ next: z.object({ href: text }).nullish() }).nullish(),
});

function toCustomer({
  customerId,
  name,
  contactMethods,
  postalAddress: at,
}: z.output<typeof customer>): PartnerCustomer {
  return {
    customerId,
    last: name.last,
    first: name.first,
    company: name.companyName,
    phone: contactMethods.primaryPhone,
    address: [at.street, at.city, `${at.state} ${at.postalCode}`.trim()].filter(Boolean).join(', '),
  };
}

function toVehicle({ vehicleId, identification, specification: made }: z.output<typeof vehicle>): PartnerVehicle {
  return {
    vehicleId,
    vin: identification.vin,
    year: made.modelYear,
    make: made.make === '' ? made.makeCode : made.make,
    model: made.model === '' ? made.modelCode : made.model,
    plate: identification.licensePlateNum,
  };
}
