// The adapter of the simulated dealer's system: plain JSON over HTTP.

import axios, { type AxiosResponse } from 'axios';
import { z } from 'zod';
import type { Outcome } from '../../src-shared/domain/dms/export-job.ts';
import { type Capabilities, partnerCustomer, partnerVehicle } from '../../src-shared/domain/dms/partner.ts';
import type { Partner, Reply } from './partner.ts';

const accepted = z.object({ reference: z.string().min(1) });
const refused = z.object({ reason: z.string().min(1) });
const found = z.object({ reference: z.string().nullable() });

/** `timeoutMs`: when a request without an answer is given up. */
export function simulatedPartner(url: string, capabilities: Capabilities, timeoutMs: number): Partner {
  const http = axios.create({
    baseURL: url,
    timeout: timeoutMs,
    maxRedirects: 0,
    proxy: false,
    validateStatus: () => true,
  });
  const asked = async <T>(path: string, params: object, shape: z.ZodType<T>): Promise<Reply<T>> => {
    const response = await http.get(path, { params }).catch(() => null);
    if (response === null) return { kind: 'none', reason: '' };
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
      const response = await http.post('/requests', request, { headers }).catch(() => null);
      return response === null ? { kind: 'unknown' } : outcomeOf(response);
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
  if (status === 201 && done.success) return { kind: 'accepted', reference: done.data.reference };
  const no = refused.safeParse(data);
  if (status === 422 && no.success) return { kind: 'refused', reason: no.data.reason };
  return { kind: 'unknown' };
}

const reasonOf = ({ data }: AxiosResponse): string => {
  const no = refused.safeParse(data);
  return no.success ? no.data.reason : '';
};
