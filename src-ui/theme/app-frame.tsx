// The root of every page: theme, density, Fluent's renderer with the page's nonce, toasts and live regions.
import { createDOMRenderer, FluentProvider, RendererProvider } from '@fluentui/react-components';
import { type ReactNode, useLayoutEffect, useMemo } from 'react';
import { LiveRegions } from '../feedback/live-region.tsx';
import { ToastHost } from '../feedback/toast.tsx';
import { PaneRing } from '../shell/panes.tsx';
import './base.css';
import { DensityContext } from './density.ts';
import { fluentTheme } from './fluent-theme.ts';
import { type ColorScheme, cssVariables, type Density } from './theme.ts';
import { type ThemeChoice, useColorScheme } from './use-color-scheme.ts';

export type AppFrameProps = {
  /** The nonce of the page's content security policy, for the styles Fluent inserts. */
  readonly nonce?: string | undefined;
  readonly theme?: ThemeChoice;
  readonly density?: Density;
  readonly children: ReactNode;
};

export function AppFrame({ nonce, theme = 'system', density = 'compact', children }: AppFrameProps) {
  const scheme = useColorScheme(theme);
  const renderer = useMemo(
    () => createDOMRenderer(document, nonce ? { styleElementAttributes: { nonce } } : {}),
    [nonce],
  );
  const fluent = useMemo(() => fluentTheme(scheme), [scheme]);
  useLayoutEffect(() => paintRoot(scheme, density), [scheme, density]);

  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider theme={fluent}>
        <DensityContext value={density}>
          <LiveRegions>
            <ToastHost>
              <PaneRing>
                <div className='ui-frame' {...ownTabKey}>
                  {children}
                </div>
              </PaneRing>
            </ToastHost>
          </LiveRegions>
        </DensityContext>
      </FluentProvider>
    </RendererProvider>
  );
}

/** Fluent's focus keeper would take Tab away from whatever is last on the page, a cell being edited for instance. */
const ownTabKey = { 'data-tabster': '{"uncontrolled":{"completely":true}}' } as const;

/** On the root element, because dialogs and menus are drawn outside the frame's own element. */
function paintRoot(scheme: ColorScheme, density: Density): void {
  const root = document.documentElement;
  for (const [name, value] of cssVariables(scheme, density)) root.style.setProperty(name, value);
  root.style.colorScheme = scheme;
  root.dataset.theme = scheme;
  root.dataset.density = density;
}
