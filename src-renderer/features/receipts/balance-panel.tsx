// Who owes what and who has paid: the customer, the insurer, and both together.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { printMoney } from '../../../src-shared/base/money.ts';
import type { Account } from '../../../src-shared/domain/receipt/balance.ts';
import { useBalance } from '../../stores/workfile/balance.ts';

const rows = [
  { part: 'share', title: 'RO total' },
  { part: 'received', title: 'Received' },
  { part: 'due', title: 'Balance due' },
] as const satisfies readonly { readonly part: keyof Account; readonly title: string }[];

export function BalancePanel({ workfileId }: { readonly workfileId: WorkfileId }) {
  const balance = useBalance(workfileId);
  return (
    <table className='receipts-balance' aria-label='Balance'>
      <thead>
        <tr>
          <th scope='col'>
            <span className='ui-hidden'>What</span>
          </th>
          <th scope='col'>Customer</th>
          <th scope='col'>Insurance</th>
          <th scope='col'>Total</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ part, title }) => (
          <tr key={part} className={part === 'due' ? 'receipts-due' : undefined}>
            <th scope='row'>{title}</th>
            <td>{printMoney(balance.customer[part])}</td>
            <td>{printMoney(balance.insurance[part])}</td>
            <td>{printMoney(balance[part])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
