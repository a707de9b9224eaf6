// The shop's connection to its dealer's system as every PC knows it: who it is, what it takes, and what it calls receipts.

import { type ShopConnection, shopConnection } from '../../../src-shared/domain/dms/shop-connection.ts';
import { type ReceiptType, receiptTypeNames } from '../../../src-shared/domain/receipt/receipt-type.ts';
import { EmptyState } from '../../../src-ui/feedback/empty-state.tsx';
import { LoadingView } from '../../../src-ui/feedback/loading-view.tsx';
import { loadLibrary, useLibrary } from '../../stores/library/library.ts';
import { takesWords } from '../../words/dms/connection-words.ts';
import { wordFailure } from '../../words/failure-words.ts';

export function DmsConnectionScreen() {
  const sheet = useLibrary((library) => library.sheet);
  return (
    <LoadingView state={sheet} describe={wordFailure} onRetry={() => void loadLibrary()}>
      {({ dmsConnections }) => <Shown connection={shopConnection(dmsConnections)} />}
    </LoadingView>
  );
}

function Shown({ connection }: { readonly connection: ShopConnection | undefined }) {
  if (connection === undefined)
    return (
      <EmptyState
        icon='info'
        title='No DMS connection'
        text='The shop is not connected to a dealer management system. DMS IDs can be typed in DMS Activity; receipts stay Ready.'
      />
    );
  const { about, takes, types } = connection;
  return (
    <section className='form-screen' aria-label='DMS connection'>
      <h2>DMS connection</h2>
      <dl className='configure-facts'>
        <Fact name='Partner' text={about.name || about.partner} />
        <Fact name='Store' text={about.storeIds} />
        <Fact name='DMS feature of the shop' text={about.on ? 'On' : 'Off'} />
        {takesWords.map(({ key, words }) => (
          <Fact key={key} name={words} text={takes[key] ? 'Yes' : 'No'} />
        ))}
        {types?.list.map(({ type, word }) => (
          <Fact key={type} name={`Receipt type ${nameOf(type)}`} text={word} />
        ))}
      </dl>
      <p>The cloud keeps the connection and its credentials; every PC of the shop shows it as it is there.</p>
    </section>
  );
}

function Fact({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{text || '–'}</dd>
    </>
  );
}

const nameOf = (type: string): string =>
  Object.hasOwn(receiptTypeNames, type) ? receiptTypeNames[type as ReceiptType] : type;
