// The search over the list: every keystroke asks, the arrow goes down to the rows.
import type { KeyboardEvent, Ref } from 'react';
import { Button } from '../../../src-ui/actions/button.tsx';
import { Icon } from '../../../src-ui/icons/icon.tsx';
import { plainKeys, runCommand, useCommandBoard, whyNot } from '../../stores/command-board.ts';
import { searchList, useWorkfileList } from '../../stores/workfile-list.ts';

export type ListSearchProps = {
  readonly ref: Ref<HTMLInputElement>;
  readonly onDown: () => void;
  readonly onEnter: () => void;
};

export function ListSearch({ ref, onDown, onEnter }: ListSearchProps) {
  const text = useWorkfileList((list) => list.text);
  const denied = useCommandBoard(({ boards }) => whyNot(boards, 'workfile.new'));

  const press = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') onDown();
    else if (event.key === 'Enter') onEnter();
    else if (event.key === 'Escape' && text !== '') void searchList('');
    else return;
    event.preventDefault();
  };

  return (
    <div className='list-search'>
      <Button
        icon='add'
        look='primary'
        keys={plainKeys('workfile.new')}
        disabledReason={denied}
        onPress={() => runCommand('workfile.new')}
      >
        New workfile
      </Button>
      <div className='list-search-box'>
        <Icon name='search' />
        <input
          ref={ref}
          type='search'
          aria-label='Search workfiles'
          placeholder='RO number, owner, VIN, plate or claim'
          autoComplete='off'
          spellCheck={false}
          maxLength={200}
          value={text}
          onChange={(event) => void searchList(event.target.value)}
          onKeyDown={press}
        />
      </div>
      <ListCount />
    </div>
  );
}

function ListCount() {
  const words = useWorkfileList(({ rows, text }) => {
    if (rows.kind !== 'ready') return '';
    const { total, capped } = rows.value;
    const count = `${total.toLocaleString('en-US')}${capped ? '+' : ''} ${total === 1 ? 'workfile' : 'workfiles'}`;
    return text === '' ? count : `${count} found`;
  });
  return (
    <output className='list-count' aria-live='polite'>
      {words}
    </output>
  );
}
