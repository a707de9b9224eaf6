// Asks who a new customer is: a person, a company or both.
import { useState } from 'react';
import { contactLabel } from '../../../src-shared/domain/people/contact.ts';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { addToLibrary, undoLibrary } from '../../stores/library/library.ts';
import { openListed } from '../../stores/library/opened.ts';
import { wordBriefly } from '../../words/failure-words.ts';

export function NewCustomerDialog({ onClose }: { readonly onClose: () => void }) {
  const toast = useToast();
  const [name, setName] = useState({ first: '', last: '', company: '' });
  const label = contactLabel(name).trim();
  const field = (part: keyof typeof name) => ({
    value: name[part],
    maxLength: part === 'company' ? 80 : 60,
    onDraft: (text: string | undefined) => text !== undefined && setName((before) => ({ ...before, [part]: text })),
    onCommit: (text: string) => {
      setName((before) => ({ ...before, [part]: text }));
      return undefined;
    },
  });
  const add = async (): Promise<void> => {
    const reply = await addToLibrary({ kind: 'customer', records: [{ name }] });
    const [id] = reply.ok ? reply.value : [];
    if (!reply.ok || id === undefined) {
      if (!reply.ok) toast({ text: wordBriefly(reply.failure), tone: 'error' });
      return;
    }
    onClose();
    openListed('customer', id, `customer/${id}/cell/number`);
    toast({ text: `${label} added`, tone: 'ok', undo: () => void undoLibrary('customer') });
  };
  return (
    <Dialog
      open
      title='New customer'
      action={{
        title: 'Add',
        run: () => void add(),
        disabledReason: label === '' ? 'Give the name of a person or a company.' : undefined,
      }}
      onClose={onClose}
    >
      <div className='form-stack'>
        <TextField label='First name' {...field('first')} />
        <TextField label='Last name' {...field('last')} />
        <TextField label='Company' {...field('company')} />
      </div>
    </Dialog>
  );
}
