// The workfiles of a customer, the newest first.
import { useEffect } from 'react';
import type { Customer } from '../../../src-shared/domain/people/customer.ts';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { loadVisits, useDirectory, useVisits, visitorsOf } from '../../stores/library/customers.ts';
import { showTab } from '../../stores/shell.ts';
import { stageWords } from '../../words/workfile-words.ts';

const shown = 50;

export function CustomerVisits({ customer }: { readonly customer: Customer }) {
  const visitors = visitorsOf(useDirectory(), [customer]);
  useEffect(() => void loadVisits(visitors), [visitors]);
  const visits = useVisits(visitors);
  return (
    <FieldGroup title='Workfiles'>
      {visits.length === 0 ? (
        <p className='configure-rates'>No workfile names this customer yet.</p>
      ) : (
        <ul className='customer-visits'>
          {visits.slice(0, shown).map(({ head }) => (
            <li key={head.id}>
              <button type='button' onClick={() => showTab(head.id)}>
                <strong>{head.label}</strong>
                <span>{head.vehicle}</span>
                <span>{stageWords[head.stage]}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {visits.length > shown && <p className='configure-rates'>{`${visits.length - shown} more: search the list.`}</p>}
    </FieldGroup>
  );
}
