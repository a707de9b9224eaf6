// The closed list of everything that can go wrong in a way a person may meet.

/** Why a field's value was refused; the window words it for people. */
export type Issue =
  | 'required'
  | 'too-long'
  | 'too-large'
  | 'negative'
  | 'not-a-number'
  | 'not-a-date'
  | 'not-a-choice'
  | 'bad-format'
  | 'card-number'
  | 'duplicate'
  | 'out-of-order'
  | 'unknown-field'
  | 'photo-type'
  | 'photo-heic'
  | 'photo-broken'
  | 'photo-bytes'
  | 'photo-pixels'
  | 'photo-count'
  | 'document-type'
  | 'document-broken'
  | 'document-bytes'
  | 'document-pages'
  | 'document-count';

/** A failure as data: it crosses every door unchanged and is worded once, in the window. */
export type Failure =
  | { readonly kind: 'invalid'; readonly field: string; readonly issue: Issue; readonly limit?: number }
  | { readonly kind: 'not-found'; readonly what: string }
  | { readonly kind: 'locked'; readonly what: string; readonly holder?: string }
  | { readonly kind: 'conflict'; readonly what: string }
  | { readonly kind: 'forbidden'; readonly need: string }
  | { readonly kind: 'offline' }
  | { readonly kind: 'outdated'; readonly need: string }
  | { readonly kind: 'unavailable'; readonly what: string; readonly retryAfterMs?: number }
  /** A file that cannot be used: which, where in it, and why (a word of the exchange of estimates). */
  | { readonly kind: 'unreadable'; readonly file: string; readonly place: string; readonly why: string }
  | { readonly kind: 'unexpected'; readonly reference: string };

/** The failure for one field of an input. */
export const invalid = (field: string, issue: Issue, limit?: number): Failure =>
  limit === undefined ? { kind: 'invalid', field, issue } : { kind: 'invalid', field, issue, limit };

/** Makes a forgotten case of a closed union a compile error, and a loud one at run time. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
