// Configure › Journal files: the receipts of the shop as files for books that are not connected.
import { useEffect } from 'react';
import type { JournalBook } from '../../../src-shared/sync/journal.ts';
import { LoadingView } from '../../../src-ui/feedback/loading-view.tsx';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { loadJournal, useJournal } from '../../stores/dms/journal.ts';
import { isAway } from '../../stores/dms/search.ts';
import { useDenied, useSignedIn } from '../../stores/session.ts';
import { useSync } from '../../stores/sync.ts';
import { wordFailure } from '../../words/failure-words.ts';
import { JournalAccounts } from './journal-accounts.tsx';
import { JournalFiles } from './journal-files.tsx';
import { NextJournal } from './next-journal.tsx';
import './journal.css';

const onlineOnly = {
  what: 'You are offline: journal files are made online only, because only the cloud has every receipt of the shop.',
  safe: 'Files that were saved are where you put them, and none is lost.',
};

export function JournalScreen() {
  const denied = useDenied('use-dms');
  const isOffline = useSync(({ state }) => isAway(state));
  return (
    <section className='form-screen journal' aria-label='Journal files'>
      {denied !== undefined && <MessageStrip tone='info' what={denied} />}
      {denied === undefined && isOffline && <MessageStrip tone='info' {...onlineOnly} />}
      {denied === undefined && !isOffline && <OnlineScreen />}
    </section>
  );
}

function OnlineScreen() {
  const userId = useSignedIn()?.user.userId ?? '';
  const book = useJournal((journal) => journal.book);
  useEffect(() => void loadJournal(userId), [userId]);
  return (
    <LoadingView state={book} describe={wordFailure} onRetry={() => void loadJournal(userId)}>
      {(known) => <Book book={known} />}
    </LoadingView>
  );
}

function Book({ book }: { readonly book: JournalBook }) {
  const accounts = <JournalAccounts book={book} />;
  // A shop that begins sets its accounts first.
  if (book.settings === null) return accounts;
  return (
    <>
      {book.settings !== 'unreadable' && <NextJournal book={book} />}
      <JournalFiles files={book.files} />
      {accounts}
    </>
  );
}
