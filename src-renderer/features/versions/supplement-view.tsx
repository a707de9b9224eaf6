// What the last of some versions says: the estimate's totals, or a supplement taken apart as it is printed.
import { useMemo } from 'react';
import { type Cents, cents, printMoney } from '../../../src-shared/base/money.ts';
import { cumulative } from '../../../src-shared/domain/estimate/supplement/cumulative.ts';
import type { ReadVersion } from '../../../src-shared/domain/estimate/supplement/locked-version.ts';
import {
  type SummaryRow,
  type Supplement,
  supplementOf,
} from '../../../src-shared/domain/estimate/supplement/supplement.ts';
import { ScrollRegion } from '../../../src-ui/shell/scroll-region.tsx';
import { ChangedItems } from './changed-items.tsx';
import { isStrong, rateChangeWords, rowBasis, rowName, totalRows } from './version-words.ts';

export function SupplementView({ versions }: { readonly versions: readonly ReadVersion[] }) {
  const [before, after] = [versions.at(-2), versions.at(-1)];
  const supplement = useMemo(
    () => (before === undefined || after === undefined ? undefined : supplementOf(before, after)),
    [before, after],
  );
  if (after === undefined) return null;
  if (before === undefined || supplement === undefined) return <FirstTotals version={after} />;
  return (
    <ScrollRegion className='versions-view' label={`Summary of ${after.label}`}>
      <ChangedItems supplement={supplement} />
      <div className='versions-blocks'>
        <RateChanges supplement={supplement} after={after} />
        <Summary supplement={supplement} after={after} />
        <Effects versions={versions} supplement={supplement} />
      </div>
    </ScrollRegion>
  );
}

function FirstTotals({ version }: { readonly version: ReadVersion }) {
  const rows = totalRows(version.totals).filter(([name, amount]) => amount !== 0 || isStrong(name));
  return (
    <ScrollRegion className='versions-view' label={`Totals of ${version.label}`}>
      <Block title={`Totals of ${version.label}`} rows={rows.map(([name, amount]) => [name, '', cents(amount)])} />
    </ScrollRegion>
  );
}

type Part = { readonly supplement: Supplement; readonly after: ReadVersion };

function RateChanges({ supplement, after }: Part) {
  const { rateChanges } = supplement;
  if (rateChanges.length === 0) return null;
  return (
    <Block
      title='Rate changes'
      rows={rateChanges.map((change) => [...rateChangeWords(change, after.totals), change.amount] as const)}
    />
  );
}

function Summary({ supplement, after }: Part) {
  const { rows, subtotal, taxRows, total } = supplement;
  const printed = (row: SummaryRow) => [rowName(row, after.totals), rowBasis(row), row.amount] as const;
  return (
    <Block
      title='Totals summary'
      rows={[
        ...rows.map(printed),
        ['Subtotal', '', subtotal],
        ...taxRows.map(printed),
        [`Total supplement ${supplement.label}`, '', total],
      ]}
    />
  );
}

type Whole = { readonly versions: readonly ReadVersion[]; readonly supplement: Supplement };

function Effects({ versions, supplement }: Whole) {
  const all = cumulative(versions);
  return (
    <Block
      title='Cumulative effects'
      rows={[
        ...all.versions.map(({ label, estimator, amount }, i) => [titleOf(label, i), estimator, amount] as const),
        ['Workfile total', '', all.workfileTotal],
        ['Adjustments', '', cents(0 - all.adjustments)],
        ['Net', moreOrLess(supplement.net), all.net],
      ]}
    />
  );
}

const titleOf = (label: string, i: number): string => `${i === 0 ? 'Estimate' : 'Supplement'} ${label}`;

function moreOrLess(net: Cents): string {
  if (net === 0) return 'as before';
  return net > 0 ? `${printMoney(net)} more than before` : `${printMoney(cents(0 - net))} less than before`;
}

type BlockRow = readonly [name: string, basis: string, amount: Cents];

function Block({ title, rows }: { readonly title: string; readonly rows: readonly BlockRow[] }) {
  return (
    <table className='versions-block' aria-label={title}>
      <caption>{title}</caption>
      <tbody>
        {rows.map(([name, basis, amount], i) => (
          <tr key={keyOf(name, i)} className={isStrong(name) ? 'versions-strong' : undefined}>
            <th scope='row'>{name}</th>
            <td>{basis}</td>
            <td className='versions-sum'>{printMoney(amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Two taxes may bear the same name. */
const keyOf = (name: string, place: number): string => `${place} ${name}`;
