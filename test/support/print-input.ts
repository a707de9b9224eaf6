/** Documents to print for tests: an invented workfile around lines, and one text in every place that takes text. */
import type { EstimateId } from '../../src-shared/base/ids.ts';
import { priceEstimate, type WrittenEstimate } from '../../src-shared/domain/estimate/price-estimate.ts';
import type { PrintedVersion, PrintInput } from '../../src-shared/domain/estimate/print/print-input.ts';
import { pageStarts } from '../../src-shared/domain/print/paging.ts';
import type { PrintDocument } from '../../src-shared/domain/print/print-document.ts';
import type { PrintNode } from '../../src-shared/domain/print/print-node.ts';
import { pagesOf } from '../../src-shared/domain/print/print-pages.ts';
import type { WorkfileSheet } from '../../src-shared/ipc/shapes.ts';
import { contactOf, lineOf, sheetOf } from '../browser/renderer/sample-sheet.ts';

/** A priced version; E01 and not locked unless said otherwise. */
export function versionOf(
  written: WrittenEstimate,
  more: Partial<Pick<PrintedVersion, 'label' | 'estimator' | 'lockedAt'>> = {},
): PrintedVersion {
  const { sheet, pricing } = priceEstimate(written);
  return { label: 'E01', estimator: 'Robin Ellery', lockedAt: 0, lines: sheet.lines, pricing, ...more };
}

/** What prints a sheet. */
export function printInputOf(sheet: WorkfileSheet, change: Partial<PrintInput> = {}): PrintInput {
  return {
    ...sheet,
    kind: 'estimate',
    versions: [versionOf(sheet)],
    shop: { name: 'Harbor Auto Body', lines: ['12 Quay Street, Portside, OR 97000', '555-0100'] },
    pendingNumber: '',
    texts: { estimate: '', authorization: '' },
    paper: 'letter',
    now: Date.UTC(2026, 10, 22, 15, 42),
    timeZone: 'America/Chicago',
    ...change,
  };
}

/** A document of which every text that people write is this one. */
export function hostilePrint(text: string): PrintInput {
  const up = (most: number): string => text.slice(0, most);
  const sheet = sheetOf();
  const owner = {
    ...contactOf('owner', 1),
    name: { first: up(60), last: up(60), company: up(80) },
    email: { address: up(120) },
    address: { street: up(120), street2: up(120), city: up(60), state: up(30), postalCode: up(12) },
  };
  const identity = { ...sheet.vehicle.identity, vin: up(25), make: up(60), model: up(60), trim: up(80) };
  const part = { ...lineOf(1, '').part, type: 'lkq' as const, number: up(40), priceCents: 12_345 };
  const hostile: WorkfileSheet = {
    ...sheet,
    workfile: { ...sheet.workfile, number: { ro: up(20) } },
    contacts: [owner],
    vehicle: { ...sheet.vehicle, identity, condition: { text: up(60), priorDamage: text } },
    insurance: { ...sheet.insurance, company: { name: up(80), claimOffice: up(80) } },
    estimate: { ...sheet.estimate, id: 'e' as EstimateId },
    lines: [
      lineOf(1, up(200), { work: { operation: 'heading' } }),
      lineOf(2, up(200), { part, note: { text: `${text}\n${text}` } }),
    ],
  };
  const version = versionOf(hostile, { estimator: up(120) });
  const texts = { estimate: text, authorization: text };
  return printInputOf(hostile, { versions: [version], shop: { name: text, lines: [text] }, texts });
}

/** Pages of about so many rows each, for tests without an engine that measures. */
export function roughPages(document: PrintDocument, rows = 30): readonly PrintNode[] {
  const pieces = document.pieces.map(({ table, keep }) => ({ table, keep, height: 1 }));
  return pagesOf(document, pageStarts(pieces, { first: rows, other: rows, heads: {} }));
}
