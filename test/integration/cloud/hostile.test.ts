/** What is thrown at the doors: wrong sizes, types, methods, paths and two thousand mangled bodies. */
import net from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiError } from '../../../src-shared/api/contract.ts';
import { maxBatchBytes } from '../../../src-shared/sync/protocol.ts';
import { startTestCloud, type TestCloud, type TestShop } from '../../support/cloud.ts';
import { call, openPc, type Pc, type Reply } from '../../support/cloud-pc.ts';
import { newSheet } from '../../support/cloud-records.ts';

let cloud: TestCloud;
let shop: TestShop;
let pc: Pc;
beforeAll(async () => {
  cloud = await startTestCloud();
  shop = await cloud.openShop();
  pc = await openPc(cloud.url, await shop.hire('estimator'));
});
afterAll(() => cloud.close());

const codeOf = (reply: Reply) => apiError.parse(reply.json()).error.code;

test('unknown paths, wrong methods, wrong types and no body each have their answer', async () => {
  const { url } = cloud;
  const answers = [
    await call(`${url}/nothing/here`, 'GET'),
    await call(`${url}/%zz`, 'GET'),
    await call(`${url}/session`, 'PUT'),
    await call(`${url}/sync/push`, 'GET'),
    await call(`${url}/session`, 'POST', { body: 'a=b', type: 'application/x-www-form-urlencoded' }),
    await call(`${url}/session`, 'POST'),
    await call(`${url}/session`, 'POST', { body: '{' }),
    await call(`${url}/session`, 'POST', { body: new Uint8Array([0xff, 0xfe, 0x7b]) }),
    await call(`${url}/sync/push`, 'POST', { body: '{}' }),
    await pc.post('/sync/pull', '{}'),
  ];
  expect(answers.map((one) => [one.status, codeOf(one)])).toEqual([
    [404, 'not-found'],
    [400, 'invalid'],
    [405, 'invalid'],
    [405, 'invalid'],
    [415, 'invalid'],
    [400, 'invalid'],
    [400, 'invalid'],
    [400, 'invalid'],
    [401, 'unauthorized'],
    [400, 'invalid'],
  ]);
  expect(answers[2]?.headers.get('allow')).toBe('POST, GET, DELETE');
});

test('every answer forbids guessing its type, caching and framing', async () => {
  for (const path of ['/health', '/nothing']) {
    const { headers } = await call(`${cloud.url}${path}`, 'GET');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  }
});

test('a full batch is taken, a larger body and more edits are not', async () => {
  const edits = Array.from({ length: 125 }, () => newSheet(pc).edits).flat();
  const full = pc.seal(edits);
  expect(full.length).toBeLessThan(maxBatchBytes);
  expect((await pc.pushBody(full)).verdicts.every((one) => one.verdict === 'applied')).toBe(true);
  const tooMany = await pc.post('/sync/push', pc.seal([...edits, ...newSheet(pc).edits]));
  expect([tooMany.status, codeOf(tooMany)]).toEqual([400, 'invalid']);
  const tooLarge = await pc.post('/sync/push', 'x'.repeat(maxBatchBytes + 8 * 1024));
  expect([tooLarge.status, codeOf(tooLarge)]).toEqual([413, 'too-large']);
  const tooLargeToSignIn = await call(`${cloud.url}/session`, 'POST', { body: 'x'.repeat(65 * 1024) });
  expect(tooLargeToSignIn.status).toBe(413);
});

test('a client that is too old is sent to upgrade, one that is newer than the cloud waits', async () => {
  const old = await pc.post('/sync/push', pc.seal(newSheet(pc).edits, 0));
  expect([old.status, codeOf(old), old.json()]).toMatchObject([426, 'upgrade', { reason: 'upgrade' }]);
  const newer = await pc.post('/sync/push', pc.seal(newSheet(pc).edits, 99));
  expect([newer.status, codeOf(newer)]).toEqual([503, 'unavailable']);
  expect(Number(newer.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('bytes that are no HTTP get one short answer', async () => {
  const { port } = new URL(cloud.url);
  const heard = await new Promise<string>((resolve) => {
    let text = '';
    const socket = net.connect(Number(port), '127.0.0.1', () => socket.write('\u0016\u0003 nonsense\r\n\r\n'));
    socket.on('data', (data) => {
      text += String(data);
    });
    socket.on('close', () => resolve(text));
  });
  expect(heard).toContain('400 Bad Request');
  expect(apiError.parse(JSON.parse(heard.split('\r\n\r\n')[1] ?? '')).error.code).toBe('invalid');
});

const seed = Number(process.env.SHOPFILE_SEED ?? 20_261_121);
const bodies = 2_000;

test(`two thousand mangled bodies get an answer of four hundred and something at worst (seed ${seed})`, {
  timeout: 240_000,
}, async () => {
  const dice = diceOf(seed);
  const valid = { push: pc.seal(newSheet(pc).edits), pull: '', session: '' };
  const { device, incarnation } = pc.identity;
  valid.pull = JSON.stringify({ device, incarnation, cursor: 0, at: null, epoch: '', last: null, limit: 10 });
  valid.session = JSON.stringify({
    email: 'x@example.com',
    password: '',
    device: { id: device, incarnation, name: 'x' },
  });
  const throwOne = async () => {
    const [path, body] = dice.pick([
      ['/sync/push', valid.push],
      ['/sync/pull', valid.pull],
      ['/session', valid.session],
    ] as const);
    const answer = await pc.post(path, mangle(body, dice));
    expect(answer.status).toBeLessThan(500);
    if (answer.status === 200) return;
    expect(answer.text.length).toBeLessThan(2_000);
    apiError.parse(answer.json());
  };
  for (let done = 0; done < bodies; done += 8) await Promise.all(Array.from({ length: 8 }, throwOne));
  expect(cloud.logged.filter((one) => one.event === 'failed')).toEqual([]);
});

type Dice = { below(n: number): number; pick<T>(list: readonly T[]): T };

function diceOf(start: number): Dice {
  let state = start >>> 0;
  const below = (n: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  return { below, pick: <T>(list: readonly T[]) => list[below(list.length)] as T };
}

const strange = [
  'null',
  'true',
  '-1',
  '1e308',
  '1e999',
  '"\\u0000"',
  '"\\ud800"',
  '[]',
  '{}',
  '{"__proto__":{"a":1}}',
  '""',
  `"${'x'.repeat(5_000)}"`,
  `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
  '9007199254740993',
];

/** Breaks a body in one of the ways that bodies break: a value swapped, a piece cut or doubled, a byte turned. */
function mangle(body: string, dice: Dice): string | Uint8Array<ArrayBuffer> {
  const way = dice.below(5);
  if (way === 0) return body.slice(0, dice.below(body.length));
  if (way === 1) {
    const from = dice.below(body.length);
    return body.slice(0, from) + body.slice(Math.max(0, from - dice.below(40)));
  }
  if (way === 2) {
    const bytes = new TextEncoder().encode(body);
    bytes[dice.below(bytes.length)] = dice.below(256);
    return bytes;
  }
  const values = [...body.matchAll(/(?<=[:[,])("[^"]*"|-?\d+|null)/g)];
  const value = dice.pick(values);
  const at = value?.index ?? 0;
  return body.slice(0, at) + dice.pick(strange) + body.slice(at + (value?.[0].length ?? 0));
}
