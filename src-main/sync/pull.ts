// Fetches what is newer than this PC's cursor and applies it slice by slice, rows and cursor in one transaction.

import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import { type PullLine, pullLine } from '../../src-shared/sync/protocol.ts';
import type { Applied } from '../db/applied.ts';
import { lastAnswered } from '../db/batch.ts';
import { readIdentity } from '../db/identity.ts';
import type { Store } from '../db/open.ts';
import { applyAwaited, applyPulled, type PulledChange, readCursor } from '../db/pulled.ts';
import type { Bytes, CloudClient } from './cloud-client.ts';

const changesAtOnce = 20_000;

export type PullRound = {
  readonly store: Store;
  readonly client: CloudClient;
  readonly token: string;
  readonly now: () => number;
  readonly applied: (applied: Applied) => void;
  readonly progress: (done: number, of: number) => void;
};

/** Pulls until this PC has the shop's newest number. A cut stream keeps what was committed and counts as offline. */
export async function pullAll(round: PullRound): Promise<Result<null>> {
  const first = readCursor(round.store).cursor;
  for (;;) {
    const pulled = await pullOnce(round, first);
    if (!pulled.ok) return pulled;
    if (pulled.value.cursor >= pulled.value.newest) break;
  }
  const late = applyAwaited(round.store, round.now());
  if (late.workfiles.size > 0) round.applied(late);
  return ok(null);
}

type Cursor = ReturnType<typeof readCursor>;
type End = { readonly cursor: number; readonly newest: number };

async function pullOnce(round: PullRound, first: number): Promise<Result<End>> {
  const { store } = round;
  const cursor = readCursor(store);
  const stream = await round.client.pull(round.token, {
    ...readIdentity(store),
    ...cursor,
    last: lastAnswered(store),
    limit: changesAtOnce,
  });
  if (!stream.ok) return stream;
  return applyStream(round, stream.value, first, cursor);
}

async function applyStream(round: PullRound, stream: Bytes, first: number, from: Cursor): Promise<Result<End>> {
  const held = { ...from };
  let slice: PulledChange[] = [];
  // Rows and cursor move in one transaction; where nothing is newer, nothing is written.
  const flush = (cursor: number, epoch: string) => {
    if (slice.length === 0 && cursor === held.cursor && epoch === held.epoch) return;
    round.applied(applyPulled(round.store, slice, { cursor, epoch }, round.now()));
    slice = [];
    Object.assign(held, { cursor, epoch });
  };
  try {
    for await (const line of linesOf(stream)) {
      if (line[0] === 'change') slice.push(changeOf(line));
      else if (line[0] === 'commit') flush(line[1], held.epoch);
      else {
        flush(line[1], line[3]);
        round.progress(line[1] - first, line[2] - first);
        return ok({ cursor: line[1], newest: line[2] });
      }
    }
  } catch (error) {
    if (error instanceof BrokenStream) return failed({ kind: 'offline' });
    throw error;
  }
  return failed({ kind: 'offline' });
}

const changeOf = (line: Extract<PullLine, ['change', ...unknown[]]>): PulledChange => {
  const [, seq, edit, kind, id, group, value, base, author] = line;
  return { seq, edit, kind, id, group, value, base, by: author.by, at: author.at };
};

class BrokenStream extends Error {}

const longestLine = 1024 * 1024;

async function* linesOf(stream: Bytes): AsyncGenerator<PullLine> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunksOf(stream)) {
    rest += decoder.decode(chunk, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > longestLine) throw new BrokenStream('line too long');
    for (const line of lines) if (line !== '') yield readLine(line);
  }
}

const idleMs = 20_000;

/** The chunks of a stream; a line that was cut, or says nothing for too long, is a broken stream. */
async function* chunksOf(stream: Bytes): AsyncGenerator<Uint8Array> {
  const idle = setTimeout(() => stream.destroy(new Error('nothing came')), idleMs);
  try {
    for await (const chunk of stream) {
      idle.refresh();
      yield chunk;
    }
  } catch (error) {
    throw new BrokenStream(String(error));
  } finally {
    clearTimeout(idle);
  }
}

function readLine(text: string): PullLine {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    throw new BrokenStream('not JSON');
  }
  const parsed = pullLine.safeParse(raw);
  if (!parsed.success) throw new BrokenStream('not a line of ours');
  return parsed.data;
}
