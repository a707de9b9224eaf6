// The ring of panes: F6 goes to the next, Shift+F6 to the one before, each remembers where one was.
import { createContext, type ElementType, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';

type Registered = { readonly order: number; readonly element: HTMLElement; last: HTMLElement | undefined };
type Ring = { readonly add: (pane: Registered) => () => void };

const RingContext = createContext<Ring | undefined>(undefined);

export function PaneRing({ children }: { readonly children: ReactNode }) {
  const panes = useRef(new Set<Registered>());
  const ring = useMemo<Ring>(
    () => ({
      add: (pane) => {
        panes.current.add(pane);
        return () => panes.current.delete(pane);
      },
    }),
    [],
  );
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.defaultPrevented) return;
      if (goRound([...panes.current], event.shiftKey ? -1 : 1)) event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  return <RingContext value={ring}>{children}</RingContext>;
}

export type PaneProps = {
  readonly label: string;
  /** Its place in the ring. */
  readonly order: number;
  readonly as?: 'main' | 'nav' | 'section' | 'footer' | 'header' | 'aside';
  readonly className?: string;
  readonly children: ReactNode;
};

export function Pane({ label, order, as = 'section', className, children }: PaneProps) {
  const ring = useContext(RingContext);
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!element.current || !ring) return;
    const pane: Registered = { order, element: element.current, last: undefined };
    const remember = (event: FocusEvent): void => {
      if (event.target instanceof HTMLElement && event.target !== pane.element) pane.last = event.target;
    };
    pane.element.addEventListener('focusin', remember);
    const remove = ring.add(pane);
    return () => {
      pane.element.removeEventListener('focusin', remember);
      remove();
    };
  }, [ring, order]);
  const Tag: ElementType = as;
  return (
    <Tag ref={element} aria-label={label} className={className} tabIndex={-1}>
      {children}
    </Tag>
  );
}

function goRound(panes: readonly Registered[], step: 1 | -1): boolean {
  const visible = panes.filter((pane) => pane.element.checkVisibility());
  // A pane that is divided into panes is reached through them; as a stop of its own it would lead back into one of them.
  const isDivided = (pane: Registered) => visible.some((one) => one !== pane && pane.element.contains(one.element));
  const shown = visible.filter((pane) => !isDivided(pane)).sort((one, other) => one.order - other.order);
  if (shown.length === 0) return false;
  const here = shown.findLastIndex((pane) => pane.element.contains(document.activeElement));
  const start = here === -1 ? (step === 1 ? -1 : 0) : here;
  const next = shown[(start + step + shown.length) % shown.length];
  if (next) focusPane(next);
  return true;
}

function focusPane(pane: Registered): void {
  const last = pane.last?.isConnected && pane.last.checkVisibility() ? pane.last : undefined;
  const first = pane.element.querySelector<HTMLElement>(
    '[role=gridcell][tabindex="0"], [tabindex="0"], button:not([tabindex="-1"]), input, select, textarea, a[href]',
  );
  (last ?? first ?? pane.element).focus();
}
