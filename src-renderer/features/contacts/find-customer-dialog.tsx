// Finds a customer of the shop by any word or phone number, and makes them the owner.
import type { CustomerId } from '../../../src-shared/base/ids.ts';
import { PickSearch, usePicking } from '../../../src-ui/choice/pick-search.tsx';
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
  const picking = usePicking(first);
  const found = findCustomers(directory, picking.text, most);
  const marked = picking.markedOf(found.length);
  const chosen = found[marked];
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
      <PickSearch
        label='Find a customer'
        placeholder='Name, phone, email or address'
        picking={picking}
        listId={listId}
        count={found.length}
        activeId={chosen && `${listId}-${marked}`}
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
