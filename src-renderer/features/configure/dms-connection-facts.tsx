// The connection as every PC of the shop knows it: who the partner is, what it takes, and what it calls receipts.
import { type ShopConnection, shopConnection } from '../../../src-shared/domain/dms/shop-connection.ts';
import { EmptyState } from '../../../src-ui/feedback/empty-state.tsx';
import { LoadingView } from '../../../src-ui/feedback/loading-view.tsx';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { loadLibrary, useLibrary } from '../../stores/library/library.ts';
import { receiptTypeName } from '../../words/dms/setting-words.ts';
import { wordFailure } from '../../words/failure-words.ts';
import { DmsPartnerTakes } from './dms-partner-takes.tsx';
import { Fact } from './fact.tsx';

/** `reason`: why it cannot be changed here now. */
export function DmsConnectionFacts({ reason }: { readonly reason: string }) {
  const sheet = useLibrary((library) => library.sheet);
  return (
    <LoadingView state={sheet} describe={wordFailure} onRetry={() => void loadLibrary()}>
      {({ dmsConnections }) => <Shown connection={shopConnection(dmsConnections)} reason={reason} />}
    </LoadingView>
  );
}

type ShownProps = { readonly connection: ShopConnection | undefined; readonly reason: string };

function Shown({ connection, reason }: ShownProps) {
  return (
    <section className='form-screen' aria-label='DMS connection'>
      <MessageStrip tone='info' what={reason} />
      {connection === undefined ? (
        <EmptyState
          icon='info'
          title='No DMS connection'
          text='The shop is not connected to a dealer management system. DMS IDs can be typed in DMS Activity; receipts stay Ready, and journal files (Configure › Journal files) bring them into the books.'
        />
      ) : (
        <Facts connection={connection} />
      )}
    </section>
  );
}

function Facts({ connection: { about, takes, updates, types } }: { readonly connection: ShopConnection }) {
  return (
    <>
      <h2>DMS connection</h2>
      <dl className='configure-facts'>
        <Fact name='Partner' text={about.name || about.partner} />
        <Fact name='Store' text={about.storeIds} />
        <Fact name='DMS feature of the shop' text={about.on ? 'On' : 'Off'} />
        <DmsPartnerTakes takes={takes} updates={updates} />
        {types?.list.map(({ type, word }) => (
          <Fact key={type} name={`Receipt type ${receiptTypeName(type)}`} text={word} />
        ))}
      </dl>
    </>
  );
}
