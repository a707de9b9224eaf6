// How a line is called in a sentence.
import type { SheetLine } from '../../../../src-shared/domain/estimate/refinish/automatic-lines.ts';
import type { NameLine } from '../../../words/automatic-words.ts';

/** `line 4, LT fender`, by the number it is printed with. */
export function lineNamer(lines: readonly SheetLine[]): NameLine {
  return (id) => {
    const at = lines.findIndex((line) => line.id === id);
    const words = lines[at]?.text.description ?? '';
    return at < 0 ? 'a line that is gone' : `line ${at + 1}${words === '' ? '' : `, ${words}`}`;
  };
}
