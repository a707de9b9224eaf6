// The pages as they will come out of the printer, one below the other; only those near the eye are drawn.
import { type CSSProperties, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type Paper, paperSizes } from '../../../src-shared/domain/print/paper.ts';
import type { PrintNode } from '../../../src-shared/domain/print/print-node.ts';
import { drawNode, type PictureUrls, paperIn } from './draw-node.ts';

const gap = 16;
const largest = 1.15;

export type PageListProps = {
  readonly pages: readonly PrintNode[];
  readonly paper: Paper;
  readonly pictures: PictureUrls;
};

export function PageList({ pages, paper, pictures }: PageListProps) {
  const box = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(1);
  const scale = useFittingScale(box, paperSizes[paper].width);
  const step = paperSizes[paper].height * scale + gap;
  return (
    <div className='print-preview'>
      <div
        ref={box}
        className='print-pages'
        role='region'
        aria-label='Pages'
        onScroll={({ currentTarget: { scrollTop, clientHeight } }) =>
          setCurrent(Math.min(pages.length, Math.floor((scrollTop + clientHeight / 2) / step) + 1))
        }
      >
        {pages.map((page, i) => (
          <PreviewPage
            key={keyOf(i)}
            page={page}
            paper={paper}
            pictures={pictures}
            scale={scale}
            name={`Page ${i + 1} of ${pages.length}`}
          />
        ))}
      </div>
      <p className='print-place' role='status'>
        Page {Math.min(current, pages.length)} of {pages.length}
      </p>
    </div>
  );
}

/** Pages have no other name than their place. */
const keyOf = (place: number): string => `page ${place + 1}`;

type PreviewPageProps = {
  readonly page: PrintNode;
  readonly paper: Paper;
  readonly pictures: PictureUrls;
  readonly scale: number;
  readonly name: string;
};

function PreviewPage({ page, paper, pictures, scale, name }: PreviewPageProps) {
  const frame = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const isNear = useIsNear(frame);
  useLayoutEffect(() => {
    if (host.current === null) return;
    paperIn(host.current).replaceChildren(...(isNear ? [drawNode(page, pictures)] : []));
  }, [page, pictures, isNear]);
  const { width, height } = paperSizes[paper];
  const style = { width: width * scale, height: height * scale, '--print-scale': scale } as CSSProperties;
  return (
    <div ref={frame} className='print-page' style={style} role='group' aria-label={name}>
      <div ref={host} className='print-paper' />
    </div>
  );
}

/** Whether an element is in sight or one sight away. */
function useIsNear(element: RefObject<HTMLElement | null>): boolean {
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    if (element.current === null) return;
    const watch = new IntersectionObserver(([entry]) => setIsNear(entry?.isIntersecting ?? false), {
      root: element.current.parentElement,
      rootMargin: '100%',
    });
    watch.observe(element.current);
    return () => watch.disconnect();
  }, [element]);
  return isNear;
}

function useFittingScale(box: RefObject<HTMLElement | null>, width: number): number {
  const [room, setRoom] = useState(width);
  useLayoutEffect(() => {
    if (box.current === null) return;
    // What scrolls must be reached by keyboard.
    box.current.tabIndex = 0;
    const watch = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width ?? width));
    watch.observe(box.current);
    return () => watch.disconnect();
  }, [box, width]);
  return Math.max(0.4, Math.min(largest, room / width));
}
