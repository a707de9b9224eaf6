// Where the fields of a vehicle are kept.

import { recordTable } from './record-table.ts';

export const vehicleTable = recordTable(
  'vehicle',
  {
    parent: { workfileId: 'parent_workfile_id' },
    identity: {
      vin: 'identity_vin',
      year: 'identity_year',
      make: 'identity_make',
      model: 'identity_model',
      trim: 'identity_trim',
      body: 'identity_body',
      engine: 'identity_engine',
      source: 'identity_source',
    },
    plate: { number: 'plate_number', state: 'plate_state' },
    mileageIn: { miles: 'mileage_in_miles' },
    mileageOut: { miles: 'mileage_out_miles' },
    paint: { color: 'paint_color', code: 'paint_code' },
    production: { month: 'production_month' },
    condition: { text: 'condition_text', priorDamage: 'condition_prior_damage' },
  },
  { impact: 'impact', options: 'options', damage: 'damage' },
);
