// Who comes: a customer of the shop found by name or phone, or somebody new, read from the same line.
import { type KeyboardEvent, useRef, useState } from 'react';
import type { CustomerId } from '../../../src-shared/base/ids.ts';
import { phonesOf } from '../../../src-shared/domain/people/contact.ts';
import { customerLabel } from '../../../src-shared/domain/people/customer.ts';
import { readPerson } from '../../../src-shared/domain/people/read-person.ts';
import { Popup } from '../../../src-ui/choice/popup.tsx';
import { FieldFrame } from '../../../src-ui/fields/field-frame.tsx';
import { namePerson, useIntake } from '../../stores/intake.ts';
import { findCustomers, useDirectory } from '../../stores/library/customers.ts';
import { CustomerChoices } from './customer-choices.tsx';

const listId = 'intake-customers';
const shortest = 2;
const most = 5;
const longest = 120;

export function IntakePerson() {
  const directory = useDirectory();
  const text = useIntake(({ said }) => said.person);
  const customerId = useIntake((form) => form.customerId);
  const [isLooking, setLooking] = useState(false);
  const [at, setAt] = useState(-1);
  const box = useRef<HTMLInputElement>(null);
  const found = isLooking && text.trim().length >= shortest ? findCustomers(directory, text, { most }) : [];
  const marked = Math.min(at, found.length - 1);
  const pick = (id: CustomerId): void => {
    const customer = directory.survivorOf(id);
    setLooking(false);
    if (customer !== undefined) namePerson(customerLabel(customer), customer.id);
  };
  const press = (event: KeyboardEvent): void => {
    if (found.length === 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = found[marked];
    if (step !== undefined) setAt(marked + step < 0 ? found.length - 1 : (marked + step) % found.length);
    else if (event.key === 'Enter' && chosen !== undefined) pick(chosen.id);
    else if (event.key === 'Escape') setLooking(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const note = useNote(text, customerId);
  return (
    <FieldFrame
      field={{ label: 'Name or phone', wide: true, hint: note.hint }}
      error={note.error}
      edited={false}
      pending={false}
    >
      {(aria) => (
        <>
          <input
            {...aria}
            ref={box}
            type='text'
            role='combobox'
            aria-autocomplete='list'
            aria-expanded={found.length > 0}
            aria-controls={found.length > 0 ? listId : undefined}
            aria-activedescendant={found[marked] && `${listId}-${marked}`}
            className='ui-input'
            autoComplete='off'
            spellCheck={false}
            maxLength={longest}
            data-autofocus
            value={text}
            onChange={(event) => {
              namePerson(event.target.value);
              setLooking(true);
              setAt(-1);
            }}
            onBlur={() => setLooking(false)}
            onKeyDown={press}
          />
          {found.length > 0 && (
            <Popup anchor={box} className='ui-choices' wide>
              <CustomerChoices listId={listId} customers={found} marked={marked} onPick={pick} />
            </Popup>
          )}
        </>
      )}
    </FieldFrame>
  );
}

type Note = { readonly hint?: string; readonly error?: string };

/** How the line is understood, so that nobody is surprised by an owner. */
function useNote(text: string, customerId: CustomerId | null): Note {
  const directory = useDirectory();
  const customer = customerId === null ? undefined : directory.survivorOf(customerId);
  if (customer !== undefined) {
    return { hint: ['Customer of the shop', ...phonesOf(customer).slice(0, 1)].join(' · ') };
  }
  if (text.trim() === '') return { hint: 'Customers of the shop are offered while you type' };
  const read = readPerson(text);
  if (!read.ok) return { error: 'A phone number has seven or ten digits. Type a name, or the whole number.' };
  const { name, cell } = read.value;
  const parts = [
    name.company !== '' && `company ${name.company}`,
    name.first !== '' && `first name ${name.first}`,
    name.last !== '' && `last name ${name.last}`,
    cell.number !== '' && `cell phone ${cell.number}`,
  ].filter((part) => part !== false);
  return { hint: `New owner: ${parts.join(', ')}` };
}
