// What is in a file: whose estimate it is, the totals it states beside ours, and where it may go.

import { printHours, tenths } from '../../../src-shared/base/hours.ts';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { cents, printMoney } from '../../../src-shared/base/money.ts';
import { differenceOf, type StatedFigure } from '../../../src-shared/domain/exchange/compare-totals.ts';
import type { ImportOffer } from '../../../src-shared/ipc/exchange-requests.ts';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { aimImport, type ImportState, pickEstimate } from '../../stores/exchange.ts';
import { byWords, systemName, wordReason } from '../../words/exchange-words.ts';
import { wordFailure } from '../../words/failure-words.ts';
import { ImportComparisonView } from './import-comparison.tsx';
import { ImportOwner } from './import-owner.tsx';

type Offer = Extract<ImportState, { kind: 'offer' }>;

export function ImportOfferView({ state }: { readonly state: Offer }) {
  const { offer, comparison } = state;
  return (
    <div className='exchange-offer'>
      <Heading offer={offer} />
      <Target state={state} />
      {state.target === null && <ImportOwner offer={offer} chosen={state.customer} />}
      {comparison.kind === 'failed' && <MessageStrip tone='error' {...wordFailure(comparison.failure)} />}
      {comparison.kind === 'ready' && <ImportComparisonView comparison={comparison.value} />}
      <Figures figures={offer.figures} system={offer.system} />
      {offer.remarks.length > 0 && (
        <details>
          <summary>{`${offer.remarks.length} remarks on the file`}</summary>
          <ul>
            {offer.remarks.map((remark) => (
              <li key={`${remark.file} ${remark.place}`}>{wordReason(remark)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Heading({ offer }: { readonly offer: ImportOffer }) {
  const { key, keys, ticket, format, system, version, owner, vehicle, claim, lines } = offer;
  const what = [owner, vehicle, claim === '' ? '' : `claim ${claim}`].filter((part) => part !== '').join(' · ');
  return (
    <header>
      <p className='exchange-what'>
        <strong>{what === '' ? key : what}</strong>
      </p>
      <p>{`${systemName(system)}, ${format.toUpperCase()}, version ${version}, ${lines} lines, from ${key}.`}</p>
      {keys.length > 1 && (
        <label className='exchange-choice'>
          {`${keys.length} estimates are there. Show `}
          <select value={key} onChange={(event) => void pickEstimate(ticket, event.target.value)}>
            {keys.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
      )}
    </header>
  );
}

/** A new workfile, or one that this may be a newer version of. */
function Target({ state: { offer, target } }: { readonly state: Offer }) {
  if (offer.candidates.length === 0) return <p>It becomes a new workfile.</p>;
  return (
    <fieldset className='exchange-target'>
      <legend>Import as</legend>
      <label>
        <input type='radio' name='target' checked={target === null} onChange={() => void aimImport(null)} /> A new
        workfile
      </label>
      {offer.candidates.map(({ workfileId, label, owner, vehicle, by }) => (
        <label key={workfileId}>
          <input
            type='radio'
            name='target'
            checked={target === workfileId}
            onChange={() => void aimImport(workfileId satisfies WorkfileId)}
          />{' '}
          {`A newer version of ${[label, owner, vehicle].filter((part) => part !== '').join(' · ')} (${byWords[by]})`}
        </label>
      ))}
    </fieldset>
  );
}

const money = (amount: number): string => printMoney(cents(amount));

function Figures({ figures, system }: { readonly figures: readonly StatedFigure[]; readonly system: string }) {
  if (figures.length === 0) return <p>The file states no totals.</p>;
  const differing = figures.filter((figure) => differenceOf(figure) !== 0).length;
  return (
    <section>
      <p>
        {differing === 0
          ? 'Every total comes out to the cent.'
          : `${differing} of ${figures.length} totals come out differently here. Those of the file are kept beside ours.`}
      </p>
      <table className='exchange-table'>
        <thead>
          <tr>
            <th scope='col'>Total</th>
            <th scope='col'>Hours</th>
            <th scope='col'>{systemName(system)}</th>
            <th scope='col'>Shopfile</th>
            <th scope='col'>Difference</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <FigureRow key={figure.key} figure={figure} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function FigureRow({ figure }: { readonly figure: StatedFigure }) {
  const difference = differenceOf(figure);
  return (
    <tr className={difference === 0 ? '' : 'exchange-differs'}>
      <th scope='row'>{figure.name}</th>
      <td>{figure.statedTenths === undefined ? '' : printHours(tenths(figure.statedTenths))}</td>
      <td>{money(figure.statedCents)}</td>
      <td>{figure.ourCents === null ? '' : money(figure.ourCents)}</td>
      <td>{difference === 0 ? '' : money(difference)}</td>
    </tr>
  );
}
