/** Questions that a person waits for: who and what the dealer knows, and a number that is reserved. */
import type { ShopId } from '../../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import type { Capabilities, PartnerCustomer, PartnerVehicle } from '../../../src-shared/domain/dms/partner.ts';
import type { CustomerSearch, DmsRefusal, ReserveAnswer, VehicleSearch } from '../../../src-shared/sync/dms.ts';
import type { Partner, Reply } from '../../dms/partner.ts';
import type { Asker, Refused } from '../commands/command-room.ts';
import { openConnection } from './connection.ts';
import { customerOf, readFacts } from './export-facts.ts';
import { askReservation, reservation, reservedNumber } from './reservations.ts';
import { type DmsDeps, inTurn } from './turn.ts';
import { attend } from './worker.ts';

export type Unanswered = { readonly reason: DmsRefusal; readonly words: string };
type Answered<T> = Promise<Result<T, Unanswered>>;

/** Customers of the dealer that match what was typed, or the workfile's owner. */
export async function findCustomers(
  deps: DmsDeps,
  shop: ShopId,
  { workfileId, text }: CustomerSearch,
): Answered<readonly PartnerCustomer[]> {
  const partner = await partnerFor(deps, shop, ({ customers }) => customers.search);
  if (!partner.ok) return partner;
  const typed = [text?.last, text?.first, text?.company, text?.phone].filter(isSaid).join(' ');
  const words = typed === '' ? await ownerOf(deps, shop, workfileId) : typed;
  return words === '' ? ok([]) : answerOf(await partner.value.findCustomers(words));
}

/** Vehicles of the dealer with this VIN, or the workfile's. */
export async function findVehicles(
  deps: DmsDeps,
  shop: ShopId,
  { workfileId, vin }: VehicleSearch,
): Answered<readonly PartnerVehicle[]> {
  const partner = await partnerFor(deps, shop, ({ vehicles }) => vehicles.search);
  if (!partner.ok) return partner;
  const typed = (vin ?? '') || (await vinOf(deps, shop, workfileId));
  return typed === '' ? ok([]) : answerOf(await partner.value.findVehicles(typed));
}

const isSaid = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

/** The way to the partner, where it offers this. */
async function partnerFor(
  { commandShops, seal, partnerOf, timing }: DmsDeps,
  shop: ShopId,
  offers: (takes: Capabilities) => boolean,
): Promise<Result<Partner, Unanswered>> {
  const stored = await commandShops(shop, (store) => store.dms.readConnection());
  const connection = stored?.on === true ? openConnection(seal, shop, stored) : undefined;
  const partner = connection === undefined ? null : partnerOf(connection, timing.timeoutMs);
  if (partner === null) return failed({ reason: 'no-connection', words: '' });
  return offers(partner.capabilities) ? ok(partner) : failed({ reason: 'not-offered', words: '' });
}

function answerOf<T>(reply: Reply<T>): Result<T, Unanswered> {
  if (reply.kind === 'answer') return ok(reply.value);
  return failed({ reason: reply.reason === '' ? 'dms-unreachable' : 'dms-refused', words: reply.reason });
}

const ownerOf = ({ commandShops }: DmsDeps, shop: ShopId, workfileId: string | undefined): Promise<string> =>
  commandShops(shop, async (store) => {
    if (workfileId === undefined) return '';
    const facts = await readFacts(store, { kind: 'workfile', id: workfileId }, ['contact']);
    const owner = facts === undefined ? null : customerOf(facts.all('contact'), '');
    if (owner === null) return '';
    const { last, first, company } = owner.customer;
    return [last, first].filter(isSaid).join(' ') || company;
  });

const vinOf = ({ commandShops }: DmsDeps, shop: ShopId, workfileId: string | undefined): Promise<string> =>
  commandShops(shop, async (store) => {
    if (workfileId === undefined) return '';
    const facts = await readFacts(store, { kind: 'workfile', id: workfileId }, ['vehicle']);
    return facts?.all('vehicle')[0]?.identity.vin ?? '';
  });

/** How long a person waits for a number. */
const patienceMs = 8_000;
/** How often one looks whether it came. */
const glanceMs = 200;

/** Reserves a number and waits a little; what comes later fills the Repair ID by itself. */
export async function reserve(
  deps: DmsDeps,
  asker: Asker & { readonly shopId: ShopId },
  workfileId: string,
): Promise<Result<ReserveAnswer, Refused>> {
  const shop = asker.shopId;
  const asked = await inTurn(deps, shop, async ({ store, order }) => ({
    answer: await askReservation({ store, asker, order, answered: undefined }, workfileId),
    reached: order,
  }));
  const isThere = !asked.ok && (asked.failure.reason === 'posted' || asked.failure.reason === 'being-exported');
  if (!asked.ok && !isThere) return asked;
  const end = deps.stopwatch() + patienceMs;
  const attended = attend(deps, { shop, kind: 'reservation', subject: workfileId });
  await Promise.race([attended.catch(() => undefined), deps.pause(patienceMs)]);
  const look = () => deps.commandShops(shop, (store) => reservation(store, workfileId));
  // A worker may have been first: then it is the one who asks the partner.
  while ((await look())?.job.state.kind === 'sending' && deps.stopwatch() < end) await deps.pause(glanceMs);
  const number = reservedNumber(await look());
  return ok(number === undefined ? { state: 'later' } : { number });
}
