// The keys every text control knows: Enter commits, Escape takes back.
import type { KeyboardEvent } from 'react';
import type { CommittedText } from './use-committed-text.ts';

/** A field of several lines is committed with Ctrl+Enter. */
export function fieldKey(event: KeyboardEvent, text: CommittedText, lines: 'one' | 'many' = 'one'): void {
  if (event.nativeEvent.isComposing) return;
  if (event.key === 'Enter' && (lines === 'one' || event.ctrlKey)) text.commit();
  if (event.key === 'Escape' && text.restore()) {
    // Taken back here; the dialog around stays open.
    event.preventDefault();
    event.stopPropagation();
  }
}
