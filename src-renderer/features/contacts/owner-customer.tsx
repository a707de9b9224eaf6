// Says which customer of the shop an owner is, finds one, or keeps a new one.
import { useCallback, useEffect, useMemo } from 'react';
import type { CustomerId, WorkfileId } from '../../../src-shared/base/ids.ts';
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
import { CopyVisit } from './copy-visit.tsx';

export type OwnerProps = {
  readonly workfileId: WorkfileId;
  readonly contact: Contact;
  readonly disabledReason: string | undefined;
};

/** Fills the owner from a customer, says so, and goes back to the fields. */
export function useTakeCustomer({ workfileId, contact }: OwnerProps): (customerId: CustomerId) => Promise<void> {
  const toast = useToast();
  const { id } = contact;
  return useCallback(
    async (customerId) => {
      const failure = await takeCustomer(workfileId, id, customerId);
      if (failure !== undefined) return toast({ text: wordBriefly(failure), tone: 'error' });
      const customer = currentDirectory().survivorOf(customerId);
      const name = customer === undefined ? 'the customer' : customerLabel(customer);
      toast({ text: `Owner filled from ${name}`, tone: 'ok', undo: () => void undo(workfileId) });
      requestAnimationFrame(() => document.getElementById(`contact/${id}/name/first`)?.focus());
    },
    [workfileId, id, toast],
  );
}

export function OwnerCustomer(props: OwnerProps) {
  const { workfileId, contact, disabledReason } = props;
  const directory = useDirectory();
  const take = useTakeCustomer(props);
  const find = useMemo(() => finding(take), [take]);
  useEffect(
    () => offerCommands({ 'customer.find': { run: () => find(fieldNow()), disabledReason } }),
    [find, disabledReason],
  );
  const customer = directory.survivorOf(contact.customer?.customerId ?? '');
  return (
    <div className='owner-customer'>
      {customer === undefined ? (
        <NoCustomer {...props} onPick={take} />
      ) : (
        <>
          <span>
            Customer of the shop: <strong>{customerLabel(customer)}</strong>
            {customer.authorization.isRequired && ' · requires authorization before invoicing'}
          </span>
          <Button look='quiet' onPress={() => visitListed('customer', customer.id)}>
            Open
          </Button>
          <Button look='quiet' disabledReason={disabledReason} onPress={() => void forget(workfileId, contact)}>
            Somebody else
          </Button>
          <CopyVisit workfileId={workfileId} customer={customer} disabledReason={disabledReason} />
        </>
      )}
      <Button look='quiet' keys='F4' icon='search' disabledReason={disabledReason} onPress={() => find(undefined)}>
        Find customer
      </Button>
    </div>
  );
}

/** Looks for a customer by what stands in a field. */
const finding =
  (take: (customerId: CustomerId) => Promise<void>) =>
  (field: HTMLInputElement | undefined): void =>
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

type NoCustomerProps = OwnerProps & { readonly onPick: (customerId: CustomerId) => Promise<void> };

/** An owner who may be a customer already, or can become one. */
function NoCustomer({ workfileId, contact, disabledReason, onPick }: NoCustomerProps) {
  const directory = useDirectory();
  const denied = useDenied('edit-customers');
  const toast = useToast();
  const [twin] = twinsOf(directory, contact);
  const nameless = contactLabel(contact.name).trim() === '' ? 'Give the owner a name first.' : undefined;
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
function fieldNow(): HTMLInputElement | undefined {
  const field = document.activeElement;
  return field instanceof HTMLInputElement && field.id.startsWith('contact/') ? field : undefined;
}
