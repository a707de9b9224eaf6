// A browser's key event as the grid's plain value.
import type { KeyboardEvent } from 'react';
import type { KeyPress } from '../model/keyboard.ts';

export function pressOf(event: KeyboardEvent): KeyPress {
  return {
    key: event.key,
    ctrl: event.ctrlKey || event.metaKey,
    shift: event.shiftKey,
    alt: event.altKey,
    altGraph: event.getModifierState('AltGraph'),
    composing: event.nativeEvent.isComposing,
  };
}
