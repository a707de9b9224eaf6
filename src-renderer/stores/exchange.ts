// Estimates of other programs in the window: what is being read, what was found in it, and what is watched.

import { create } from 'zustand';
import type { Failure } from '../../src-shared/base/failure.ts';
import type { CustomerId, EstimateId, WorkfileId } from '../../src-shared/base/ids.ts';
import type { Result } from '../../src-shared/base/result.ts';
import type { EmsTableName } from '../../src-shared/domain/exchange/ems/ems-tables.ts';
import {
  type ExportedEstimate,
  type ImportComparison,
  type ImportOffer,
  importPieceBytes,
  maxImportFiles,
  type WatchState,
} from '../../src-shared/ipc/exchange-requests.ts';
import { ask } from '../api/bridge.ts';
import { startSupplement } from './commands.ts';
import type { Loading } from './loading.ts';
import { base64Of } from './photos/thumbnail.ts';
import { closeOverlay, isWorkfileTab, showOverlay, showTab, useShell } from './shell.ts';

/** A customer of the shop, a new one, or nobody's. */
export type ImportCustomerChoice = CustomerId | 'new' | 'nobody';

export type ImportState =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly share: number }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | {
      readonly kind: 'offer';
      readonly offer: ImportOffer;
      /** The workfile it goes into; null for a new one. */
      readonly target: WorkfileId | null;
      readonly comparison: Loading<ImportComparison>;
      /** Who the owner of a new workfile is. */
      readonly customer: ImportCustomerChoice;
      readonly applying: boolean;
    };

export type Exchange = {
  readonly state: ImportState;
  /** Counts readings: what comes of one that was stopped, or of one before the newest, is let go. */
  readonly reading: number;
  readonly exporting: 'ems' | 'bms';
  readonly watch: WatchState;
};

const noWatch: WatchState = { folder: '', readable: true, found: [] };

export const useExchange = create<Exchange>()(() => ({
  state: { kind: 'none' },
  reading: 0,
  exporting: 'ems',
  watch: noWatch,
}));

/** Lets the person choose a file, and shows what is in it. */
export const chooseImport = (): Promise<void> => offered(() => ask('import.choose', {}), true);

/** Reads an estimate that was found in the watched folder. */
export const takeFound = (key: string): Promise<void> => offered(() => ask('watch.take', { key }));

/** Reads another of the estimates that came together. */
export const pickEstimate = (ticket: string, key: string): Promise<void> =>
  offered(() => ask('import.read', { ticket, key }));

/** Hands dropped files over and shows what is in them. */
export async function dropEstimate(files: readonly File[]): Promise<void> {
  if (files.length > maxImportFiles) {
    return fail({ kind: 'unreadable', file: 'What was dropped', place: `${files.length} files`, why: 'too-many' });
  }
  const reading = nextReading();
  showReading(0);
  const begun = await ask('import.begin', { files: files.map(({ name, size }) => ({ name, bytes: size })) });
  if (!begun.ok) return fail(begun.failure);
  const { ticket } = begun.value;
  for (const [file, one] of files.entries()) {
    for (let at = 0; at < one.size; at += importPieceBytes) {
      if (isOver(reading)) return;
      const base64 = await base64Of(one.slice(at, at + importPieceBytes));
      const piece = await ask('import.piece', { ticket, file, at, base64 });
      if (!piece.ok) return fail(piece.failure);
    }
    if (isOver(reading)) return;
    showReading(((file + 1) / files.length) * 0.5);
  }
  await offered(() => ask('import.read', { ticket, key: null }));
}

/** Stops what is being read, and closes. */
export function closeImport(): void {
  if (useExchange.getState().state.kind === 'reading') void ask('import.cancel', {});
  nextReading();
  useExchange.setState({ state: { kind: 'none' } });
  closeOverlay('import');
}

/** Says where the estimate goes; a workfile that is there is compared first. */
export async function aimImport(target: WorkfileId | null): Promise<void> {
  const { state } = useExchange.getState();
  if (state.kind !== 'offer') return;
  const idle = { kind: 'idle' } as const;
  useExchange.setState({ state: { ...state, target, comparison: target === null ? idle : { kind: 'loading' } } });
  if (target === null) return;
  const reply = await ask('import.compare', { ticket: state.offer.ticket, workfileId: target });
  const now = useExchange.getState().state;
  if (now.kind !== 'offer' || now.target !== target) return;
  const comparison: Loading<ImportComparison> = reply.ok
    ? { kind: 'ready', value: reply.value }
    : { kind: 'failed', failure: reply.failure };
  useExchange.setState({ state: { ...now, comparison } });
}

/** Says who the owner of the new workfile is. */
export function nameImportCustomer(customer: ImportCustomerChoice): void {
  const { state } = useExchange.getState();
  if (state.kind === 'offer') useExchange.setState({ state: { ...state, customer } });
}

/** Starts the next supplement of a locked estimate, and compares with that. */
export async function importIntoSupplement(estimateId: EstimateId): Promise<Failure | undefined> {
  const started = await startSupplement(estimateId);
  if (!started.ok) return started.failure;
  const { state } = useExchange.getState();
  if (state.kind === 'offer') await aimImport(state.target);
  return undefined;
}

/** Imports what was read, and shows the workfile. */
export async function applyImport(): Promise<Failure | undefined> {
  const { state } = useExchange.getState();
  if (state.kind !== 'offer') return undefined;
  useExchange.setState({ state: { ...state, applying: true } });
  const { offer, target: workfileId } = state;
  const customer = workfileId !== null || state.customer === 'nobody' ? undefined : state.customer;
  const reply = await ask('import.apply', { ticket: offer.ticket, workfileId, customer });
  if (!reply.ok) {
    useExchange.setState({ state: { ...state, applying: false } });
    return reply.failure;
  }
  closeImport();
  showTab(reply.value);
  return undefined;
}

/** Opens the dialog of an export. */
export function startExport(exporting: 'ems' | 'bms'): void {
  useExchange.setState({ exporting });
  showOverlay('export');
}

export const exportEms = (workfileId: WorkfileId, tables: readonly EmsTableName[]): Promise<Result<ExportedEstimate>> =>
  ask('export.ems', { workfileId, tables });
export const exportBms = (
  workfileId: WorkfileId,
  choice: { readonly people: boolean; readonly profile: boolean },
): Promise<Result<ExportedEstimate>> => ask('export.bms', { workfileId, ...choice });
export const exportCsv = (workfileId: WorkfileId): Promise<Result<ExportedEstimate>> =>
  ask('export.csv', { workfileId });

/** Chooses the folder to watch. */
export const chooseWatch = (): Promise<Failure | undefined> => heardWatch(ask('watch.choose', {}));
export const stopWatch = (): Promise<Failure | undefined> => heardWatch(ask('watch.stop', {}));
export const skipFound = (key: string): Promise<Failure | undefined> => heardWatch(ask('watch.skip', { key }));
export const loadWatch = (): Promise<Failure | undefined> => heardWatch(ask('watch.read', {}));
export const hearWatch = (watch: WatchState): void => useExchange.setState({ watch });

/** Hears how far the reading is; the first half of a drop is its way here. */
export function hearProgress({ share }: { readonly share: number }): void {
  const { state } = useExchange.getState();
  if (state.kind === 'reading')
    useExchange.setState({ state: { kind: 'reading', share: Math.max(state.share, share) } });
}

async function heardWatch(asked: Promise<Result<WatchState | null>>): Promise<Failure | undefined> {
  const reply = await asked;
  if (!reply.ok) return reply.failure;
  if (reply.value !== null) useExchange.setState({ watch: reply.value });
  return undefined;
}

function showReading(share: number): void {
  useExchange.setState({ state: { kind: 'reading', share } });
  showOverlay('import');
}

function fail(failure: Failure): void {
  useExchange.setState({ state: { kind: 'failed', failure } });
  showOverlay('import');
}

function nextReading(): number {
  const reading = useExchange.getState().reading + 1;
  useExchange.setState({ reading });
  return reading;
}
const isOver = (reading: number): boolean => useExchange.getState().reading !== reading;

/** `quiet`: a dialog of the system is open, and nothing is shown until something was chosen. */
async function offered(read: () => Promise<Result<ImportOffer | null>>, quiet = false): Promise<void> {
  const reading = nextReading();
  const { state } = useExchange.getState();
  if (!quiet) showReading(state.kind === 'reading' ? state.share : 0);
  const reply = await read();
  if (isOver(reading)) return;
  if (!reply.ok) return fail(reply.failure);
  if (reply.value === null) return closeImport();
  const offer = reply.value;
  const { active } = useShell.getState();
  const here = isWorkfileTab(active) ? offer.candidates.find(({ workfileId }) => workfileId === active) : undefined;
  const same = here ?? offer.candidates.find(({ by }) => by === 'estimate');
  const comparison = { kind: 'idle' } as const;
  // Which of several it is, and whether a name alone means the same, nobody decides but a person.
  const alike = offer.customers.length === 1 ? offer.customers[0] : undefined;
  const isSure = alike !== undefined && alike.likeness !== 'name-only';
  const customer = isSure ? alike.customerId : offer.owner === '' ? 'nobody' : 'new';
  useExchange.setState({ state: { kind: 'offer', offer, target: null, comparison, customer, applying: false } });
  showOverlay('import');
  if (same !== undefined) await aimImport(same.workfileId);
}
