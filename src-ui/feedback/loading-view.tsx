// Draws the one union of everything that is fetched.
import { type ReactNode, useEffect, useState } from 'react';
import './feedback.css';
import { MessageStrip, type Problem } from './message-strip.tsx';

export type Loading<T, F> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: T }
  | { readonly kind: 'failed'; readonly failure: F };

export type LoadingViewProps<T, F> = {
  readonly state: Loading<T, F>;
  readonly describe: (failure: F) => Problem;
  readonly onRetry?: () => void;
  readonly children: (value: T) => ReactNode;
};

export function LoadingView<T, F>({ state, describe, onRetry, children }: LoadingViewProps<T, F>) {
  switch (state.kind) {
    case 'ready':
      return children(state.value);
    case 'failed':
      return (
        <MessageStrip
          tone='error'
          {...describe(state.failure)}
          actions={onRetry ? [{ id: 'retry', title: 'Try again', run: onRetry }] : []}
        />
      );
    default:
      return <Skeleton />;
  }
}

/** Nothing for the first tenth of a second, so that fast answers do not flicker. */
function Skeleton() {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 100);
    return () => clearTimeout(timer);
  }, []);
  if (!slow) return null;
  return (
    <div className='ui-skeleton' role='status' aria-label='Loading'>
      {['one', 'two', 'three', 'four'].map((line) => (
        <span key={line} className='ui-skeleton-line' />
      ))}
    </div>
  );
}
