// The PC this window runs on: how its data are, their backups, who it is, and the room it has.
import { useEffect } from 'react';
import type { PcFacts } from '../../../src-shared/ipc/pc-shapes.ts';
import { LoadingView } from '../../../src-ui/feedback/loading-view.tsx';
import { loadThisPc, useThisPc } from '../../stores/pc/this-pc.ts';
import { wordFailure } from '../../words/failure-words.ts';
import { BackupSection } from './backup-section.tsx';
import { DiagnosticsSection } from './diagnostics-section.tsx';
import { HealthSection } from './health-section.tsx';
import { MovingSection } from './moving-section.tsx';
import { NetworkSection } from './network-section.tsx';
import { PcFactList } from './pc-fact-list.tsx';
import './this-pc.css';

export function ThisPcScreen() {
  const facts = useThisPc((pc) => pc.facts);
  useEffect(() => void loadThisPc(), []);
  return (
    <LoadingView state={facts} describe={wordFailure} onRetry={() => void loadThisPc()}>
      {(value) => <ThisPc facts={value} />}
    </LoadingView>
  );
}

function ThisPc({ facts }: { readonly facts: PcFacts }) {
  return (
    <section className='this-pc' aria-label='This PC'>
      <h1>{facts.name}</h1>
      <HealthSection />
      <BackupSection backups={facts.backups} place={facts.secondPlace} restored={facts.restored} />
      <PcFactList facts={facts} />
      <NetworkSection />
      <MovingSection />
      <DiagnosticsSection />
    </section>
  );
}
