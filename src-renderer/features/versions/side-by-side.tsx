// Two versions side by side: the lines in which they differ, changed cells marked, and the difference of their totals.
import { useMemo, useState } from 'react';
import { cents, printMoney } from '../../../src-shared/base/money.ts';
import { compareLines, type NumberedLine } from '../../../src-shared/domain/estimate/supplement/compare-lines.ts';
import type { ReadVersion } from '../../../src-shared/domain/estimate/supplement/locked-version.ts';
import { ChoiceField } from '../../../src-ui/fields/choice-field.tsx';
import { ScrollRegion } from '../../../src-ui/shell/scroll-region.tsx';
import { cellColumns, headings, type LineCells, lineCells } from './printed-cells.ts';
import { isStrong, totalRows, versionTitle } from './version-words.ts';

export type SideBySideProps = { readonly versions: readonly ReadVersion[]; readonly chosen: number };

export function SideBySide({ versions, chosen }: SideBySideProps) {
  const right = versions[chosen];
  const [label, setLabel] = useState(versions[chosen === 0 ? 1 : chosen - 1]?.label ?? '');
  const left = versions.find((one) => one.label === label);
  if (right === undefined || versions.length < 2) {
    return (
      <p className='versions-none'>There is only one version so far. Lock it and start a supplement to compare.</p>
    );
  }
  const others = versions.filter((one) => one !== right);
  return (
    <ScrollRegion className='versions-view' label='Two versions side by side'>
      <div className='versions-choice'>
        <ChoiceField
          label={`Compare ${right.label} with`}
          value={label}
          choices={others.map((one) => ({
            value: one.label,
            label: one.label,
            hint: versionTitle(one.label, one.lockedAt > 0),
          }))}
          onCommit={(next) => {
            setLabel(next);
            return undefined;
          }}
        />
      </div>
      {left !== undefined && <Differences left={left} right={right} />}
    </ScrollRegion>
  );
}

type Pair = { readonly left: ReadVersion; readonly right: ReadVersion };
type LineRow = {
  readonly id: string;
  readonly before: NumberedLine | undefined;
  readonly after: NumberedLine | undefined;
};

function Differences({ left, right }: Pair) {
  const rows = useMemo(() => rowsOf(left, right), [left, right]);
  return (
    <>
      {rows.length === 0 ? (
        <p className='versions-none'>{`No line differs between ${left.label} and ${right.label}.`}</p>
      ) : (
        <table className='versions-lines versions-pair' aria-label={`Lines of ${left.label} and ${right.label}`}>
          <thead>
            <tr>
              <th scope='colgroup' colSpan={8}>
                {left.label}
              </th>
              <th scope='colgroup' colSpan={8} className='versions-other'>
                {right.label}
              </th>
            </tr>
            <tr>
              {[left, right].flatMap(({ label }, side) =>
                headings.map(({ title, figure }, i) => (
                  <th
                    key={`${label} ${title}`}
                    scope='col'
                    className={classes(figure && 'versions-sum', side === 1 && i === 0 && 'versions-other')}
                  >
                    {title}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <PairRow key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      )}
      <TotalsPair left={left} right={right} />
    </>
  );
}

const classes = (...names: readonly (string | false)[]): string => names.filter(Boolean).join(' ');

/** In the order of the right side; what went stands where it stood on the left, before what follows it. */
function rowsOf(left: ReadVersion, right: ReadVersion): readonly LineRow[] {
  const { changed, deleted, added } = compareLines(left.lines, right.lines);
  const rows: readonly LineRow[] = [
    ...changed.map(({ before, after }) => ({ id: after.line.id, before, after })),
    ...added.map((after) => ({ id: after.line.id, before: undefined, after })),
    ...deleted.map((before) => ({ id: before.line.id, before, after: undefined })),
  ];
  const numberOf = ({ before, after }: LineRow): number => after?.number ?? before?.number ?? 0;
  return rows.toSorted((a, b) => numberOf(a) - numberOf(b));
}

function PairRow({ row: { before, after } }: { readonly row: LineRow }) {
  const [old, now] = [before && lineCells(before.line), after && lineCells(after.line)];
  return (
    <tr>
      <Side cells={old} other={now} number={before?.number} />
      <Side cells={now} other={old} number={after?.number} isRight />
    </tr>
  );
}

type SideProps = {
  readonly cells: LineCells | undefined;
  readonly other: LineCells | undefined;
  readonly number: number | undefined;
  readonly isRight?: boolean;
};

function Side({ cells, other, number, isRight = false }: SideProps) {
  const edge = isRight && 'versions-other';
  if (cells === undefined) {
    return (
      <td colSpan={8} className={classes('versions-absent', edge)}>
        {isRight ? 'deleted' : 'not there yet'}
      </td>
    );
  }
  return (
    <>
      <td className={classes('versions-sum', edge)}>{number}</td>
      {cellColumns.map(({ name, figure }) => {
        const differs = other !== undefined && other[name] !== cells[name];
        return (
          <td key={name} className={classes(figure && 'versions-sum', differs && 'versions-differs')}>
            {differs ? <mark>{cells[name] || '–'}</mark> : cells[name]}
          </td>
        );
      })}
    </>
  );
}

function TotalsPair({ left, right }: Pair) {
  const before = totalRows(left.totals);
  const after = totalRows(right.totals);
  const names = [...new Set([...before, ...after].map(([name]) => name))];
  // Two supplies may bear the same name.
  const amountOf = (rows: typeof before, name: string): number =>
    rows.reduce((sum, [one, amount]) => (one === name ? sum + amount : sum), 0);
  const rows = names
    .map((name) => ({ name, from: amountOf(before, name), to: amountOf(after, name) }))
    .filter(({ from, to }) => from !== 0 || to !== 0);
  return (
    <table className='versions-block' aria-label='Difference of the totals'>
      <caption>Totals</caption>
      <thead>
        <tr>
          <th scope='col'>Category</th>
          <th scope='col' className='versions-sum'>
            {left.label}
          </th>
          <th scope='col' className='versions-sum'>
            {right.label}
          </th>
          <th scope='col' className='versions-sum'>
            Difference
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, from, to }) => (
          <tr key={name} className={isStrong(name) ? 'versions-strong' : undefined}>
            <th scope='row'>{name}</th>
            <td className='versions-sum'>{printMoney(cents(from))}</td>
            <td className='versions-sum'>{printMoney(cents(to))}</td>
            <td className='versions-sum'>{from === to ? '–' : printMoney(cents(to - from))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
