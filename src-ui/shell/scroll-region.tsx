// A part of a screen that scrolls by itself and may hold nothing to press: the keyboard reaches it all the same.
import type { ReactNode } from 'react';

export type ScrollRegionProps = { readonly label: string; readonly className: string; readonly children: ReactNode };

export function ScrollRegion({ label, className, children }: ScrollRegionProps) {
  return (
    <section ref={reachable} className={className} aria-label={label}>
      {children}
    </section>
  );
}

/** Without a tab stop nobody scrolls it by keys (WCAG 2.1.1). */
function reachable(region: HTMLElement | null): void {
  if (region !== null) region.tabIndex = 0;
}
