// The vehicle of a workfile: what it is, how it is told from others, and its paint.

import { z } from 'zod';
import type { VehicleId } from '../../base/ids.ts';
import { parentId, type RecordOf, recordSpec } from '../record.ts';
import { lineText, longText } from '../text.ts';
import { maxSecondaryImpacts } from './impact.ts';
import { maxOptionLength, maxOptions } from './vehicle-options.ts';

/** Where year, make and model come from: typed by hand or decoded from the VIN. */
export const vehicleSources = ['', 'vin', 'hand'] as const;

/** Makes that are offered where a vehicle is typed by hand; any other is taken, too. */
export const usualMakes = [
  ...['Acura', 'Audi', 'BMW', 'Buick', 'Cadillac', 'Chevrolet', 'Chrysler', 'Dodge', 'Fiat', 'Ford', 'Freightliner'],
  ...['Genesis', 'GMC', 'Honda', 'Hyundai', 'Infiniti', 'Jaguar', 'Jeep', 'Kia', 'Land Rover', 'Lexus', 'Lincoln'],
  ...['Mazda', 'Mercedes-Benz', 'Mini', 'Mitsubishi', 'Nissan', 'Polestar', 'Porsche', 'Ram', 'Rivian', 'Subaru'],
  ...['Tesla', 'Toyota', 'Volkswagen', 'Volvo'],
];

const point = z.string().regex(/^(\d\d)?$/);
const miles = z.int().min(0).max(9_999_999).default(0);

/** The groups of a vehicle. */
export const vehicleSpec = recordSpec(
  'vehicle',
  {
    parent: z.object({ workfileId: parentId }),
    identity: z.object({
      vin: lineText(25).default(''),
      /** Model year; 0 until known. */
      year: z.int().min(0).max(2199).default(0),
      make: lineText(60).default(''),
      model: lineText(60).default(''),
      trim: lineText(80).default(''),
      body: lineText(60).default(''),
      engine: lineText(80).default(''),
      source: z.enum(vehicleSources).default(''),
    }),
    plate: z.object({ number: lineText(15).default(''), state: lineText(30).default('') }),
    mileageIn: z.object({ miles }),
    mileageOut: z.object({ miles }),
    paint: z.object({ color: lineText(40).default(''), code: lineText(20).default('') }),
    /** Month of production as printed on the door: `05/2018`. */
    production: z.object({ month: lineText(7).default('') }),
    condition: z.object({ text: lineText(60).default(''), priorDamage: lineText(500).default('') }),
  },
  {
    impact: z.object({
      /** Two digits, as the codes of EMS are. */
      primary: point.default(''),
      secondary: z.array(point).max(maxSecondaryImpacts).default([]),
    }),
    options: z.object({ list: z.array(lineText(maxOptionLength)).max(maxOptions).default([]) }),
    /** What was damaged, in words (EMS DMG_MEMO). */
    damage: z.object({ text: longText(2000).default('') }),
  },
);

export type Vehicle = RecordOf<typeof vehicleSpec, VehicleId>;

/** `2019 Ford F-150`, or nothing. */
export const vehicleLabel = (identity: Vehicle['identity']): string =>
  [identity.year === 0 ? '' : String(identity.year), identity.make, identity.model]
    .filter((part) => part !== '')
    .join(' ');
