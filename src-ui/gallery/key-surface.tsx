// A part of the screen that has the keyboard when it comes to stand, and keys of its own.
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';

export type KeySurfaceProps = {
  readonly label: string;
  readonly className: string;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
};

export function KeySurface({ label, className, onKey, children }: KeySurfaceProps) {
  const root = useRef<HTMLElement>(null);
  useEffect(() => root.current?.focus(), []);
  return (
    <section ref={root} className={className} tabIndex={-1} aria-label={label} onKeyDown={onKey}>
      {children}
    </section>
  );
}
