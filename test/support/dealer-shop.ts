/** A shop whose cloud speaks to a simulated dealer, as programs of their own would, with spans of exports that tests can wait for. */
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { ExportTiming, Recall } from '../../src-shared/domain/dms/export-job.ts';
import { receiptText, voidText } from '../../src-shared/domain/receipt/ledger.ts';
import type { Receipt } from '../../src-shared/domain/receipt/receipt.ts';
import type { JsonObject, Verdict } from '../../src-shared/sync/protocol.ts';
import { freshId, startTestCloud } from './cloud.ts';
import { newCommand, type Sent, send } from './cloud-commands.ts';
import type { TestDatabase } from './cloud-database.ts';
import { call, openPc, type Pc } from './cloud-pc.ts';
import { openDealer } from './dealer.ts';
import { receiptOf } from './receipts.ts';

export type DealerShop = Awaited<ReturnType<typeof openDealerShop>>;

type Options = {
  readonly recall?: Recall;
  readonly timing?: ExportTiming;
  readonly settings?: JsonObject;
  /** Its database, where it is to be another than that of the other tests. */
  readonly database?: TestDatabase;
};

/** A lost answer costs a lease here, too: some seconds, so that a slow machine has time to send. */
const quick: ExportTiming = { leaseMs: 4_000, timeoutMs: 2_000, slackMs: 100, lagMs: 300 };

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

export async function openDealerShop({ recall = 'reference', timing = quick, settings = {}, database }: Options = {}) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'shopfile-dealer-'));
  const dealer = await openDealer(path.join(folder, 'dealer.ndjson'), recall, recall === 'late-reference' ? 200 : 0);
  const own = database === undefined ? {} : { database };
  const cloud = await startTestCloud({ dealer: { url: dealer.url }, exportTiming: timing, ...own });
  const shop = await cloud.openShop();
  const pc = await openPc(cloud.url, await shop.hire('manager'));
  const connect = (on = true, more: JsonObject = {}) =>
    put(pc, '/dms/connection', { on, setup: { partner: 'simulated', settings: { recall, ...settings, ...more } } });
  await connect();
  return {
    ...{ folder, dealer, cloud, shop, pc, connect },
    begin: (more: JsonObject = {}) => begin(pc, more),
    take: (workfileId: string, money: Partial<Receipt['money']> = {}) => take(pc, workfileId, money),
    makeVoid: (workfileId: string, receiptId: string) => makeVoid(pc, { workfileId, receiptId }),
    ask: (sent: Sent) => send(pc, sent),
    /** The value that a group of a record has now. */
    value: (id: string, group: string) => groupOf(pc, id, group),
    /** All the values that it had, oldest first. */
    values: async (id: string, group: string) =>
      (await toldBy(pc)).filter((one) => one.id === id && one.group === group).map(({ value }) => value),
    /** The lines of the DMS history, oldest first. */
    events: (workfileId: string) => eventsOf(pc, workfileId),
    async close() {
      await cloud.close();
      await dealer.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export const put = (pc: Pc, at: string, body: object) =>
  call(`${pc.url}${at}`, 'PUT', { token: pc.token, body: JSON.stringify(body) });

/** A workfile whose customer the dealer knows, unless said otherwise. */
export async function begin(pc: Pc, more: JsonObject): Promise<string> {
  const id = freshId();
  const known = { id: 'C-7', source: 'typed', by: 'Someone', at: 1 };
  await accepted(pc, pc.create('workfile', id, { dmsCustomerId: known, ...more }));
  return id;
}

/** Takes a receipt, under a number of its own where one is given. */
export async function take(pc: Pc, workfileId: string, money: Partial<Receipt['money']>, number = ''): Promise<string> {
  const { id, value } = newReceipt(workfileId, money, number);
  await accepted(pc, pc.create('receipt', id, value));
  return id;
}

/** A receipt to be, bound to nothing before it. */
export function newReceipt(workfileId: string, money: Partial<Receipt['money']>, number = '') {
  const { id, deleted: _deleted, chain: _chain, ...groups } = receiptOf(money);
  const numbered = number === '' ? {} : { number: { number, serial: 1 } };
  const value = { ...groups, ...numbered, parent: { workfileId } } as unknown as Receipt;
  const chain = { form: 1, on: '', hash: hash(receiptText({ ...value, id }, '')) };
  return { id, value: { ...(value as unknown as JsonObject), chain } };
}

/** The cloud's answer to the void of a receipt. */
export async function makeVoid(
  pc: Pc,
  parent: { readonly workfileId: string; readonly receiptId: string },
): Promise<Verdict> {
  const id = freshId();
  const said = { reason: 'Typed twice', at: 1, by: 'Robin' };
  const chain = { form: 1, on: '', hash: hash(voidText({ id, parent, said } as never, '')) };
  const [verdict] = await pc.push(pc.create('receipt-void', id, { parent, said, chain }));
  if (verdict === undefined) throw new Error('no verdict');
  return verdict;
}

async function accepted(pc: Pc, edit: readonly unknown[]): Promise<void> {
  const [verdict] = await pc.push(edit);
  if (verdict?.verdict !== 'applied') throw new Error(`not taken: ${JSON.stringify(verdict)}`);
}

export const paymentOf = (pc: Pc, receiptId: string): Sent => newCommand(pc, 'export-payment', { receiptId });
export const resolveOf = (pc: Pc, id: string, found: string | null): Sent =>
  newCommand(pc, 'resolve-export', { subject: { kind: 'payment', id }, found, reason: 'Looked in the ledger' });

type Told = { readonly kind: string; readonly id: string; readonly group: string; readonly value: JsonObject };

const toldBy = async (pc: Pc): Promise<readonly Told[]> =>
  (await pc.pull()).changes.map(([, , , kind, id, group, value]) => ({ kind, id, group, value }));

async function groupOf(pc: Pc, id: string, group: string): Promise<JsonObject> {
  const told = (await toldBy(pc)).findLast((one) => one.id === id && (one.group === group || one.group === '*'));
  return (told?.group === '*' ? (told.value[group] as JsonObject | undefined) : told?.value) ?? {};
}

async function eventsOf(pc: Pc, workfileId: string): Promise<readonly JsonObject[]> {
  const groups = (await toldBy(pc)).filter(({ kind }) => kind === 'dms-event').map(({ value }) => value);
  const ofWorkfile = groups.filter(({ parent }) => (parent as JsonObject).workfileId === workfileId);
  return ofWorkfile.map(({ what }) => what as JsonObject);
}
