/** Ten lines as an estimator's hands write them, and what the grid shows afterwards. */
import type { Keyboard } from '@playwright/test';

/** The cells of a line from the operation on, in the order that Tab goes; what is not named is passed by. */
type Cells = readonly string[];

// Oper, part type, description, part no, qty, price, labour, paint, misc, tax, note.
const written: readonly Cells[] = [
  ['Head', '', 'FRONT'],
  ['Repl', 'OEM', 'Bumper cover', 'TO1000377', '', '=200+12.40', '2.1', '3.0'],
  ['Rpr', '', 'LT Fender', '', '', '', '1.5+0.3', '2.0'],
  ['Repl', 'OEM', 'Hood', 'HD-77', '', '212.54', '0.8', '2.8'],
  ['Blnd', '', 'RT Fender', '', '', '', '', '2.0f'],
  ['R&I', '', 'LT Headlamp', '', '', '', '0.4', '', '', '', 'Kept for reuse'],
  ['Head', '', 'OTHER WORK'],
  ['Repl', 'A/M', 'Emblem', '', '', '65.43', 'Incl.'],
  ['Subl', '', 'Alignment', '', '', '', '', '', '89.95'],
  ['', '', 'Urethane kit', '', '', '', '0.1', '', '=3*12.5T'],
];

/** Types them from the operation of the first blank row; Enter goes on to the operation of the next. */
export async function keysOfTenLines(keyboard: Keyboard): Promise<void> {
  for (const cells of written) {
    for (const [at, text] of cells.entries()) {
      if (at > 0) await keyboard.press('Tab');
      await keyboard.type(text);
    }
    await keyboard.press('Enter');
  }
}

/** Operation, description, labour and paint of each row. */
export const tenLines: readonly string[] = [
  'Heading|FRONT||',
  'Repl|Bumper cover|2.1|3.0',
  '|Add for Clear Coat||1.2',
  'Rpr|LT Fender|1.8|2.0',
  '|Add for Clear Coat||0.8',
  'Repl|Hood|0.8|2.8',
  '|Overlap Major Adj. Panel||-0.4',
  '|Add for Clear Coat||0.5',
  'Blnd|RT Fender||1.0',
  'R&I|LT Headlamp|0.4|',
  'Heading|OTHER WORK||',
  'Repl|Emblem|Incl.|',
  'Subl|Alignment||',
  '|Urethane kit|0.1|',
];
