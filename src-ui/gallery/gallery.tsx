// Pictures in rows: only those in sight are drawn; arrows move, Shift and Ctrl select, Enter opens, Delete removes.
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type DragEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
  type RefObject,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { keysBetween, tileAfter } from './movement.ts';
import './gallery.css';

export type GalleryHandle = { readonly focus: () => void };

/** Where the keyboard is, and which tiles are selected. */
export type GalleryPlace = { readonly active: string | undefined; readonly selected: readonly string[] };

export type GalleryProps<Item> = {
  readonly label: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** What stands on it is read to those who do not see it. */
  readonly tile: (item: Item) => ReactNode;
  /** In pixels, the gap included. */
  readonly tileWidth: number;
  readonly tileHeight: number;
  readonly place: GalleryPlace;
  readonly onPlace: (place: GalleryPlace) => void;
  readonly onOpen: (key: string) => void;
  readonly onRemove?: (keys: readonly string[]) => void;
  /** Tiles were dragged to the place of another. */
  readonly onMove?: ((keys: readonly string[], onto: string) => void) | undefined;
  /** First look at a key; true when it was used. */
  readonly onKey?: (event: KeyboardEvent) => boolean;
  readonly ref?: Ref<GalleryHandle>;
};

export function Gallery<Item>(props: GalleryProps<Item>) {
  const { items, keyOf, tileWidth, tileHeight, place } = props;
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const anchor = useRef<string>(undefined);
  const columns = useColumns(root, tileWidth);
  const keys = items.map(keyOf);
  const activeIndex = place.active === undefined ? -1 : keys.indexOf(place.active);
  const virtualizer = useVirtualizer({
    count: Math.ceil(items.length / columns),
    getScrollElement: () => root.current,
    estimateSize: () => tileHeight,
    overscan: 2,
  });
  useImperativeHandle(props.ref, () => ({ focus: () => root.current?.focus() }), []);
  const activeRow = Math.floor(activeIndex / columns);
  useEffect(() => {
    if (activeRow >= 0) virtualizer.scrollToIndex(activeRow, { align: 'auto' });
  }, [virtualizer, activeRow]);

  const go = (index: number, extend: boolean): void => {
    const key = keys[index];
    if (key === undefined) return;
    if (!extend) anchor.current = key;
    const from = keys.indexOf(anchor.current ?? key);
    props.onPlace({ active: key, selected: extend ? keysBetween(keys, from < 0 ? index : from, index) : [key] });
  };
  const toggle = (key: string): void => {
    const others = place.selected.filter((one) => one !== key);
    anchor.current = key;
    props.onPlace({ active: key, selected: others.length < place.selected.length ? others : [...others, key] });
  };
  const press = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || props.onKey?.(event) === true || event.altKey) return;
    const pageRows = Math.max(1, Math.floor((virtualizer.scrollRect?.height ?? 0) / tileHeight));
    const next = tileAfter(event.key, activeIndex, { count: keys.length, columns, pageRows });
    const isHandled = next !== undefined || act(event);
    if (next !== undefined) go(next, event.shiftKey);
    if (isHandled) event.preventDefault();
  };
  const act = (event: KeyboardEvent): boolean => {
    const { active } = place;
    if (event.ctrlKey && event.key === 'a') props.onPlace({ active: active ?? keys[0], selected: keys });
    else if (active === undefined) return false;
    else if (event.ctrlKey && event.key === ' ') toggle(active);
    else if (event.key === 'Enter' || event.key === ' ') props.onOpen(active);
    else if (event.key === 'Delete' && place.selected.length > 0) props.onRemove?.(place.selected);
    else return false;
    return true;
  };
  const click = (event: MouseEvent, index: number): void => {
    const key = keys[index];
    if (event.ctrlKey && key !== undefined) toggle(key);
    else go(index, event.shiftKey);
  };

  return (
    <div
      ref={root}
      className='ui-gallery'
      role='listbox'
      tabIndex={0}
      aria-label={props.label}
      aria-multiselectable
      aria-activedescendant={activeIndex < 0 ? undefined : `${id}-${activeIndex}`}
      onKeyDown={press}
      onFocus={() => activeIndex < 0 && go(0, false)}
    >
      <div className='ui-gallery-rows' role='presentation' style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().flatMap((row) =>
          items.slice(row.index * columns, (row.index + 1) * columns).map((item, column) => {
            const index = row.index * columns + column;
            const key = keys[index] ?? '';
            return (
              <div
                key={key}
                id={`${id}-${index}`}
                role='option'
                className='ui-gallery-tile'
                aria-selected={place.selected.includes(key)}
                aria-posinset={index + 1}
                aria-setsize={items.length}
                data-active={index === activeIndex || undefined}
                style={{
                  width: tileWidth,
                  height: tileHeight,
                  transform: `translate(${column * tileWidth}px, ${row.start}px)`,
                }}
                draggable={props.onMove !== undefined && key !== ''}
                {...dragOf(key, place.selected, props.onMove)}
                onClick={(event) => click(event, index)}
                onDoubleClick={() => props.onOpen(key)}
              >
                {props.tile(item)}
              </div>
            );
          }),
        )}
      </div>
    </div>
  );
}

/** What a drag of tiles is called on its way. */
const dragType = 'application/x-tiles';

/** Of a tile that may be dragged: with the selected ones, where it is one of them. */
const dragOf = (key: string, selected: readonly string[], onMove: GalleryProps<never>['onMove']) => ({
  onDragStart(event: DragEvent) {
    event.dataTransfer.setData(dragType, JSON.stringify(selected.includes(key) ? selected : [key]));
    event.dataTransfer.effectAllowed = 'move';
  },
  onDragOver(event: DragEvent) {
    if (event.dataTransfer.types.includes(dragType)) event.preventDefault();
  },
  onDrop(event: DragEvent) {
    const moved = event.dataTransfer.getData(dragType);
    if (moved === '') return;
    event.preventDefault();
    event.stopPropagation();
    onMove?.(JSON.parse(moved) as readonly string[], key);
  },
});

/** How many tiles fit beside each other. */
function useColumns(root: RefObject<HTMLElement | null>, tileWidth: number): number {
  const [columns, setColumns] = useState(1);
  useEffect(() => {
    const element = root.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setColumns(Math.max(1, Math.floor(element.clientWidth / tileWidth))));
    observer.observe(element);
    return () => observer.disconnect();
  }, [root, tileWidth]);
  return columns;
}
