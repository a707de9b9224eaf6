/** The misbehaving network really does what its script says: seen from both ends of the line. */
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chanceOf } from '../../src-shared/demo/chance.ts';
import { until } from '../support/desktop.ts';
import { drawnKinds, type Fault, faultScript } from '../support/fault-proxy/fault.ts';
import { type FaultProxy, openFaultProxy } from '../support/fault-proxy/fault-proxy.ts';

const answerText = JSON.stringify({ lines: 'an answer of the cloud. '.repeat(40) });
const sent = JSON.stringify({ edits: 'a batch of edits. '.repeat(40) });

/** What reached the cloud: each body as far as it came, and whether it came whole. */
const arrived: { path: string; bytes: number; whole: boolean }[] = [];
let cloud: http.Server;
let proxy: FaultProxy;

beforeEach(async () => {
  arrived.length = 0;
  cloud = http.createServer((request, response) => {
    const seen = { path: request.url ?? '', bytes: 0, whole: false };
    arrived.push(seen);
    request.on('data', (chunk: Buffer) => {
      seen.bytes += chunk.length;
    });
    request.on('error', () => undefined);
    request.on('end', () => {
      seen.whole = true;
      response.writeHead(200, { 'content-type': 'application/json' }).end(answerText);
    });
  });
  cloud.listen(0, '127.0.0.1');
  await once(cloud, 'listening');
  proxy = await openFaultProxy(`http://127.0.0.1:${(cloud.address() as AddressInfo).port}`);
});
afterEach(async () => {
  await proxy.close();
  cloud.closeAllConnections();
  cloud.close();
});

type Got = { status: number; headers: http.IncomingHttpHeaders; bytes: Buffer; error: string | null; ms: number };

/** One request as a PC makes it, on a connection of its own; what came of it, however far it came. */
async function ask(path = '/sync/push', giveUpMs = 5_000): Promise<Got> {
  const from = performance.now();
  const got: Got = { status: 0, headers: {}, bytes: Buffer.alloc(0), error: null, ms: 0 };
  await new Promise<void>((ended) => {
    const fail = (error: Error & { code?: string }) => {
      got.error ??= error.code ?? error.message;
      ended();
    };
    const request = http.request(
      `${proxy.url}${path}`,
      { method: 'POST', agent: false, timeout: giveUpMs },
      (answer) => {
        Object.assign(got, { status: answer.statusCode, headers: answer.headers });
        answer.on('data', (chunk: Buffer) => {
          got.bytes = Buffer.concat([got.bytes, chunk]);
        });
        answer.on('error', fail);
        answer.on('end', ended);
      },
    );
    request.on('timeout', () => request.destroy(Object.assign(new Error('nothing came'), { code: 'GAVE-UP' })));
    request.on('error', fail);
    request.end(sent);
  });
  got.ms = performance.now() - from;
  return got;
}

async function askWith(fault: Fault, giveUpMs?: number): Promise<Got> {
  const played = proxy.next('POST /sync/push', fault);
  const got = await ask('/sync/push', giveUpMs);
  if (fault.kind !== 'stall') await played;
  expect(proxy.tally.get(fault.kind)).toBe(1);
  return got;
}
const whole = { path: '/sync/push', bytes: sent.length, whole: true };
const text = (got: Got) => got.bytes.toString();

test('without a fault everything passes byte for byte', async () => {
  const got = await ask();
  expect([got.status, text(got), got.error]).toEqual([200, answerText, null]);
  expect(arrived).toEqual([whole]);
  expect(proxy.count('POST /sync/push')).toBe(1);
});

test('a dropped request never reaches the cloud', async () => {
  expect((await askWith({ kind: 'drop-request' })).error).toBe('ECONNRESET');
  expect(arrived).toEqual([]);
});

test('a dropped answer was made by the cloud and never reaches the PC', async () => {
  const got = await askWith({ kind: 'drop-answer' });
  expect([got.status, got.error]).toEqual([0, 'ECONNRESET']);
  expect(arrived).toEqual([whole]);
});

test('a duplicated request reaches the cloud twice and is answered once', async () => {
  expect(text(await askWith({ kind: 'duplicate' }))).toBe(answerText);
  expect(arrived).toEqual([whole, whole]);
});

test('a late copy reaches the cloud after the PC has its answer', async () => {
  const played = proxy.next('POST /sync/push', { kind: 'late-copy', afterMs: 60 });
  expect(text(await ask())).toBe(answerText);
  expect(arrived).toEqual([whole]);
  await played;
  expect(arrived).toEqual([whole, whole]);
});

test('a delayed request takes that long', async () => {
  expect((await askWith({ kind: 'delay', ms: 120 })).ms).toBeGreaterThan(115);
});

test('of two reordered requests the second reaches the cloud first', async () => {
  const played = proxy.next('POST /sync/push', { kind: 'reorder', atMostMs: 3_000 });
  const early = ask('/sync/push');
  await until('the first is held', () => proxy.count('POST /sync/push') === 1);
  await ask('/sync/pull');
  await Promise.all([early, played]);
  expect(arrived.map(({ path }) => path)).toEqual(['/sync/pull', '/sync/push']);
});

test('a cut request reaches the cloud up to that byte', async () => {
  expect((await askWith({ kind: 'cut-request', at: 100 })).error).toBe('ECONNRESET');
  await until('the cloud saw the end', () => arrived.length === 1);
  expect(arrived).toEqual([{ path: '/sync/push', bytes: 100, whole: false }]);
});

test('a cut answer reaches the PC up to that byte', async () => {
  const got = await askWith({ kind: 'cut-answer', at: 300 });
  expect([got.status, got.bytes.length]).toEqual([200, 300]);
  expect(got.error).not.toBeNull();
});

test('a dripping answer comes whole, in pieces', async () => {
  const got = await askWith({ kind: 'drip', bytes: 100, everyMs: 10 });
  expect(text(got)).toBe(answerText);
  expect(got.ms).toBeGreaterThan((answerText.length / 100) * 9);
});

test.each([429, 500, 502, 503, 504] as const)('the status %i is the network’s own', async (status) => {
  const got = await askWith({ kind: 'status', status, retryAfterS: status === 503 ? 7 : null });
  expect([got.status, got.headers['retry-after']]).toEqual([status, status === 503 ? '7' : undefined]);
  expect(arrived).toEqual([]);
});

test('a captive portal answers 200 with HTML', async () => {
  const got = await askWith({ kind: 'captive-portal' });
  expect([got.status, got.headers['content-type']]).toEqual([200, 'text/html']);
  expect(text(got)).toContain('<form>');
  expect(arrived).toEqual([]);
});

test.each([500, 1])('an answer that claims %i bytes more than it has is broken off', async (by) => {
  const got = await askWith({ kind: 'wrong-length', by });
  expect(Number(got.headers['content-length'])).toBe(answerText.length + by);
  expect([got.bytes.length, got.error === null]).toEqual([answerText.length, false]);
});

test('an answer that claims fewer bytes than it has is cut short', async () => {
  const got = await askWith({ kind: 'wrong-length', by: -7 });
  expect(text(got)).toBe(answerText.slice(0, -7));
});

test('a reset after the headers leaves a status and no body', async () => {
  const got = await askWith({ kind: 'reset-after-headers' });
  expect([got.status, got.bytes.length, got.error]).toEqual([200, 0, 'ECONNRESET']);
  expect(arrived).toEqual([whole]);
});

test('a bomb is small on the line', async () => {
  const got = await askWith({ kind: 'bomb', megabytes: 64 });
  expect(got.headers['content-encoding']).toBe('gzip');
  expect(got.bytes.length).toBeLessThan(100_000);
});

test('a shifted date is years off, and nothing else is', async () => {
  const got = await askWith({ kind: 'shifted-date', ms: 3 * 365 * 86_400_000 });
  expect(text(got)).toBe(answerText);
  expect(Date.parse(got.headers.date ?? '') - Date.now()).toBeGreaterThan(2.9 * 365 * 86_400_000);
});

test.each(['request', 'answer'] as const)('a stalled %s neither comes nor ends', async (side) => {
  const got = await askWith({ kind: 'stall', side, at: 50 }, 200);
  expect(got.error).toBe('GAVE-UP');
  expect(arrived).toMatchObject([side === 'request' ? { bytes: 50, whole: false } : { whole: true }]);
  expect(got.bytes.length).toBe(side === 'request' ? 0 : 50);
});

test('a cut line refuses everything until it is restored', async () => {
  const held = proxy.next('POST /sync/push', { kind: 'stall', side: 'answer', at: 10 });
  const open = ask();
  await held;
  proxy.cut();
  expect((await open).error).not.toBeNull();
  expect((await ask()).error).toBe('ECONNRESET');
  proxy.restore();
  expect((await ask()).status).toBe(200);
});

test('a script of a seed plays every kind, and the same seed plays the same', async () => {
  const drawn = (seed: number) => {
    const script = faultScript(chanceOf(seed), 50);
    return Array.from({ length: 400 }, () => script('POST /sync/push'));
  };
  const first = drawn(5);
  expect(new Set(first.flatMap((fault) => fault?.kind ?? []))).toEqual(new Set(drawnKinds));
  expect(drawn(5)).toEqual(first);
  expect(drawn(6)).not.toEqual(first);
  proxy.play(() => ({ kind: 'drop-request' }));
  expect((await ask()).error).toBe('ECONNRESET');
  proxy.play(null);
  expect((await ask()).status).toBe(200);
});
