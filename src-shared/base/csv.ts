// Tables as text: comma-, semicolon- or tab-separated, with quoted cells as spreadsheets write them (RFC 4180).

/** The rows of a table; empty rows are left out. The separator is the one that the first line has most of. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const plain = text.replace(/^\ufeff/, '');
  const separator = separatorOf(plain.slice(0, plain.search(/[\r\n]|$/)));
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${separator}\\r\\n]*))(${separator}|\\r\\n|\\n|\\r|$)`, 'gy');
  const rows: string[][] = [];
  let row: string[] = [];
  while (cell.lastIndex < plain.length) {
    const [whole, quoted, bare = '', end] = cell.exec(plain) ?? [];
    // A quote in the middle of a cell: the rest of the line is taken as it is.
    if (whole === undefined) return [...rows, [...row, plain.slice(cell.lastIndex)]];
    row.push(withoutGuard(quoted === undefined ? bare : quoted.replaceAll('""', '"')));
    if (end === separator && cell.lastIndex < plain.length) continue;
    if (end === separator) row.push('');
    rows.push(row);
    row = [];
  }
  return rows.filter((cells) => cells.some((value) => value.trim() !== ''));
}

/** A table as comma-separated text with line ends that every spreadsheet reads; none computes what begins like a formula. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(guarded).map(quotedCell).join(',')}\r\n`).join('');

const quotedCell = (value: string): string =>
  /[",;\t\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

/** Text that begins like a formula gets a quote before it, by which spreadsheets know text; plain numbers stay. */
const guarded = (value: string): string =>
  /^[=+\-@\t\r]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : value;
const withoutGuard = (value: string): string => (/^'[=+\-@]/.test(value) ? value.slice(1) : value);

function separatorOf(line: string): string {
  const counts = [',', ';', '\t'].map((sign) => [sign, line.split(sign).length] as const);
  return counts.reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}
