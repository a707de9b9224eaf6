/** Does to one exchange what a fault says. */
import type http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Exchange } from './exchange.ts';
import type { Fault } from './fault.ts';

/** Where requests overtake each other. */
export type Crossing = {
  /** Says that a request has passed. */
  readonly passed: () => void;
  /** Resolves when another request passes, or after that time. */
  readonly overtaken: (atMostMs: number) => Promise<void>;
};

export function createCrossing(): Crossing {
  const waiting = new Set<() => void>();
  return {
    passed() {
      for (const go of waiting) go();
      waiting.clear();
    },
    overtaken: (atMostMs) => Promise.race([new Promise<void>((go) => waiting.add(go)), pause(atMostMs)]),
  };
}

/** Plays a fault to its end; a stall ends when it has begun. */
export async function playFault(fault: Fault, exchange: Exchange, crossing: Crossing): Promise<void> {
  const { response } = exchange;
  switch (fault.kind) {
    case 'drop-request':
      return exchange.reset();
    case 'drop-answer':
      await drain(await exchange.send());
      return exchange.reset();
    case 'duplicate': {
      const [first, second] = await Promise.all([exchange.send(), exchange.send()]);
      await Promise.all([pass(exchange, first), drain(second)]);
      return;
    }
    case 'late-copy':
      await pass(exchange, await exchange.send());
      await pause(fault.afterMs);
      return drain(await exchange.send());
    case 'delay':
      await pause(fault.ms);
      return pass(exchange, await exchange.send());
    case 'reorder':
      await crossing.overtaken(fault.atMostMs);
      return pass(exchange, await exchange.send());
    case 'cut-request': {
      const hangUp = await exchange.sendPart(within(fault.at, exchange.body.length));
      hangUp();
      return exchange.reset();
    }
    case 'stall':
      return stall(fault, exchange);
    case 'status':
      response.writeHead(fault.status, fault.retryAfterS === null ? {} : { 'retry-after': String(fault.retryAfterS) });
      return void response.end('<h1>Please try again</h1>');
    case 'captive-portal':
      response.writeHead(200, { 'content-type': 'text/html' });
      return void response.end('<!doctype html><title>Harbor Inn guest network</title><form>Room number</form>');
    case 'bomb':
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
      return void response.end(bombOf(fault.megabytes));
    default:
      return spoilAnswer(fault, exchange, await exchange.send());
  }
}

type AnswerFault = Extract<
  Fault,
  { kind: 'cut-answer' | 'drip' | 'wrong-length' | 'reset-after-headers' | 'shifted-date' }
>;

async function spoilAnswer(fault: AnswerFault, exchange: Exchange, answer: http.IncomingMessage): Promise<void> {
  const { response } = exchange;
  if (fault.kind === 'shifted-date') {
    const date = new Date(Date.parse(answer.headers.date ?? '') + fault.ms).toUTCString();
    return pass(exchange, answer, { date });
  }
  const body = await bodyOf(answer);
  const length = fault.kind === 'wrong-length' ? Math.max(0, body.length + fault.by) : body.length;
  response.sendDate = false;
  response.writeHead(answer.statusCode ?? 502, { ...plainHeaders(answer), 'content-length': length });
  response.flushHeaders();
  if (fault.kind === 'drip') {
    for (let at = 0; at < body.length && !response.destroyed; at += fault.bytes) {
      response.write(body.subarray(at, at + fault.bytes));
      await pause(fault.everyMs);
    }
    return void response.end();
  }
  const passed = fault.kind === 'wrong-length' ? body : body.subarray(0, fault.kind === 'cut-answer' ? fault.at : 0);
  await write(response, passed);
  if (fault.kind === 'wrong-length') response.socket?.end();
  else exchange.reset();
}

/** Lets so many bytes through and then holds the line. */
async function stall(fault: Extract<Fault, { kind: 'stall' }>, exchange: Exchange): Promise<void> {
  if (fault.side === 'request') {
    const hangUp = await exchange.sendPart(within(fault.at, exchange.body.length));
    exchange.response.once('close', hangUp);
    return;
  }
  const answer = await exchange.send();
  const body = await bodyOf(answer);
  const { response } = exchange;
  response.writeHead(answer.statusCode ?? 502, { ...plainHeaders(answer), 'content-length': body.length });
  response.flushHeaders();
  await write(response, body.subarray(0, within(fault.at, body.length)));
}

/** Passes an answer on as it comes. */
export async function pass(
  { response }: Exchange,
  answer: http.IncomingMessage,
  headers: http.OutgoingHttpHeaders = {},
): Promise<void> {
  response.writeHead(answer.statusCode ?? 502, { ...answer.headers, ...headers });
  response.flushHeaders();
  for await (const chunk of answer) {
    if (response.destroyed) return;
    response.write(chunk);
  }
  response.end();
}

/** A cut falls inside the body, never behind it. */
const within = (at: number, length: number): number => Math.min(at, Math.max(0, length - 1));

const plainHeaders = ({ headers }: http.IncomingMessage): http.OutgoingHttpHeaders => {
  const { 'transfer-encoding': _, ...others } = headers;
  return others;
};

async function drain(answer: http.IncomingMessage): Promise<void> {
  for await (const _ of answer);
}

async function bodyOf(answer: http.IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function write(response: http.ServerResponse, bytes: Buffer): Promise<void> {
  if (bytes.length === 0 || response.destroyed) return;
  await new Promise<unknown>((sent) => response.write(bytes, sent));
  await pause(5);
}

const bombs = new Map<number, Buffer>();

function bombOf(megabytes: number): Buffer {
  const known = bombs.get(megabytes) ?? gzipSync(Buffer.alloc(megabytes * 1024 * 1024, '0'));
  bombs.set(megabytes, known);
  return known;
}
