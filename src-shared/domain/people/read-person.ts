// Who somebody is, read from what is typed in one line: a name, a phone number, or both.

import { invalid } from '../../base/failure.ts';
import { failed, ok, type Result } from '../../base/result.ts';
import type { Contact } from './contact.ts';
import { parsePhone } from './phone.ts';

/** The name and the number that a line of text means. */
export type ReadPerson = { readonly name: Contact['name']; readonly cell: Contact['cell'] };

/** Seven digits or more, as people write them, with an extension. */
const number = /(?<![\p{L}\d])\+?\(?\d[\d\s().\-/·]{5,}\d(?:\s*(?:x|ext\.?)\s*\d{1,8})?(?![\p{L}\d])/iu;
/** The forms of a company in North America, at the end of its name. */
const companyForm = /[\s,](?:inc|incorporated|llc|l\.l\.c|llp|lp|pllc|pc|ltd|limited|corp|corporation|co|company)\.?$/i;

/**
 * Reads `Turpin, Sharon`, `Sharon Turpin`, `Arctic Refrigeration Inc`, a phone number, or a name with one before or
 * after it. Without a comma the last word is the last name. Digits alone must be a whole number.
 */
export function readPerson(text: string): Result<ReadPerson> {
  const found = number.exec(text)?.[0];
  const cell = found === undefined ? ok('') : parsePhone(found, 'contact.cell.number');
  if (!cell.ok) return cell;
  const rest = tidy(found === undefined ? text : text.replace(found, ' '));
  if (rest !== '' && !/\p{L}/u.test(rest)) return failed(invalid('contact.cell.number', 'bad-format'));
  return ok({ name: readName(rest), cell: { number: cell.value } });
}

function readName(text: string): Contact['name'] {
  if (companyForm.test(text)) return { first: '', last: '', company: text };
  const comma = text.indexOf(',');
  if (comma >= 0) return { first: tidy(text.slice(comma + 1)), last: tidy(text.slice(0, comma)), company: '' };
  const words = text.split(' ');
  return { first: words.slice(0, -1).join(' '), last: words.at(-1) ?? '', company: '' };
}

const tidy = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll(/^[\s,;]+|[\s,;]+$/g, '');
