// Where the fields of a workfile's insurance are kept.

import { recordTable } from './record-table.ts';

export const insuranceTable = recordTable(
  'insurance',
  {
    parent: { workfileId: 'parent_workfile_id' },
    payer: { payer: 'payer' },
    company: { name: 'company_name', claimOffice: 'company_claim_office' },
    claim: { number: 'claim_number', policy: 'claim_policy', lossDate: 'claim_loss_date' },
    deductible: { amountCents: 'deductible_amount_cents' },
  },
  {
    deductibleRule: 'deductible_rule',
    adjuster: 'adjuster',
    agent: 'agent',
    loss: 'loss',
    coverage: 'coverage',
    collection: 'collection',
    bettermentNote: 'betterment_note',
    assignment: 'assignment',
  },
);
