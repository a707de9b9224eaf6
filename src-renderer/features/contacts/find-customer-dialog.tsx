// Finds a customer of the shop by any word or phone number, for whoever asked.
import { PickSearch, usePicking } from '../../../src-ui/choice/pick-search.tsx';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import {
  type CustomerQuestion,
  findCustomers,
  useCustomerQuestion,
  useDirectory,
} from '../../stores/library/customers.ts';
import { closeOverlay, useShell } from '../../stores/shell.ts';
import { CustomerChoices } from './customer-choices.tsx';

const most = 8;
const listId = 'find-customer';
const close = (): void => closeOverlay('find-customer');

export function FindCustomerDialog() {
  const asked = useCustomerQuestion((question) => question.asked);
  const isOpen = useShell(({ overlay }) => overlay === 'find-customer');
  return asked === undefined || !isOpen ? null : <OpenDialog asked={asked} />;
}

function OpenDialog({ asked: { title, action, text, isOffered, tell, onPick } }: { readonly asked: CustomerQuestion }) {
  const directory = useDirectory();
  const picking = usePicking(text);
  const found = findCustomers(directory, picking.text, { most, isOffered });
  const marked = picking.markedOf(found.length);
  const chosen = found[marked];
  return (
    <Dialog
      open
      title={title}
      action={{
        title: action,
        run: () => {
          if (chosen === undefined) return;
          close();
          onPick(chosen.id);
        },
        disabledReason: chosen === undefined ? 'No customer is found by these words.' : undefined,
      }}
      onClose={close}
    >
      <PickSearch
        label={title}
        placeholder='Name, phone, email or address'
        picking={picking}
        listId={listId}
        count={found.length}
        activeId={chosen && `${listId}-${marked}`}
      />
      <CustomerChoices
        listId={listId}
        customers={found}
        marked={marked}
        onPick={(customerId) => {
          // Where something is said of the marked one first, a press marks it, and the button acts.
          if (tell !== undefined) return picking.mark(found.findIndex(({ id }) => id === customerId));
          close();
          onPick(customerId);
        }}
      />
      {found.length === 0 && (
        <p className='contact-same' role='status'>
          {directory.shown.length === 0 ? 'The shop keeps no customers yet.' : 'Nobody is found by these words.'}
        </p>
      )}
      {tell !== undefined && chosen !== undefined && (
        <p className='contact-told' role='status'>
          {tell(chosen)}
        </p>
      )}
    </Dialog>
  );
}
