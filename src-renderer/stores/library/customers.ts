// The customers of the shop as they count, for the screens that name them.

import { create } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Failure } from '../../../src-shared/base/failure.ts';
import type { CustomerId } from '../../../src-shared/base/ids.ts';
import { type Customer, customerFinder } from '../../../src-shared/domain/people/customer.ts';
import { type Directory, directoryOf } from '../../../src-shared/domain/people/customer-directory.ts';
import type { Visit } from '../../../src-shared/ipc/people/customer-requests.ts';
import { ask } from '../../api/bridge.ts';
import { showOverlay } from '../shell.ts';
import { failureOf } from '../workfile/edits.ts';
import { librarySheet, useLibrary } from './library.ts';

const none: readonly Customer[] = [];
const directories = new WeakMap<readonly Customer[], Directory>();

/** What is merged into what, worked out once for each state of the customers. */
function directoryFor(customers: readonly Customer[]): Directory {
  const directory = directories.get(customers) ?? directoryOf(customers);
  directories.set(customers, directory);
  return directory;
}

/** The customers as they count; none until they are read. */
export const useDirectory = (): Directory =>
  directoryFor(useLibrary(({ sheet }) => (sheet.kind === 'ready' ? sheet.value.customers : none)));

/** Finds a customer by what stands behind them, too. */
export const directoryFinder =
  ({ behind }: Directory) =>
  (text: string): ((customer: Customer) => boolean) => {
    const isMeant = customerFinder(text);
    return (customer) => isMeant(customer) || behind(customer.id).some(isMeant);
  };

/** How many customers are wanted, and which of them; active ones where nothing else is said. */
type Wanted = { readonly most: number; readonly isOffered?: ((customer: Customer) => boolean) | undefined };

/** The first customers that a text means. */
export function findCustomers(directory: Directory, text: string, { most, isOffered }: Wanted): readonly Customer[] {
  const isMeant = directoryFinder(directory)(text);
  const isWanted = isOffered ?? (({ standing }: Customer) => standing.isActive);
  const found: Customer[] = [];
  for (const one of directory.shown) {
    if (found.length === most) break;
    if (isWanted(one) && isMeant(one)) found.push(one);
  }
  return found;
}

/** A customer who is looked for, and what becomes of the one that is found. */
export type CustomerQuestion = {
  readonly title: string;
  /** Names the act: `Use`. */
  readonly action: string;
  /** What is looked for at first. */
  readonly text: string;
  /** Who is offered; the active ones where nothing else is said. */
  readonly isOffered?: (customer: Customer) => boolean;
  /** What will happen with the marked one. */
  readonly tell?: (customer: Customer) => string;
  readonly onPick: (customerId: CustomerId) => void;
};

export const useCustomerQuestion = create<{ readonly asked: CustomerQuestion | undefined }>()(() => ({
  asked: undefined,
}));

/** Has a customer looked for in a dialog. */
export function askForCustomer(asked: CustomerQuestion): void {
  useCustomerQuestion.setState({ asked });
  showOverlay('find-customer');
}

/** The customers as they count now, outside of what is drawn. */
export const currentDirectory = (): Directory => directoryFor(librarySheet()?.customers ?? none);

export const mergeCustomers = (customerId: CustomerId, into: CustomerId): Promise<Failure | undefined> =>
  failureOf(ask('customer.merge', { customerId, into }));

export const splitCustomer = (customerId: CustomerId): Promise<Failure | undefined> =>
  failureOf(ask('customer.split', { customerId }));

const noVisits: readonly Visit[] = [];
/** The workfiles of the customers that were asked for last. */
const useVisitBook = create<{ readonly of: string; readonly visits: readonly Visit[] }>()(() => ({
  of: '',
  visits: noVisits,
}));

/** Names customers with what stands behind them: what their workfiles are read and held by. */
export const visitorsOf = ({ behind }: Directory, customers: readonly Customer[]): string =>
  customers.flatMap(({ id }) => [id, ...behind(id).map((one) => one.id)]).join(' ');

/** Reads the latest workfiles of some customers. */
export async function loadVisits(visitors: string): Promise<void> {
  if (visitors === '') return;
  useVisitBook.setState({ of: visitors, visits: noVisits });
  const reply = await ask('customer.visits', { customerIds: visitors.split(' ') as CustomerId[] });
  if (reply.ok && useVisitBook.getState().of === visitors) useVisitBook.setState({ visits: reply.value });
}

/** Those workfiles, the newest first; none until they are read. */
export const useVisits = (visitors: string): readonly Visit[] =>
  useVisitBook(useShallow(({ of, visits }) => (of === visitors ? visits.toSorted(byNewest) : noVisits)));

const byNewest = (one: Visit, other: Visit): number => other.head.changedAt - one.head.changedAt;
