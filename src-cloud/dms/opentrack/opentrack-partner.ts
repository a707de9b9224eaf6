// The adapter of Dealertrack's DMS.

import type { Outcome } from '../../../src-shared/domain/dms/export-job.ts';
import { hasEveryWord, searchTerms } from '../../../src-shared/domain/dms/find-customer.ts';
import type { PartnerCustomer, PartnerRequest } from '../../../src-shared/domain/dms/partner.ts';
import { type OpenTrackSettings, openTrackCapabilities } from '../../../src-shared/domain/dms/settings/opentrack.ts';
import { childAt, childrenOf, type XmlPiece } from '../../../src-shared/domain/exchange/bms/xml-element.ts';
import type { Partner, PartnerPorts, Reply } from '../partner.ts';
import { failuresOf, reasonOf, type SoapAnswer } from './answers.ts';
import { type Connection, openDoor } from './door.ts';
import {
  addRepairOrder,
  type CustomerRequest,
  type CustomerTerms,
  customerAdd,
  customerLookup,
  customerSearch,
  customersOf,
  customerUpdate,
  hasMark,
  openRepairOrders,
  repairOrderMark,
  termsOf,
  textAt,
  vehicleSearch,
  vehiclesOf,
} from './payloads.ts';

/** The code by which a search says that it found nobody. */
const nobody = 'CS02';
/** How long after it was made an export is looked for among the open repair orders. */
const lookBackMs = 7 * 24 * 60 * 60 * 1000;
const noToken = 'The search of OpenTrack that comes before an addition gave no token. Nothing was added.';
const noSuchNumber = 'OpenTrack knows no customer by exactly this number. Nothing was changed.';

export function openTrackPartner(connection: Connection, ports: PartnerPorts): Partner {
  const { settings } = connection;
  const secrets = Object.values(connection.secrets);
  const ask = openDoor(connection, ports);
  const deadline = (): number => ports.clock() + ports.timeoutMs;
  const search = async (terms: CustomerTerms): Promise<Reply<readonly PartnerCustomer[]>> =>
    customersFound(await ask(customerSearch(terms, settings), deadline()));
  return {
    capabilities: openTrackCapabilities,
    async findCustomers(typed) {
      const { phone, names } = searchTerms(typed);
      const [last = ''] = names;
      const reply = await search({ last, first: '', phone });
      if (reply.kind === 'none') return reply;
      const found = reply.value.filter((customer) => hasEveryWord(customer, names.join(' ')));
      return found.length > 0 || names.length < 2 ? { ...reply, value: found } : searchOtherWay(search, names, phone);
    },
    async findVehicles(vin) {
      const answer = await ask(vehicleSearch(vin, settings), deadline());
      return answer.kind === 'done' ? { kind: 'answer', value: vehiclesOf(answer.content) } : noneOf(answer);
    },
    async send(_key, request: PartnerRequest) {
      const until = deadline();
      switch (request.kind) {
        case 'customer': {
          const write = request.update === undefined ? addCustomer : correctCustomer;
          return write((content) => ask(content, until), request, settings);
        }
        case 'repair-order':
          return orderMade(await ask(addRepairOrder(request, settings), until), secrets);
        case 'vehicle':
        case 'reservation':
        case 'payment':
          return { kind: 'refused', reason: `OpenTrack does not take a ${request.kind}.` };
      }
    },
    async lookUp(kind, reference) {
      if (kind !== 'repair-order') return { kind: 'none', reason: 'OpenTrack does not search by this reference.' };
      const answer = await ask(openRepairOrders(ports.clock() - lookBackMs, settings), deadline());
      if (answer.kind !== 'done') return noneOf(answer);
      const orders = childrenOf(answer.content, 'OpenRepairOrder');
      const ours = orders.find((order) => hasMark(order, repairOrderMark(reference)));
      return { kind: 'answer', value: ours === undefined ? null : textAt(ours, 'RepairOrderNumber') };
    },
  };
}

type AskOnce = (content: XmlPiece) => Promise<SoapAnswer>;

/** Dealertrack has a customer looked up before it is corrected; the lookup changes nothing. */
async function correctCustomer(ask: AskOnce, request: CustomerRequest, settings: OpenTrackSettings): Promise<Outcome> {
  const customerId = request.update?.customerId ?? '';
  const looked = await ask(customerLookup(customerId, settings));
  if (looked.kind === 'refused') return outcomeOf(looked);
  if (looked.kind !== 'done') return { kind: 'unsent' };
  const theirs = childAt(looked.content, 'Customer');
  if (theirs === undefined || textAt(theirs, 'CustomerNumber') !== customerId)
    return { kind: 'refused', reason: noSuchNumber };
  const done = await ask(customerUpdate(request, theirs, settings));
  if (done.kind !== 'done') return outcomeOf(done);
  return childAt(done.content, 'Success') === undefined
    ? { kind: 'unknown' }
    : { kind: 'accepted', reference: customerId };
}

/** Dealertrack adds nobody who was not searched for: the search gives a token, also where it finds nobody. */
async function addCustomer(ask: AskOnce, request: CustomerRequest, settings: OpenTrackSettings): Promise<Outcome> {
  const searched = await ask(customerSearch(termsOf(request), settings));
  // A search changes nothing: without its answer nothing was added.
  if (searched.kind === 'unknown' || searched.kind === 'unsent') return { kind: 'unsent' };
  const token = searched.content === undefined ? '' : tokenIn(searched.content);
  if (token === '') return { kind: 'refused', reason: searched.kind === 'refused' ? searched.reason : noToken };
  const added = await ask(customerAdd(request, token, settings));
  if (added.kind !== 'done') return outcomeOf(added);
  const reference = textAt(added.content, 'Success/CustomerNumber');
  return reference === '' ? { kind: 'unknown' } : { kind: 'accepted', reference };
}

const tokenIn = (content: Parameters<typeof textAt>[0]): string =>
  [textAt(content, 'DataToken'), textAt(content, 'Error/DataToken')].find((token) => token !== '') ?? '';

/** A repair order that has a number was made, whatever failed beside it; what failed is its remark. */
function orderMade(answer: SoapAnswer, secrets: readonly string[]): Outcome {
  if (answer.kind !== 'done') return outcomeOf(answer);
  const reference = textAt(answer.content, 'RepairOrderNumber').replace(/^0+$/, '');
  const remark = reasonOf(failuresOf(answer.content), secrets);
  if (reference !== '') return { kind: 'accepted', reference, ...(remark === '' ? {} : { remark }) };
  return remark === '' ? { kind: 'unknown' } : { kind: 'refused', reason: remark };
}

const outcomeOf = (answer: Exclude<SoapAnswer, { kind: 'done' }>): Outcome =>
  answer.kind === 'refused' ? { kind: 'refused', reason: answer.reason } : answer;

const noneOf = (answer: Exclude<SoapAnswer, { kind: 'done' }>): Extract<Reply<never>, { kind: 'none' }> => ({
  kind: 'none',
  reason: answer.kind === 'refused' ? answer.reason : '',
});

function customersFound(answer: SoapAnswer): Reply<readonly PartnerCustomer[]> {
  if (answer.kind === 'done') return { kind: 'answer', value: customersOf(answer.content) };
  const isNobody = answer.kind === 'refused' && answer.code === nobody;
  return isNobody ? { kind: 'answer', value: [] } : noneOf(answer);
}

/** `Sharon Turpin` was typed as people say it: the last word is the last name. */
async function searchOtherWay(
  search: (terms: CustomerTerms) => Promise<Reply<readonly PartnerCustomer[]>>,
  names: readonly string[],
  phone: string,
): Promise<Reply<readonly PartnerCustomer[]>> {
  const reply = await search({ last: names.at(-1) ?? '', first: '', phone });
  if (reply.kind === 'none') return reply;
  return { ...reply, value: reply.value.filter((customer) => hasEveryWord(customer, names.join(' '))) };
}
