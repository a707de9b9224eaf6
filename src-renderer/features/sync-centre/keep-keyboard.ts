// What had the keyboard may be gone once it was used: a button that was pressed, the last thing to decide.

/** Gives the keyboard to what is left, or else to the tab in front, from which the arrows lead on. */
export function keepKeyboard(left: () => HTMLElement | null = () => null): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return;
    (left() ?? document.querySelector<HTMLElement>('.centre [role=tab][aria-selected=true]'))?.focus();
  });
}
