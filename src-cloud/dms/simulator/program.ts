/** `npm run dms-sim -- --port 4700 --recall reference --journal dealer.ndjson`: a dealer's system on this machine, until it is ended. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Recall, recalls } from '../../../src-shared/domain/dms/export-job.ts';
import { openBooks } from './books.ts';
import { createSimulator } from './simulator.ts';

const { values: asked } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    recall: { type: 'string', default: 'reference' },
    journal: { type: 'string', default: 'dealer.ndjson' },
    /** How long a late look-up does not find what was booked, in milliseconds. */
    lag: { type: 'string', default: '5000' },
  },
});

const books = openBooks(path.resolve(asked.journal), recallOf(asked.recall), numberOf('lag', asked.lag));
const simulator = createSimulator({ books, clock: Date.now });
const url = await simulator.listen({ host: '127.0.0.1', port: numberOf('port', asked.port) });
process.stdout.write(`${JSON.stringify({ event: 'dealer.open', url, effects: books.effects().length })}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close());
// Whoever started it with a channel wants it no longer than that.
process.once('disconnect', () => void close());
// To wait for that keeps nobody who was asked to end.
process.channel?.unref();

async function close(): Promise<void> {
  await simulator.close();
  books.close();
}

function recallOf(text: string): Recall {
  const recall = recalls.find((one) => one === text);
  if (recall === undefined) throw new Error(`--recall needs one of ${recalls.join(', ')}`);
  return recall;
}

function numberOf(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`--${name} needs a whole number`);
  return Number(text);
}
