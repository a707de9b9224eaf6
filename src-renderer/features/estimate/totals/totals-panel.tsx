// What the estimate costs, always current, in the order of a print; every figure opens to what makes it.
import { Fragment, useMemo, useState } from 'react';
import type { WorkfileId } from '../../../../src-shared/base/ids.ts';
import { printMoney, type Rate } from '../../../../src-shared/base/money.ts';
import { explainer } from '../../../../src-shared/domain/estimate/totals/explain.ts';
import type { Explanation, Figure } from '../../../../src-shared/domain/estimate/totals/explanation.ts';
import { Icon } from '../../../../src-ui/icons/icon.tsx';
import { usePricedSheet } from '../../../stores/workfile/priced-sheet.ts';
import { useSheet } from '../../../stores/workfile/workfiles.ts';
import { FigureWhy } from './figure-why.tsx';
import { totalRows } from './total-rows.ts';

export function TotalsPanel({ workfileId }: { readonly workfileId: WorkfileId }) {
  const priced = usePricedSheet(workfileId);
  const discount = useSheet(workfileId, (sheet) => sheet.rates.discount.rate);
  const isInsured = useSheet(workfileId, (sheet) => sheet.insurance.payer.payer === 'Insurance Company');
  const [open, setOpen] = useState<ReadonlySet<Figure>>(new Set());
  const explain = useExplain(priced);
  const toggle = (figure: Figure): void => {
    const next = new Set(open);
    if (!next.delete(figure)) next.add(figure);
    setOpen(next);
  };
  return (
    <table className='totals' aria-label='Totals'>
      <thead>
        <tr>
          <th scope='col'>Category</th>
          <th scope='col'>Basis</th>
          <th scope='col'>$</th>
        </tr>
      </thead>
      <tbody>
        {totalRows(priced.totals, discount as Rate, isInsured).map(({ figure, name, basis, amount, strong }) => (
          <Fragment key={figure}>
            <tr className={strong ? 'totals-strong' : undefined}>
              <th scope='row'>
                <button
                  type='button'
                  className='totals-figure'
                  aria-expanded={open.has(figure)}
                  onClick={() => toggle(figure)}
                >
                  <Icon name={open.has(figure) ? 'chevron-down' : 'chevron-right'} size={10} />
                  {name}
                </button>
              </th>
              <td>{basis}</td>
              <td>{printMoney(amount)}</td>
            </tr>
            {open.has(figure) && (
              <tr className='totals-why'>
                <td colSpan={3}>
                  <FigureWhy workfileId={workfileId} figure={figure} explain={explain} priced={priced} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

/** Reckons for explanations only once somebody opens one. */
function useExplain({ pricing, sheet }: ReturnType<typeof usePricedSheet>): (figure: Figure) => Explanation {
  return useMemo(() => {
    const made: { explain?: (figure: Figure) => Explanation } = {};
    return (figure) => {
      made.explain ??= explainer({ ...pricing, lines: sheet.lines });
      return made.explain(figure);
    };
  }, [pricing, sheet]);
}
