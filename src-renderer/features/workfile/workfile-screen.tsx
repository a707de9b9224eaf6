// One workfile: its header, its sections, and the section in front.
import { type ReactNode, useDeferredValue, useEffect } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { isEstimateStage } from '../../../src-shared/domain/workfile/workfile.ts';
import { LoadingView } from '../../../src-ui/feedback/loading-view.tsx';
import { type Tab, TabPanel, TabStrip } from '../../../src-ui/shell/tab-strip.tsx';
import { sheetProblems } from '../../stores/workfile/estimate-problems.ts';
import { offerVisits } from '../../stores/workfile/visits.ts';
import {
  openWorkfile,
  type Section,
  sections,
  showSection,
  useSheet,
  useWorkfiles,
} from '../../stores/workfile/workfiles.ts';
import { wordFailure } from '../../words/failure-words.ts';
import { BinStrip } from './bin-strip.tsx';
import { ObstaclesStrip } from './obstacles-strip.tsx';
import { RestoredStrip } from './restored-strip.tsx';
import { useBinCommands } from './use-bin-commands.ts';
import { useExactCommands } from './use-exact-commands.ts';
import { useWorkfileCommands } from './use-workfile-commands.ts';
import { goToPlace } from './visit-place.ts';
import { WorkfileHeader } from './workfile-header.tsx';
import { WorkfileRibbon } from './workfile-ribbon.tsx';
import './workfile.css';

/** What each section draws; the composition root fills it. */
export type SectionScreens = {
  readonly [S in Section]: (props: { readonly workfileId: WorkfileId }) => ReactNode;
};

export type WorkfileScreenProps = {
  readonly workfileId: WorkfileId;
  readonly screens: SectionScreens;
};

const tabs: readonly { readonly id: Section; readonly title: string }[] = [
  { id: 'overview', title: 'Overview' },
  { id: 'contacts', title: 'Contacts' },
  { id: 'vehicle', title: 'Vehicle' },
  { id: 'insurance', title: 'Insurance' },
  { id: 'rates', title: 'Rates' },
  { id: 'estimate', title: 'Estimate' },
  { id: 'versions', title: 'Totals & supplements' },
  { id: 'photos', title: 'Attachments' },
  { id: 'notes', title: 'Notes' },
  { id: 'plan', title: 'Repair plan' },
  { id: 'receipts', title: 'Receipts' },
  { id: 'history', title: 'History' },
];

export function WorkfileScreen({ workfileId, screens }: WorkfileScreenProps) {
  const state = useWorkfiles(({ open }) => open[workfileId]?.sheet ?? { kind: 'idle' as const });
  return (
    <LoadingView
      state={state.kind === 'ready' ? opened : state}
      describe={wordFailure}
      onRetry={() => void openWorkfile(workfileId)}
    >
      {() => <OpenedWorkfile workfileId={workfileId} screens={screens} />}
    </LoadingView>
  );
}

// The frame is drawn once for all answers; the parts below follow their own slices.
const opened = { kind: 'ready', value: null } as const;

function OpenedWorkfile({ workfileId, screens }: WorkfileScreenProps) {
  const section = useWorkfiles(({ open }) => open[workfileId]?.section ?? 'contacts');
  const discards = useWorkfiles(({ open }) => open[workfileId]?.discards ?? 0);
  const Screen = screens[section];
  useWorkfileCommands(workfileId);
  useExactCommands(workfileId);
  useBinCommands(workfileId);
  useEffect(() => offerVisits(workfileId, (place) => void goToPlace(workfileId, place)), [workfileId]);
  const problems = useProblemCount(workfileId);
  const isEstimate = useSheet(workfileId, ({ workfile }) => isEstimateStage(workfile.stage.stage));
  return (
    <div className='workfile'>
      <WorkfileHeader workfileId={workfileId} />
      <div className='workfile-bar'>
        <TabStrip
          label='Sections'
          look='section'
          tabs={tabs.map((tab) => tabNow(tab, { problems, isEstimate }))}
          active={section}
          onSelect={(id) => sections.some((one) => one === id) && showSection(workfileId, id as Section)}
        />
        <WorkfileRibbon />
      </div>
      <BinStrip workfileId={workfileId} />
      <RestoredStrip workfileId={workfileId} />
      <ObstaclesStrip workfileId={workfileId} />
      <div className='workfile-section' key={`${section} ${discards}`}>
        <TabPanel id={section}>
          <Screen workfileId={workfileId} />
        </TabPanel>
      </div>
    </div>
  );
}

type Facts = { readonly problems: number; readonly isEstimate: boolean };

function tabNow(tab: Tab, { problems, isEstimate }: Facts): Tab {
  if (tab.id === 'plan' && isEstimate) return { ...tab, title: 'Events' };
  return tab.id === 'estimate' && problems > 0 ? withCount(tab, problems) : tab;
}

const withCount = (tab: Tab, count: number): Tab => ({
  ...tab,
  badge: String(count),
  badgeTip: count === 1 ? 'One problem; F7 lists it' : `${count} problems; F7 lists them`,
});

/** Counted a moment after each edit. */
function useProblemCount(workfileId: WorkfileId): number {
  const sheet = useDeferredValue(useSheet(workfileId, (all) => all));
  return sheetProblems(sheet).length;
}
