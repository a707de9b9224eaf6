// The next journal file: until which day, what it would hold, what stays out, and making it.
import { useState } from 'react';
import type { Failure } from '../../../src-shared/base/failure.ts';
import type { JournalBook } from '../../../src-shared/sync/journal.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { CheckField } from '../../../src-ui/fields/check-field.tsx';
import { DateField } from '../../../src-ui/fields/date-field.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { NumberField } from '../../../src-ui/fields/number-field.tsx';
import { chooseThrough, makeJournal, sayDespite, sayLastFile, useJournal } from '../../stores/dms/journal.ts';
import { dueWords, leftWords, untoldFile, waitingWords, whyNotMake } from '../../words/dms/journal-words.ts';
import { wordFailure } from '../../words/failure-words.ts';
import { useSaveFile } from './use-save-file.ts';

export function NextJournal({ book }: { readonly book: JournalBook }) {
  const lastFile = useJournal((journal) => journal.lastFile);
  const despite = useJournal((journal) => journal.despite);
  const untold = untoldFile(book, lastFile);
  const [isMaking, setMaking] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const toast = useToast();
  const saving = useSaveFile();
  const { due, partner, isRestored } = book;
  const make = async (): Promise<void> => {
    setMaking(true);
    const made = await makeJournal(book);
    setMaking(false);
    if (made === undefined) return;
    setFailure(made.ok ? undefined : made.failure);
    if (!made.ok) return;
    toast({ text: `Journal ${made.value.n} is made and kept`, tone: 'ok' });
    await saving.save(made.value.n);
  };
  return (
    <section className='journal-next' aria-label='Next file'>
      {partner !== '' && (
        <MessageStrip tone='info' what={`${partner} takes the payments of this shop by itself.`} todo={beside} />
      )}
      {isRestored && <MessageStrip tone='warn' {...restored} />}
      {failure !== undefined && <MessageStrip tone='error' {...wordFailure(failure)} />}
      {saving.failure !== undefined && <MessageStrip tone='error' {...saving.failure} />}
      <FieldGroup title='Next file'>
        <DateField
          label='Until'
          hint='Everything until this day that is in no file yet. Ctrl+; is today'
          today={book.today}
          value={due.through}
          onCommit={chooseThrough}
        />
        {isRestored && (
          <NumberField
            label='Last file you have'
            hint='Its number, 0 for none'
            required
            min={0}
            max={1_000_000}
            value={lastFile}
            onCommit={sayLastFile}
          />
        )}
        {untold !== undefined && (
          <CheckField
            label='No other PC will come back'
            hint={`What stood in journal ${untold} may come into the next file again`}
            value={despite}
            onCommit={sayDespite}
          />
        )}
        <div className='journal-due'>
          <p aria-live='polite'>{dueWords(due)}</p>
          <Button
            look='primary'
            icon='report'
            busy={isMaking}
            disabledReason={whyNotMake(book, { lastFile, despite })}
            onPress={() => void make()}
          >
            Make the file…
          </Button>
        </div>
      </FieldGroup>
      {due.left.length > 0 && (
        <MessageStrip
          tone='warn'
          what={`Left out, because their type has no account: ${leftWords(due.left)}.`}
          todo='Give these types an account below; their receipts come into the next file then.'
        />
      )}
      {due.waiting > 0 && <MessageStrip tone='warn' what={waitingWords(due.waiting)} todo={waiting} />}
    </section>
  );
}

const waiting =
  'Switch a DMS connection on that takes payments, and they go there. Those that were not sent yet can be voided and taken again instead: the new ones come into a file.';
const beside =
  'A file beside it would book them twice: it only takes back receipts of a file of before that were voided.';
const restored = {
  what: 'The cloud was restored from a copy and may not know the newest files.',
  safe: 'Receipts that it hears of from the PCs of the shop as being in a file come into no other.',
  todo: 'Wait until every PC of the shop was online once; then type the number of the last file you have.',
};
