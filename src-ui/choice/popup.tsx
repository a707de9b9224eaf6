// A small layer below (or above) an element, in the browser's top layer so that nothing clips it.
import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';

export type PopupProps = {
  /** The element it belongs to; the one it stands in if absent. */
  readonly anchor?: RefObject<HTMLElement | null>;
  readonly className: string;
  /** At least as wide as the anchor. */
  readonly wide?: boolean;
  readonly children: ReactNode;
};

export function Popup({ anchor, className, wide = false, children }: PopupProps) {
  const layer = useRef<HTMLDivElement>(null);

  // Each drawing may have changed the size of the layer or the place of the anchor.
  useLayoutEffect(() => {
    if (layer.current) place(anchor, layer.current, wide);
  });

  useLayoutEffect(() => {
    const element = layer.current;
    const move = (): void => {
      if (element) place(anchor, element, wide);
    };
    element?.showPopover();
    move();
    window.addEventListener('scroll', move, true);
    window.addEventListener('resize', move);
    return () => {
      window.removeEventListener('scroll', move, true);
      window.removeEventListener('resize', move);
    };
  }, [anchor, wide]);

  return (
    <div ref={layer} popover='manual' className={`ui-layer ui-popup ${className}`}>
      {children}
    </div>
  );
}

const gap = 2;

function place(anchor: PopupProps['anchor'], layer: HTMLElement, wide: boolean): void {
  const at = (anchor?.current ?? layer.parentElement)?.getBoundingClientRect();
  if (!at) return;
  layer.style.minWidth = wide ? `${at.width}px` : '';
  const { width, height } = layer.getBoundingClientRect();
  const fitsBelow = at.bottom + gap + height <= window.innerHeight || at.top - gap - height < 0;
  layer.style.top = `${fitsBelow ? at.bottom + gap : at.top - gap - height}px`;
  layer.style.left = `${Math.max(0, Math.min(at.left, window.innerWidth - width - gap))}px`;
}
