// Leaving a field is what commits it; commands that follow must find it committed.

/** Runs a command that may take the field away: a field that is removed is never left, so it is left first. */
export function afterCommit(run: () => void): void {
  commitFocused();
  run();
}

/** Commits what is being typed, and answers a way back to where the focus was. */
export function commitFocused(): () => void {
  const before = document.activeElement;
  if (!(before instanceof HTMLElement) || before === document.body) return () => undefined;
  before.blur();
  return () => {
    if (before.isConnected && document.activeElement === document.body) before.focus();
  };
}

/** Goes to the first field whose text was not taken; false where there is none. */
export function goToRefused(form: HTMLElement | null): boolean {
  const refused = form?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? undefined;
  refused?.focus();
  return refused !== undefined;
}

/** Gives up what stands typed in a field, as Escape does, and leaves it: nothing of it is committed. */
export function giveUp(field: Element | null): void {
  if (!(field instanceof HTMLElement)) return;
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
  field.blur();
}

/** Goes to a control and leaves it, so that it commits what it holds; false when it is not on the page. */
export function leaveField(id: string): boolean {
  const control = document.getElementById(id);
  control?.focus();
  control?.blur();
  return control !== null;
}
