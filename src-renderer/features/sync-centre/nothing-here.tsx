// What a tab of the centre says when it has nothing to show.
import { EmptyState } from '../../../src-ui/feedback/empty-state.tsx';
import { useClock } from '../../stores/clock.ts';
import { useSync } from '../../stores/sync.ts';
import type { CentreTab } from '../../stores/sync-centre.ts';
import { wordStanding } from '../../words/centre-words.ts';

const words: Readonly<Record<CentreTab, { readonly title: string; readonly text: string }>> = {
  decisions: {
    title: 'Nothing needs your decision',
    text: 'When two people change the same field while a PC is offline, both values wait here for a choice.',
  },
  waiting: { title: 'Nothing waits to be sent', text: 'What you leave or commit is kept here until the cloud has it.' },
  sent: { title: 'Nothing was sent today', text: 'Each exchange with the cloud is listed here for the day.' },
  problems: { title: 'No problems', text: 'What could not be sent, fetched or used would be kept and explained here.' },
  devices: { title: 'No PC is known yet', text: 'A PC is listed here once somebody signed in on it.' },
};

export function NothingHere({ tab }: { readonly tab: CentreTab }) {
  const state = useSync((sync) => sync.state);
  const clock = useClock();
  const { title, text } = words[tab];
  const isAll = state?.phase === 'synced' && state.waiting === 0 && tab !== 'devices' && tab !== 'sent';
  return <EmptyState icon='check' title={isAll ? wordStanding(state, undefined, clock) : title} text={text} />;
}
