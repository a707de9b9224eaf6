// Customers to choose from: name, phone and the vehicle that came last.
import { useEffect } from 'react';
import type { CustomerId } from '../../../src-shared/base/ids.ts';
import { phonesOf } from '../../../src-shared/domain/people/contact.ts';
import { type Customer, customerLabel } from '../../../src-shared/domain/people/customer.ts';
import { loadVisits, useDirectory, useVisits, visitorsOf } from '../../stores/library/customers.ts';

export type CustomerChoicesProps = {
  readonly listId: string;
  readonly customers: readonly Customer[];
  readonly marked: number;
  readonly onPick: (customerId: CustomerId) => void;
};

export function CustomerChoices({ listId, customers, marked, onPick }: CustomerChoicesProps) {
  const directory = useDirectory();
  const visitors = visitorsOf(directory, customers);
  useEffect(() => void loadVisits(visitors), [visitors]);
  const visits = useVisits(visitors);
  const vehicleOf = (id: string): string =>
    visits.find(({ customerId }) => directory.survivorOf(customerId)?.id === id)?.head.vehicle ?? '';
  return (
    <div id={listId} className='customer-choices' role='listbox' aria-label='Customers'>
      {customers.map((customer, at) => (
        <div
          key={customer.id}
          id={`${listId}-${at}`}
          ref={at === marked ? intoView : null}
          role='option'
          tabIndex={-1}
          aria-selected={at === marked}
          className='customer-choice'
          onPointerDown={(event) => {
            if (event.button !== 0) return;
            event.preventDefault();
            onPick(customer.id);
          }}
        >
          <strong>{customerLabel(customer)}</strong>
          <span>{besides(customer)}</span>
          <span>{vehicleOf(customer.id)}</span>
        </div>
      ))}
    </div>
  );
}

const intoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

/** What tells customers of one name apart. */
const besides = (customer: Customer): string =>
  [phonesOf(customer)[0] ?? customer.email.address, customer.address.city].filter((part) => part !== '').join(' · ');
