// DMS Activity: a window of its own for what a workfile and the dealer's system know of each other.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { DmsIdGroup } from '../../../src-shared/domain/dms/dms-id.ts';
import { workfileLabel } from '../../../src-shared/domain/workfile/workfile.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { EmptyState } from '../../../src-ui/feedback/empty-state.tsx';
import { LoadingView } from '../../../src-ui/feedback/loading-view.tsx';
import { TabPanel, TabStrip } from '../../../src-ui/shell/tab-strip.tsx';
import { closeDmsWindow, nameDmsWindow, showDmsConnection, useCannotUseDms } from '../../stores/dms/dms.ts';
import { openWorkfile, useSheet, useWorkfiles } from '../../stores/workfile/workfiles.ts';
import { wordFailure } from '../../words/failure-words.ts';
import { DmsHeader } from './dms-header.tsx';
import { DmsHistory } from './dms-history.tsx';
import { DmsPayments } from './dms-payments.tsx';
import { DmsProperties } from './dms-properties.tsx';
import './dms.css';

const tabs = [
  { id: 'properties', title: 'Properties' },
  { id: 'payments', title: 'Payments' },
  { id: 'history', title: 'History' },
] as const;
type DmsTab = (typeof tabs)[number]['id'];

export function DmsWindow({ workfileId }: { readonly workfileId: WorkfileId }) {
  const state = useWorkfiles(({ open }) => open[workfileId]?.sheet ?? unopened);
  useEffect(() => void openWorkfile(workfileId), [workfileId]);
  return (
    <LoadingView
      state={state.kind === 'ready' ? opened : state}
      describe={wordFailure}
      onRetry={() => void openWorkfile(workfileId)}
    >
      {() => <OpenedDms workfileId={workfileId} />}
    </LoadingView>
  );
}

const toConnection = { id: 'configure', title: 'Configure › DMS connection', run: showDmsConnection };
const unopened = { kind: 'idle' } as const;
const opened = { kind: 'ready', value: null } as const;

function OpenedDms({ workfileId }: { readonly workfileId: WorkfileId }) {
  const [tab, setTab] = useState<DmsTab>('properties');
  const [finding, setFinding] = useState<DmsIdGroup>();
  const cannot = useCannotUseDms();
  const find = useCallback((group: DmsIdGroup | undefined) => {
    if (group !== undefined) setTab('properties');
    setFinding(group);
  }, []);
  const label = useSheet(workfileId, ({ workfile }) => workfileLabel(workfile.id, workfile.number.ro));
  const frame = useRef<HTMLElement>(null);
  useEffect(() => nameDmsWindow(label), [label]);
  // By its tabs the window is gone through with the arrows as soon as it is there.
  useEffect(() => frame.current?.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus(), []);
  return (
    <main className='dms' ref={frame}>
      <DmsHeader workfileId={workfileId} />
      <TabStrip
        label='DMS Activity'
        look='section'
        tabs={tabs}
        active={tab}
        onSelect={(id) => setTab(tabs.find((one) => one.id === id)?.id ?? 'properties')}
      />
      <TabPanel id={tab}>
        {cannot === undefined ? (
          <Part
            tab={tab}
            workfileId={workfileId}
            finding={finding}
            toProperties={() => setTab('properties')}
            onFind={find}
          />
        ) : (
          <EmptyState icon='lock' title='DMS Activity cannot be used here' text={cannot} action={toConnection} />
        )}
      </TabPanel>
      <footer className='dms-foot'>
        <Button look='primary' onPress={closeDmsWindow}>
          OK
        </Button>
      </footer>
    </main>
  );
}

type PartProps = {
  readonly tab: DmsTab;
  readonly workfileId: WorkfileId;
  readonly finding: DmsIdGroup | undefined;
  readonly onFind: (group: DmsIdGroup | undefined) => void;
  readonly toProperties: () => void;
};

function Part({ tab, workfileId, finding, onFind, toProperties }: PartProps) {
  if (tab === 'payments')
    return (
      <DmsPayments workfileId={workfileId} toCustomer={() => onFind('dmsCustomerId')} toProperties={toProperties} />
    );
  if (tab === 'history') return <DmsHistory workfileId={workfileId} />;
  return <DmsProperties workfileId={workfileId} finding={finding} onFind={onFind} />;
}
