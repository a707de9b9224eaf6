// While a name, phone or email is typed: the customers of the shop that it may mean, below the field.
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { CustomerId } from '../../../src-shared/base/ids.ts';
import { Popup } from '../../../src-ui/choice/popup.tsx';
import { giveUp } from '../../../src-ui/fields/leave-field.ts';
import { findCustomers, useDirectory } from '../../stores/library/customers.ts';
import { placeOf } from '../../stores/workfile/places.ts';
import { CustomerChoices } from './customer-choices.tsx';

type CustomerSuggestionsProps = {
  /** Nobody is offered: the owner is a customer already. */
  readonly isOff: boolean;
  readonly onPick: (customerId: CustomerId) => void;
  /** The fields in which somebody types. */
  readonly children: ReactNode;
};

const groups: readonly string[] = ['name', 'cell', 'home', 'business', 'email'];
const shortest = 3;
const most = 5;
const listId = 'customer-suggestions';

export function CustomerSuggestions({ isOff, onPick, children }: CustomerSuggestionsProps) {
  const directory = useDirectory();
  const fields = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLElement>(null);
  const [text, setText] = useState('');
  const [at, setAt] = useState(-1);
  const found = isOff || text.trim().length < shortest ? [] : findCustomers(directory, text, { most });
  const marked = Math.min(at, found.length - 1);
  const close = (): void => {
    setText('');
    setAt(-1);
  };
  const hear = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement) || !groups.includes(placeOf(target.id).group)) return;
    field.current = target;
    setText(target.value);
    setAt(-1);
  };
  const pick = (customerId: CustomerId): void => {
    close();
    stop.current();
    giveUp(document.activeElement);
    onPick(customerId);
  };
  const press = (event: KeyboardEvent): void => {
    if (found.length === 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = found[marked];
    if (step !== undefined) setAt(marked + step < 0 ? found.length - 1 : (marked + step) % found.length);
    else if (event.key === 'Enter' && chosen !== undefined) pick(chosen.id);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const stop = useListeners(fields, { input: hear, keydown: press, focusout: close });
  return (
    <div ref={fields} className='contact-fields'>
      {children}
      {found.length > 0 && (
        <>
          <Popup anchor={field} className='ui-choices' wide>
            <CustomerChoices listId={listId} customers={found} marked={marked} onPick={pick} />
          </Popup>
          <output className='ui-hidden'>{wordFound(found.length)}</output>
        </>
      )}
    </div>
  );
}

type Listeners = {
  readonly input: (event: Event) => void;
  readonly keydown: (event: KeyboardEvent) => void;
  readonly focusout: () => void;
};

/** Listens to the fields before they do; answers how to stop: what is done to a field then is for the field alone. */
function useListeners(box: RefObject<HTMLElement | null>, { input, keydown, focusout }: Listeners) {
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => {
    const element = box.current;
    element?.addEventListener('input', input);
    element?.addEventListener('keydown', keydown, true);
    element?.addEventListener('focusout', focusout);
    stop.current = () => {
      element?.removeEventListener('input', input);
      element?.removeEventListener('keydown', keydown, true);
      element?.removeEventListener('focusout', focusout);
    };
    return () => stop.current();
  });
  return stop;
}

const wordFound = (count: number): string =>
  `${count === 1 ? '1 customer' : `${count} customers`} of the shop: press Down to choose`;
