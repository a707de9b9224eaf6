// A list of what the shop calls by names, searched by any word, with the open one's form beside it.
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { foldText } from '../../../src-shared/domain/workfile/match-heading.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { EmptyState } from '../../../src-ui/feedback/empty-state.tsx';
import { useArrayRows } from '../../../src-ui/grid/array-rows.ts';
import { Grid } from '../../../src-ui/grid/grid.tsx';
import type { GridHandle } from '../../../src-ui/grid/grid-props.ts';
import type { Column } from '../../../src-ui/grid/model/column.ts';
import { dataRow } from '../../../src-ui/grid/model/row-source.ts';
import { offerCommands } from '../../stores/command-board.ts';
import {
  askName,
  closeListed,
  type ListedKind,
  openListed,
  useNaming,
  useOpened,
} from '../../stores/library/opened.ts';
import { RecordPanel } from './record-panel.tsx';
import './configure.css';

export type Listed = {
  readonly id: string;
  readonly deleted: boolean;
  readonly standing: { readonly isActive: boolean };
};
export type Named = Listed & { readonly about: { readonly name: string } };

/** What somebody or something is called that has one name. */
export const aboutName = ({ about }: Named): string => about.name;

export type NamedListProps<R extends Listed> = {
  readonly kind: ListedKind;
  readonly records: readonly R[];
  readonly columns: readonly Column<R>[];
  /** Why nothing can be changed. */
  readonly denied: string | undefined;
  readonly words: NamedWords;
  /** What one is called; the list is in this order. */
  readonly nameOf: (record: R) => string;
  /** The field of the name: `about/name`. */
  readonly nameField: string;
  /** Whether a record is meant by what was typed. */
  readonly finder: (text: string) => (record: R) => boolean;
  /** Asks for the name of a new one. */
  readonly renderNew: (close: () => void) => ReactNode;
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

export function NamedList<R extends Listed>(props: NamedListProps<R>) {
  const { kind, records, columns, denied, words, nameOf, nameField, finder, renderForm } = props;
  const search = useRef<HTMLInputElement>(null);
  const grid = useRef<GridHandle>(null);
  const [text, setText] = useState('');
  const [all, setAll] = useState(false);
  const naming = useNaming((asked) => asked.kind === kind);
  const opened = useOpened((open) => open[kind]);
  const sorted = useMemo(() => byName(records, nameOf), [records, nameOf]);
  const shown = useMemo(
    () => sorted.filter((one) => all || one.standing.isActive).filter(finder(text)),
    [sorted, finder, text, all],
  );
  useEffect(() => offerCommands({ 'screen.find': { run: () => search.current?.select() } }), []);
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
          ref={search}
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
          onActivate={(id) => openListed(kind, id, `${kind}/${id}/${nameField}`)}
          onActiveChange={(cell) => cell !== undefined && record !== undefined && openListed(kind, cell.rowKey)}
        />
        {record !== undefined && (
          <RecordPanel
            key={record.id}
            title={nameOf(record)}
            recordId={record.id}
            place={opened?.place}
            isActive={record.standing.isActive}
            onClose={close}
          >
            {renderForm(record)}
          </RecordPanel>
        )}
      </div>
      {naming && props.renderNew(() => askName(undefined))}
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

const collator = new Intl.Collator();
const byName = <R,>(records: readonly R[], nameOf: (record: R) => string): readonly R[] =>
  records.toSorted((one, other) => collator.compare(nameOf(one), nameOf(other)));

/** Finds those that have every word of the search in what their row reads. */
export const rowFinder =
  <R,>(columns: readonly Column<R>[]) =>
  (text: string): ((record: R) => boolean) => {
    const words = foldText(text).split(/\s+/).filter(Boolean);
    return (record) => {
      const row = words.length === 0 ? '' : foldText(columns.map((column) => column.text(record)).join(' '));
      return words.every((word) => row.includes(word));
    };
  };
