// Where the focus is while a dialog stands: in it from the first moment, and back where it was after it.
import { type RefObject, useEffect, useLayoutEffect } from 'react';

/** Gives the focus to what the dialog is first about: the control of that id, the first field, or the action. */
export function focusFirst(form: HTMLFormElement | null, id?: string): void {
  const wishes = ['[data-autofocus]', 'input, textarea, select', 'button[type=submit]', 'button'];
  if (id !== undefined) wishes.unshift(`#${CSS.escape(id)}`);
  const first = wishes.map((wish) => form?.querySelector<HTMLElement>(wish)).find((found) => found);
  first?.focus();
}

/** Stands before the dialog, so that it sees what had the focus before the dialog took it; gives it back unless something took it since. */
export function FocusKeeper({ held }: { readonly held: boolean }) {
  useLayoutEffect(() => {
    if (!held) return;
    const before = document.activeElement;
    return () => {
      const last = document.activeElement;
      requestAnimationFrame(() => {
        const now = document.activeElement;
        if ((now === last || now === document.body) && before instanceof HTMLElement && before.isConnected)
          before.focus();
      });
    };
  }, [held]);
  return null;
}

/** Fluent gives the focus to the first thing that can have it once the dialog stands; this comes after it, and gives it to what Enter is meant for. */
export function useFirstFocus(held: boolean, form: RefObject<HTMLFormElement | null>, id: string | undefined): void {
  useEffect(() => {
    if (held) focusFirst(form.current, id);
  }, [held, form, id]);
}

/**
 * What lies behind the dialog may come late for the focus, a list that has just been read: it goes back to the dialog,
 * unless that closes in the same moment.
 */
export function useFocusInside(held: boolean, form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    if (!held) return;
    let last: HTMLElement | null = null;
    let frame = 0;
    const takeBack = (): void => {
      if (!isBehind(document.activeElement)) return;
      if (last?.isConnected) last.focus();
      else focusFirst(form.current);
    };
    const hear = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement && form.current?.contains(target)) last = target;
      else frame = requestAnimationFrame(takeBack);
    };
    document.addEventListener('focusin', hear);
    return () => {
      document.removeEventListener('focusin', hear);
      cancelAnimationFrame(frame);
    };
  }, [held, form]);
}

/** Dialogs, menus and toasts stand in portals; the dummies keep Tab inside. */
const isBehind = (element: Element | null): boolean =>
  element !== null && element !== document.body && element.closest('[data-portal-node], [data-tabster-dummy]') === null;

type NobodysKeys = { readonly held: boolean; readonly onEscape: () => void; readonly onEnter: () => void };

/** A field that goes while it has the focus leaves it to the page: Enter and Escape mean the dialog all the same. */
export function KeysOfNobody({ held, onEscape, onEnter }: NobodysKeys) {
  useEffect(() => {
    if (!held) return;
    const hear = (event: KeyboardEvent): void => {
      if (document.activeElement !== document.body) return;
      if (event.key === 'Escape') onEscape();
      if (event.key === 'Enter') onEnter();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [held, onEscape, onEnter]);
  return null;
}
