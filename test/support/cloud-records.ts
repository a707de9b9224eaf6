/** Small new records for sync tests: only what a test cares about, the cloud fills the rest with empty values. */
import type { JsonObject } from '../../src-shared/sync/protocol.ts';
import { freshId } from './cloud.ts';
import type { Pc, TestEdit } from './cloud-pc.ts';

/** A workfile with its estimate, one contact and one line, as the edits that create them. */
export type Sheet = {
  readonly workfile: string;
  readonly contact: string;
  readonly estimate: string;
  readonly line: string;
  readonly edits: readonly TestEdit[];
};

export function newSheet(pc: Pc, line: JsonObject = {}): Sheet {
  const [workfile, contact, estimate, lineId] = [freshId(), freshId(), freshId(), freshId()];
  const parent = { workfileId: workfile };
  return {
    workfile,
    contact,
    estimate,
    line: lineId,
    edits: [
      pc.create('workfile', workfile, { opened: { at: 1, by: 'Someone' } }),
      pc.create('contact', contact, { parent: { ...parent, role: 'owner' }, name: { last: 'Turpin' } }),
      pc.create('estimate', estimate, { parent }),
      pc.create('line', lineId, { parent: { ...parent, estimateId: estimate }, ...line }),
    ],
  };
}

/** Who pays for a sheet: without that its estimate is not locked. */
export const payerOf = (pc: Pc, { workfile }: Sheet): TestEdit =>
  pc.create('insurance', freshId(), { parent: { workfileId: workfile }, payer: { payer: 'Self Pay' } });

/** A group's value with the fields that a test does not name. */
export const name = (last: string): JsonObject => ({ first: '', last, company: '' });
export const labor = (tenths: number): JsonObject => ({ type: 'body', tenths, included: false });
