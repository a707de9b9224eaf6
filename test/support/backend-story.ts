/** Workfiles made through the door, for tests that start from one. */
import type { LineId, WorkfileId } from '../../src-shared/base/ids.ts';
import type { Line } from '../../src-shared/domain/estimate/line.ts';
import type { WorkfileSheet } from '../../src-shared/ipc/shapes.ts';
import type { BackendTrial } from './backend-trial.ts';

type Asks = Pick<BackendTrial, 'ask'>;

export const part: Line['part'] = {
  type: 'oem',
  number: 'GB5Z-17D957',
  quantity: 1,
  priceCents: 48_250,
  included: false,
  taxed: true,
};
export const labor = (tenths: number): Line['labor'] => ({ type: 'body', tenths, included: false });

export const sheetOf = ({ ask }: Asks, workfileId: WorkfileId): Promise<WorkfileSheet> =>
  ask('workfile.open', { workfileId });

/** A workfile with a named owner, a vehicle, an insurer and that many lines. */
export async function writeWorkfile(trial: Asks, lineCount = 3): Promise<WorkfileSheet> {
  const { ask } = trial;
  const workfileId = await ask('workfile.create', {});
  const { contacts, vehicle, insurance, estimate } = await sheetOf(trial, workfileId);
  const [owner] = contacts;
  if (owner === undefined) throw new Error('a new workfile has no owner');
  await ask('contact.change', {
    contactId: owner.id,
    group: 'name',
    value: { first: 'Sharon', last: 'Turpin', company: '' },
  });
  await ask('contact.change', { contactId: owner.id, group: 'cell', value: { number: '(616) 555-0142' } });
  await ask('vehicle.change', {
    vehicleId: vehicle.id,
    group: 'identity',
    value: {
      vin: '1FTEW1EP5KFA12345',
      year: 2019,
      make: 'Ford',
      model: 'F-150',
      trim: 'XLT',
      body: '',
      engine: '',
      source: 'hand',
    },
  });
  await ask('vehicle.change', { vehicleId: vehicle.id, group: 'plate', value: { number: 'EKM4417', state: 'MI' } });
  await ask('insurance.change', {
    insuranceId: insurance.id,
    group: 'company',
    value: { name: 'Lakeshore Mutual', claimOffice: '' },
  });
  await ask('insurance.change', {
    insuranceId: insurance.id,
    group: 'claim',
    value: { number: 'CLM-889231', policy: '', lossDate: '' },
  });
  const lines = Array.from({ length: lineCount }, (_, i) => ({
    text: { description: `Line ${i + 1}` },
    part: { ...part, priceCents: 1000 * (i + 1) },
  }));
  if (lines.length > 0) await ask('line.add', { estimateId: estimate.id, after: null, lines });
  return sheetOf(trial, workfileId);
}

/** What of a workfile a person sees, without what undo and time leave behind. */
export function seen(sheet: WorkfileSheet): string {
  const { canUndo: _undo, canRedo: _redo, unsavedSince: _since, ...rest } = sheet;
  return JSON.stringify(rest);
}

export const lineIdsOf = (sheet: WorkfileSheet): readonly LineId[] => sheet.lines.map(({ id }) => id);
