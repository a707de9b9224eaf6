// How a line is called in a sentence.
import type { SheetLine } from '../../../../src-shared/domain/estimate/refinish/automatic-lines.ts';
import type { NameLine } from '../../../words/automatic-words.ts';

/** `line 4, LT fender`, by the number it is printed with. */
export function lineNamer(lines: readonly SheetLine[]): NameLine {
  const places = new Map<string, number>(lines.map(({ id }, at) => [id, at]));
  return (id) => {
    const at = places.get(id);
    if (at === undefined) return 'a line that is gone';
    const words = lines[at]?.text.description ?? '';
    return `line ${at + 1}${words === '' ? '' : `, ${words}`}`;
  };
}
