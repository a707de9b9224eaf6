// The workfile list: found by typing, sorted by heading, opened with Enter.
import { type KeyboardEvent, type Ref, type RefObject, useEffect, useMemo, useRef } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { EmptyState } from '../../../src-ui/feedback/empty-state.tsx';
import { LoadingView } from '../../../src-ui/feedback/loading-view.tsx';
import { Grid } from '../../../src-ui/grid/grid.tsx';
import type { GridHandle } from '../../../src-ui/grid/grid-props.ts';
import { parseLayout } from '../../../src-ui/grid/model/column-layout.ts';
import { useClock } from '../../stores/clock.ts';
import { offerCommands, runCommand } from '../../stores/command-board.ts';
import type { Loading } from '../../stores/loading.ts';
import { usePresence } from '../../stores/presence.ts';
import { readLayout, rememberLayout, useSettings } from '../../stores/settings.ts';
import { showTab, tellReady } from '../../stores/shell.ts';
import { useSync } from '../../stores/sync.ts';
import { type ListRows, refreshList, searchList, sortList, useWorkfileList } from '../../stores/workfile-list.ts';
import { wordFailure } from '../../words/failure-words.ts';
import { listColumns, sortOf } from './list-columns.ts';
import { ListSearch } from './list-search.tsx';
import { listSource } from './list-source.ts';
import { openFirst } from './open-first.ts';
import './workfile-list.css';

export function WorkfileListScreen({ inFront }: { readonly inFront: boolean }) {
  const rows = useWorkfileList((list) => list.rows);
  const search = useRef<HTMLInputElement>(null);
  const grid = useRef<GridHandle>(null);
  const active = useRef<string>(undefined);
  const isReady = rows.kind === 'ready';

  useEffect(() => {
    void refreshList();
  }, []);
  useEffect(() => {
    if (isReady) tellReady();
  }, [isReady]);
  useEffect(() => {
    if (!inFront) return;
    if (!isWalkingTabs()) search.current?.focus();
    return offerCommands({
      'screen.find': { run: () => search.current?.select() },
      'screen.find-next': { run: () => goToNext(grid.current, active.current, search.current) },
    });
  }, [inFront]);
  useFirstOfSearch(rows, grid);

  return (
    <section className='workfile-list' aria-label='Workfile list'>
      <ListSearch ref={search} onDown={() => goTo(grid.current, search.current)} onEnter={() => void openFirst()} />
      <LoadingView state={rows} describe={wordFailure} onRetry={() => void refreshList()}>
        {(value) => (
          <ListGrid
            rows={value}
            ref={grid}
            onActive={(key) => {
              active.current = key;
            }}
            onType={(key) => typeIn(search.current, key)}
          />
        )}
      </LoadingView>
    </section>
  );
}

const open = (key: string): void => showTab(key as WorkfileId);

/** A new search stands on its first row again. */
function useFirstOfSearch(rows: Loading<ListRows>, grid: RefObject<GridHandle | null>): void {
  const seen = useRef('');
  useEffect(() => {
    if (rows.kind !== 'ready' || rows.value.text === seen.current) return;
    seen.current = rows.value.text;
    const first = rows.value.pages.get(0)?.[0];
    if (first !== undefined) grid.current?.goTo({ rowKey: first.id, columnId: 'label' });
  }, [rows, grid]);
}

type ListGridProps = {
  readonly rows: ListRows;
  readonly ref: Ref<GridHandle>;
  readonly onActive: (key: string | undefined) => void;
  readonly onType: (key: string) => void;
};

function ListGrid({ rows, ref, onActive, onType }: ListGridProps) {
  const sort = useWorkfileList((list) => list.sort);
  const descending = useWorkfileList((list) => list.descending);
  const settings = useSettings((state) => state.settings);
  const now = useClock((clock) => clock.now);
  const others = usePresence((presence) => presence.others);
  const columns = useMemo(() => listColumns(now, others), [now, others]);
  const source = useMemo(() => listSource(rows), [rows]);
  const layout = useMemo(() => parseLayout(readLayout(settings, 'workfiles')), [settings]);
  const sortKeys = useMemo(() => [{ columnId: sort, descending }], [sort, descending]);

  return (
    <Grid
      ref={ref}
      label='Workfiles'
      select='rows'
      columns={columns}
      source={source}
      layout={layout}
      onLayoutChange={(next) => void rememberLayout('workfiles', next)}
      sort={sortKeys}
      onSortChange={(keys) => {
        const next = sortOf(keys[0]);
        void sortList(next.sort, next.descending);
      }}
      onActivate={open}
      onActiveChange={(cell) => onActive(cell?.rowKey)}
      onKey={(event) => {
        if (!isTyping(event)) return false;
        onType(event.key);
        event.preventDefault();
        return true;
      }}
      menuOf={({ rowKey }) => [
        { id: 'open', title: 'Open', keys: 'Enter', icon: 'file', run: () => open(rowKey) },
        { id: 'new', title: 'New workfile', keys: 'Ctrl+N', icon: 'add', run: () => runCommand('workfile.new') },
      ]}
      empty={<NothingFound />}
    />
  );
}

function NothingFound() {
  const text = useWorkfileList((list) => list.text);
  const isFetching = useSync(({ state }) => state?.phase === 'syncing');
  if (isFetching) {
    return (
      <EmptyState
        icon='sync'
        title={text === '' ? 'Fetching workfiles' : `No workfile matches “${text}” yet`}
        text='Workfiles are still coming from the cloud; they appear here as they arrive.'
      />
    );
  }
  if (text === '') {
    return (
      <EmptyState
        icon='file'
        title='No workfiles yet'
        text='A new workfile takes the owner, the vehicle, the insurance and the estimate of one visit.'
        action={{ id: 'new', title: 'New workfile', keys: 'Ctrl+N', run: () => runCommand('workfile.new') }}
      />
    );
  }
  return (
    <EmptyState
      icon='search'
      title={`No workfile matches “${text}”`}
      text='Searched on this PC: RO number, owner, VIN, plate and claim.'
      action={{ id: 'clear', title: 'Clear the search', keys: 'Esc', run: () => void searchList('') }}
    />
  );
}

/** A single sign typed in the list starts a search; Space and keys with Ctrl or Alt keep their meaning. */
const isTyping = (event: KeyboardEvent): boolean =>
  event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.altKey && !event.metaKey;

/** Arrows along the tabs pass the list without losing the tabs. */
const isWalkingTabs = (): boolean => document.activeElement?.matches('[role=tab]:focus-visible') === true;

/** Out of the search and into the rows. */
function goTo(grid: GridHandle | null, search: HTMLInputElement | null): void {
  search?.blur();
  grid?.focus();
}

/** From the search to the row it stands on; from there to the next, round and round. */
function goToNext(grid: GridHandle | null, active: string | undefined, search: HTMLInputElement | null): void {
  const { rows } = useWorkfileList.getState();
  if (document.activeElement === search || active === undefined) {
    goTo(grid, search);
    return;
  }
  if (rows.kind !== 'ready') return;
  const source = listSource(rows.value);
  const next = source.at(((source.indexOf(active) ?? -1) + 1) % source.count);
  if (next.kind === 'row') grid?.goTo({ rowKey: next.key, columnId: 'label' });
}

function typeIn(search: HTMLInputElement | null, key: string): void {
  search?.focus();
  void searchList(key);
}
