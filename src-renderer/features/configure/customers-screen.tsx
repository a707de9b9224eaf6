// The customers of the shop: who comes again, how to reach them, and what was agreed with them.
import { useMemo } from 'react';

import { phonesOf } from '../../../src-shared/domain/people/contact.ts';
import { type Customer, customerLabel } from '../../../src-shared/domain/people/customer.ts';
import { LoadingView } from '../../../src-ui/feedback/loading-view.tsx';
import type { Column } from '../../../src-ui/grid/model/column.ts';
import { directoryFinder, useDirectory } from '../../stores/library/customers.ts';
import { loadLibrary, useLibrary } from '../../stores/library/library.ts';
import { useDenied } from '../../stores/session.ts';
import { wordFailure } from '../../words/failure-words.ts';
import { CustomerForm } from './customer-form.tsx';
import { NamedList } from './named-list.tsx';
import { NewCustomerDialog } from './new-customer-dialog.tsx';

export function CustomersScreen() {
  const sheet = useLibrary((library) => library.sheet);
  const denied = useDenied('edit-customers');
  const directory = useDirectory();
  const finder = useMemo(() => directoryFinder(directory), [directory]);
  return (
    <LoadingView state={sheet} describe={wordFailure} onRetry={() => void loadLibrary()}>
      {() => (
        <NamedList
          kind='customer'
          records={directory.shown}
          columns={columns}
          denied={denied}
          words={words}
          nameOf={customerLabel}
          nameField='name/first'
          finder={finder}
          renderNew={(close) => <NewCustomerDialog onClose={close} />}
          renderForm={(customer) => <CustomerForm customer={customer} disabledReason={denied} />}
        />
      )}
    </LoadingView>
  );
}

const words = {
  many: 'Customers',
  one: 'customer',
  search: 'Name, phone, email or address',
  purpose: 'Who is kept here need not be typed again when they come back.',
} as const;

/** The company of somebody who has a name of their own: without one, the company is the name. */
const companyBeside = (customer: Customer): string =>
  customerLabel(customer) === customer.name.company ? '' : customer.name.company;

const columns: readonly Column<Customer>[] = [
  { id: 'name', title: 'Name', width: 190, grow: true, alwaysShown: true, text: customerLabel },
  { id: 'company', title: 'Company', width: 150, grow: true, text: companyBeside },
  { id: 'phone', title: 'Phone', width: 130, text: (customer) => phonesOf(customer)[0] ?? '' },
  { id: 'email', title: 'Email', width: 190, grow: true, text: ({ email }) => email.address },
  { id: 'city', title: 'City', width: 120, text: ({ address }) => address.city },
  {
    id: 'authorization',
    title: 'Authorization',
    longTitle: 'Require authorization before invoicing',
    width: 110,
    text: ({ authorization }) => (authorization.isRequired ? 'Required' : ''),
  },
  { id: 'standing', title: 'Status', width: 80, text: ({ standing }) => (standing.isActive ? 'Active' : 'Inactive') },
];
