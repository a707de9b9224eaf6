// Why a figure is what it is: its rule, the figures and the lines it is made of; each opens or leads to its place.
import { useState } from 'react';
import { printHours, type Tenths } from '../../../../src-shared/base/hours.ts';
import type { WorkfileId } from '../../../../src-shared/base/ids.ts';
import { cents, printMoney } from '../../../../src-shared/base/money.ts';
import type { PricedEstimate } from '../../../../src-shared/domain/estimate/price-estimate.ts';
import type { Explanation, Figure, Term } from '../../../../src-shared/domain/estimate/totals/explanation.ts';
import type { LinePart } from '../../../../src-shared/domain/estimate/totals/lines-of.ts';
import { LongList } from '../../../../src-ui/feedback/long-list.tsx';
import { goToPlace } from '../../../stores/workfile/visits.ts';
import { figureName, ruleWords } from '../../../words/figure-words.ts';
import { lineNamer } from '../automatic/name-line.ts';
import { linksOf, placeOfPart } from './figure-places.ts';

export type FigureWhyProps = {
  readonly workfileId: WorkfileId;
  readonly figure: Figure;
  readonly explain: (figure: Figure) => Explanation;
  readonly priced: PricedEstimate;
};

export function FigureWhy(props: FigureWhyProps) {
  const { workfileId, figure, explain } = props;
  const { rule, terms, lines } = explain(figure);
  const links = linksOf(workfileId, figure);
  const words = ruleWords(rule);
  const isEmpty = words.length === 0 && terms.length === 0 && lines.length === 0;
  return (
    <div className='figure-why'>
      {words.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {isEmpty && <p>Nothing makes it up.</p>}
      {terms.map((term) => (
        <TermRow key={term.figure} {...props} term={term} />
      ))}
      <LineParts {...props} lines={lines} />
      {links.map(({ words: title, place }) => (
        <button key={place} type='button' className='figure-link' onClick={() => goToPlace(workfileId, place)}>
          {title}
        </button>
      ))}
    </div>
  );
}

function TermRow({ term, ...props }: FigureWhyProps & { readonly term: Term }) {
  const [open, setOpen] = useState(false);
  const amount = cents(term.sign * term.amount);
  return (
    <>
      <button type='button' className='figure-term' aria-expanded={open} onClick={() => setOpen(!open)}>
        <span>{figureName(term.figure, props.priced.totals.taxes)}</span>
        <span>{printMoney(amount)}</span>
      </button>
      {open && <FigureWhy {...props} figure={term.figure} />}
    </>
  );
}

function LineParts({ workfileId, figure, priced, lines }: FigureWhyProps & { readonly lines: readonly LinePart[] }) {
  if (lines.length === 0) return null;
  const nameLine = lineNamer(priced.sheet.lines);
  return (
    <LongList
      className='figure-lines'
      label={`Lines of ${figureName(figure, priced.totals.taxes)}`}
      items={lines}
      keyOf={({ id }) => id}
    >
      {(line) => (
        <button
          type='button'
          className='figure-line'
          onClick={() => goToPlace(workfileId, placeOfPart(line.id, figure))}
        >
          <span>{nameLine(line.id)}</span>
          <span>{partWords(line)}</span>
        </button>
      )}
    </LongList>
  );
}

const partWords = ({ tenths, cents: amount }: LinePart): string =>
  [tenths !== 0 && `${printHours(tenths as Tenths)} h`, amount !== 0 && printMoney(amount)]
    .filter((part) => part !== false)
    .join(' ');
