// The workfiles that were open last, each a press away.

import { printMoney } from '../../../src-shared/base/money.ts';
import type { WorkfileHead } from '../../../src-shared/ipc/shapes.ts';
import { useClock } from '../../stores/clock.ts';
import { showTab } from '../../stores/shell.ts';
import { whenOf } from '../../words/time-words.ts';
import { stageWords } from '../../words/workfile-words.ts';

export function RecentWorkfiles({ heads }: { readonly heads: readonly WorkfileHead[] }) {
  return (
    <section className='home-recent' aria-label='Recent workfiles'>
      <h2>Recent workfiles</h2>
      {heads.length === 0 ? (
        <p className='home-none'>What you open on this PC is listed here.</p>
      ) : (
        <ul>
          {heads.map((head) => (
            <li key={head.id}>
              <RecentWorkfile head={head} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function RecentWorkfile({ head }: { readonly head: WorkfileHead }) {
  const clock = useClock();
  return (
    <button type='button' className='home-recent-one' onClick={() => showTab(head.id)}>
      <span className='home-recent-label'>{head.label}</span>
      <span className='home-recent-owner'>{head.owner === '' ? 'No owner yet' : head.owner}</span>
      <span className='home-recent-vehicle'>{head.vehicle}</span>
      <span className='home-recent-stage'>{stageWords[head.stage]}</span>
      <span className='home-recent-total'>{printMoney(head.totalCents)}</span>
      <span className='home-recent-when'>{whenOf(head.changedAt, clock)}</span>
    </button>
  );
}
