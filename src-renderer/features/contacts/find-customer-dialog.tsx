// Finds a customer of the shop by any word or phone number, and makes them the owner.
import { type KeyboardEvent, useState } from 'react';
import type { CustomerId } from '../../../src-shared/base/ids.ts';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { findCustomers, useDirectory } from '../../stores/library/customers.ts';
import { CustomerChoices } from './customer-choices.tsx';

type FindCustomerDialogProps = {
  /** What is looked for at first. */
  readonly text: string;
  readonly onPick: (customerId: CustomerId) => void;
  readonly onClose: () => void;
};

const most = 8;
const listId = 'find-customer';

export function FindCustomerDialog({ text: first, onPick, onClose }: FindCustomerDialogProps) {
  const directory = useDirectory();
  const [text, setText] = useState(first);
  const [at, setAt] = useState(0);
  const found = findCustomers(directory, text, most);
  const marked = Math.min(at, found.length - 1);
  const chosen = found[marked];
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const step = event.key === 'ArrowDown' ? 1 : -1;
    setAt((marked + step + found.length) % Math.max(found.length, 1));
  };
  return (
    <Dialog
      open
      title='Find a customer'
      action={{
        title: 'Use',
        run: () => chosen && onPick(chosen.id),
        disabledReason: chosen === undefined ? 'No customer is found by these words.' : undefined,
      }}
      onClose={onClose}
    >
      <input
        className='ui-input customer-search'
        type='search'
        role='combobox'
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-activedescendant={chosen && `${listId}-${marked}`}
        aria-label='Find a customer'
        placeholder='Name, phone, email or address'
        data-autofocus
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <CustomerChoices listId={listId} customers={found} marked={marked} onPick={onPick} />
      {found.length === 0 && (
        <p className='contact-same' role='status'>
          {directory.shown.length === 0 ? 'The shop keeps no customers yet.' : 'Nobody is found by these words.'}
        </p>
      )}
    </Dialog>
  );
}
