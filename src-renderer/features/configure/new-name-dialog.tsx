// Asks for the name of somebody or something new, and says when it is there already.
import { useState } from 'react';
import { twinOf } from '../../../src-shared/domain/library/same-name.ts';
import type { LibraryAddition } from '../../../src-shared/ipc/library-requests.ts';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { CheckField } from '../../../src-ui/fields/check-field.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { addToLibrary, undoLibrary } from '../../stores/library/library.ts';
import { type NamedKind, openListed } from '../../stores/library/opened.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import type { Named } from './named-list.tsx';

export type NewNameDialogProps = {
  readonly kind: NamedKind;
  /** `employee`. */
  readonly one: string;
  readonly records: readonly Named[];
  readonly onClose: () => void;
};

export function NewNameDialog({ kind, one, records, onClose }: NewNameDialogProps) {
  const toast = useToast();
  const [name, setName] = useState('');
  // A shop without an estimator can write nothing in anybody's name: the first employee is one.
  const [isEstimator, setEstimator] = useState(records.length === 0);
  const twin = twinOf(records, { id: '', about: { name } });
  const open = (id: string): void => {
    onClose();
    openListed(kind, id, `${kind}/${id}/${firstField[kind]}`);
  };
  const add = async (): Promise<void> => {
    const reply = await addToLibrary(newRecord[kind](name.trim(), isEstimator));
    const [id] = reply.ok ? reply.value : [];
    if (!reply.ok || id === undefined) {
      if (!reply.ok) toast({ text: wordBriefly(reply.failure), tone: 'error' });
      return;
    }
    open(id);
    toast({ text: `${name.trim()} added`, tone: 'ok', undo: () => void undoLibrary(kind) });
  };
  return (
    <Dialog
      open
      title={`New ${one}`}
      action={{
        title: 'Add',
        run: () => void add(),
        disabledReason: name.trim() === '' ? 'Give it a name.' : undefined,
      }}
      onClose={onClose}
    >
      <div className='form-stack'>
        <TextField
          label='Name'
          required
          maxLength={80}
          value={name}
          onDraft={(text) => text !== undefined && setName(text)}
          onCommit={(text) => {
            setName(text);
            return undefined;
          }}
        />
        {kind === 'employee' && (
          <CheckField
            label='Estimator: can be chosen in workfiles'
            value={isEstimator}
            onCommit={(on) => {
              setEstimator(on);
              return undefined;
            }}
          />
        )}
        {twin !== undefined && (
          <MessageStrip
            tone='warn'
            what={`${twin.about.name} is there already${twin.standing.isActive ? '' : ', inactive'}.`}
            todo='Add it only if it is another one.'
            actions={[{ id: 'open', title: `Open ${twin.about.name}`, run: () => open(twin.id) }]}
          />
        )}
      </div>
    </Dialog>
  );
}

/** Where one goes on after the name. */
const firstField: Readonly<Record<NamedKind, string>> = { employee: 'about/roles', insurer: 'phones/phone' };

const newRecord: Readonly<Record<NamedKind, (name: string, isEstimator: boolean) => LibraryAddition>> = {
  employee: (name, isEstimator) => ({
    kind: 'employee',
    records: [{ about: { name, roles: isEstimator ? 'Estimator' : '' }, estimator: { isEstimator } }],
  }),
  insurer: (name) => ({ kind: 'insurer', records: [{ about: { name } }] }),
};
