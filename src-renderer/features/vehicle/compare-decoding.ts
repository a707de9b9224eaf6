// What a decoded VIN says beside what stands in the vehicle: what can be filled in, and what differs from typed text.
import type { Vehicle } from '../../../src-shared/domain/vehicle/vehicle.ts';
import type { VinDecoding } from '../../../src-shared/domain/vehicle/vin-decoding.ts';

type Identity = Vehicle['identity'];
export type DecodedField = 'year' | 'make' | 'model' | 'trim' | 'body' | 'engine';

export const decodedFields: readonly { readonly field: DecodedField; readonly name: string }[] = [
  { field: 'year', name: 'Year' },
  { field: 'make', name: 'Make' },
  { field: 'model', name: 'Model' },
  { field: 'trim', name: 'Trim' },
  { field: 'body', name: 'Body' },
  { field: 'engine', name: 'Engine' },
];

export type Difference = { readonly name: string; readonly typed: string; readonly decoded: string };

/** Fields that somebody typed and that the VIN says otherwise; what an earlier decoding put there is no difference. */
export function differences(identity: Identity, decoding: VinDecoding): readonly Difference[] {
  if (identity.source === 'vin') return [];
  return decodedFields.flatMap(({ field, name }) => {
    const typed = textOf(identity[field]);
    const decoded = textOf(decoding[field]);
    const differs = typed !== '' && decoded !== '' && typed.toLowerCase() !== decoded.toLowerCase();
    return differs ? [{ name, typed, decoded }] : [];
  });
}

/** The identity with everything that the VIN says. */
export const applyAll = (identity: Identity, decoding: VinDecoding): Identity => ({
  ...identity,
  ...saidBy(decoding, () => true),
  source: 'vin',
});

/** The identity with what the VIN says where nothing stood. */
export const fillEmpty = (identity: Identity, decoding: VinDecoding): Identity => ({
  ...identity,
  ...saidBy(decoding, (field) => textOf(identity[field]) === ''),
});

/** Whether a decoding says anything at all. */
export const saysSomething = (decoding: VinDecoding): boolean =>
  decodedFields.some(({ field }) => textOf(decoding[field]) !== '');

const saidBy = (decoding: VinDecoding, wanted: (field: DecodedField) => boolean): Partial<Identity> =>
  Object.fromEntries(
    decodedFields
      .filter(({ field }) => textOf(decoding[field]) !== '' && wanted(field))
      .map(({ field }) => [field, decoding[field]]),
  );

const textOf = (value: string | number): string => (value === 0 ? '' : String(value).trim());
