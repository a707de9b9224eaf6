// Where the employees of the shop are kept.

import { flag, recordTable } from './record-table.ts';

export const employeeTable = recordTable('employee', {
  parent: { workfileId: 'parent_workfile_id' },
  about: { name: 'about_name', roles: 'about_roles' },
  email: { address: 'email_address' },
  phone: { number: 'phone_number' },
  estimator: { isEstimator: flag('estimator_is_estimator') },
  license: { number: 'license_number' },
  standing: { isActive: flag('standing_is_active') },
});
