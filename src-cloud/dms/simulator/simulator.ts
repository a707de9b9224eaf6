// A dealer's system to develop and test against: its own program, its own books, and faults on request.

import { setTimeout as pause } from 'node:timers/promises';
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { z } from 'zod';
import { partnerRequest } from '../../../src-shared/domain/dms/partner.ts';
import type { Books } from './books.ts';
import { createFaults, type Fault, fault } from './faults.ts';

type SimulatorDeps = { readonly books: Books; readonly clock: () => number };

const words = z.object({ words: z.string().default('') });
const vin = z.object({ vin: z.string().default('') });
const lookUp = z.object({
  kind: z.enum(['customer', 'vehicle', 'reservation', 'repair-order', 'payment']),
  reference: z.string(),
});

export function createSimulator({ books, clock }: SimulatorDeps): FastifyInstance {
  const app = Fastify({ forceCloseConnections: true });
  const faults = createFaults();
  app.get('/customers', (request) => books.customers(words.parse(request.query).words));
  app.get('/vehicles', (request) => books.vehicles(vin.parse(request.query).vin));
  app.get('/effects', (request) => {
    const { kind, reference } = lookUp.parse(request.query);
    return { reference: books.lookUp(clock(), kind, reference)?.reference ?? null };
  });
  app.post('/requests', async (request, reply) => {
    const asked = partnerRequest.safeParse(request.body);
    if (!asked.success) return reply.code(422).send({ reason: 'The request cannot be read' });
    const key = String(request.headers['idempotency-key'] ?? '');
    const post = (): string => books.post(clock(), key, asked.data).reference;
    return answer(reply, post, faults.next(asked.data.reference));
  });
  app.post('/simulator/faults', (request) => faults.lay(fault.parse(request.body)) ?? {});
  app.delete('/simulator/faults', () => faults.clear() ?? {});
  app.get('/simulator/journal', () => books.effects());
  return app;
}

/** Does what is asked, or what the fault makes of it. */
async function answer(reply: FastifyReply, post: () => string, met: Fault | undefined): Promise<unknown> {
  switch (met?.kind) {
    case 'lost-request':
      return hangUp(reply);
    case 'lost-answer':
      post();
      return hangUp(reply);
    case 'half-answer':
      return reply.code(201).send({ booked: post() });
    case 'broken':
      return reply.code(500).send('Internal error');
    case 'closed':
      return reply.code(503).header('retry-after', '60').send({ reason: 'Closed for the night' });
    case 'refuse':
      return reply.code(422).send({ reason: met.reason });
    case 'partly':
      return reply.code(201).send({ reference: post(), remark: met.reason });
    case 'duplicates':
      post();
      return reply.code(201).send({ reference: post() });
    case 'slow':
      await pause(met.ms);
      return reply.code(201).send({ reference: post() });
    case undefined:
      return reply.code(201).send({ reference: post() });
  }
}

function hangUp(reply: FastifyReply): FastifyReply {
  reply.hijack();
  reply.raw.destroy();
  return reply;
}
