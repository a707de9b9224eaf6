// The adapter of CDK Drive.

import { z } from 'zod';
import type { Outcome } from '../../../src-shared/domain/dms/export-job.ts';
import { hasEveryWord, searchTerms } from '../../../src-shared/domain/dms/find-customer.ts';
import type { PartnerRequest } from '../../../src-shared/domain/dms/partner.ts';
import { type CdkSecrets, type CdkSettings, cdkCapabilities } from '../../../src-shared/domain/dms/settings/cdk.ts';
import type { Partner, PartnerPorts, Reply } from '../partner.ts';
import type { Answer } from './answers.ts';
import { type Call, openFortellis } from './fortellis.ts';
import { postPayment } from './ledger.ts';
import { findOpenOrder } from './open-orders.ts';
import { customerBody, customerList, paths, repairOrderBody, vehicleBody, vehicleList } from './payloads.ts';

export function cdkPartner(
  connection: { readonly settings: CdkSettings; readonly secrets: CdkSecrets },
  ports: PartnerPorts,
): Partner {
  const { settings } = connection;
  const fortellis = openFortellis(connection, ports);
  const deadline = (): number => ports.clock() + ports.timeoutMs;
  const read = async <T>(call: Call, shape: z.ZodType<T>): Promise<Reply<T>> =>
    replyOf(await fortellis(call, deadline()), shape);
  const create = async (path: string, body: object, id: string): Promise<Outcome> =>
    createdOf(await fortellis({ path, body, department: settings.serviceDepartmentId }, deadline()), id);
  return {
    capabilities: cdkCapabilities,
    async findCustomers(typed) {
      const { phone, names } = searchTerms(typed);
      // One field is asked for, the most telling one; the names that were typed choose among the answers.
      const name = names.reduce((longest, one) => (one.length > longest.length ? one : longest), '');
      const reply = await read({ path: paths.customers, params: phone === '' ? { name } : { phone } }, customerList);
      if (reply.kind === 'none') return reply;
      return { ...reply, value: reply.value.items.filter((customer) => hasEveryWord(customer, names.join(' '))) };
    },
    async findVehicles(vin) {
      const reply = await read({ path: paths.vehicles, params: { vin } }, vehicleList);
      return reply.kind === 'answer' ? { ...reply, value: reply.value.items } : reply;
    },
    async send(_key, request: PartnerRequest) {
      switch (request.kind) {
        case 'customer':
          return create(paths.customers, customerBody(request), 'customerId');
        case 'vehicle':
          return create(paths.vehicles, vehicleBody(request, settings.url), 'vehicleId');
        case 'repair-order':
          return create(paths.repairOrders, repairOrderBody(request, settings), 'repairOrderId');
        case 'payment': {
          const until = deadline();
          return postPayment((call) => fortellis(call, until), request, settings);
        }
        case 'reservation':
          return { kind: 'refused', reason: 'CDK Drive opens a repair order only with its customer and vehicle.' };
      }
    },
    async lookUp(kind, reference) {
      if (kind !== 'repair-order') return { kind: 'none', reason: 'CDK Drive does not search by this reference.' };
      const until = deadline();
      return findOpenOrder(async (call, shape) => replyOf(await fortellis(call, until), shape), settings, reference);
    },
  };
}

function replyOf<T>(answer: Answer, shape: z.ZodType<T>): Reply<T> {
  if (answer.kind !== 'done') return { kind: 'none', reason: answer.kind === 'refused' ? answer.reason : '' };
  const read = shape.safeParse(answer.data);
  return read.success ? { kind: 'answer', value: read.data } : { kind: 'none', reason: '' };
}

/** A record that was made has an id there; an answer without it is half an answer. */
function createdOf(answer: Answer, id: string): Outcome {
  if (answer.kind !== 'done') return answer;
  const reference = z.union([z.string().min(1), z.number().transform(String)]);
  const made = z
    .record(z.string(), z.unknown())
    .transform((data) => data[id])
    .pipe(reference)
    .safeParse(answer.data);
  return made.success ? { kind: 'accepted', reference: made.data } : { kind: 'unknown' };
}
