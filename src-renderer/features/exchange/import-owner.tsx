// Who the owner of a new workfile is: a customer of the shop that the file seems to name, a new one, or nobody's customer.
import type { ImportOffer } from '../../../src-shared/ipc/exchange-requests.ts';
import { type ImportCustomerChoice, nameImportCustomer } from '../../stores/exchange.ts';
import { likenessWords } from '../../words/people/likeness-words.ts';

type ImportOwnerProps = { readonly offer: ImportOffer; readonly chosen: ImportCustomerChoice };

export function ImportOwner({ offer, chosen }: ImportOwnerProps) {
  if (offer.owner === '') return null;
  const choices: readonly (readonly [ImportCustomerChoice, string])[] = [
    ...offer.customers.map(
      ({ customerId, name, likeness }) => [customerId, `${name}, who ${likenessWords[likeness]}`] as const,
    ),
    ['new', 'A new customer of the shop'],
    ['nobody', 'No customer: the owner stands in this workfile alone'],
  ];
  return (
    <fieldset className='exchange-target'>
      <legend>{`The owner, ${offer.owner}, is`}</legend>
      {choices.map(([choice, words]) => (
        <label key={choice}>
          <input
            type='radio'
            name='import-customer'
            checked={chosen === choice}
            onChange={() => nameImportCustomer(choice)}
          />{' '}
          {words}
        </label>
      ))}
      {offer.customers.length > 0 && (
        <p className='exchange-note'>
          What the file says of the owner stays. A customer adds what it leaves out, and is not changed.
        </p>
      )}
    </fieldset>
  );
}
