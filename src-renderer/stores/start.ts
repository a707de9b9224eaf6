// Ties the stores to what the backend and the main process tell, and asks the first questions.

import type { WorkfileId } from '../../src-shared/base/ids.ts';
import { isCommandId } from '../../src-shared/ipc/commands.ts';
import { hearHost, listen } from '../api/bridge.ts';
import { useClock } from './clock.ts';
import { runCommand } from './command-board.ts';
import { hearCommands, loadCommands } from './commands.ts';
import { hearProgress, hearWatch } from './exchange.ts';
import { loadFirstRun, useFirstRun } from './first-run.ts';
import { refreshHome, useHome } from './home.ts';
import { forgetIntake, useIntake } from './intake.ts';
import { keepLibraryDraftsAgain } from './library/fields.ts';
import { keepIntake, takeUpIntake } from './library/intake-draft.ts';
import { hearLibrary, loadLibrary, useLibrary } from './library/library.ts';
import { countViews, useListViews } from './list-views.ts';
import { hearDisk, loadDisk } from './pc/disk.ts';
import { hearUpkeep, loadRepair, loadThisPc, useThisPc } from './pc/this-pc.ts';
import { hearNewPhotos, hearPhotos, loadPhotoStates } from './photos/photo-states.ts';
import { hearPresence, loadPresence, tellPresence } from './presence.ts';
import { hearSession, loadSession, useSession } from './session.ts';
import { loadSettings } from './settings.ts';
import { closeAllTabs, hearBackend, hearZoom, showTab, useShell } from './shell.ts';
import { hearSync, loadSync } from './sync.ts';
import { refreshCentre } from './sync-centre.ts';
import { dropDeleted, keepDraftsAgain } from './workfile/drafts.ts';
import { goToPlace } from './workfile/visits.ts';
import { hearChanges, reloadWorkfile, useWorkfiles } from './workfile/workfiles.ts';
import { refreshList, useWorkfileList } from './workfile-list.ts';

/** Rows that change in a burst are asked for once. */
const listRestMs = 60;
const firstRunRestMs = 300;
/** A photo on its way tells of each percent. */
const centreRestMs = 500;

/** Answers how to stop. */
export function startStores(): () => void {
  listen('session.changed', hearSession);
  listen('sync.changed', hearSync);
  listen('commands.changed', hearCommands);
  listen('workfile.changed', hearChanges);
  listen('workfile.changed', hearNewPhotos);
  listen('photos.changed', hearPhotos);
  listen('presence.changed', hearPresence);
  listen('workfile.changed', dropDeleted);
  listen('library.changed', hearLibrary);
  listen('import.moved', hearProgress);
  listen('watch.changed', hearWatch);
  listen('upkeep.changed', hearUpkeep);
  listen('disk.changed', hearDisk);
  listen(
    'list.changed',
    atMostEvery(listRestMs, () => void Promise.all([refreshList(), countViews(), refreshHome()])),
  );
  listen(
    'list.changed',
    atMostEvery(firstRunRestMs, () => void loadFirstRun()),
  );
  const refresh = atMostEvery(centreRestMs, refreshCentre);
  listen('commands.changed', refresh);
  listen('photos.changed', refresh);
  hearHost('zoom.changed', hearZoom);
  hearHost('command.chosen', ({ command }) => {
    if (isCommandId(command)) runCommand(command);
  });
  hearHost('place.chosen', ({ workfileId, place }) => {
    showTab(workfileId as WorkfileId);
    goToPlace(workfileId as WorkfileId, place);
  });
  hearHost('backend.changed', (notice) => {
    const before = useShell.getState().backend.state;
    hearBackend(notice);
    if (notice.state === 'running' && before !== 'running') void askAgain();
  });
  const stopSession = useSession.subscribe(({ session }, { session: before }) => hearComings(session, before));
  const stopIntake = useIntake.subscribe(keepIntake);
  const stopShell = useShell.subscribe(tellPresence);
  const stopWorkfiles = useWorkfiles.subscribe(tellPresence);
  const stopClock = useClock.subscribe(tellPresence);
  // First the likings: the first drawing has the right rows and colours.
  void loadSettings();
  void loadSession();
  void loadSync();
  void loadCommands();
  void loadPresence();
  void loadDisk();
  return () => {
    for (const stop of [stopSession, stopIntake, stopShell, stopWorkfiles, stopClock]) stop();
  };
}

type SessionState = ReturnType<typeof useSession.getState>['session'];

/** A person came, or went. */
function hearComings(session: SessionState, before: SessionState): void {
  const isOut = session.kind === 'ready' && session.value.kind === 'signed-out';
  const wasIn = before.kind === 'ready' && before.value.kind === 'signed-in';
  if (isOut && wasIn) forgetScreens();
  if (session.kind === 'ready' && !isOut && !wasIn) {
    void loadLibrary().then(takeUpIntake);
    void loadFirstRun();
  }
}

/** What one person had on the screen is not for the next one. */
function forgetScreens(): void {
  closeAllTabs();
  useWorkfileList.setState(useWorkfileList.getInitialState(), true);
  useHome.setState(useHome.getInitialState(), true);
  useListViews.setState(useListViews.getInitialState(), true);
  useLibrary.setState(useLibrary.getInitialState(), true);
  // After the libraries: it goes from the screen, and stays kept for the person who typed it.
  forgetIntake();
  useFirstRun.setState(useFirstRun.getInitialState(), true);
}

/** A backend that started anew knows nothing of what this window was told before. */
async function askAgain(): Promise<void> {
  const open = Object.keys(useWorkfiles.getState().open) as WorkfileId[];
  for (const workfileId of open) keepDraftsAgain(workfileId);
  keepLibraryDraftsAgain();
  await Promise.all([
    loadSession(),
    loadSync(),
    loadCommands(),
    loadPresence(),
    loadDisk(),
    refreshList(),
    loadLibrary(),
    ...open.map(reloadWorkfile),
    ...open.map(loadPhotoStates),
  ]);
  // A repair that came to nothing is said on its screen, which can be used again.
  if (useThisPc.getState().repair.kind !== 'idle') void loadRepair();
  refreshCentre();
  if (useShell.getState().active === 'pc') void loadThisPc();
}

function atMostEvery(ms: number, run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    // A wait under way is not begun anew: a stream of news must not put off what shows it.
    if (timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      run();
    }, ms);
  };
}
