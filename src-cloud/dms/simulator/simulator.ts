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
  app.get('/customers', (request, reply) => {
    const asked = words.parse(request.query);
    return read(reply, () => books.customers(asked.words), faults.next('searches'));
  });
  app.get('/vehicles', (request, reply) => {
    const asked = vin.parse(request.query);
    return read(reply, () => books.vehicles(asked.vin), faults.next('searches'));
  });
  app.get('/effects', (request, reply) => {
    const { kind, reference } = lookUp.parse(request.query);
    const find = () => ({ reference: books.lookUp(clock(), kind, reference)?.reference ?? null });
    return read(reply, find, faults.next('look-ups', reference));
  });
  app.post('/requests', async (request, reply) => {
    const asked = partnerRequest.safeParse(request.body);
    if (!asked.success) return reply.code(422).send({ reason: 'The request cannot be read' });
    const key = String(request.headers['idempotency-key'] ?? '');
    const post = (): string => books.post(clock(), key, asked.data).reference;
    return answer(reply, post, faults.next('requests', asked.data.reference));
  });
  app.post('/simulator/faults', (request) => faults.lay(fault.parse(request.body)) ?? {});
  app.delete('/simulator/faults', () => faults.clear() ?? {});
  app.get('/simulator/journal', () => books.effects());
  return app;
}

/** Does what is asked, or what the fault makes of it. */
async function answer(reply: FastifyReply, post: () => string, met: Fault | undefined): Promise<unknown> {
  const send = (more: object = {}) => reply.code(201).send({ reference: post(), ...more });
  if (met === undefined) return send();
  switch (met.kind) {
    case 'lost-answer':
      post();
      return hangUp(reply);
    case 'half-answer':
      return reply.code(201).send({ booked: post() });
    case 'partly':
      return send({ remark: met.reason });
    case 'duplicates':
      post();
      return send();
    case 'slow':
      await pause(met.ms);
      return send();
    default:
      return fail(reply, met);
  }
}

/** Says what the books say, or what the fault makes of it. */
async function read(reply: FastifyReply, look: () => object, met: Fault | undefined): Promise<unknown> {
  if (met === undefined) return reply.send(look());
  switch (met.kind) {
    case 'half-answer':
      return reply.send({ found: look() });
    case 'slow':
      await pause(met.ms);
      return reply.send(look());
    case 'partly':
    case 'duplicates':
      return reply.send(look());
    default:
      return fail(reply, met);
  }
}

/** Answers nothing of what was asked. */
function fail(reply: FastifyReply, { kind, reason }: Fault): FastifyReply {
  if (kind === 'broken') return reply.code(500).send('Internal error');
  if (kind === 'closed') return reply.code(503).header('retry-after', '60').send({ reason: 'Closed for the night' });
  return kind === 'refuse' ? reply.code(422).send({ reason }) : hangUp(reply);
}

function hangUp(reply: FastifyReply): FastifyReply {
  reply.hijack();
  reply.raw.destroy();
  return reply;
}
