// The lines of a stream from the cloud, one JSON value each; what is no line of ours breaks the stream.

import type { Bytes } from './cloud-client.ts';

export class BrokenStream extends Error {}

const longestLine = 32 * 1024 * 1024;
const idleMs = 20_000;

type Reader<T> = { safeParse(raw: unknown): { success: true; data: T } | { success: false } };

export async function* linesOf<T>(stream: Bytes, reader: Reader<T>): AsyncGenerator<T> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunksOf(stream)) {
    // Only what is new is searched: a line that never ends must not be read again with each chunk.
    const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n');
    const lines = [rest + first, ...others];
    rest = lines.pop() ?? '';
    if (rest.length > longestLine) throw new BrokenStream('line too long');
    for (const line of lines) if (line !== '') yield readLine(line, reader);
  }
}

/** The chunks of a stream; one that was cut, or says nothing for too long, is broken. */
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

function readLine<T>(text: string, reader: Reader<T>): T {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    throw new BrokenStream('not JSON');
  }
  const parsed = reader.safeParse(raw);
  if (!parsed.success) throw new BrokenStream('not a line of ours');
  return parsed.data;
}
