// Says which customer of the shop a contact is, finds one, or keeps a new one.
import { useCallback, useEffect, useState } from 'react';
import type { ContactId, CustomerId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { type Contact, contactLabel } from '../../../src-shared/domain/people/contact.ts';
import { customerLabel } from '../../../src-shared/domain/people/customer.ts';
import { twinsOf } from '../../../src-shared/domain/people/customer-directory.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { giveUp } from '../../../src-ui/fields/leave-field.ts';
import { offerCommands } from '../../stores/command-board.ts';
import { askForCustomer, currentDirectory, useDirectory } from '../../stores/library/customers.ts';
import { visitListed } from '../../stores/library/opened.ts';
import { useDenied } from '../../stores/session.ts';
import { changeGroup, keepAsCustomer, takeCustomer, undo } from '../../stores/workfile/edits.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { likenessWords } from '../../words/people/likeness-words.ts';
import { roleWords } from '../../words/workfile-words.ts';
import { CopyVisit } from './copy-visit.tsx';

export type PersonProps = {
  readonly workfileId: WorkfileId;
  readonly contact: Contact;
  readonly disabledReason: string | undefined;
};

/** Fills a contact from a customer, says so, and goes back to its fields. */
export function useTakeCustomer({ workfileId, contact }: PersonProps): Take {
  const toast = useToast();
  const { id } = contact;
  const { role } = contact.parent;
  return useCallback(
    async (customerId) => {
      const failure = await takeCustomer(workfileId, id, customerId);
      if (failure !== undefined) return toast({ text: wordBriefly(failure), tone: 'error' });
      const customer = currentDirectory().survivorOf(customerId);
      const name = customer === undefined ? 'the customer' : customerLabel(customer);
      toast({ text: `${roleWords[role]} filled from ${name}`, tone: 'ok', undo: () => void undo(workfileId) });
      requestAnimationFrame(() => document.getElementById(`contact/${id}/name/first`)?.focus());
    },
    [workfileId, id, role, toast],
  );
}

export function ContactCustomer(props: PersonProps) {
  const { workfileId, contact, disabledReason } = props;
  const directory = useDirectory();
  const take = useTakeCustomer(props);
  const isOwner = contact.parent.role === 'owner';
  useFindKey(props, take);
  const customer = directory.survivorOf(contact.customer?.customerId ?? '');
  return (
    <div className='contact-customer'>
      {customer === undefined ? (
        <NoCustomer {...props} onPick={take} />
      ) : (
        <>
          <span>
            Customer of the shop: <strong>{customerLabel(customer)}</strong>
            {isOwner && customer.authorization.isRequired && ' · requires authorization before invoicing'}
          </span>
          <Button look='quiet' onPress={() => visitListed('customer', customer.id)}>
            Open
          </Button>
          <Button look='quiet' disabledReason={disabledReason} onPress={() => void forget(workfileId, contact)}>
            Somebody else
          </Button>
          {isOwner && <CopyVisit workfileId={workfileId} customer={customer} disabledReason={disabledReason} />}
        </>
      )}
      <Button look='quiet' keys='F4' icon='search' disabledReason={disabledReason} onPress={() => find(take)}>
        Find customer
      </Button>
    </div>
  );
}

type Take = (customerId: CustomerId) => Promise<void>;

/** F4 looks for the contact in whose fields somebody is, and for the owner from everywhere else. */
function useFindKey({ contact, disabledReason }: PersonProps, take: Take): void {
  const { id } = contact;
  const isOwner = contact.parent.role === 'owner';
  const [isInside, setInside] = useState(false);
  useEffect(() => {
    const look = (): void => setInside(fieldNow(id) !== undefined);
    document.addEventListener('focusin', look);
    return () => document.removeEventListener('focusin', look);
  }, [id]);
  useEffect(() => {
    if (!isOwner && !isInside) return;
    return offerCommands({ 'customer.find': { run: () => find(take, fieldNow(id)), disabledReason } });
  }, [id, isOwner, isInside, take, disabledReason]);
}

/** Looks for a customer by what stands in a field. */
const find = (take: Take, field?: HTMLInputElement): void =>
  askForCustomer({
    title: 'Find a customer',
    action: 'Use',
    text: field?.value ?? '',
    onPick: (customerId) => {
      // What could not be taken, half a phone number, is not what was meant.
      if (field !== undefined) giveUp(field);
      void take(customerId);
    },
  });

type NoCustomerProps = PersonProps & { readonly onPick: Take };

/** Somebody who may be a customer already, or can become one. */
function NoCustomer({ workfileId, contact, disabledReason, onPick }: NoCustomerProps) {
  const directory = useDirectory();
  const denied = useDenied('edit-customers');
  const toast = useToast();
  const [twin] = twinsOf(directory, contact);
  const nameless = contactLabel(contact.name).trim() === '' ? 'Give the contact a name first.' : undefined;
  const keep = async (): Promise<void> => {
    const failure = await keepAsCustomer(workfileId, contact.id);
    toast(
      failure === undefined
        ? { text: `${contactLabel(contact.name)} is kept as a customer`, tone: 'ok' }
        : { text: wordBriefly(failure), tone: 'error' },
    );
  };
  return (
    <>
      {twin !== undefined && (
        <>
          <span role='status'>
            <strong>{customerLabel(twin.customer)}</strong> {`${likenessWords[twin.likeness]}.`}
          </span>
          <Button look='quiet' disabledReason={disabledReason} onPress={() => void onPick(twin.customer.id)}>
            Use
          </Button>
        </>
      )}
      <Button look='quiet' icon='add' disabledReason={disabledReason ?? denied ?? nameless} onPress={() => void keep()}>
        Keep as customer
      </Button>
    </>
  );
}

const forget = (workfileId: WorkfileId, { id }: Contact) =>
  changeGroup(workfileId, { kind: 'contact', id, group: 'customer', value: { customerId: '' } });

/** The field of a contact in which somebody is: the look-up goes on with what stands there. */
function fieldNow(contactId: ContactId): HTMLInputElement | undefined {
  const field = document.activeElement;
  return field instanceof HTMLInputElement && field.id.startsWith(`contact/${contactId}/`) ? field : undefined;
}
