// The one theme object: every colour and size of the product, light and dark, and their names in CSS.

export type Density = 'compact' | 'comfortable';
export type ColorScheme = 'light' | 'dark';

/** Text colours keep a contrast of 4.5:1 or better on canvas, surface, raised and their own soft ground. */
const light = {
  canvas: '#eef0f3',
  surface: '#ffffff',
  raised: '#f7f8fa',
  sunken: '#e6e9ee',
  hover: '#edf1f6',
  line: '#dde1e7',
  'line-strong': '#8b95a3',
  text: '#1a1f26',
  'text-soft': '#475160',
  'text-faint': '#5c6674',
  accent: '#1a5fb4',
  'accent-fill': '#1a5fb4',
  'accent-hover': '#154f97',
  'accent-soft': '#e4eefb',
  'on-accent': '#ffffff',
  selection: '#d6e6fa',
  ok: '#1b6e3c',
  'ok-soft': '#e3f4e9',
  warn: '#7d4e00',
  'warn-soft': '#fff3d4',
  danger: '#b3261e',
  'danger-fill': '#b3261e',
  'danger-soft': '#fdebe9',
  shadow: '0 1px 2px rgb(20 28 40 / 8%), 0 8px 24px rgb(20 28 40 / 16%)',
} as const;

type Palette = { readonly [Name in keyof typeof light]: string };

const dark: Palette = {
  canvas: '#16181c',
  surface: '#1f2227',
  raised: '#262a30',
  sunken: '#121417',
  hover: '#2b3038',
  line: '#343a43',
  'line-strong': '#7b8592',
  text: '#e9ebee',
  'text-soft': '#b9c1cb',
  'text-faint': '#a0a9b5',
  accent: '#78b4f7',
  'accent-fill': '#2767b5',
  'accent-hover': '#3277c9',
  'accent-soft': '#1d3048',
  'on-accent': '#ffffff',
  selection: '#233e60',
  ok: '#74cf95',
  'ok-soft': '#183324',
  warn: '#f0c063',
  'warn-soft': '#3a2e12',
  danger: '#ff9c94',
  'danger-fill': '#b53a32',
  'danger-soft': '#44201e',
  shadow: '0 1px 2px rgb(0 0 0 / 40%), 0 8px 28px rgb(0 0 0 / 55%)',
};

const sizes = {
  compact: { row: 24, control: 26, gap: 8 },
  comfortable: { row: 32, control: 32, gap: 10 },
} as const;

export const theme = {
  colors: { light, dark } satisfies Record<ColorScheme, Palette>,
  sizes,
  radius: 4,
  font: "'Segoe UI Variable Text', 'Segoe UI', -apple-system, 'Noto Sans', 'Liberation Sans', system-ui, sans-serif",
  monoFont: "'Cascadia Mono', Consolas, 'Liberation Mono', monospace",
  textSize: { small: 11, body: 13, strong: 14, title: 18 },
} as const;

/** The theme as CSS custom properties, for our own style sheets. */
export function cssVariables(scheme: ColorScheme, density: Density): ReadonlyMap<string, string> {
  const variables = new Map<string, string>();
  for (const [name, color] of Object.entries(theme.colors[scheme])) variables.set(`--ui-${name}`, color);
  for (const [name, size] of Object.entries(theme.sizes[density])) variables.set(`--ui-${name}`, `${size}px`);
  for (const [name, size] of Object.entries(theme.textSize)) variables.set(`--ui-size-${name}`, `${size}px`);
  variables.set('--ui-radius', `${theme.radius}px`);
  variables.set('--ui-font', theme.font);
  variables.set('--ui-font-mono', theme.monoFont);
  return variables;
}
