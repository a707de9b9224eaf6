// Home: what waits for the person now, and what was open last.
import { useEffect } from 'react';
import { EmptyState } from '../../../src-ui/feedback/empty-state.tsx';
import { LoadingView } from '../../../src-ui/feedback/loading-view.tsx';
import { useClock } from '../../stores/clock.ts';
import { useHasDms } from '../../stores/dms/dms.ts';
import { type HomeAnswer, homeFilters, loadHome, useHome } from '../../stores/home.ts';
import { showView, useListViews } from '../../stores/list-views.ts';
import { useSignedIn } from '../../stores/session.ts';
import { showTab } from '../../stores/shell.ts';
import { isAllSent, useSync } from '../../stores/sync.ts';
import { showCentre } from '../../stores/sync-centre.ts';
import { showList } from '../../stores/workfile-list.ts';
import { wordFailure } from '../../words/failure-words.ts';
import { type TileId, tileWords, wordAge } from '../../words/list/home-words.ts';
import { RecentWorkfiles } from './recent-workfiles.tsx';
import './home.css';

export function HomeScreen() {
  const answer = useHome((home) => home.answer);
  const name = useSignedIn()?.user.name ?? '';
  const sync = useSync(({ state }) => state);
  const age = wordAge(sync, useClock());
  useEffect(() => {
    void loadHome();
  }, []);
  return (
    <section className='home' aria-label='Home'>
      <h1 className='home-title'>
        {name === '' ? 'Home' : `Good to see you, ${name.split(' ')[0]}`}
        {age !== '' && <span className='home-age'>{age}</span>}
      </h1>
      <LoadingView state={answer} describe={wordFailure} onRetry={() => void loadHome()}>
        {(value) => <ReadyHome answer={value} />}
      </LoadingView>
    </section>
  );
}

/** Tiles beyond it are pressed, or reached with Tab. */
const lastDigit = 9;

type Tile = { readonly id: TileId; readonly count: number; readonly isWaiting: boolean; readonly open: () => void };

function ReadyHome({ answer }: { readonly answer: HomeAnswer }) {
  const tiles = useTiles(answer);
  useDigitKeys(tiles);
  const sent = useSync(({ state }) => isAllSent(state));
  const waits = !sent || tiles.some(({ isWaiting, count }) => isWaiting && count > 0);
  return (
    <>
      {!waits && <EmptyState icon='check' title='Nothing waiting' text='All is saved, sent and decided.' />}
      <ul className='home-tiles' aria-label='What waits'>
        {tiles.map((tile, at) => (
          <li key={tile.id}>
            <TileButton tile={tile} place={at + 1} />
          </li>
        ))}
      </ul>
      <RecentWorkfiles heads={answer.recent} />
    </>
  );
}

function TileButton({ tile: { id, count, isWaiting, open }, place }: { readonly tile: Tile; readonly place: number }) {
  const { title, text } = tileWords[id];
  return (
    <button
      type='button'
      className='home-tile'
      data-waits={(isWaiting && count > 0) || undefined}
      aria-keyshortcuts={place <= lastDigit ? String(place) : undefined}
      onClick={open}
    >
      <span className='home-tile-count'>{count.toLocaleString('en-US')}</span>
      <span className='home-tile-title'>{title}</span>
      <span className='home-tile-text'>{text}</span>
      {place <= lastDigit && (
        <span className='home-tile-key' aria-hidden='true'>
          {place}
        </span>
      )}
    </button>
  );
}

/** In the order of the keys that open them: what waits for the person, then where the work is. */
function useTiles({ counts }: HomeAnswer): readonly Tile[] {
  const sync = useSync(({ state }) => state);
  const hasDms = useHasDms();
  const filters = homeFilters();
  const listed = (id: keyof typeof counts, isWaiting: boolean): Tile => ({
    ...{ id, count: counts[id], isWaiting },
    open: () => showFiltered(filters[id]),
  });
  const centre = (id: 'decisions' | 'waiting' | 'problems', count = 0): Tile => ({
    ...{ id, count, isWaiting: true },
    open: () => showCentre(id),
  });
  return [
    listed('drafts', true),
    listed('unsaved', true),
    centre('decisions', sync?.decisions),
    centre('waiting', sync?.waiting),
    ...((sync?.quarantined ?? 0) > 0 ? [centre('problems', sync?.quarantined)] : []),
    { ...listed('due-today', false), open: () => showKept('due-today') },
    listed('in-today', false),
    listed('tasks', true),
    listed('appointments', false),
    { ...listed('my-files', false), open: () => showKept('my-files') },
    { ...listed('repair-orders', false), open: () => showKept('repair-orders') },
    listed('missing', false),
    ...(hasDms
      ? [listed('dms-failed', true), { ...listed('dms-ids', false), open: () => showKept('no-dms-ids') }]
      : []),
  ];
}

function showKept(id: string): void {
  void showView(id, '');
  showTab('list');
}

/** Any filter is shown over the list's first view, which leaves nothing out. */
function showFiltered(filter: Parameters<typeof showList>[0]['filter']): void {
  useListViews.setState({ last: 'all' });
  void showList({ text: '', filter: filter ?? {}, sorts: [], group: null });
  showTab('list');
}

/** The digits open the tiles while nobody types. */
function useDigitKeys(tiles: readonly Tile[]): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea, [role=dialog]')) return;
      const tile = /^[1-9]$/.test(event.key) ? tiles[Number(event.key) - 1] : undefined;
      if (tile === undefined) return;
      event.preventDefault();
      tile.open();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [tiles]);
}
