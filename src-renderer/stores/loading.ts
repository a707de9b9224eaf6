// Where an answer of the backend stands: not asked, asked, there, or failed.

import type { Failure } from '../../src-shared/base/failure.ts';

export type Loading<T> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: T }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** The value if it is there. */
export const readyValue = <T>(loading: Loading<T>): T | undefined =>
  loading.kind === 'ready' ? loading.value : undefined;
