// Phone numbers in an EMS set: ten digits in one field, the extension in the field of the same name with an X.

import { parsePhone, phoneDigits, phoneExtension } from '../../people/phone.ts';
import type { Cells } from './ems-cells.ts';
import type { EmsRow } from './write-ems.ts';

/** A number in its printed form; what is none stays as the file has it. */
export function readPhone(cells: Cells, name: string): string {
  const number = cells.text(name, 20);
  const extension = cells.text(`${name}X`, 8);
  const whole = number === '' || extension === '' ? number : `${number} x${extension}`;
  const parsed = parsePhone(whole, name);
  return parsed.ok ? parsed.value : whole;
}

/** A number of North America as digits; others go as they stand, as far as the field holds them. */
export function phoneFields(name: string, number: string): EmsRow {
  const digits = phoneDigits(number);
  return digits.length === 10
    ? { [name]: digits, [`${name}X`]: phoneExtension(number) }
    : { [name]: number.replaceAll(/[^\d+x]/g, '') };
}
