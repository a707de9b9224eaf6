/** Serves the cloud in a process that kills itself at a named point of an export: nothing that would come after it happens. */
import http from 'node:http';
import { flushCompileCache } from 'node:module';
import pg from 'pg';
import { type CloudOptions, startCloud } from '../../src-cloud/server.ts';
import { type Death, type ExportPoint, jumpMark } from './export-points.ts';

export type DyingCloud = Omit<CloudOptions, 'log'> & { readonly death: Death; readonly jumpMs: number };

const { death, jumpMs, ...options } = JSON.parse(process.argv[2] ?? '') as DyingCloud;
const passed = { times: 0, jumped: 0 };

function pass(point: ExportPoint): void {
  if (point !== death?.at) return;
  passed.times += 1;
  if (passed.times >= death.nth) process.kill(process.pid, 'SIGKILL');
}

const { now } = Date;
Date.now = () => now() + passed.jumped;

type Step = 'asked' | 'taken' | 'settled';
const steps: Readonly<Record<string, Step>> = { queued: 'asked', sending: 'taken', looking: 'taken' };
/** Where the statement that writes an export has its reference and its state. */
const [referenceAt, stateAt] = [5, 8];

function stepOf(text: string, values: readonly unknown[] = []): Step | undefined {
  if (!text.startsWith('insert into dms_export (')) return undefined;
  const step = steps[(JSON.parse(String(values[stateAt])) as { readonly kind: string }).kind] ?? 'settled';
  if (step === 'asked' && String(values[referenceAt]).endsWith(jumpMark)) passed.jumped = jumpMs;
  return step;
}

type Asked = string | { readonly text: string };
type Query = (this: pg.Client, asked: Asked, values?: unknown[]) => Promise<unknown>;

const client = pg.Client.prototype as unknown as { query: Query };
const { query } = client;
const written = new WeakMap<pg.Client, Step>();
client.query = function watched(asked, ...rest) {
  const text = typeof asked === 'string' ? asked : asked.text;
  const step = stepOf(text, rest[0]);
  const ended = text === 'commit' ? written.get(this) : undefined;
  if (step !== undefined) pass(`before ${step}`);
  const answer = query.call(this, asked, ...rest);
  if (step !== undefined) {
    written.set(this, step);
    void answer.then(() => pass(step));
  } else if (ended !== undefined) {
    written.delete(this);
    void answer.then(() => pass(`${ended} and committed`));
  }
  return answer;
};

// Nobody but the dealer is sent anything.
const { request } = http;
http.request = (...asked: unknown[]) => {
  const sent = Reflect.apply(request, http, asked) as http.ClientRequest;
  if (sent.method === 'POST') sent.once('finish', () => pass('sent')).once('response', () => pass('answered'));
  return sent;
};

// Who is killed leaves nothing that it did not write before.
flushCompileCache();
const { url } = await startCloud({ ...options, log: () => undefined });
process.stdout.write(`${JSON.stringify({ url })}\n`);
