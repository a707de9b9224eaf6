// Totals and supplements: the versions of an estimate, what each came to, and how any two of them differ.
import { useEffect, useMemo, useState } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { openVersion, type ReadVersion } from '../../../src-shared/domain/estimate/supplement/locked-version.ts';
import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';
import { LoadingView } from '../../../src-ui/feedback/loading-view.tsx';
import { TabPanel, TabStrip } from '../../../src-ui/shell/tab-strip.tsx';
import type { Loading } from '../../stores/loading.ts';
import { loadVersion, useReadVersions } from '../../stores/versions.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { wordFailure } from '../../words/failure-words.ts';
import { SideBySide } from './side-by-side.tsx';
import { SupplementView } from './supplement-view.tsx';
import { VersionList } from './version-list.tsx';
import { VersionToolbar } from './version-toolbar.tsx';
import './versions.css';

const views = [
  { id: 'summary', title: 'Summary' },
  { id: 'compare', title: 'Side by side' },
] as const;

export function VersionsScreen({ workfileId }: { readonly workfileId: WorkfileId }) {
  const sheet = useSheet(workfileId, (one) => one);
  const ids = useMemo(() => sheet.versions.map(({ id }) => id), [sheet.versions]);
  const read = useReadVersions();
  useEffect(() => {
    for (const id of ids) void loadVersion(workfileId, id);
  }, [workfileId, ids]);
  const versions = useMemo(() => allVersions(sheet, read), [sheet, read]);
  const [chosen, setChosen] = useState<string>();
  const [view, setView] = useState<string>('summary');
  return (
    <section className='versions' aria-label='Totals and supplements'>
      <VersionToolbar workfileId={workfileId} />
      <LoadingView
        state={versions}
        describe={wordFailure}
        onRetry={() => {
          for (const id of ids) void loadVersion(workfileId, id);
        }}
      >
        {(all) => {
          const at = placeOf(all, chosen);
          return (
            <>
              <VersionList versions={all} chosen={at} onChoose={setChosen} />
              <TabStrip label='What to show' look='section' tabs={views} active={view} onSelect={setView} />
              <TabPanel id={view}>
                {view === 'summary' ? (
                  <SupplementView versions={all.slice(0, at + 1)} />
                ) : (
                  <SideBySide key={all[at]?.label} versions={all} chosen={at} />
                )}
              </TabPanel>
            </>
          );
        }}
      </LoadingView>
    </section>
  );
}

/** The locked versions and the one being written, from the first on. */
function allVersions(
  sheet: WorkfileSheet,
  read: Readonly<Record<string, Loading<ReadVersion>>>,
): Loading<readonly ReadVersion[]> {
  const all: ReadVersion[] = [];
  for (const { id } of sheet.versions) {
    const one = read[id] ?? { kind: 'loading' };
    if (one.kind !== 'ready') return one;
    all.push(one.value);
  }
  const isOpen = sheet.estimate.lock.at === 0;
  return { kind: 'ready', value: isOpen || all.length === 0 ? [...all, openVersion(sheet)] : all };
}

/** The newest, until somebody chooses another one. */
function placeOf(versions: readonly ReadVersion[], label: string | undefined): number {
  const at = versions.findIndex((one) => one.label === label);
  return at < 0 ? versions.length - 1 : at;
}
