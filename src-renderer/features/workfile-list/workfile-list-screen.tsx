// The workfile list: found by typing, sorted by heading, opened with Enter.
import { type KeyboardEvent, type Ref, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { EmptyState } from '../../../src-ui/feedback/empty-state.tsx';
import { LoadingView } from '../../../src-ui/feedback/loading-view.tsx';
import { Grid } from '../../../src-ui/grid/grid.tsx';
import type { GridHandle } from '../../../src-ui/grid/grid-props.ts';
import { type ColumnLayout, parseLayout } from '../../../src-ui/grid/model/column-layout.ts';
import { useClock } from '../../stores/clock.ts';
import { offerCommands, runCommand } from '../../stores/command-board.ts';
import { useHasDms } from '../../stores/dms/dms.ts';
import { changeView, frontView, loadViews, useListViews } from '../../stores/list-views.ts';
import type { Loading } from '../../stores/loading.ts';
import { usePresence } from '../../stores/presence.ts';
import { readLayout, rememberLayout, useSettings } from '../../stores/settings.ts';
import { showTab, tellReady } from '../../stores/shell.ts';
import { useSync } from '../../stores/sync.ts';
import { useShopTime } from '../../stores/workfile/plan.ts';
import { type ListRows, refreshList, searchList, showList, useWorkfileList } from '../../stores/workfile-list.ts';
import { wordFailure } from '../../words/failure-words.ts';
import { binPromise } from '../../words/life/bin-words.ts';
import { FilterDialog } from './filter-dialog.tsx';
import { binColumn, dmsColumn, listColumns, sortKeysOf, sortsOf } from './list-columns.ts';
import { ListFilters } from './list-filters.tsx';
import { ListPreview } from './list-preview.tsx';
import { ListSearch } from './list-search.tsx';
import { listSource } from './list-source.ts';
import { ListViews } from './list-views.tsx';
import { openFirst } from './open-first.ts';
import { useRowActs } from './row-acts.ts';
import { usePhotoDrop } from './use-photo-drop.ts';
import { ViewNameDialog } from './view-name-dialog.tsx';
import './workfile-list.css';

export function WorkfileListScreen({ inFront }: { readonly inFront: boolean }) {
  const rows = useWorkfileList((list) => list.rows);
  const search = useRef<HTMLInputElement>(null);
  const grid = useRef<GridHandle>(null);
  const active = useRef<string>(undefined);
  const [activeKey, setActiveKey] = useState<string>();
  const [dialog, setDialog] = useState<'filter' | 'new' | 'rename'>();
  const isReady = rows.kind === 'ready';

  useEffect(() => {
    void loadViews();
  }, []);
  useEffect(() => {
    if (isReady) tellReady();
  }, [isReady]);
  useEffect(() => {
    if (!inFront) return;
    if (!isWalkingTabs()) search.current?.focus();
    return offerCommands({
      'screen.find': { run: () => search.current?.select() },
      'list.filter': { run: () => setDialog('filter') },
      'list.keep-view': { run: () => setDialog('new') },
      'screen.find-next': { run: () => goToNext(grid.current, active.current, search.current) },
    });
  }, [inFront]);
  useFirstOfSearch(rows, grid);

  return (
    <section className='workfile-list' aria-label='Workfile list'>
      <div className='list-head'>
        <ListSearch ref={search} onDown={() => goTo(grid.current, search.current)} onEnter={() => void openFirst()} />
        <ListViews onName={setDialog} />
        <ListFilters onChoose={() => setDialog('filter')} />
        <BinNote />
      </div>
      <LoadingView state={rows} describe={wordFailure} onRetry={() => void refreshList()}>
        {(value) => (
          <ListGrid
            rows={value}
            ref={grid}
            onActive={(key) => {
              active.current = key;
              setActiveKey(key);
            }}
            onType={(key) => typeIn(search.current, key)}
          />
        )}
      </LoadingView>
      <ListPreview rowKey={activeKey} />
      {dialog === 'filter' && <FilterDialog onClose={() => setDialog(undefined)} />}
      {(dialog === 'new' || dialog === 'rename') && (
        <ViewNameDialog purpose={dialog} columns={columnsNow()} onClose={() => setDialog(undefined)} />
      )}
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
  const sorts = useWorkfileList((list) => list.sorts);
  const group = useWorkfileList((list) => list.group);
  const clock = useClock();
  const others = usePresence((presence) => presence.others);
  const inBin = useInBin();
  const hasDms = useHasDms();
  const today = useShopTime().date;
  const columns = useMemo(
    () => [
      ...listColumns(clock, others).toSpliced(1, 0, ...(inBin ? [binColumn(today)] : [])),
      ...(hasDms ? [dmsColumn] : []),
    ],
    [clock, others, inBin, today, hasDms],
  );
  const acts = useRowActs();
  const source = useMemo(() => listSource(rows, group), [rows, group]);
  const [layout, changeLayout] = useListLayout();
  const sortKeys = useMemo(() => sortKeysOf(sorts), [sorts]);
  const drop = usePhotoDrop((index) => {
    const item = index < 0 ? undefined : source.at(index);
    return item?.kind === 'row' ? item.value : undefined;
  });

  return (
    <div className='list-rows' {...drop.target}>
      <Grid
        ref={ref}
        label='Workfiles'
        select='rows'
        columns={columns}
        source={source}
        layout={layout}
        onLayoutChange={changeLayout}
        sort={sortKeys}
        onSortChange={(keys) => void showList({ sorts: sortsOf(keys, sorts) })}
        onActivate={open}
        onActiveChange={(cell) => onActive(cell?.rowKey)}
        onKey={(event) => {
          if (!isTyping(event)) return false;
          onType(event.key);
          event.preventDefault();
          return true;
        }}
        menuOf={acts.menuOf}
        onDeleteRows={acts.remove}
        empty={<NothingFound />}
      />
      {drop.hint !== undefined && (
        <p className='list-drop-hint' role='status'>
          {drop.hint}
        </p>
      )}
    </div>
  );
}

/** The columns of the view in front: a view of one's own keeps its own, the others share the list's. */
function useListLayout(): readonly [ColumnLayout, (next: ColumnLayout) => void] {
  const settings = useSettings((state) => state.settings);
  const views = useListViews((state) => state.views);
  const own = useListViews(({ last }) => last);
  const view = views.find(({ id, columns }) => id === own && columns !== '');
  const layout = useMemo(
    () => parseLayout(view === undefined ? readLayout(settings, 'workfiles') : JSON.parse(view.columns)),
    [settings, view],
  );
  const change = (next: ColumnLayout): void => {
    if (view === undefined) void rememberLayout('workfiles', next);
    else void changeView(view.id, { columns: JSON.stringify(next) });
  };
  return [layout, change];
}

/** How the columns stand, to be kept with a new view. */
function columnsNow(): string {
  const front = frontView(useListViews.getState());
  if (front.columns !== '') return front.columns;
  return JSON.stringify(parseLayout(readLayout(useSettings.getState().settings, 'workfiles')));
}

/** What becomes of the rows, before somebody wonders. */
function BinNote() {
  const inBin = useInBin();
  return inBin ? <p className='list-bin-note'>{binPromise}</p> : null;
}

const useInBin = (): boolean => useWorkfileList(({ filter }) => filter.bin !== undefined);

function NothingFound() {
  const text = useWorkfileList((list) => list.text);
  const isFiltered = useWorkfileList(({ filter }) => Object.keys(filter).length > 0);
  const inBin = useInBin();
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
  if (inBin && text === '')
    return (
      <EmptyState
        icon='bin'
        title='Nothing in the bin'
        text='Delete in the list, or “Move to the bin” in the menu Workfile, puts a workfile here.'
      />
    );
  if (isFiltered) {
    return (
      <EmptyState
        icon='filter'
        title={text === '' ? 'No workfile matches the filters' : `No workfile matches “${text}” and the filters`}
        text='Without the filters there may be more.'
        action={{ id: 'clear', title: 'Clear filters', run: () => void showList({ filter: {} }) }}
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

/** Out of the search and into the rows, once they are there. */
function goTo(grid: GridHandle | null, search: HTMLInputElement | null): void {
  if (grid === null) return;
  search?.blur();
  grid.focus();
}

/** From the search to the row it stands on; from there to the next, round and round. */
function goToNext(grid: GridHandle | null, active: string | undefined, search: HTMLInputElement | null): void {
  const { rows, group } = useWorkfileList.getState();
  if (document.activeElement === search || active === undefined) {
    goTo(grid, search);
    return;
  }
  if (rows.kind !== 'ready') return;
  const source = listSource(rows.value, group);
  const from = (source.indexOf(active) ?? -1) + 1;
  const next = [from, from + 1].map((index) => source.at(index % source.count)).find(({ kind }) => kind === 'row');
  if (next?.kind === 'row') grid?.goTo({ rowKey: next.key, columnId: 'label' });
}

function typeIn(search: HTMLInputElement | null, key: string): void {
  search?.focus();
  void searchList(key);
}
