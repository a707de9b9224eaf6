// Keeps the focus on the active cell while the grid has it, also when rows come, go or scroll away.
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { GridState } from './model/grid-state.ts';

export function useGridFocus(
  root: RefObject<HTMLElement | null>,
  { active, editing }: GridState,
): { readonly claim: () => void } {
  const holds = useRef(false);

  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const enter = (): void => {
      holds.current = true;
    };
    const leave = (event: FocusEvent): void => {
      // No related target: the focused cell went away, or another window came in front. Neither is leaving.
      if (event.relatedTarget instanceof Node && !element.contains(event.relatedTarget)) holds.current = false;
    };
    const pressElsewhere = (event: Event): void => {
      if (event.target instanceof Node && !element.contains(event.target)) holds.current = false;
    };
    element.addEventListener('focusin', enter);
    element.addEventListener('focusout', leave);
    document.addEventListener('pointerdown', pressElsewhere, true);
    return () => {
      element.removeEventListener('focusin', enter);
      element.removeEventListener('focusout', leave);
      document.removeEventListener('pointerdown', pressElsewhere, true);
    };
  }, [root]);

  // After every drawing: any of them may have replaced the cell that had the focus.
  useLayoutEffect(() => {
    if (!holds.current || editing) return;
    const cell = root.current?.querySelector<HTMLElement>(`[data-row="${active.row}"][data-column="${active.column}"]`);
    const target = cell ?? root.current?.querySelector<HTMLElement>('[role=grid]');
    if (target && target !== document.activeElement && mayTake(root.current)) target.focus({ preventScroll: true });
  });

  return {
    claim: () => {
      holds.current = true;
    },
  };
}

/** Never taken from another part of the page, such as an open menu. */
function mayTake(root: HTMLElement | null): boolean {
  const focused = document.activeElement;
  return focused === null || focused === document.body || root?.contains(focused) === true;
}
