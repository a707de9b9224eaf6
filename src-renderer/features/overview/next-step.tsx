// What a workfile waits for, and what stands in the way: each point leads to its place.
import { useMemo } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { ShopConnection } from '../../../src-shared/domain/dms/shop-connection.ts';
import { isLocked } from '../../../src-shared/domain/estimate/estimate.ts';
import { obstaclesOf } from '../../../src-shared/domain/estimate/lock.ts';
import { balanceOf } from '../../../src-shared/domain/receipt/balance.ts';
import { closingPoints, isDmsPoint } from '../../../src-shared/domain/workfile/closing.ts';
import { headingOf } from '../../../src-shared/domain/workfile/heading.ts';
import { isEnded } from '../../../src-shared/domain/workfile/life.ts';
import { type NextStep, nextStep } from '../../../src-shared/domain/workfile/next-step.ts';
import { isEstimateStage } from '../../../src-shared/domain/workfile/workfile.ts';
import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { showDmsActivity, useShopConnection } from '../../stores/dms/dms.ts';
import { showCentre } from '../../stores/sync-centre.ts';
import { placeOfEstimateProblem } from '../../stores/workfile/estimate-problems.ts';
import { namePlace } from '../../stores/workfile/name-place.ts';
import { placeOfPath } from '../../stores/workfile/places.ts';
import { pricedSheet } from '../../stores/workfile/priced-sheet.ts';
import { goToPlace } from '../../stores/workfile/visits.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { closingWords } from '../../words/command-words.ts';
import { stepWords } from '../../words/list/step-words.ts';
import { wordProblem } from '../../words/problem-words.ts';

/** More than these are counted. */
const shownPoints = 6;

type Point = { readonly key: string; readonly words: string; readonly place: string };

export function NextStepCard({ workfileId }: { readonly workfileId: WorkfileId }) {
  const sheet = useSheet(workfileId, (one) => one);
  const dealer = useShopConnection();
  const points = useMemo(() => pointsOf(sheet, dealer), [sheet, dealer]);
  const step = useMemo(() => stepOf(sheet), [sheet]);
  const more = points.length - shownPoints;
  return (
    <section className='overview-card overview-next' aria-label='Next step'>
      <h2>{stepWords[step]}</h2>
      {points.length > 0 && (
        <ul aria-label='What is missing for it'>
          {points.slice(0, shownPoints).map((point) => (
            <li key={point.key}>
              <Button look='quiet' icon='arrow' onPress={() => go(workfileId, point)}>
                {point.words}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p>{`and ${more} more: F8 goes from one to the next.`}</p>}
    </section>
  );
}

/** The same step as in the list, from the same facts. */
function stepOf(sheet: WorkfileSheet): NextStep {
  const { workfile, contacts, vehicle, insurance, rates, estimate, receipts, receiptVoids, conflicts } = sheet;
  const { tasks, appointments, dmsEvents } = sheet;
  const heading = headingOf({
    workfile,
    contacts: contacts.filter(({ deleted }) => !deleted),
    ...{ vehicles: [vehicle], insurances: [insurance], rates: [rates], estimates: [estimate] },
    ledger: { receipts, receiptVoids },
    ...{ tasks, appointments, dmsEvents },
    lines: () => sheet.lines.filter(({ deleted }) => !deleted),
  });
  return nextStep({
    ...heading,
    stage: workfile.stage.stage,
    undecided: conflicts.some(({ choice, deleted }) => choice.made === 'open' && !deleted),
  });
}

/** What keeps an estimate from its lock, and a repair order from being closed. */
function pointsOf(sheet: WorkfileSheet, dealer: ShopConnection | undefined): readonly Point[] {
  const { stage } = sheet.workfile.stage;
  if (isEnded(stage)) return [];
  if (!isEstimateStage(stage)) {
    const { due } = balanceOf(pricedSheet(sheet).totals, sheet);
    return closingPoints(sheet, due, dealer).map(({ key, record, field }) => ({
      key,
      words: closingWords[key],
      place: field === '' ? '' : placeOfPath(record, field),
    }));
  }
  if (isLocked(sheet.estimate)) return [];
  return obstaclesOf(sheet).map((problem) => {
    const place = placeOfEstimateProblem(problem);
    const words = `${namePlace(sheet, place)}: ${wordProblem(problem).what}`;
    return { key: `${problem.record} ${problem.key}`, words, place };
  });
}

/** Open choices stand in the centre and at no one place, what the DMS asks for in a window of its own. */
function go(workfileId: WorkfileId, { key, place }: Point): void {
  if (isDmsPoint(key)) showDmsActivity(workfileId);
  else if (place === '') showCentre('decisions');
  else goToPlace(workfileId, place);
}
