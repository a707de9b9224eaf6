/** A set-up must not wait minutes for a firewall that says nothing. */
import { createServer } from 'node:http';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const script = path.resolve(import.meta.dirname, '../../../scripts/reach.mjs');
const { answersSoon } = (await import(script)) as {
  readonly answersSoon: (address: string, withinMs: number) => Promise<boolean>;
};

async function addressOf(server: net.Server): Promise<string> {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

test('any answer counts, a refusal too', async () => {
  const url = await addressOf(createServer((_, answer) => answer.writeHead(403).end()));
  expect(await answersSoon(url, 5_000)).toBe(true);
});

test('silence is given up in the time that was given', async () => {
  const silent = net.createServer((socket) => onTestFinished(() => void socket.destroy()));
  const url = await addressOf(silent);
  const from = performance.now();
  expect(await answersSoon(url, 300)).toBe(false);
  expect(performance.now() - from).toBeLessThan(3_000);
});

test('nobody there is no answer', async () => {
  expect(await answersSoon('http://127.0.0.1:1/', 5_000)).toBe(false);
});
