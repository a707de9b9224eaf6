// A list of what the shop calls by names, searched by any word, with the open one's form beside it.
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { Button } from '../../../src-ui/actions/button.tsx';
import { EmptyState } from '../../../src-ui/feedback/empty-state.tsx';
import { useArrayRows } from '../../../src-ui/grid/array-rows.ts';
import { Grid } from '../../../src-ui/grid/grid.tsx';
import type { GridHandle } from '../../../src-ui/grid/grid-props.ts';
import type { Column } from '../../../src-ui/grid/model/column.ts';
import { dataRow } from '../../../src-ui/grid/model/row-source.ts';
import {
  askName,
  closeListed,
  type ListedKind,
  openListed,
  useNaming,
  useOpened,
} from '../../stores/library/opened.ts';
import { NewNameDialog } from './new-name-dialog.tsx';
import { RecordPanel } from './record-panel.tsx';
import './configure.css';

export type Named = {
  readonly id: string;
  readonly deleted: boolean;
  readonly about: { readonly name: string };
  readonly standing: { readonly isActive: boolean };
};

export type NamedListProps<R extends Named> = {
  readonly kind: ListedKind;
  readonly records: readonly R[];
  readonly columns: readonly Column<R>[];
  /** Why nothing can be changed. */
  readonly denied: string | undefined;
  readonly words: NamedWords;
  readonly renderForm: (record: R) => ReactNode;
};

export type NamedWords = {
  /** `Employees`. */
  readonly many: string;
  /** `employee`. */
  readonly one: string;
  readonly search: string;
  /** What the list is for, while it is empty. */
  readonly purpose: string;
};

export function NamedList<R extends Named>({ kind, records, columns, denied, words, renderForm }: NamedListProps<R>) {
  const grid = useRef<GridHandle>(null);
  const [text, setText] = useState('');
  const [all, setAll] = useState(false);
  const naming = useNaming((asked) => asked.kind === kind);
  const opened = useOpened((open) => open[kind]);
  const shown = useMemo(() => found(records, columns, { text, all }), [records, columns, text, all]);
  const source = useArrayRows(useMemo(() => shown.map((one) => dataRow(one.id, one)), [shown]));
  const record = records.find(({ id }) => id === opened?.id);
  const inactive = records.filter(({ standing }) => !standing.isActive).length;
  const close = (): void => {
    closeListed(kind);
    grid.current?.focus();
  };
  return (
    <div className='configure-list'>
      <div className='library-bar'>
        <Button icon='add' disabledReason={denied} onPress={() => askName(kind)}>
          {`New ${words.one}`}
        </Button>
        <input
          className='ui-input library-search'
          type='search'
          aria-label={`Find ${words.many.toLowerCase()}`}
          placeholder={words.search}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {inactive > 0 && (
          <label className='configure-check'>
            <input type='checkbox' checked={all} onChange={(event) => setAll(event.target.checked)} />
            <span>{`Show inactive (${inactive})`}</span>
          </label>
        )}
        <output className='library-count' aria-live='polite'>
          {text === '' ? countWords(shown.length, words) : `${shown.length} found`}
        </output>
      </div>
      <div className='configure-two' data-open={record !== undefined || undefined}>
        <Grid
          ref={grid}
          label={words.many}
          select='rows'
          columns={columns}
          source={source}
          empty={<Nothing words={words} searched={text !== ''} denied={denied} onNew={() => askName(kind)} />}
          onActivate={(id) => openListed(kind, id, `${kind}/${id}/about/name`)}
          onActiveChange={(cell) => cell !== undefined && record !== undefined && openListed(kind, cell.rowKey)}
        />
        {record !== undefined && (
          <RecordPanel
            key={record.id}
            title={record.about.name}
            recordId={record.id}
            place={opened?.place}
            isActive={record.standing.isActive}
            onClose={close}
          >
            {renderForm(record)}
          </RecordPanel>
        )}
      </div>
      {naming && <NewNameDialog kind={kind} one={words.one} records={records} onClose={() => askName(undefined)} />}
    </div>
  );
}

type NothingProps = {
  readonly words: NamedWords;
  readonly searched: boolean;
  readonly denied: string | undefined;
  readonly onNew: () => void;
};

const Nothing = ({ words, searched, denied, onNew }: NothingProps) =>
  searched ? (
    <EmptyState icon='search' title='Nothing matches' />
  ) : (
    <EmptyState
      icon='list'
      title={`No ${words.many.toLowerCase()} yet`}
      text={words.purpose}
      action={{ id: 'new', title: `New ${words.one}`, icon: 'add', disabledReason: denied, run: onNew }}
    />
  );

const countWords = (count: number, { one, many }: NamedWords): string =>
  count === 1 ? `1 ${one}` : `${count} ${many.toLowerCase()}`;

type Wanted = { readonly text: string; readonly all: boolean };

/** Those that have every word of the search in what their row reads, by name. */
function found<R extends Named>(records: readonly R[], columns: readonly Column<R>[], { text, all }: Wanted) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return records
    .filter((one) => all || one.standing.isActive)
    .filter((one) => {
      const row = columns.map((column) => column.text(one).toLowerCase()).join(' ');
      return words.every((word) => row.includes(word));
    })
    .toSorted((one, other) => one.about.name.localeCompare(other.about.name));
}
