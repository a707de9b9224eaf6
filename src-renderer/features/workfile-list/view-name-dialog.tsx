// Names a view of the list: a new one of what is shown, or the one in front anew.
import { useState } from 'react';
import { maxViews } from '../../../src-shared/ipc/list-shapes.ts';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { allViews, changeView, frontView, keepView, useListViews } from '../../stores/list-views.ts';
import { wordBriefly } from '../../words/failure-words.ts';

export type ViewNameDialogProps = {
  readonly purpose: 'new' | 'rename';
  /** How the columns stand. */
  readonly columns: string;
  readonly onClose: () => void;
};

export function ViewNameDialog({ purpose, columns, onClose }: ViewNameDialogProps) {
  const [front] = useState(() => frontView(useListViews.getState()));
  const [name, setName] = useState(purpose === 'rename' ? front.name : '');
  const toast = useToast();
  const keep = async (): Promise<void> => {
    onClose();
    const wanted = name.trim();
    const failure = await (purpose === 'new' ? keepView(wanted, columns) : changeView(front.id, { name: wanted }));
    if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
  };
  return (
    <Dialog
      open
      title={purpose === 'new' ? 'Keep as a new view' : 'Rename view'}
      action={{
        title: 'Keep',
        run: () => void keep(),
        disabledReason: reasonNot(name, purpose === 'new' ? '' : front.id),
      }}
      onClose={onClose}
    >
      <div className='form-stack'>
        <TextField
          label='Name'
          hint='It keeps the filters, the order, the groups and the columns as they stand.'
          required
          maxLength={60}
          value={name}
          onDraft={(text) => text !== undefined && setName(text)}
          onCommit={(text) => {
            setName(text);
            return undefined;
          }}
        />
      </div>
    </Dialog>
  );
}

function reasonNot(name: string, own: string): string | undefined {
  const { views } = useListViews.getState();
  const wanted = name.trim().toLowerCase();
  if (wanted === '') return 'Give it a name.';
  const isTaken = allViews(views).some((view) => view.id !== own && view.name.toLowerCase() === wanted);
  if (isTaken) return 'There is a view of this name.';
  return own === '' && views.length >= maxViews
    ? `At most ${maxViews} views of your own; delete one first.`
    : undefined;
}
