// The shop's connection to its dealer's system: set up online by whoever may, and seen by everybody else.
import { useEffect } from 'react';
import { LoadingView } from '../../../src-ui/feedback/loading-view.tsx';
import { loadConnection, useConnectionForm } from '../../stores/dms/connection.ts';
import { isAway } from '../../stores/dms/search.ts';
import { useDenied, useSignedIn } from '../../stores/session.ts';
import { useSync } from '../../stores/sync.ts';
import { wordFailure } from '../../words/failure-words.ts';
import { DmsConnectionFacts } from './dms-connection-facts.tsx';
import { DmsConnectionForm } from './dms-connection-form.tsx';

const onlineOnly =
  'You are offline: the connection is set up online only, because the cloud keeps it. What you typed stays in this window.';

export function DmsConnectionScreen() {
  const denied = useDenied('configure-dms');
  const isOffline = useSync(({ state }) => isAway(state));
  const reason = denied ?? (isOffline ? onlineOnly : undefined);
  return reason === undefined ? <OnlineScreen /> : <DmsConnectionFacts reason={reason} />;
}

function OnlineScreen() {
  const userId = useSignedIn()?.user.userId ?? '';
  const known = useConnectionForm((form) => form.known);
  useEffect(() => void loadConnection(userId), [userId]);
  return (
    <LoadingView state={known} describe={wordFailure} onRetry={() => void loadConnection(userId)}>
      {(answer) => <DmsConnectionForm known={answer} />}
    </LoadingView>
  );
}
