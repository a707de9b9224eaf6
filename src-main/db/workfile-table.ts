// Where the fields of a workfile are kept.

import { recordTable } from './record-table.ts';

export const workfileTable = recordTable(
  'workfile',
  {
    opened: { at: 'opened_at', by: 'opened_by' },
    stage: { stage: 'stage' },
    number: { ro: 'number_ro' },
    tracking: { estimator: 'tracking_estimator' },
    saved: { revision: 'saved_revision', at: 'saved_at', by: 'saved_by' },
  },
  {
    moved: 'moved',
    referral: 'referral',
    vehicleIn: 'vehicle_in',
    repairsStarted: 'repairs_started',
    repairsCompleted: 'repairs_completed',
    vehicleOut: 'vehicle_out',
    statusUpdate: 'status_update',
    bin: 'bin',
    totalLoss: 'total_loss',
    dmsRepairId: 'dms_repair_id',
    dmsCustomerId: 'dms_customer_id',
    dmsVehicleId: 'dms_vehicle_id',
  },
);
