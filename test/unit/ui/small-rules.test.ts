// Sorting by heading, choosing by typing, dates and numbers as people write them, finding commands.
import { expect, test } from 'vitest';
import { findCommands } from '../../../src-ui/actions/find-commands.ts';
import { matchChoices, namedChoice } from '../../../src-ui/choice/choice.ts';
import { tooLong } from '../../../src-ui/fields/commit.ts';
import { parseDate, printDate } from '../../../src-ui/fields/date-text.ts';
import { parseNumber } from '../../../src-ui/fields/number-text.ts';
import { pressSort } from '../../../src-ui/grid/model/sort.ts';
import { cssVariables, theme } from '../../../src-ui/theme/theme.ts';

test('a heading sorts up, down, not at all', () => {
  const up = pressSort([], 'owner', false);
  const down = pressSort(up, 'owner', false);
  expect(up).toEqual([{ columnId: 'owner', descending: false }]);
  expect(down).toEqual([{ columnId: 'owner', descending: true }]);
  expect(pressSort(down, 'owner', false)).toEqual([]);
});

test('Shift adds a second key, a plain press replaces all', () => {
  const first = pressSort([], 'owner', false);
  const both = pressSort(first, 'total', true);
  expect(both.map((key) => key.columnId)).toEqual(['owner', 'total']);
  expect(pressSort(both, 'total', true)).toEqual([first[0], { columnId: 'total', descending: true }]);
  expect(pressSort(both, 'due', false)).toEqual([{ columnId: 'due', descending: false }]);
});

const opers = [
  { value: 'RR', label: 'Repl', hint: 'Replace' },
  { value: 'RP', label: 'Rpr', hint: 'Repair' },
  { value: 'BL', label: 'Blnd', hint: 'Blend' },
];

test('choices that begin with the typed text come first, case does not matter', () => {
  expect(matchChoices(opers, 'RP').map((choice) => choice.label)).toEqual(['Rpr']);
  expect(matchChoices(opers, 'l').map((choice) => choice.label)).toEqual(['Repl', 'Blnd']);
  expect(matchChoices(opers, 'rep').map((choice) => choice.label)).toEqual(['Repl', 'Rpr']);
  expect(matchChoices(opers, ' ')).toHaveLength(3);
});

test('a text names a choice by label or by value', () => {
  expect(namedChoice(opers, 'blnd ')?.value).toBe('BL');
  expect(namedChoice(opers, 'rr')?.value).toBe('RR');
  expect(namedChoice(opers, 'r')).toBeUndefined();
});

test.each([
  ['2026-11-21', '2026-11-21'],
  ['11/21/2026', '2026-11-21'],
  ['11/21/26', '2026-11-21'],
  ['1/2', '2026-01-02'],
  ['11-21-2026', '2026-11-21'],
  ['11212026', '2026-11-21'],
  ['2/29/2024', '2024-02-29'],
  ['3/4/99', '1999-03-04'],
  ['', ''],
])('the date %s is %s', (typed, iso) => {
  expect(parseDate(typed, '2026-11-21')).toEqual({ ok: true, value: iso });
});

test.each(['13/1/2026', '2/29/2026', '0/4/2026', 'tomorrow', '11/21/202', '1/32/2026'])('%s is no date', (typed) => {
  expect(parseDate(typed, '2026-11-21').ok).toBe(false);
});

test('a date is shown as month, day, year', () => {
  expect(printDate('2026-03-04')).toBe('3/4/2026');
  expect(printDate('')).toBe('');
});

test.each([
  ['48,213', 0, 48213],
  [' 1.5 ', 1, 1.5],
  ['', 0, undefined],
  ['-3', 0, -3],
])('%s with %s decimals is %s', (typed, decimals, value) => {
  expect(parseNumber(typed, { min: undefined, max: undefined, decimals })).toEqual({ ok: true, value });
});

test.each(['1e308', 'abc', '1.5', '1.2.3', '٣'])('%s is refused as a whole number', (typed) => {
  expect(parseNumber(typed, { min: 0, max: 9999999, decimals: 0 }).ok).toBe(false);
});

test('a number outside its limits is refused with the limit', () => {
  expect(parseNumber('-1', { min: 0, max: 10, decimals: 0 })).toEqual({ ok: false, message: 'At least 0.' });
  expect(parseNumber('11', { min: 0, max: 10, decimals: 0 })).toEqual({ ok: false, message: 'At most 10.' });
});

test('a text that is too long is told both lengths', () => {
  expect(tooLong('x'.repeat(30_000), 40)).toMatch(/30,000 characters, at most 40/);
  expect(tooLong('short', 40)).toBeUndefined();
});

test('commands are found by the beginnings of their words', () => {
  const named = (title: string) => ({ id: title, title, run: () => undefined });
  const commands = ['Print preview', 'New workfile', 'Open workfile', 'Sprint board'].map(named);
  expect(findCommands(commands, 'pri').map((command) => command.title)).toEqual(['Print preview', 'Sprint board']);
  expect(findCommands(commands, 'work op').map((command) => command.title)).toEqual(['Open workfile']);
  expect(findCommands(commands, 'zzz')).toEqual([]);
});

const luminance = (hex: string): number => {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: string, other: string): number => {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
};

test.each(['light', 'dark'] as const)('every text colour of the %s theme can be read on every ground', (scheme) => {
  const color = theme.colors[scheme];
  const pairs = [
    ...(['text', 'text-soft', 'text-faint', 'accent', 'ok', 'warn', 'danger'] as const).flatMap((ink) =>
      (['canvas', 'surface', 'raised', 'hover'] as const).map((ground) => [ink, ground] as const),
    ),
    ...(['ok', 'warn', 'danger', 'accent'] as const).map((tone) => [tone, `${tone}-soft`] as const),
    ['on-accent', 'accent-fill'],
    ['on-accent', 'accent-hover'],
    ['on-accent', 'danger-fill'],
    ['text', 'selection'],
    ['text-soft', 'selection'],
    ['text-soft', 'sunken'],
  ] as const;
  const poor = pairs.filter(([ink, ground]) => contrast(color[ink], color[ground]) < 4.5);
  expect(poor).toEqual([]);
  expect(contrast(color['line-strong'], color.surface)).toBeGreaterThan(3);
});

test('the theme becomes CSS variables', () => {
  const variables = cssVariables('dark', 'comfortable');
  expect(variables.get('--ui-row')).toBe('32px');
  expect(variables.get('--ui-surface')).toBe(theme.colors.dark.surface);
});
