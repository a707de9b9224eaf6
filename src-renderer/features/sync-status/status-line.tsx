// The status bar: what was done last, and where the workfile, the cloud, the person and the zoom stand.
import { StatusBar, type StatusSegment } from '../../../src-ui/shell/status-bar.tsx';
import { useClock } from '../../stores/clock.ts';
import { runCommand } from '../../stores/command-board.ts';
import { useDenied, useSignedIn } from '../../stores/session.ts';
import { showOverlay, useActiveWorkfile, useShell } from '../../stores/shell.ts';
import { useSync } from '../../stores/sync.ts';
import { showCentre } from '../../stores/sync-centre.ts';
import { isClosed } from '../../stores/workfile/closed.ts';
import { type OpenWorkfile, useWorkfiles } from '../../stores/workfile/workfiles.ts';
import { wordDecisions, wordSync } from '../../words/sync-words.ts';
import { timeOf } from '../../words/time-words.ts';

export function StatusLine() {
  const message = useShell((shell) => shell.message);
  const mode = useMode();
  const saved = useSaved();
  const sync = useSyncSegments();
  const person = usePerson();
  const zoom = useShell((shell) => shell.zoom);
  const segments: readonly StatusSegment[] = [
    mode,
    ...(saved === undefined ? [] : [saved]),
    ...sync,
    ...(person === undefined ? [] : [person]),
    { id: 'zoom', text: `${zoom} %`, title: 'Zoom; press for 100 %', onPress: () => runCommand('view.zoom-reset') },
  ];
  return <StatusBar message={message} segments={segments} />;
}

function useMode(): StatusSegment {
  const workfileId = useActiveWorkfile();
  const denied = useDenied('create-workfiles');
  const deniedLines = useDenied('edit-estimate');
  const locked = useWorkfiles(({ open }) => {
    const workfile = open[workfileId ?? ''];
    return workfile?.sheet.kind === 'ready' && workfile.section === 'estimate' && isClosed(workfile.sheet.value);
  });
  const inEstimate = useWorkfiles(({ open }) => open[workfileId ?? '']?.section === 'estimate');
  const reason = inEstimate ? deniedLines : denied;
  if (workfileId === undefined) return { id: 'mode', text: 'View', title: 'Nothing here is typed into' };
  if (locked) return { id: 'mode', text: 'Locked', title: 'The estimate is locked; changes go into a new supplement' };
  return reason === undefined
    ? { id: 'mode', text: 'Edit', title: 'Everything you leave is kept at once' }
    : { id: 'mode', text: 'View', title: reason };
}

function useSaved(): StatusSegment | undefined {
  const workfileId = useActiveWorkfile();
  const timeZone = useClock((clock) => clock.timeZone);
  const text = useWorkfiles(({ open }) => savedText(open[workfileId ?? ''], timeZone));
  if (text === undefined) return undefined;
  return { id: 'saved', text, title: 'Ctrl+S marks a revision', onPress: () => runCommand('workfile.save') };
}

function savedText(workfile: OpenWorkfile | undefined, timeZone: string): string | undefined {
  if (workfile?.sheet.kind !== 'ready') return undefined;
  if (workfile.sending > 0) return 'Saving…';
  if (Object.keys(workfile.drafts).length > 0) return 'Draft kept';
  const { unsavedSince, workfile: record } = workfile.sheet.value;
  if (unsavedSince > 0) return `Edits kept, waiting for Save since ${timeOf(unsavedSince, timeZone)}`;
  return record.saved.revision === 0 ? 'Nothing to save yet' : `Saved ${timeOf(record.saved.at, timeZone)}`;
}

function useSyncSegments(): readonly StatusSegment[] {
  const state = useSync((sync) => sync.state);
  const timeZone = useClock((clock) => clock.timeZone);
  if (state === undefined) return [];
  const decisions = wordDecisions(state);
  const sync = {
    id: 'sync',
    ...wordSync(state, timeZone),
    title: 'Sync and conflicts',
    onPress: () => showCentre('waiting'),
  };
  if (decisions === undefined) return [sync];
  const decide: StatusSegment = {
    id: 'decisions',
    text: decisions,
    shape: 'triangle',
    tone: 'warn',
    title: 'Both values are kept until somebody chooses',
    onPress: () => showCentre('decisions'),
  };
  return [sync, decide];
}

function usePerson(): StatusSegment | undefined {
  const session = useSignedIn();
  if (session === undefined) return undefined;
  const { name, shopName, role, email } = session.user;
  return {
    id: 'person',
    text: `${name}, ${shopName}`,
    title: `${email}, ${role}, on ${session.pcName}`,
    onPress: () => showOverlay('about'),
  };
}
