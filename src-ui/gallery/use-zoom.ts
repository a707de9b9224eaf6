// How large a picture is shown: as it fits, or so many times its size around the place one points at; moved by dragging.
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

export type Size = { readonly width: number; readonly height: number };
type Point = { readonly x: number; readonly y: number };
type Held = { readonly at: Point; readonly part: Point };

const largest = 8;
const wheelStep = 1.25;

export type Zoom = {
  /** The part of the screen in which the picture stands. */
  readonly stage: RefObject<HTMLDivElement | null>;
  /** Screen points to a point of the picture; nothing while it is fitted in. */
  readonly scale: number | undefined;
  readonly toggle: (at?: Point) => void;
};

/** `size` is nothing where there is nothing to look at closer. */
export function useZoom(size: Size | undefined): Zoom {
  const stage = useRef<HTMLDivElement>(null);
  const held = useRef<Held>(undefined);
  const [scale, setScale] = useState<number>();

  const zoom = (next: (from: number, fit: number) => number | undefined, at?: Point): void => {
    const element = stage.current;
    if (element === null || size === undefined) return;
    held.current = holdAt(element, at);
    const fit = fitOf(element, size);
    setScale((before) => next(before ?? fit, fit));
  };
  const toggle = (at?: Point): void => zoom((_from, fit) => (scale === undefined ? (fit < 1 ? 1 : 2) : undefined), at);
  const turnWheel = (event: WheelEvent): void => {
    if (event.deltaY === 0 || event.shiftKey) return;
    event.preventDefault();
    const by = event.deltaY < 0 ? wheelStep : 1 / wheelStep;
    zoom((from, fit) => (from * by <= fit ? undefined : Math.min(largest, from * by)), pointOf(event));
  };

  useLayoutEffect(() => {
    if (stage.current !== null && held.current !== undefined && scale !== undefined) keep(stage.current, held.current);
    held.current = undefined;
  }, [scale]);
  useEffect(() => {
    const element = stage.current;
    if (element === null) return;
    const stop = new AbortController();
    const { signal } = stop;
    // React would listen without the right to keep the wheel from scrolling.
    element.addEventListener('wheel', turnWheel, { passive: false, signal });
    element.addEventListener('dblclick', (event) => toggle(pointOf(event)), { signal });
    element.addEventListener('pointerdown', (event) => drag(element, event), { signal });
    return () => stop.abort();
  });
  return { stage, scale: size === undefined ? undefined : scale, toggle };
}

const pointOf = ({ clientX, clientY }: MouseEvent): Point => ({ x: clientX, y: clientY });

/** How large the picture is where all of it is seen; a small one is not blown up. */
function fitOf(stage: HTMLElement, { width, height }: Size): number {
  const { paddingLeft, paddingTop } = getComputedStyle(stage);
  const across = stage.clientWidth - 2 * Number.parseFloat(paddingLeft);
  const down = stage.clientHeight - 2 * Number.parseFloat(paddingTop);
  return Math.min(1, across / width, down / height);
}

/** Which part of the picture lies at a point; the middle of the stage where none is named. */
function holdAt(stage: HTMLElement, point?: Point): Held | undefined {
  const picture = stage.firstElementChild?.getBoundingClientRect();
  if (picture === undefined || picture.width === 0 || picture.height === 0) return undefined;
  const { left, top } = stage.getBoundingClientRect();
  const at = point ?? { x: left + stage.clientWidth / 2, y: top + stage.clientHeight / 2 };
  return { at, part: { x: (at.x - picture.left) / picture.width, y: (at.y - picture.top) / picture.height } };
}

/** Scrolls so that what lay at a point lies there again. */
function keep(stage: HTMLElement, { at, part }: Held): void {
  const picture = stage.firstElementChild?.getBoundingClientRect();
  if (picture === undefined) return;
  stage.scrollLeft += picture.left + part.x * picture.width - at.x;
  stage.scrollTop += picture.top + part.y * picture.height - at.y;
}

/** The picture follows the pointer until it is let go; what fits in has nowhere to go. */
function drag(stage: HTMLElement, down: PointerEvent): void {
  const { x, y } = pointOf(down);
  const { left, top } = stage.getBoundingClientRect();
  const onBar = x - left >= stage.clientWidth || y - top >= stage.clientHeight;
  if (down.button !== 0 || onBar) return;
  const { scrollLeft, scrollTop } = stage;
  const ended = new AbortController();
  const { signal } = ended;
  const end = (): void => ended.abort();
  stage.setPointerCapture(down.pointerId);
  stage.addEventListener(
    'pointermove',
    ({ clientX, clientY }) => stage.scrollTo(scrollLeft + x - clientX, scrollTop + y - clientY),
    { signal },
  );
  stage.addEventListener('pointerup', end, { signal });
  stage.addEventListener('pointercancel', end, { signal });
}
