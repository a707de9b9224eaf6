// The entries of a history as a list, and what narrows it: a section, a person, a day, a word.
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { HistoryEntry } from '../../../src-shared/sync/history.ts';
import { EmptyState } from '../../../src-ui/feedback/empty-state.tsx';
import { useArrayRows } from '../../../src-ui/grid/array-rows.ts';
import { Grid } from '../../../src-ui/grid/grid.tsx';
import type { Column } from '../../../src-ui/grid/model/column.ts';
import { dataRow } from '../../../src-ui/grid/model/row-source.ts';
import { useClock } from '../../stores/clock.ts';
import { offerCommands } from '../../stores/command-board.ts';
import type { Clock } from '../../words/time-words.ts';
import { HistoryFilterBar } from './history-filter-bar.tsx';
import { entryRows, type HistoryRow, isShown, noFilter } from './history-rows.ts';

export type HistoryViewProps = {
  readonly label: string;
  readonly entries: readonly HistoryEntry[];
  /** What the records of the entries are called. */
  readonly names: ReadonlyMap<string, string>;
  /** What is said where nothing is known, and the cloud was not reached. */
  readonly unknown: string;
  readonly isWhole: boolean;
  /** Goes to where an entry was made. */
  readonly onGo: (entry: HistoryEntry) => void;
};

export function HistoryView({ label, entries, names, unknown, isWhole, onGo }: HistoryViewProps) {
  const clock = useClock();
  const [filter, setFilter] = useState(noFilter);
  const wanted = useDeferredValue(filter);
  const search = useRef<HTMLInputElement>(null);
  const rows = useMemo(() => entryRows(entries, names, clock.timeZone), [entries, names, clock.timeZone]);
  const shown = useMemo(() => rows.filter((row) => isShown(row, wanted)), [rows, wanted]);
  const source = useArrayRows(useMemo(() => shown.map((row) => dataRow(row.key, row)), [shown]));
  const columns = useMemo(() => columnsAt(clock), [clock]);
  useEffect(() => offerCommands({ 'screen.find': { run: () => search.current?.select() } }), []);
  const go = (key: string): void => {
    const entry = entries.find(({ edit }) => edit === key);
    if (entry !== undefined) onGo(entry);
  };
  return (
    <>
      <HistoryFilterBar ref={search} rows={rows} filter={filter} onFilter={setFilter} count={shown.length} />
      <Grid
        label={label}
        select='rows'
        columns={columns}
        source={source}
        onActivate={go}
        empty={
          rows.length > 0 ? (
            <EmptyState
              icon='search'
              title='Nothing in the history matches'
              action={{ id: 'clear', title: 'Show everything', run: () => setFilter(noFilter) }}
            />
          ) : (
            <EmptyState
              icon='clock'
              title={isWhole ? 'Nothing was changed yet' : 'Nothing is known yet'}
              text={isWhole ? '' : unknown}
            />
          )
        }
      />
    </>
  );
}

const columnsAt = (clock: Clock): readonly Column<HistoryRow>[] => [
  { id: 'when', title: 'When', width: 100, text: ({ when }) => when(clock) },
  { id: 'by', title: 'Who', width: 130, text: ({ by }) => by },
  { id: 'pc', title: 'PC', width: 105, text: ({ pc }) => pc },
  { id: 'section', title: 'Section', width: 95, text: ({ section }) => section },
  { id: 'what', title: 'What', width: 190, grow: true, text: ({ what }) => what },
  { id: 'before', title: 'From', width: 170, grow: true, text: ({ before }) => before },
  { id: 'after', title: 'To', width: 250, grow: true, text: ({ after }) => after },
  {
    id: 'standing',
    title: 'State',
    width: 145,
    text: ({ standing }) => standing,
    render: ({ standing }) => (standing === '' ? '' : <span className='history-standing'>{standing}</span>),
  },
];
