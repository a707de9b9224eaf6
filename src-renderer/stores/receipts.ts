// Money received, asked of the backend; and what is wrong with the ledger of a workfile, as the backend last found it.

import { create } from 'zustand';
import type { Failure } from '../../src-shared/base/failure.ts';
import type { WorkfileId } from '../../src-shared/base/ids.ts';
import { uuidV7 } from '../../src-shared/base/ids.ts';
import type { Result } from '../../src-shared/base/result.ts';
import type { LedgerFault } from '../../src-shared/domain/receipt/ledger.ts';
import type { TakenReceipt } from '../../src-shared/ipc/receipt-requests.ts';
import type { Input } from '../../src-shared/ipc/requests.ts';
import { ask } from '../api/bridge.ts';
import { useClock } from './clock.ts';

/** The id of a receipt or void to be: a question that is asked twice under it writes once. */
export const newEntryId = <Id extends string>(): Id =>
  uuidV7(useClock.getState().now, crypto.getRandomValues(new Uint8Array(16))) as Id;

export const takeReceipt = (asked: Input<'receipt.take'>): Promise<Result<TakenReceipt>> => ask('receipt.take', asked);

export async function reverseReceipt(asked: Input<'receipt.reverse'>): Promise<Failure | undefined> {
  const reply = await ask('receipt.reverse', asked);
  return reply.ok ? undefined : reply.failure;
}

export async function voidReceipt(asked: Input<'receipt.void'>): Promise<Failure | undefined> {
  const reply = await ask('receipt.void', asked);
  return reply.ok ? undefined : reply.failure;
}

type Faults = readonly LedgerFault[];
const useFaults = create<{ readonly of: Readonly<Record<string, Faults>> }>()(() => ({ of: {} }));
const none: Faults = [];

/** Has the ledger of a workfile checked. */
export async function checkLedger(workfileId: WorkfileId): Promise<void> {
  const reply = await ask('receipt.check', { workfileId });
  if (reply.ok) useFaults.setState(({ of }) => ({ of: { ...of, [workfileId]: reply.value } }));
}

/** What was found wrong with the ledger of a workfile. */
export const useLedgerFaults = (workfileId: WorkfileId): Faults => useFaults(({ of }) => of[workfileId] ?? none);
