// Text of people as paper may show it: what cannot be seen, or turns the order of what is seen, is left out.

/** Control characters, marks of direction, and signs without a width. Joiners stay, and signs before Arabic numbers. */
const unseen = /(?!\u200c|\u200d|[\u0600-\u0605\u06dd])[\p{Cc}\p{Cf}]/gu;
const halfSign = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text of one line. */
export const printable = (text: string): string =>
  text.replaceAll(halfSign, '\ufffd').replaceAll(/\s+/g, ' ').replaceAll(unseen, '').trim();

/** The lines of a longer text, without empty ones. */
export const printableLines = (text: string): readonly string[] =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(printable)
    .filter((line) => line !== '');
