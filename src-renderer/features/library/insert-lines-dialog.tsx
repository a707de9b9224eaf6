// Finds a canned operation or template by its words and puts its lines into the estimate.
import { useEffect } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Canned } from '../../../src-shared/domain/library/canned.ts';
import { findCanned } from '../../../src-shared/domain/library/find.ts';
import { PickSearch, usePicking } from '../../../src-ui/choice/pick-search.tsx';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { useLibrary } from '../../stores/library/library.ts';
import { insertCanned } from '../../stores/library/my-lines.ts';
import { closeOverlay, useActiveWorkfile, useShell } from '../../stores/shell.ts';
import { undo } from '../../stores/workfile/edits.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { wordLines } from '../../words/library-words.ts';
import './library.css';

export function InsertLinesDialog() {
  const isOpen = useShell(({ overlay }) => overlay === 'insert-lines');
  const workfileId = useActiveWorkfile();
  return isOpen && workfileId !== undefined ? <OpenDialog workfileId={workfileId} /> : null;
}

const none: readonly Canned[] = [];
const close = (): void => closeOverlay('insert-lines');

function OpenDialog({ workfileId }: { readonly workfileId: WorkfileId }) {
  const canned = useLibrary(({ sheet }) => (sheet.kind === 'ready' ? sheet.value.canned : none));
  const picking = usePicking();
  const toast = useToast();
  const found = findCanned(canned, picking.text);
  const marked = found[picking.markedOf(found.length)];
  useEffect(() => document.getElementById(`my-lines-${marked?.id}`)?.scrollIntoView({ block: 'nearest' }), [marked]);

  const insert = async (one: Canned | undefined): Promise<void> => {
    if (one === undefined) return;
    close();
    const reply = await insertCanned(workfileId, one);
    if (!reply.ok) toast({ text: wordBriefly(reply.failure), tone: 'error' });
    else toast({ text: `${one.about.name}: ${wordLines(one)} added`, tone: 'ok', undo: () => void undo(workfileId) });
  };
  return (
    <Dialog
      open
      title='Insert my lines'
      action={{
        title: 'Insert',
        run: () => void insert(marked),
        disabledReason: marked === undefined ? 'Nothing is found by these words.' : undefined,
      }}
      onClose={close}
    >
      <PickSearch
        label='Find my lines'
        placeholder='Name or keyword'
        picking={picking}
        listId='my-lines'
        count={found.length}
        activeId={marked && `my-lines-${marked.id}`}
      />
      <div id='my-lines' className='library-choices' role='listbox' aria-label='My lines'>
        {found.map((one) => (
          <div
            key={one.id}
            id={`my-lines-${one.id}`}
            role='option'
            tabIndex={-1}
            aria-selected={one === marked}
            onPointerDown={(event) => {
              if (event.button !== 0) return;
              event.preventDefault();
              void insert(one);
            }}
          >
            <strong>{one.about.name}</strong>
            <span>{wordLines(one)}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p className='library-none' role='status'>
          {canned.length === 0
            ? 'The shop keeps no lines yet: select lines and choose “Keep lines as my lines”.'
            : 'Nothing found.'}
        </p>
      )}
    </Dialog>
  );
}
