// The accounts of the books: from which day on, what is owed, and what each type of receipt goes to.
import { useState } from 'react';
import type { Failure } from '../../../src-shared/base/failure.ts';
import { checkJournal, type TypedJournal } from '../../../src-shared/domain/dms/settings/journal.ts';
import { receiptTypeNames, receiptTypes } from '../../../src-shared/domain/receipt/receipt-type.ts';
import type { JournalBook } from '../../../src-shared/sync/journal.ts';
import { Toolbar } from '../../../src-ui/actions/toolbar.tsx';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { DateField } from '../../../src-ui/fields/date-field.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import {
  changeAccounts,
  discardAccounts,
  type ReadAccounts,
  saveAccounts,
  typedOf,
  useJournal,
} from '../../stores/dms/journal.ts';
import { useDenied } from '../../stores/session.ts';
import { say } from '../../stores/shell.ts';
import { accountName, unreadableWords, whyNotSaveAccounts } from '../../words/dms/journal-words.ts';
import { wordFailure } from '../../words/failure-words.ts';

type FormProps = {
  readonly typed: TypedJournal;
  readonly wrong: readonly string[];
  readonly denied: string | undefined;
};

export function JournalAccounts({ book }: { readonly book: JournalBook }) {
  const { settings, today } = book;
  return (
    <section className='journal-accounts' aria-label='Accounts'>
      <h3>Accounts</h3>
      {typeof settings === 'string' ? (
        <MessageStrip tone='info' {...unreadableWords[settings]} />
      ) : (
        <AccountsForm settings={settings} today={today} />
      )}
    </section>
  );
}

function AccountsForm(stands: ReadAccounts) {
  const draft = useJournal((journal) => journal.draft);
  const denied = useDenied('configure-dms');
  const typed = draft ?? typedOf(stands);
  const checked = checkJournal(typed);
  const form: FormProps = { typed, wrong: 'wrong' in checked ? checked.wrong : [], denied };
  return (
    <>
      {stands.settings === null && <MessageStrip tone='info' {...begin} />}
      <Acts {...form} isTyped={draft !== undefined} />
      <FieldGroup title='Books'>
        <DateField
          label={accountName('firstDay')}
          hint='Receipts of before are in the books already'
          required
          disabledReason={denied}
          today={stands.today}
          value={typed.firstDay}
          onCommit={(firstDay) => changeAccounts({ firstDay })}
        />
        {(['receivableAccount', 'company', 'journal'] as const).map((name) => (
          <Account
            key={name}
            {...form}
            path={name}
            value={typed[name]}
            hint={hints[name]}
            onCommit={(text) => changeAccounts({ [name]: text })}
          />
        ))}
      </FieldGroup>
      <TypeAccounts {...form} />
    </>
  );
}

const begin = {
  what: 'Journal files bring receipts into books that are not connected to Shopfile.',
  todo: 'Set the first day and the accounts; then files are made here.',
};
const hints = {
  receivableAccount: 'What customers and insurers owe; a receipt credits it',
  company: 'Where the books have several',
  journal: 'The source journal of the entries',
} as const;

function Acts({ typed, wrong, denied, isTyped }: FormProps & { readonly isTyped: boolean }) {
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const unsaved = isTyped ? undefined : 'nothing was changed.';
  const save = async (): Promise<void> => {
    setSaving(true);
    const failed = await saveAccounts();
    setSaving(false);
    setFailure(failed);
    if (failed === undefined) say('The accounts are saved');
  };
  const whyNot = isSaving ? 'they are being saved.' : (denied ?? unsaved ?? whyNotSaveAccounts(typed, wrong));
  return (
    <>
      <Toolbar
        label='Accounts'
        items={[
          { id: 'save', title: 'Save', icon: 'check', disabledReason: whyNot, run: () => void save() },
          { id: 'discard', title: 'Discard changes', disabledReason: unsaved, run: discardAccounts },
        ]}
      />
      {failure !== undefined && <MessageStrip tone='error' {...wordFailure(failure)} />}
    </>
  );
}

type AccountProps = FormProps & {
  readonly path: string;
  readonly label?: string;
  readonly value: string;
  readonly hint: string | undefined;
  readonly onCommit: (text: string) => undefined;
};

function Account({ path, label, value, hint, wrong, denied, onCommit }: AccountProps) {
  return (
    <TextField
      label={label ?? accountName(path)}
      hint={hint}
      required={path === 'receivableAccount'}
      disabledReason={denied}
      maxLength={20}
      value={value}
      problem={value !== '' && wrong.includes(path) ? 'One word of letters, digits and signs.' : undefined}
      onCommit={(text) => onCommit(text.trim())}
    />
  );
}

/** A type without an account comes into no file. */
function TypeAccounts(form: FormProps) {
  const { receiptAccounts } = form.typed;
  const set = (type: string, text: string): undefined => {
    const { [type]: _was, ...others } = receiptAccounts;
    return changeAccounts({ receiptAccounts: text === '' ? others : { ...others, [type]: text } });
  };
  return (
    <FieldGroup title='Account of each receipt type'>
      {receiptTypes.map((type) => (
        <Account
          key={type}
          {...form}
          path={`receiptAccounts.${type}`}
          label={receiptTypeNames[type]}
          value={receiptAccounts[type] ?? ''}
          hint={receiptAccounts[type] === undefined ? 'Without one it comes into no file' : undefined}
          onCommit={(text) => set(type, text)}
        />
      ))}
    </FieldGroup>
  );
}
