// The settings of each partner's connection as people see them, in the order in which they are typed.

import type { CdkSettings } from '../../../src-shared/domain/dms/settings/cdk.ts';
import type { DmsPartner } from '../../../src-shared/domain/dms/settings/connection.ts';
import type { OpenTrackSettings } from '../../../src-shared/domain/dms/settings/opentrack.ts';
import type { SimulatedSettings } from '../../../src-shared/domain/dms/settings/simulated.ts';
import { type ReceiptType, receiptTypeNames } from '../../../src-shared/domain/receipt/receipt-type.ts';

/** A type of receipt as the shop knows it; a newer one by its code. */
export const receiptTypeName = (type: string): string =>
  Object.hasOwn(receiptTypeNames, type) ? receiptTypeNames[type as ReceiptType] : type;

type Choice = { readonly value: string; readonly label: string };

/** `text` is typed, `flag` is yes or no, `types` has a field for each type of receipt. */
export type SettingField<Name extends string = string> = {
  readonly name: Name;
  readonly label: string;
  readonly hint?: string;
  readonly kind?: 'text' | 'flag' | 'types';
  readonly choices?: readonly Choice[];
  readonly optional?: boolean;
  /** Takes a whole row. */
  readonly wide?: boolean;
};
export type SettingGroup<Name extends string = string> = {
  readonly title: string;
  readonly fields: readonly SettingField<Name>[];
};

const cdk: readonly SettingGroup<keyof CdkSettings>[] = [
  {
    title: 'Dealer',
    fields: [
      { name: 'subscriptionId', label: 'Subscription ID', hint: 'The dealer’s subscription at Fortellis' },
      { name: 'serviceDepartmentId', label: 'Service department ID' },
      { name: 'accountingDepartmentId', label: 'Accounting department ID' },
      { name: 'url', label: 'Address of the interface', wide: true },
      { name: 'tokenUrl', label: 'Address of the sign-in', wide: true },
    ],
  },
  {
    title: 'Repair orders',
    fields: [
      { name: 'serviceAdvisorId', label: 'Service advisor' },
      { name: 'dispatchMakeCode', label: 'Dispatch make code', optional: true },
      { name: 'laborType', label: 'Labor type' },
      { name: 'opCode', label: 'Op code' },
    ],
  },
  {
    title: 'Ledger',
    fields: [
      { name: 'company', label: 'Company' },
      { name: 'journal', label: 'Journal' },
      { name: 'userId', label: 'User ID', hint: 'In whose name entries are made' },
      { name: 'userName', label: 'User name' },
      { name: 'documentType', label: 'Document type' },
      { name: 'receivableAccount', label: 'Receivables account' },
      {
        name: 'posting',
        label: 'Payments',
        choices: [
          { value: 'save', label: 'Wait in CDK to be posted' },
          { value: 'post', label: 'Are posted at once' },
        ],
      },
    ],
  },
  {
    title: 'Receipt types',
    fields: [{ name: 'receiptAccounts', label: 'Account', kind: 'types', optional: true }],
  },
];

const opentrack: readonly SettingGroup<keyof OpenTrackSettings>[] = [
  {
    title: 'Dealer',
    fields: [
      { name: 'enterpriseCode', label: 'Enterprise code' },
      { name: 'companyNumber', label: 'Company number' },
      { name: 'url', label: 'Address of the interface', wide: true },
      {
        name: 'password',
        label: 'The password travels',
        choices: [
          { value: 'text', label: 'As it is, over TLS' },
          { value: 'digest', label: 'As a digest' },
        ],
      },
    ],
  },
  {
    title: 'Repair orders',
    fields: [
      { name: 'serviceWriterId', label: 'Service writer' },
      { name: 'laborOpCode', label: 'Labor op code' },
      { name: 'transactionCode', label: 'Transaction code' },
      { name: 'serviceType', label: 'Service type' },
    ],
  },
];

const simulated: readonly SettingGroup<keyof SimulatedSettings>[] = [
  {
    title: 'What it does',
    fields: [
      {
        name: 'recall',
        label: 'Recalls an export',
        choices: [
          { value: 'key', label: 'By its key' },
          { value: 'reference', label: 'By its reference' },
          { value: 'late-reference', label: 'By its reference, after a while' },
          { value: 'none', label: 'Not at all' },
        ],
      },
      { name: 'newVehicles', label: 'Takes new vehicles', kind: 'flag' },
      { name: 'reservations', label: 'Reserves RO numbers', kind: 'flag' },
      { name: 'payments', label: 'Takes payments', kind: 'flag' },
    ],
  },
];

export const settingGroups: Readonly<Record<DmsPartner, readonly SettingGroup[]>> = { cdk, opentrack, simulated };

const secretWords: Readonly<Record<string, string>> = {
  clientId: 'Client ID',
  clientSecret: 'Client secret',
  username: 'Username',
  password: 'Password',
};
/** A secret as people know it. */
export const secretName = (name: string): string => secretWords[name] ?? name;

/** What a setting is called; `receiptAccounts.cash` by its list and its type. */
export function settingName(partner: DmsPartner, path: string): string {
  const [name, type] = path.split('.');
  if (type !== undefined) return `The account of ${receiptTypeName(type)}`;
  return settingGroups[partner].flatMap(({ fields }) => fields).find((one) => one.name === name)?.label ?? path;
}
