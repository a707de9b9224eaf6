// The adapter of the simulated dealer's system: plain JSON over HTTP.

import type { AxiosResponse } from 'axios';
import { z } from 'zod';
import type { Outcome } from '../../src-shared/domain/dms/export-job.ts';
import { type Capabilities, partnerCustomer, partnerVehicle } from '../../src-shared/domain/dms/partner.ts';
import type { Partner, Reply } from './partner.ts';
import { exchange, partnerHttp } from './partner-http.ts';

const accepted = z.object({ reference: z.string().min(1), remark: z.string().optional() });
const refused = z.object({ reason: z.string().min(1) });
const found = z.object({ reference: z.string().nullable() });

/** `timeoutMs`: when a request without an answer is given up. */
export function simulatedPartner(url: string, capabilities: Capabilities, timeoutMs: number): Partner {
  const http = partnerHttp({ baseURL: url });
  const asked = async <T>(path: string, params: object, shape: z.ZodType<T>): Promise<Reply<T>> => {
    const exchanged = await exchange(http, { method: 'get', url: path, params }, timeoutMs);
    if (exchanged.kind !== 'answer') return { kind: 'none', reason: '' };
    const { response } = exchanged;
    const answer = shape.safeParse(response.data);
    if (response.status === 200 && answer.success) return { kind: 'answer', value: answer.data };
    return { kind: 'none', reason: reasonOf(response) };
  };
  return {
    capabilities,
    findCustomers: (words) => asked('/customers', { words }, z.array(partnerCustomer)),
    findVehicles: (vin) => asked('/vehicles', { vin }, z.array(partnerVehicle)),
    async send(key, request) {
      const headers = { 'idempotency-key': key };
      const asking = { method: 'post', url: '/requests', data: request, headers };
      const exchanged = await exchange(http, asking, timeoutMs);
      return exchanged.kind === 'answer' ? outcomeOf(exchanged.response) : exchanged;
    },
    async lookUp(kind, reference) {
      const reply = await asked('/effects', { kind, reference }, found);
      return reply.kind === 'answer' ? { ...reply, value: reply.value.reference } : reply;
    },
  };
}

/** Only a whole answer in the partner's words is one; an error of the road to it may hide a booking. */
function outcomeOf({ status, data }: AxiosResponse): Outcome {
  const done = accepted.safeParse(data);
  if (status === 201 && done.success) {
    const { reference, remark } = done.data;
    return { kind: 'accepted', reference, ...(remark !== undefined && { remark }) };
  }
  const no = refused.safeParse(data);
  if (status === 422 && no.success) return { kind: 'refused', reason: no.data.reason };
  return { kind: 'unknown' };
}

const reasonOf = ({ data }: AxiosResponse): string => {
  const no = refused.safeParse(data);
  return no.success ? no.data.reason : '';
};
