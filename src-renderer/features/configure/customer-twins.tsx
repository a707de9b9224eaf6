// Says that a customer may be there twice, merges two into one, and shows what stands behind this one.

import { phonesOf } from '../../../src-shared/domain/people/contact.ts';
import { type Customer, customerLabel } from '../../../src-shared/domain/people/customer.ts';
import { twinsOf } from '../../../src-shared/domain/people/customer-directory.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import {
  askForCustomer,
  currentDirectory,
  mergeCustomers,
  splitCustomer,
  useDirectory,
} from '../../stores/library/customers.ts';
import { openListed } from '../../stores/library/opened.ts';
import { wordBriefly } from '../../words/failure-words.ts';

type CustomerTwinsProps = { readonly customer: Customer; readonly disabledReason: string | undefined };

export function CustomerTwins({ customer, disabledReason }: CustomerTwinsProps) {
  const directory = useDirectory();
  const toast = useToast();
  const [twin] = twinsOf(directory, customer);
  const merge = async (other: Customer): Promise<void> => {
    const failure = await mergeCustomers(other.id, customer.id);
    if (failure !== undefined) return toast({ text: wordBriefly(failure), tone: 'error' });
    const split = (): void => void splitCustomer(other.id);
    toast({ text: `${customerLabel(other)} is merged into ${customerLabel(customer)}`, tone: 'ok', undo: split });
  };
  const findOther = (): void =>
    askForCustomer({
      title: `Merge with ${customerLabel(customer)}`,
      action: 'Merge',
      text: '',
      isOffered: ({ id }) => id !== customer.id,
      tell: (other) => mergeTold(other, customer),
      onPick: (id) => {
        const other = currentDirectory().survivorOf(id);
        if (other !== undefined) void merge(other);
      },
    });
  const alone = directory.shown.length < 2 ? 'The shop keeps no other customer.' : undefined;
  return (
    <>
      {twin !== undefined && (
        <MessageStrip
          tone='info'
          what={`${nameBeside(twin.customer)} has the same ${likeWords[twin.likeness]}.`}
          todo={`If both are the same, merge them: both are kept, and their workfiles stand here together.${twin.likeness === 'name-only' ? ' If they are two, their ZIP codes tell them apart.' : ''}`}
          actions={[
            {
              id: 'open',
              title: 'Open the other',
              run: () => openListed('customer', twin.customer.id, `customer/${twin.customer.id}/name/first`),
            },
            { id: 'merge', title: 'Merge into this one', disabledReason, run: () => void merge(twin.customer) },
          ]}
        />
      )}
      {directory.behind(customer.id).map((other) => (
        <p key={other.id} className='configure-rates'>
          <span>{`${nameBeside(other)} was merged into this one.`}</span>
          <Button look='quiet' disabledReason={disabledReason} onPress={() => void splitCustomer(other.id)}>
            Undo the merge
          </Button>
        </p>
      ))}
      <p className='configure-rates'>
        <Button look='quiet' icon='person' disabledReason={disabledReason ?? alone} onPress={findOther}>
          Merge with…
        </Button>
      </p>
    </>
  );
}

const likeWords = { phone: 'phone', email: 'email', name: 'name and ZIP code', 'name-only': 'name' } as const;

/** What a merge does, before it is done. */
const mergeTold = (other: Customer, customer: Customer): string =>
  `${nameBeside(other)} is merged into ${customerLabel(customer)}: both are kept, the lists show ${customerLabel(customer)}, and the workfiles of both stand together. “Undo the merge” splits them again.`;

/** Two of the same name are told apart by a phone. */
const nameBeside = (customer: Customer): string =>
  [customerLabel(customer), phonesOf(customer)[0] ?? ''].filter((part) => part !== '').join(', ');
