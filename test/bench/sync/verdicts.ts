/** The table at the end of a benchmark: what was wanted, what came of it, and whether that is enough. */

/** One comparison. `other` is a peer or the limit; `ratio` is above one where the product is faster than a peer or slower than the limit. */
export type Verdict = {
  readonly target: string;
  readonly what: string;
  readonly product: string;
  readonly than: string;
  readonly other: string;
  readonly ratio: string;
  readonly wanted: string;
  readonly met: boolean;
};
export type Verdicts = { readonly add: (verdict: Verdict) => void; readonly print: () => void };

const heads = ['', 'measured', 'product', 'beside', 'its figure', 'ratio', 'wanted', ''];

export function collectVerdicts(): Verdicts {
  const rows: string[][] = [];
  return {
    add: ({ target, what, product, than, other, ratio, wanted, met }) =>
      void rows.push([target, what, product, than, other, ratio, wanted, mark(met).trim()]),
    print() {
      if (rows.length === 0) return;
      const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((row) => (row[i] ?? '').length)));
      const line = (row: readonly string[]) =>
        row
          .map((cell, i) => cell.padEnd(widths[i] ?? 0))
          .join('  ')
          .trimEnd();
      console.log(`\n${[heads, ...rows].map(line).join('\n')}`);
    },
  };
}

/** Whether a wanted ratio is met; a machine that is busy can miss it, so nothing fails by it. */
export const mark = (met: boolean): string => (met ? 'met   ' : 'missed');
