// Files of an estimate on their way in from a window, and estimates that were read and wait for a decision; a few at a time.

import type { Random } from '../../../src-shared/base/clock.ts';
import type { ReadForeign } from '../../../src-shared/domain/exchange/ems/read-ems.ts';
import { type EstimateGroup, groupFiles } from './estimate-groups.ts';
import { memorySource } from './file-sources.ts';
import type { FileSource } from './read-estimate.ts';

/** Where estimates lie, which there are, and the one that was read. */
export type Arrival = {
  readonly source: FileSource;
  readonly groups: readonly EstimateGroup[];
  read: (ReadForeign & { readonly key: string }) | null;
};

type Filling = { readonly name: string; readonly bytes: Uint8Array; filled: number };
export type ImportIntake = ReturnType<typeof createImportIntake>;

const most = 3;

export function createImportIntake(random: Random) {
  const filling = new Map<string, readonly Filling[]>();
  const arrivals = new Map<string, Arrival>();
  const reading: { stop: AbortController | null } = { stop: null };
  const newTicket = (): string => Buffer.from(random(16)).toString('hex');
  const keep = <T>(held: Map<string, T>, ticket: string, value: T): string => {
    const [oldest] = held.keys();
    if (oldest !== undefined && held.size >= most) held.delete(oldest);
    held.set(ticket, value);
    return ticket;
  };
  return {
    /** Makes room for files that come piece by piece. */
    begin: (files: readonly { readonly name: string; readonly bytes: number }[]): string =>
      keep(
        filling,
        newTicket(),
        files.map(({ name, bytes }) => ({ name, bytes: new Uint8Array(bytes), filled: 0 })),
      ),
    /** Takes the next piece; false for one that does not follow or does not fit. */
    add(ticket: string, index: number, at: number, base64: string): boolean {
      const file = filling.get(ticket)?.[index];
      const piece = Buffer.from(base64, 'base64');
      if (file === undefined || at !== file.filled || at + piece.length > file.bytes.length) return false;
      file.bytes.set(piece, at);
      file.filled += piece.length;
      return true;
    },
    /** What lies under a ticket; files that came in pieces once all of them are here. */
    arrival(ticket: string): Arrival | undefined {
      const files = filling.get(ticket);
      if (files?.every(({ bytes, filled }) => filled === bytes.length)) {
        filling.delete(ticket);
        const held = new Map(files.map(({ name, bytes }) => [name, bytes]));
        keep(arrivals, ticket, { source: memorySource(held), groups: groupFiles([...held.keys()]), read: null });
      }
      return arrivals.get(ticket);
    },
    /** Keeps what a folder of this PC holds. */
    hold: (source: FileSource, groups: readonly EstimateGroup[]): string =>
      keep(arrivals, newTicket(), { source, groups, read: null }),
    /** Begins to read; whatever was being read before is stopped. */
    start(): AbortSignal {
      reading.stop?.abort();
      reading.stop = new AbortController();
      return reading.stop.signal;
    },
    stop: (): void => reading.stop?.abort(),
    forget: (ticket: string): void => void arrivals.delete(ticket),
  };
}
