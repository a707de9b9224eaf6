import { expect, test } from 'vitest';
import type { WorkfileId } from '../../../../src-shared/base/ids.ts';
import { type DmsEvent, dmsEventSpec } from '../../../../src-shared/domain/dms/dms-event.ts';
import { type ExportSummaryInput, exportSummary } from '../../../../src-shared/domain/dms/export-summary.ts';
import { textOf } from '../../../../src-shared/domain/print/print-node.ts';
import { emptyGroup } from '../../../../src-shared/domain/record.ts';
import { vehicleSpec } from '../../../../src-shared/domain/vehicle/vehicle.ts';
import { workfileSpec } from '../../../../src-shared/domain/workfile/workfile.ts';

const eventOf = (n: number, what: Partial<DmsEvent['what']>): DmsEvent => ({
  id: `e${n}` as DmsEvent['id'],
  deleted: false,
  parent: { workfileId: 'w' },
  what: { ...emptyGroup(dmsEventSpec, 'what'), by: 'Janet Smith', at: Date.UTC(2026, 10, 20, 12, n), ...what },
});
const groupsOf = (spec: { readonly groups: object }) =>
  Object.fromEntries(Object.keys(spec.groups).map((name) => [name, emptyGroup(spec as never, name as never)]));
const input = (more: Partial<ExportSummaryInput> = {}): ExportSummaryInput => ({
  workfile: {
    ...(groupsOf(workfileSpec) as unknown as ExportSummaryInput['workfile']),
    ...{ id: 'w' as WorkfileId, deleted: false, number: { ro: '48213' } },
    dmsCustomerId: { id: '9876543', source: 'typed', by: '', at: 1 },
  },
  vehicle: groupsOf(vehicleSpec) as unknown as ExportSummaryInput['vehicle'],
  ...{ owner: 'Turpin, Sharon', insurer: 'Quality Insurance', connection: 'Northside Toyota – Store 12' },
  ...{ events: [], shop: { name: 'Harbor Lane', lines: [] }, paper: 'letter', now: 1, timeZone: 'America/Detroit' },
  ...more,
});
const texts = (more: Partial<ExportSummaryInput> = {}) =>
  exportSummary(input(more)).pieces.map(({ node }) => textOf(node));

test('it says whose repair it is, the connection, and the ids that are known', () => {
  const [, boxes] = texts();
  expect(boxes).toContain('Turpin, Sharon');
  expect(boxes).toContain('Connection Northside Toyota – Store 12');
  expect(boxes).toContain('DMS Repair ID Not known yet');
  expect(boxes).toContain('DMS Customer ID 9876543');
});

test('a row a line of the history, the newest first, with what the screen says', () => {
  const events = [
    eventOf(1, { what: 'customer-id', was: '1', is: '2', reference: '2' }),
    eventOf(2, { what: 'payment-posted', amountCents: 100_000, status: 'Posted', reference: '1234567890001' }),
  ];
  expect(texts({ events }).slice(2)).toEqual([
    '11/20/2026 Janet Smith Payment posted 1,000.00 Posted 1234567890001',
    '11/20/2026 Janet Smith DMS Customer ID changed from 1 to 2 2',
  ]);
});

test('without any line it says so', () => {
  expect(texts().at(-1)).toBe('Nothing was told the DMS yet.');
  expect(exportSummary(input()).title).toBe('DMS Export Summary 48213');
});
