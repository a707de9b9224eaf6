// The versions from the first on: when each was locked, by whom, and what it came to.
import { useMemo } from 'react';
import { cents, printMoney } from '../../../src-shared/base/money.ts';
import { cumulative } from '../../../src-shared/domain/estimate/supplement/cumulative.ts';
import type { ReadVersion } from '../../../src-shared/domain/estimate/supplement/locked-version.ts';
import { useClock } from '../../stores/clock.ts';
import { whenOf } from '../../words/time-words.ts';
import { versionTitle } from './version-words.ts';

export type VersionListProps = {
  readonly versions: readonly ReadVersion[];
  readonly chosen: number;
  readonly onChoose: (label: string) => void;
};

export function VersionList({ versions, chosen, onChoose }: VersionListProps) {
  const clock = useClock();
  const effects = useMemo(() => cumulative(versions), [versions]);
  return (
    <table className='versions-list' aria-label='Versions'>
      <thead>
        <tr>
          <th scope='col'>Version</th>
          <th scope='col'>Locked</th>
          <th scope='col'>By</th>
          <th scope='col'>Estimator</th>
          <th scope='col' className='versions-sum'>
            Amount $
          </th>
          <th scope='col' className='versions-sum'>
            Total $
          </th>
        </tr>
      </thead>
      <tbody>
        {versions.map(({ label, lockedAt, by, estimator, totals }, i) => (
          <tr key={label} aria-current={i === chosen}>
            <th scope='row'>
              <button type='button' className='versions-choose' onClick={() => onChoose(label)}>
                <strong>{label}</strong> {versionTitle(label, lockedAt > 0)}
              </button>
            </th>
            <td>{lockedAt === 0 ? 'being written' : whenOf(lockedAt, clock)}</td>
            <td>{by || '–'}</td>
            <td>{estimator || '–'}</td>
            <td className='versions-sum'>{printMoney(effects.versions[i]?.amount ?? cents(0))}</td>
            <td className='versions-sum'>{printMoney(totals.grandTotal)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope='row' colSpan={5}>
            {effects.adjustments === 0 ? 'Net' : `Net, after adjustments of ${printMoney(effects.adjustments)}`}
          </th>
          <td className='versions-sum'>{printMoney(effects.net)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
