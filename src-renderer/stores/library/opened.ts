// Which employee, insurance company and customer is open in its list, and the field that somebody was sent to.

import { create } from 'zustand';
import { showTab } from '../shell.ts';

/** The libraries that are a list with a form beside it. */
const listed = ['employee', 'insurer', 'customer'] as const;
export type ListedKind = (typeof listed)[number];
export const isListed = (kind: string): kind is ListedKind => (listed as readonly string[]).includes(kind);
/** Those of them that are called by one name. */
export type NamedKind = Exclude<ListedKind, 'customer'>;
export type Opened = { readonly id: string; readonly place?: string | undefined };

export const useOpened = create<{ readonly [K in ListedKind]?: Opened | undefined }>()(() => ({}));

/** Opens a record in its list; the field of that place gets the focus. */
export function openListed(kind: ListedKind, id: string, place?: string): void {
  useOpened.setState({ [kind]: { id, place } });
}

/** Shows the list, and opens a record in it. */
export function visitListed(kind: ListedKind, id: string, place?: string): void {
  openListed(kind, id, place);
  showTab(kind);
}

export const closeListed = (kind: ListedKind): void => useOpened.setState({ [kind]: undefined });

/** The list whose user is asked for the name of somebody or something new. */
export const useNaming = create<{ readonly kind: ListedKind | undefined }>()(() => ({ kind: undefined }));
export const askName = (kind: ListedKind | undefined): void => useNaming.setState({ kind });
