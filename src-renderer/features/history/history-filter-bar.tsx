// What narrows a history: a section, a person, a day, a word.

import type { Ref } from 'react';
import { choicesNamed } from '../../../src-ui/choice/choice.ts';
import { ChoiceField } from '../../../src-ui/fields/choice-field.tsx';
import { DateField } from '../../../src-ui/fields/date-field.tsx';
import { useClock } from '../../stores/clock.ts';
import { todayOf } from '../../words/time-words.ts';
import type { HistoryFilter, HistoryRow } from './history-rows.ts';

export type HistoryFilterBarProps = {
  readonly ref: Ref<HTMLInputElement>;
  readonly rows: readonly HistoryRow[];
  readonly filter: HistoryFilter;
  readonly onFilter: (filter: HistoryFilter) => void;
  readonly count: number;
};

export function HistoryFilterBar({ ref, rows, filter, onFilter, count }: HistoryFilterBarProps) {
  const today = useClock(todayOf);
  const set = (part: Partial<HistoryFilter>): undefined => {
    onFilter({ ...filter, ...part });
    return undefined;
  };
  return (
    <div className='history-bar'>
      <ChoiceField
        label='Section'
        value={filter.section}
        choices={choicesOf('Every section', rows, ({ section }) => section)}
        onCommit={(section) => set({ section })}
      />
      <ChoiceField
        label='Who'
        value={filter.by}
        choices={choicesOf('Everyone', rows, ({ by }) => by)}
        onCommit={(by) => set({ by })}
      />
      <ChoiceField
        label='State'
        value={filter.standing}
        choices={choicesOf('Any', rows, ({ standing }) => standing)}
        onCommit={(standing) => set({ standing })}
      />
      <DateField label='Day' value={filter.day} today={today} onCommit={(day) => set({ day })} />
      <div className='ui-field'>
        <label className='ui-field-label' htmlFor='history-text'>
          Find
        </label>
        <div className='ui-field-control'>
          <input
            ref={ref}
            id='history-text'
            type='search'
            className='ui-input'
            placeholder='Word or value'
            autoComplete='off'
            value={filter.text}
            onChange={(event) => set({ text: event.target.value })}
          />
        </div>
      </div>
      <output className='history-count'>{`${count.toLocaleString('en-US')} ${count === 1 ? 'change' : 'changes'}`}</output>
    </div>
  );
}

function choicesOf(all: string, rows: readonly HistoryRow[], pick: (row: HistoryRow) => string) {
  const names = [...new Set(rows.map(pick))].filter((name) => name !== '').toSorted();
  return [{ value: '', label: all }, ...choicesNamed(names)];
}
