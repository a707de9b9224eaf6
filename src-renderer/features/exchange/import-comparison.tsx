// What importing into a workfile would change: lines, hours and prices, before anything does.
import { printHours, tenths } from '../../../src-shared/base/hours.ts';
import { cents, printMoney } from '../../../src-shared/base/money.ts';
import { operationLabel } from '../../../src-shared/domain/estimate/operation-words.ts';
import type { LineFigures, LineMatch } from '../../../src-shared/domain/exchange/compare-import.ts';
import type { ImportComparison } from '../../../src-shared/ipc/exchange-requests.ts';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { importIntoSupplement } from '../../stores/exchange.ts';
import { useDenied } from '../../stores/session.ts';
import { kindWords, ratesWords } from '../../words/exchange-words.ts';
import { wordBriefly } from '../../words/failure-words.ts';

export function ImportComparisonView({ comparison }: { readonly comparison: ImportComparison }) {
  const { lines, rates, beforeCents, afterCents, locked, into } = comparison;
  const changes = lines.filter(({ kind }) => kind !== 'same' && kind !== 'kept');
  const kept = lines.filter(({ kind }) => kind === 'kept').length;
  return (
    <section>
      {locked && <LockedStrip comparison={comparison} />}
      <p>
        {changes.length === 0 ? 'No line would change. ' : `${countLines(changes.length)} would change. `}
        {`Total ${printMoney(cents(beforeCents))} → ${printMoney(cents(afterCents))}.`}
        {kept > 0 && ` Written here and not touched: ${countLines(kept)}.`}
        {rates.length > 0 && ` Rates that would change: ${ratesWords(rates)}.`}
        {into.startsWith('S') && ` What changes belongs to supplement ${into}.`}
      </p>
      {changes.length > 0 && <Changes changes={changes} />}
    </section>
  );
}

/** The way out of a locked estimate, which can be gone here and now. */
function LockedStrip({ comparison: { into, estimateId } }: { readonly comparison: ImportComparison }) {
  const toast = useToast();
  const disabledReason = useDenied('lock-estimates');
  const run = async (): Promise<void> => {
    const failure = await importIntoSupplement(estimateId);
    if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
  };
  return (
    <MessageStrip
      tone='warn'
      what='This estimate is locked.'
      safe='Nothing can be imported into it.'
      todo={`Start supplement ${into}: what changes goes there.`}
      actions={[{ id: 'supplement', title: `Start supplement ${into}`, disabledReason, run: () => void run() }]}
    />
  );
}

function Changes({ changes }: { readonly changes: readonly LineMatch[] }) {
  return (
    <table className='exchange-table'>
      <thead>
        <tr>
          <th scope='col'>Change</th>
          <th scope='col' className='exchange-text'>
            Line
          </th>
          <th scope='col' className='exchange-text'>
            Oper
          </th>
          <th scope='col'>Price</th>
          <th scope='col'>Labor</th>
          <th scope='col'>Paint</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change, i) => (
          <tr key={change.id ?? `new ${i}`} className={`exchange-${change.kind}`}>
            <th scope='row'>{kindWords[change.kind]}</th>
            <td className='exchange-text'>{change.description}</td>
            <td className='exchange-text'>{moved(change, ({ operation }) => operationLabel(operation))}</td>
            <td>{moved(change, ({ priceCents }) => (priceCents === 0 ? '' : printMoney(cents(priceCents))))}</td>
            <td>{moved(change, ({ laborTenths }) => (laborTenths === 0 ? '' : printHours(tenths(laborTenths))))}</td>
            <td>{moved(change, ({ paintTenths }) => (paintTenths === 0 ? '' : printHours(tenths(paintTenths))))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const countLines = (count: number): string => (count === 1 ? '1 line' : `${count} lines`);

function moved({ before, after }: LineMatch, print: (figures: LineFigures) => string): string {
  const [was, now] = [before, after].map((one) => (one === null ? '' : print(one)));
  return before === null || after === null || was === now ? now || was || '' : `${was || '–'} → ${now || '–'}`;
}
