// What a shop says of its CDK Drive, which is reached through Fortellis.
// Sources: Fortellis guides of the Customers, Repair Orders and Post Accounts GL WIP interfaces (lengths, headers), and
// developer.fortellis.io/api-docs/client-credentials-flow (sign-in).

import { z } from 'zod';
import type { Capabilities } from '../partner.ts';
import { code, name, optionalCode, partnerUrl, receiptWords } from './setting.ts';

const hosts = ['fortellis.io'];

/** What becomes of a payment: it waits in CDK until an accountant posts it, or is posted at once by a user who may. */
export const cdkPostings = ['save', 'post'] as const;

/** Settings that people may read. */
export const cdkSettings = z.strictObject({
  url: partnerUrl(hosts).default('https://api.fortellis.io'),
  tokenUrl: partnerUrl(hosts).default('https://identity.fortellis.io/oauth2/aus1p1ixy7YL8cMq02p7/v1/token'),
  /** The dealer's subscription to our app. */
  subscriptionId: code(80),
  /** Departments as CDK numbers them: one that works with Service, one that works with Accounting. */
  serviceDepartmentId: code(40),
  accountingDepartmentId: code(40),
  /** Repair orders: who writes them, and how their one line is coded. */
  serviceAdvisorId: code(20),
  dispatchMakeCode: optionalCode(10),
  laborType: code(10),
  opCode: code(20),
  /** The ledger: company and journal of the source, and the user in whose name entries are made. */
  company: code(3),
  journal: code(3),
  userId: code(15),
  userName: name(30),
  /** The kind of document in the name of which entries are made. */
  documentType: code(10).default('DOC'),
  posting: z.enum(cdkPostings).default('save'),
  /** The account of what customers owe, which a payment credits. */
  receivableAccount: code(7),
  /** The account that each type of receipt debits. */
  receiptAccounts: receiptWords(7),
});
export type CdkSettings = Readonly<z.output<typeof cdkSettings>>;

/** The key of our app at Fortellis; never shown again and never logged. */
export const cdkSecrets = z.strictObject({ clientId: code(200), clientSecret: code(200) });
export type CdkSecrets = Readonly<z.output<typeof cdkSecrets>>;

/**
 * What CDK takes. A repair order needs its customer and vehicle, so none is reserved before. Neither the ledger nor
 * the list of customers is documented to be searched by a reference of ours; the open repair orders of an advisor are.
 */
export const cdkCapabilities: Capabilities = {
  customers: { search: true, create: true, update: false },
  vehicles: { search: true, create: true },
  repairOrders: { reserve: false, export: true, vehicle: true },
  payments: true,
  recall: 'none',
  recalls: { 'repair-order': 'late-reference' },
};
