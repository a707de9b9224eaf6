// How far a question to the partner came, step by step.
import { LoadingView } from '../../../src-ui/feedback/loading-view.tsx';
import { Icon } from '../../../src-ui/icons/icon.tsx';
import { testConnection, useConnectionForm } from '../../stores/dms/connection.ts';
import { stepWords } from '../../words/dms/connection-words.ts';
import { wordFailure } from '../../words/failure-words.ts';

export function DmsConnectionTest() {
  const tested = useConnectionForm((form) => form.tested);
  if (tested.kind === 'idle') return null;
  return (
    <section className='dms-test' aria-label='Test of the connection' aria-live='polite'>
      <h3>Test of the connection</h3>
      {tested.kind === 'loading' && <p>The DMS is asked; this may take half a minute.</p>}
      <LoadingView state={tested} describe={wordFailure} onRetry={() => void testConnection()}>
        {({ steps }) => (
          <ol>
            {steps.map((step) => (
              <li key={step.step} data-ok={step.ok}>
                <Icon name={step.ok ? 'check' : 'error'} />
                <span>{stepWords(step)}</span>
              </li>
            ))}
          </ol>
        )}
      </LoadingView>
    </section>
  );
}
