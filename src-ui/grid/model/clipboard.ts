// Blocks of cells as tab-separated text, as spreadsheets read and write it.

export type Block = readonly (readonly string[])[];

/** Cells that hold tabs, line breaks or quotes are quoted. */
export function printBlock(block: Block): string {
  return block.map((row) => row.map(printCell).join('\t')).join('\r\n');
}

/** Reads quoted cells with tabs and line breaks in them; a final line break adds no row. */
export function parseBlock(text: string): Block {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const cell = readCell(text, at);
    row.push(cell.text);
    at = cell.end;
    if (text[at] === '\t') {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    if (at >= text.length) break;
    at += text.startsWith('\r\n', at) ? 2 : 1;
    if (at >= text.length) break;
  }
  return rows;
}

function printCell(text: string): string {
  return /[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function readCell(text: string, start: number): { readonly text: string; readonly end: number } {
  return (text[start] === '"' ? readQuoted(text, start) : undefined) ?? readPlain(text, start);
}

function readPlain(text: string, start: number): { readonly text: string; readonly end: number } {
  let end = start;
  while (end < text.length && !isBreak(text[end])) end += 1;
  return { text: text.slice(start, end), end };
}

/** Undefined when the quote is never closed before a cell's end: then it is an inch mark, not a quote. */
function readQuoted(text: string, start: number): { readonly text: string; readonly end: number } | undefined {
  let at = start + 1;
  while (at < text.length) {
    if (text[at] !== '"') at += 1;
    else if (text[at + 1] === '"') at += 2;
    else if (at + 1 === text.length || isBreak(text[at + 1]))
      return { text: text.slice(start + 1, at).replaceAll('""', '"'), end: at + 1 };
    else return undefined;
  }
  return undefined;
}

const isBreak = (letter: string | undefined): boolean => letter === '\t' || letter === '\n' || letter === '\r';
