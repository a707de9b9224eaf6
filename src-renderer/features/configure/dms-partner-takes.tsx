// What a dealer's system takes, as its partner declares it.
import type { ShopConnection } from '../../../src-shared/domain/dms/shop-connection.ts';
import { takesWords } from '../../words/dms/connection-words.ts';
import { Fact } from './fact.tsx';

type Props = Pick<ShopConnection, 'takes'> & { readonly updates: ShopConnection['updates'] | undefined };

/** Rows of a list of facts. */
export function DmsPartnerTakes({ takes, updates }: Props) {
  return (
    <>
      {takesWords.map(({ key, words }) => (
        <Fact key={key} name={words} text={takes[key] ? 'Yes' : 'No'} />
      ))}
      <Fact name='Takes corrections of customers' text={updates?.customers ? 'Yes' : 'No'} />
    </>
  );
}
