// The Sync & conflict centre: what needs a decision, what waits, what went, what failed, and the PCs of the shop.
import { useEffect } from 'react';
import type { SyncQueue } from '../../../src-shared/ipc/centre-shapes.ts';
import { LoadingView } from '../../../src-ui/feedback/loading-view.tsx';
import { TabPanel, TabStrip } from '../../../src-ui/shell/tab-strip.tsx';
import { offerCommands } from '../../stores/command-board.ts';
import { readyValue } from '../../stores/loading.ts';
import { useSync } from '../../stores/sync.ts';
import {
  type Centre,
  type CentreTab,
  centreTabs,
  loadCentre,
  showCentreTab,
  useCentre,
} from '../../stores/sync-centre.ts';
import { counted } from '../../words/centre-words.ts';
import { wordFailure } from '../../words/failure-words.ts';
import { CentreHeader } from './centre-header.tsx';
import { DecisionList } from './decision-list.tsx';
import { DevicesGrid } from './devices-grid.tsx';
import { NothingHere } from './nothing-here.tsx';
import { ProblemsGrid } from './problems-grid.tsx';
import { SentGrid } from './sent-grid.tsx';
import { useDeciding } from './use-deciding.ts';
import { WaitingGrid } from './waiting-grid.tsx';
import './sync-centre.css';

export function SyncCentreScreen() {
  const centre = useCentre();
  const { tab } = centre;
  const sync = useSync(({ state }) => state);
  // What the exchange did is asked for anew each time it says that something changed.
  useEffect(() => {
    if (sync === undefined) return;
    void loadCentre(tab);
    // The line above the tabs tells of what waits, whichever tab is in front.
    if (tab !== 'waiting') void loadCentre('waiting');
  }, [tab, sync]);
  // After the last decision the list is empty, and what was decided can still be taken back.
  const { undo } = useDeciding();
  useEffect(() => offerCommands({ 'edit.undo': { run: () => void undo() } }), [undo]);
  return (
    <section className='centre' aria-label='Sync and conflicts'>
      <CentreHeader />
      <TabStrip
        label='Sync and conflicts'
        look='section'
        tabs={centreTabs.map((id) => ({ id, title: titleOf(id, centre, sync?.decisions) }))}
        active={tab}
        onSelect={(id) => showCentreTab(id as CentreTab)}
      />
      <div className='centre-panel'>
        <TabPanel id={tab}>
          <CentrePanel centre={centre} />
        </TabPanel>
      </div>
    </section>
  );
}

function titleOf(tab: CentreTab, centre: Centre, decisions: number | undefined): string {
  switch (tab) {
    case 'decisions':
      return counted('Needs decision', decisions);
    case 'waiting':
      return counted('Waiting to send', countOf(readyValue(centre.waiting)));
    case 'sent':
      return counted(
        'Sent today',
        readyValue(centre.sent)?.reduce((sum, { edits }) => sum + edits, 0),
      );
    case 'problems':
      return counted('Problems', readyValue(centre.problems)?.setAside.length);
    case 'devices':
      return counted('Devices', readyValue(centre.devices)?.pcs.length);
  }
}

/** Everything that the cloud does not have yet; text that is still being typed is not meant for it. */
const countOf = (queue: SyncQueue | undefined): number | undefined =>
  queue && queue.total + queue.commands.length + queue.photoTotal;

function CentrePanel({ centre }: { readonly centre: Centre }) {
  const { tab } = centre;
  const shared = { describe: wordFailure, onRetry: () => void loadCentre(tab) };
  switch (tab) {
    case 'decisions':
      return (
        <LoadingView state={centre.decisions} {...shared}>
          {(list) => (list.decisions.length === 0 ? <NothingHere tab={tab} /> : <DecisionList {...list} />)}
        </LoadingView>
      );
    case 'waiting':
      return (
        <LoadingView state={centre.waiting} {...shared}>
          {(queue) => <WaitingGrid queue={queue} />}
        </LoadingView>
      );
    case 'sent':
      return (
        <LoadingView state={centre.sent} {...shared}>
          {(batches) => <SentGrid batches={batches} />}
        </LoadingView>
      );
    case 'problems':
      return (
        <LoadingView state={centre.problems} {...shared}>
          {(problems) => <ProblemsGrid problems={problems} />}
        </LoadingView>
      );
    case 'devices':
      return (
        <LoadingView state={centre.devices} {...shared}>
          {(known) => <DevicesGrid known={known} />}
        </LoadingView>
      );
  }
}
