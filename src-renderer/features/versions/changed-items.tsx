// The lines of a supplement as a print lists them: each changed one taken back and written anew, then those that went and came.
import { printHours } from '../../../src-shared/base/hours.ts';
import { printMoney } from '../../../src-shared/base/money.ts';
import type { NumberedLine } from '../../../src-shared/domain/estimate/supplement/compare-lines.ts';
import type { Supplement } from '../../../src-shared/domain/estimate/supplement/supplement.ts';
import { cellColumns, headings, lineCells } from './printed-cells.ts';

type Row = NumberedLine & { readonly sign: 1 | -1 };

export function ChangedItems({ supplement }: { readonly supplement: Supplement }) {
  const { lines, subtotals, label } = supplement;
  const groups: readonly (readonly [string, readonly Row[]])[] = [
    ['Changed items', lines.changed.flatMap(({ before, after }) => [taken(before), given(after)])],
    ['Deleted items', lines.deleted.map(taken)],
    ['Added items', lines.added.map(given)],
  ];
  if (groups.every(([, rows]) => rows.length === 0)) {
    return <p className='versions-none'>No line differs from the version before.</p>;
  }
  return (
    <table className='versions-lines' aria-label={`Lines of ${label}`}>
      <thead>
        <tr>
          {headings.map(({ title, figure }) => (
            <th key={title} scope='col' className={figure ? 'versions-sum' : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(([title, rows]) => (rows.length === 0 ? null : <Group key={title} title={title} rows={rows} />))}
      <tfoot>
        <tr>
          <th scope='row' colSpan={5}>
            Subtotals
          </th>
          <td className='versions-sum'>{printMoney(subtotals.price)}</td>
          <td className='versions-sum'>{printHours(subtotals.labor)}</td>
          <td className='versions-sum'>{printHours(subtotals.paint)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

const taken = (line: NumberedLine): Row => ({ ...line, sign: -1 });
const given = (line: NumberedLine): Row => ({ ...line, sign: 1 });

function Group({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) {
  return (
    <tbody>
      <tr className='versions-group'>
        <th scope='rowgroup' colSpan={8}>
          {title}
        </th>
      </tr>
      {rows.map(({ line, number, sign }) => {
        const cells = lineCells(line, sign);
        return (
          <tr key={`${line.id} ${sign}`} className={sign < 0 ? 'versions-taken' : undefined}>
            <td className='versions-sum'>{number}</td>
            {cellColumns.map(({ name, figure }) => (
              <td key={name} className={figure ? 'versions-sum' : undefined}>
                {cells[name]}
              </td>
            ))}
          </tr>
        );
      })}
    </tbody>
  );
}
