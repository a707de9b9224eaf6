// The list of kept edits: arrows go along it, 1 and 2 decide the one in front.
import { type KeyboardEvent, useState } from 'react';
import type { Failure } from '../../../src-shared/base/failure.ts';
import type { KeptEdit } from '../../../src-shared/ipc/shapes.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { useClock } from '../../stores/clock.ts';
import { keepMine, keepTheirs } from '../../stores/kept-edits.ts';
import { showTab } from '../../stores/shell.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { groupWords, kindWords } from '../../words/group-words.ts';
import { keptReason } from '../../words/kept-words.ts';
import { whenOf } from '../../words/time-words.ts';

export function KeptList({ edits }: { readonly edits: readonly KeptEdit[] }) {
  const [at, setAt] = useState(0);
  const toast = useToast();
  const here = Math.min(at, edits.length - 1);

  const decide = async (act: Promise<Failure | undefined>, words: string): Promise<void> => {
    const failure = await act;
    toast(failure === undefined ? { text: words } : { text: wordBriefly(failure), tone: 'error' });
  };
  const mine = (edit: KeptEdit): void => void decide(keepMine(edit), 'Your value is in the workfile now');
  const theirs = (edit: KeptEdit): void => void decide(keepTheirs(edit), 'Their value stays');

  const press = (event: KeyboardEvent): void => {
    const edit = edits[here];
    if (edit === undefined || event.ctrlKey || event.altKey) return;
    if (event.key === '1') mine(edit);
    else if (event.key === '2') theirs(edit);
    else if (event.key === 'ArrowDown') setAt(Math.min(here + 1, edits.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(here - 1, 0));
    else return;
    event.preventDefault();
  };

  return (
    <div role='listbox' aria-label='Kept edits' className='kept-list' tabIndex={0} onKeyDown={press}>
      {edits.map((edit, index) => (
        <KeptCard
          key={edit.edit}
          edit={edit}
          count={`${index + 1} of ${edits.length}`}
          inFront={index === here}
          onPoint={() => setAt(index)}
          onMine={() => mine(edit)}
          onTheirs={() => theirs(edit)}
        />
      ))}
    </div>
  );
}

type KeptCardProps = {
  readonly edit: KeptEdit;
  readonly count: string;
  readonly inFront: boolean;
  readonly onPoint: () => void;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
};

function KeptCard({ edit, count, inFront, onPoint, onMine, onTheirs }: KeptCardProps) {
  const now = useClock((clock) => clock.now);
  const words = groupWords[edit.kind] as Readonly<Record<string, string>>;
  const group = edit.group === '*' ? 'New record' : (words[edit.group] ?? 'Deleted or restored');
  return (
    <div role='option' aria-selected={inFront} tabIndex={-1} className='kept-card' onPointerDown={onPoint}>
      <p className='kept-head'>
        <strong>{`${edit.workfileLabel} · ${kindWords[edit.kind]} › ${group}`}</strong>
        <span>{`${count}, kept ${whenOf(edit.keptAt, now)}`}</span>
      </p>
      <p className='kept-reason'>{keptReason(edit.reason)}</p>
      <dl>
        <dt>Mine</dt>
        <dd>{edit.mine || 'empty'}</dd>
        <dt>Theirs</dt>
        <dd>{edit.theirs || 'empty'}</dd>
      </dl>
      <div className='kept-acts'>
        <Button keys='1' onPress={onMine}>
          Use mine
        </Button>
        <Button keys='2' onPress={onTheirs}>
          Keep theirs
        </Button>
        <Button look='quiet' onPress={() => showTab(edit.workfileId)}>
          Open workfile
        </Button>
      </div>
    </div>
  );
}
