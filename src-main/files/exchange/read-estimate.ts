// Reads an estimate from its files: all of it or nothing, within bounds, and so that it can be stopped.

import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { readBms } from '../../../src-shared/domain/exchange/bms/read-bms.ts';
import type { EmsTable } from '../../../src-shared/domain/exchange/ems/ems-cells.ts';
import type { EmsTableName } from '../../../src-shared/domain/exchange/ems/ems-tables.ts';
import { type ReadForeign, readEms } from '../../../src-shared/domain/exchange/ems/read-ems.ts';
import type { FileFault } from '../../../src-shared/domain/exchange/fault.ts';
import { dbfReading } from './dbf-read.ts';
import type { EstimateGroup } from './estimate-groups.ts';
import { xmlReading } from './read-xml.ts';

/** Where files are read: by name, at most so many bytes. `too-large` and `gone` are told, not thrown. */
export type FileSource = {
  readonly read: (name: string, mostBytes: number) => Promise<Uint8Array | 'too-large' | 'gone' | 'changing'>;
};

export type Progress = { readonly tell: (share: number) => void; readonly signal: AbortSignal };

/** No estimate in the wild comes near; a file beyond is not even read. */
export const mostFileBytes = 16 * 1024 * 1024;
const mostSetBytes = 32 * 1024 * 1024;

/** Reads the group; `cancelled` when somebody stopped it. */
export async function readEstimate(
  source: FileSource,
  group: EstimateGroup,
  progress: Progress,
): Promise<Result<ReadForeign, FileFault> | 'cancelled'> {
  return group.format === 'bms' ? readDocument(source, group, progress) : readSet(source, group, progress);
}

async function readDocument(source: FileSource, { key }: EstimateGroup, progress: Progress) {
  const bytes = await source.read(key, mostFileBytes);
  if (typeof bytes === 'string') return failed({ file: key, place: '', why: bytes });
  const root = await inTurns(xmlReading(key, bytes), progress);
  if (root === 'cancelled') return root;
  return root.ok ? readBms(key, root.value) : root;
}

/** Goes through the steps; others have their turn between two of them, and one last time before the end. */
async function inTurns<T>(steps: Generator<number, T>, { tell, signal }: Progress): Promise<T | 'cancelled'> {
  for (;;) {
    const step = steps.next();
    tell(step.done ? 1 : step.value);
    await nextTurn();
    if (signal.aborted) return 'cancelled';
    if (step.done) return step.value;
  }
}

async function readSet(source: FileSource, { key, members }: EstimateGroup, { tell, signal }: Progress) {
  const set: Partial<Record<EmsTableName, EmsTable>> = {};
  const remarks: FileFault[] = [];
  const held = { bytes: 0 };
  const memo = await memoOf(source, members.get('dbt'));
  const tables = [...members].filter(([ending]) => ending !== 'dbt');
  for (const [i, [ending, file]] of tables.entries()) {
    const bytes = await source.read(file, mostFileBytes);
    if (typeof bytes === 'string') return failed({ file, place: '', why: bytes });
    held.bytes += bytes.length;
    if (held.bytes > mostSetBytes) return failed({ file, place: '', why: 'too-large' as const });
    const steps = dbfReading({ file, bytes, ...(memo === undefined ? {} : { memo }) }, remarks);
    const before = (share: number): void => tell((i + share) / (tables.length + 1));
    const table = await inTurns(steps, { tell: before, signal });
    if (table === 'cancelled') return table;
    if (!table.ok) return table;
    set[ending as EmsTableName] = table.value;
  }
  const read = readEms(key, set);
  return read.ok ? ok({ ...read.value, remarks: [...remarks, ...read.value.remarks] }) : read;
}

async function memoOf(source: FileSource, file: string | undefined) {
  if (file === undefined) return undefined;
  const bytes = await source.read(file, mostFileBytes);
  return typeof bytes === 'string' ? undefined : { file, bytes };
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
