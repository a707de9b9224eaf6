// One contact: a person or a company, typed phones, one e-mail, an address, and how they want to be reached.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { type Contact, contactLabel, isAsOwner } from '../../../src-shared/domain/people/contact.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { CheckField } from '../../../src-ui/fields/check-field.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { FormFields } from '../../../src-ui/fields/form-fields.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { useConflicts } from '../../stores/workfile/conflicts.ts';
import { removeContact, undo } from '../../stores/workfile/edits.ts';
import { type RecordFields, tieFields } from '../../stores/workfile/fields.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { nameFields, reachFields } from '../../words/people/person-fields.ts';
import { roleWords } from '../../words/workfile-words.ts';
import { ContactCustomer, type PersonProps, useTakeCustomer } from './contact-customer.tsx';
import { CustomerSuggestions } from './customer-suggestions.tsx';
import './contacts.css';

export type ContactCardProps = {
  readonly workfileId: WorkfileId;
  readonly contact: Contact;
  readonly disabledReason: string | undefined;
};

export function ContactCard({ workfileId, contact, disabledReason }: ContactCardProps) {
  const conflicts = useConflicts(workfileId);
  const fields = tieFields({ workfileId, kind: 'contact', record: contact, disabledReason, conflicts });
  const { role } = contact.parent;
  const isOwner = role === 'owner';
  const mayBeOwner = role === 'insured' || role === 'claimant';
  const isSame = isAsOwner(contact);
  return (
    <FieldGroup
      title={roleWords[role]}
      note={
        isOwner ? undefined : (
          <RemoveContact workfileId={workfileId} contact={contact} disabledReason={disabledReason} />
        )
      }
    >
      {mayBeOwner && <CheckField label='Same as owner' {...fields.flag('same', 'asOwner')} />}
      {isSame ? (
        <p className='contact-same'>The owner’s name, numbers and address count. What was typed here before is kept.</p>
      ) : (
        <Fields fields={fields} person={{ workfileId, contact, disabledReason }} />
      )}
    </FieldGroup>
  );
}

type FieldsProps = { readonly fields: RecordFields<'contact'>; readonly person: PersonProps };

/** Whoever it is may be a customer of the shop. */
function Fields({ fields, person }: FieldsProps) {
  const take = useTakeCustomer(person);
  const { contact, disabledReason } = person;
  const isFree = (contact.customer?.customerId ?? '') === '' && disabledReason === undefined;
  return (
    <>
      <ContactCustomer {...person} />
      <CustomerSuggestions isOff={!isFree} onPick={(customerId) => void take(customerId)}>
        <FormFields fields={nameFields(fields)} />
        {contact.parent.role !== 'owner' && (
          <TextField label='Relation' hint='To the owner' {...fields.text('relation', 'to')} />
        )}
        <FormFields fields={reachFields(fields)} />
      </CustomerSuggestions>
    </>
  );
}

function RemoveContact({ workfileId, contact, disabledReason }: ContactCardProps) {
  const toast = useToast();
  const remove = async (): Promise<void> => {
    const failure = await removeContact(workfileId, contact.id);
    if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
    else toast({ text: `Removed ${contactLabel(contact.name) || 'the contact'}`, undo: () => void undo(workfileId) });
  };
  return (
    <Button look='quiet' icon='bin' disabledReason={disabledReason} onPress={() => void remove()}>
      Remove
    </Button>
  );
}
