/** Does with an export what its machine says, and decides nothing of its own. No word to a partner inside a transaction. */
import {
  aged,
  answered,
  cancelled,
  dueAt,
  type Errand,
  type ExportJob,
  type ExportTiming,
  looked,
  mayBeSent,
  type Outcome,
  type Recall,
  restMs,
  take,
  untold,
} from '../../../src-shared/domain/dms/export-job.ts';
import { recallFor, updateIn } from '../../../src-shared/domain/dms/partner.ts';
import { booksOf, capabilitiesOf, type DmsConnection } from '../../../src-shared/domain/dms/settings/connection.ts';
import type { CommandStore } from '../../db/command-store.ts';
import { uuidOf } from '../../db/digest.ts';
import type { StoredExport } from '../../db/dms-exports.ts';
import type { ShopExport } from '../../db/dms-store.ts';
import type { Order } from '../../db/shops.ts';
import type { Partner } from '../../dms/partner.ts';
import { followUp, writeChanges } from '../written-changes.ts';
import { openConnection } from './connection.ts';
import { writeExport } from './export-news.ts';
import { exportBehind } from './repair-orders.ts';
import { type DmsDeps, type Done, inTurn, type Turn } from './turn.ts';

/** What a worker holds of an export that it took. */
type Held = {
  readonly key: ShopExport;
  readonly taken: StoredExport;
  readonly partner: Partner;
  readonly recall: Recall;
};

/** Looks after one export: takes it if something is to be done, does that, and writes down what came of it. */
export async function attend(deps: DmsDeps, key: ShopExport): Promise<void> {
  const begun = await inTurn(deps, key.shop, (turn) => begin(deps, turn, key));
  if (begun === null) return;
  const { held, errand } = begun;
  if (errand === 'send' || (await look(deps, held))) await send(deps, held);
}

/** Whether it is ours to send now. Without an answer nothing is known, and the lease runs out. */
async function look(deps: DmsDeps, held: Held): Promise<boolean> {
  const { key, taken, partner, recall } = held;
  const { fence } = taken.job;
  const { timing } = deps;
  const reply = await partner.lookUp(key.kind, taken.reference);
  if (reply.kind === 'none') {
    if (reply.reason !== '') await settle(deps, held, (job) => untold(job, fence, { recall, timing }));
    return false;
  }
  const next = await settle(deps, held, (job, now) => looked(job, fence, reply.value, { now, timing }));
  return next?.state.kind === 'sending' && next.fence === fence;
}

async function send(deps: DmsDeps, held: Held): Promise<void> {
  const { key, taken, partner, recall } = held;
  const { timing } = deps;
  const { fence } = taken.job;
  const isOurs = await deps.commandShops(key.shop, async (store) => {
    const one = await store.dms.holdExport(key);
    return one !== undefined && mayBeSent(one.job, fence, await timeFor(deps, store, { ...one, ...key }), timing);
  });
  if (!isOurs) return;
  const outcome: Outcome = await partner.send(partnerKey(key, taken), taken.request);
  await settle(deps, held, (job) => answered(job, fence, outcome, { recall, timing }));
}

/** What time it is for whoever holds an export: a clock that was set back makes no lease longer. */
async function timeFor({ watch, timing }: DmsDeps, { dms }: CommandStore, one: StoredExport & ShopExport) {
  const now = await dms.readNow();
  const { state } = one.job;
  return 'until' in state ? Math.max(now, state.until - timing.leaseMs + watch.stoodFor(one, one.job)) : now;
}

/** Stays with the request for good. */
const partnerKey = ({ shop, kind, subject }: ShopExport, { round }: StoredExport): string =>
  uuidOf('export', shop, kind, subject, String(round));

type Begun = { readonly held: Held; readonly errand: Errand };

/** Takes the export, or leaves it as time left it. */
async function begin(deps: DmsDeps, { store, order }: Turn, key: ShopExport): Promise<Done<Begun | null>> {
  const { timing, seal } = deps;
  const stored = await store.dms.readConnection();
  const one = await store.dms.holdExport(key);
  // One that is off wakes what is open when it is switched on.
  if (one === undefined || stored?.on !== true) return { answer: null, reached: order };
  const connection = openConnection(seal, key.shop, stored);
  const partner = connection === undefined ? null : deps.partnerOf(connection, timing.timeoutMs);
  if (connection === undefined || partner === null) {
    await comeBack(deps, store, one);
    return { answer: null, reached: order };
  }
  const recall = recallWith(one, connection);
  const now = await store.dms.readNow();
  const job = await cancelledIfVoid(store, one, inDoubtAfterRestore(one, order.epoch, { recall, now, timing }));
  const rest = restMs(job, recall, deps.watch.stoodFor(key, job), timing);
  const held = rest > 0 ? null : take(job, recall, now, timing);
  const next: StoredExport = {
    ...one,
    job: held?.job ?? (rest > 0 ? job : aged(job, recall, now, timing)),
    partner: held === null || updateIn(one.request) !== undefined ? one.partner : booksOf(connection),
    epoch: order.epoch,
  };
  deps.watch.stoodFor(key, next.job);
  const due = dueAt(next.job, recall, timing);
  if (due !== null) await store.dms.wake(key, rest > 0 ? Math.max(due, Math.ceil(now + rest)) : due);
  const reached = next.job === one.job ? order : await writeExport(store, { order, next });
  return {
    answer:
      held === null
        ? null
        : { held: { key, taken: next, partner: partnerFor(one, connection, partner), recall }, errand: held.errand },
    reached,
  };
}

/**
 * Has the export looked at again after a lease: what keeps the cloud from its partner can end without anybody writing the
 * connection, as when the key of its secrets comes back. The instants are round, so that many calls become one.
 */
async function comeBack({ log, timing }: DmsDeps, { dms }: CommandStore, one: StoredExport): Promise<void> {
  if (dueAt(one.job, 'none', timing) === null) return;
  log('export-waits', { name: 'no-partner' });
  await dms.wake(one, (Math.floor((await dms.readNow()) / timing.leaseMs) + 2) * timing.leaseMs);
}

/** What went into other books than today's, nobody can look up. */
const recallWith = (one: StoredExport, connection: DmsConnection): Recall =>
  isForBooks(one, connection) || updateIn(one.request) !== undefined
    ? recallFor(capabilitiesOf(connection), one.request)
    : 'none';

const isForBooks = ({ partner }: StoredExport, connection: DmsConnection): boolean =>
  partner === '' || partner === booksOf(connection);

const otherBooks = 'The shop works with another DMS now; nothing was sent there.';

/**
 * The partner for an export. A correction is never looked for, it may go again; and it names a customer of the books that
 * it was asked for: in any others that is somebody else.
 */
function partnerFor(one: StoredExport, connection: DmsConnection, partner: Partner): Partner {
  if (updateIn(one.request) === undefined) return partner;
  const again: Partner = { ...partner, lookUp: async () => ({ kind: 'answer', value: null }) };
  if (isForBooks(one, connection)) return again;
  return { ...again, send: async () => ({ kind: 'refused', reason: otherBooks }) };
}

type Standing = { readonly recall: Recall; readonly now: number; readonly timing: ExportTiming };

/** A cloud that was restored may have sent what it believes to be waiting. */
function inDoubtAfterRestore(
  { job, epoch }: StoredExport,
  present: string,
  { recall, now, timing }: Standing,
): ExportJob {
  if (epoch === present || job.state.kind !== 'queued') return job;
  const sent: ExportJob = { ...job, state: { kind: 'sending', until: now + timing.leaseMs } };
  return answered(sent, sent.fence, { kind: 'unknown' }, { recall, timing });
}

/** A receipt that was voided before anybody took it is not sent. */
async function cancelledIfVoid(store: CommandStore, { kind, subject }: StoredExport, job: ExportJob) {
  if (kind !== 'payment' || job.state.kind !== 'queued') return job;
  const records = await store.readRecords([{ kind: 'receipt', id: subject }], ['receipt-void']);
  const isVoid = records.some(({ kind: of, value }) => of === 'receipt-void' && value.parent?.receiptId === subject);
  return isVoid ? cancelled(job) : job;
}

type Move = (job: ExportJob, now: number) => ExportJob;

/** Writes what the machine makes of the job now; answers it, or null where nothing is known of it. */
const settle = (deps: DmsDeps, { key, recall }: Held, move: Move): Promise<ExportJob | null> =>
  inTurn(deps, key.shop, async ({ store, order }) => {
    const before = await store.dms.holdExport(key);
    if (before === undefined) return { answer: null, reached: order };
    const job = move(before.job, await store.dms.readNow());
    if (job === before.job) return { answer: job, reached: order };
    deps.watch.stoodFor(key, job);
    const due = dueAt(job, recall, deps.timing);
    if (due !== null) await store.dms.wake(key, due);
    const next = { ...before, job };
    const reached = await writeExport(store, { order, next });
    const isOver = job.state.kind === 'posted' || (key.kind === 'reservation' && job.state.kind === 'failed');
    return { answer: job, reached: isOver ? await sendBehind(store, { order: reached, next }) : reached };
  });

/** What waited for its end goes, or waits for a person now. */
async function sendBehind(
  store: CommandStore,
  { order, next }: { readonly order: Order; readonly next: StoredExport },
) {
  const { asker, kind, subject, round, job } = next;
  const cause = `export ${kind} ${subject} ${round} ${job.fence}`;
  const changes = await exportBehind({ store, order, asker, answered: undefined }, next, { name: cause });
  return writeChanges(store, asker, { order, changes, editOf: (one) => followUp(cause, one) });
}
