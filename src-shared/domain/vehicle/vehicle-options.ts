// What a vehicle is equipped with: a list of options in plain words, each once.

export const maxOptions = 120;
export const maxOptionLength = 100;

/** Options that are offered; any other words are taken, too. */
export const usualOptions = [
  'Air conditioning',
  'Alloy wheels',
  'Anti-lock brakes',
  'Backup camera',
  'Blind spot detection',
  'Bluetooth',
  'Cruise control',
  'Adaptive cruise control',
  'Fog lamps',
  'Heated mirrors',
  'Heated seats',
  'Keyless entry',
  'Lane departure warning',
  'LED headlamps',
  'Leather seats',
  'Navigation system',
  'Parking sensors',
  'Power locks',
  'Power mirrors',
  'Power seats',
  'Power windows',
  'Rain sensor',
  'Roof rails',
  'Running boards',
  'Sunroof',
  'Tow package',
  'Tinted glass',
] as const;

/** Options as people paste them: one a line, or divided by semicolons. */
export const readOptions = (text: string): readonly string[] =>
  text
    .split(/[\n\r;]+/)
    .map((one) => one.replaceAll(/\s+/g, ' ').trim().slice(0, maxOptionLength).trim())
    .filter((one) => one !== '');

/** A list with more options at its end; what it has already, in any case, is not added again. */
export function withOptions(list: readonly string[], added: readonly string[]): readonly string[] {
  const keys = new Set(list.map(keyOf));
  const more = added.filter((one) => !keys.has(keyOf(one)) && keys.add(keyOf(one)));
  return [...list, ...more].slice(0, maxOptions);
}

const keyOf = (option: string): string => option.toLowerCase();
