// What the list is filtered and divided by: a chip each, with its way out.
import { useRef } from 'react';
import type { HeadFilter, HeadGroup } from '../../../src-shared/ipc/list-shapes.ts';
import { headGroups } from '../../../src-shared/ipc/list-shapes.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { CommandMenu } from '../../../src-ui/actions/command-menu.tsx';
import { Icon } from '../../../src-ui/icons/icon.tsx';
import { useClock } from '../../stores/clock.ts';
import { showList, useWorkfileList } from '../../stores/workfile-list.ts';
import { chipsOf, type FilterChip, groupWords } from '../../words/list/list-words.ts';

export function ListFilters({ onChoose }: { readonly onChoose: () => void }) {
  const filter = useWorkfileList((list) => list.filter);
  const group = useWorkfileList((list) => list.group);
  const timeZone = useClock((clock) => clock.timeZone);
  const choose = useRef<HTMLButtonElement>(null);
  const chips = chipsOf(filter, timeZone);
  const remove = (part: keyof HeadFilter): void => {
    const { [part]: _removed, ...left } = filter;
    choose.current?.focus();
    void showList({ filter: left });
  };
  return (
    <div className='list-filters' role='group' aria-label='Filters'>
      <Button ref={choose} look='quiet' icon='filter' onPress={onChoose}>
        Filter…
      </Button>
      {chips.map((chip) => (
        <Chip key={chip.part} chip={chip} onChoose={onChoose} onRemove={() => remove(chip.part)} />
      ))}
      {chips.length > 0 && (
        <Button
          look='quiet'
          onPress={() => {
            choose.current?.focus();
            void showList({ filter: {} });
          }}
        >
          Clear filters
        </Button>
      )}
      <span className='list-filters-gap' />
      <CommandMenu
        title={group === null ? 'Group' : `Grouped by ${groupWords[group].toLowerCase()}`}
        commands={groupCommands(group)}
      />
    </div>
  );
}

const groupCommands = (now: HeadGroup | null) =>
  [null, ...headGroups].map((group) => ({
    id: group ?? 'none',
    title: group === null ? 'No groups' : groupWords[group],
    icon: group === now ? ('check' as const) : undefined,
    run: () => void showList({ group }),
  }));

type ChipProps = { readonly chip: FilterChip; readonly onChoose: () => void; readonly onRemove: () => void };

function Chip({ chip: { title, text }, onChoose, onRemove }: ChipProps) {
  return (
    <span className='list-chip'>
      <button
        type='button'
        className='list-chip-words'
        title={`${title}: ${text}`}
        aria-keyshortcuts='Delete'
        onClick={onChoose}
        onKeyDown={(event) => {
          if (event.key === 'Delete') onRemove();
        }}
      >
        <span className='list-chip-title'>{title}:</span> {text}
      </button>
      <button type='button' className='list-chip-remove' aria-label={`Remove the filter ${title}`} onClick={onRemove}>
        <Icon name='close' size={12} />
      </button>
    </span>
  );
}
