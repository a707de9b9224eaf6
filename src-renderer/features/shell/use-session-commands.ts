// The commands that every screen has once somebody is signed in: new workfiles, tabs, sync.
import { useEffect } from 'react';
import type { Failure } from '../../../src-shared/base/failure.ts';
import { libraryKinds } from '../../../src-shared/domain/library/library.ts';
import { tabCommands } from '../../../src-shared/ipc/commands.ts';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { afterCommit } from '../../../src-ui/fields/leave-field.ts';
import { type Offers, offerCommands } from '../../stores/command-board.ts';
import { signOut, useDenied } from '../../stores/session.ts';
import {
  closeTab,
  isFixedTab,
  newWorkfile,
  showOverlay,
  showTab,
  showTabAt,
  stepTab,
  useShell,
} from '../../stores/shell.ts';
import { setOffline, syncNow, useSync } from '../../stores/sync.ts';
import { showCentre } from '../../stores/sync-centre.ts';
import { keepLatestDrafts } from '../../stores/workfile/drafts.ts';
import { allSettled } from '../../stores/workfile/edits.ts';
import { wordBriefly } from '../../words/failure-words.ts';

export function useSessionCommands(): void {
  const toast = useToast();
  const cannotCreate = useDenied('create-workfiles');
  useEffect(() => {
    const tell = async (act: Promise<Failure | undefined>): Promise<void> => {
      const failure = await act;
      if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
    };
    return offerCommands({
      ...tabs,
      'workfile.new': { run: () => afterCommit(() => void tell(newWorkfile())), disabledReason: cannotCreate },
      'workfile.intake': { run: () => afterCommit(() => showOverlay('intake')), disabledReason: cannotCreate },
      'home.show': { run: () => afterCommit(() => showTab('home')) },
      'list.show': { run: () => afterCommit(() => showTab('list')) },
      'workfile.find': { run: () => showOverlay('palette') },
      'search.everywhere': { run: () => showOverlay('search') },
      'session.sign-out': { run: () => afterCommit(() => void tell(leaveShop())) },
      'sync.now': { run: () => void tell(syncNow()) },
      'sync.offline': { run: () => void tell(setOffline(!(useSync.getState().state?.offlineByChoice ?? false))) },
      'command.list': { run: () => afterCommit(() => showOverlay('commands')) },
      ...libraryOffers,
      'configure.show': { run: () => afterCommit(() => showTab('configure')) },
      'journal.show': { run: () => afterCommit(() => showTab('journal')) },
      'change-log.show': { run: () => afterCommit(() => showTab('change-log')) },
      'pc.show': { run: () => afterCommit(() => showTab('pc')) },
      'sync.centre': { run: () => afterCommit(() => showCentre('decisions')) },
    });
  }, [toast, cannotCreate]);

  const hasTab = useShell(({ active }) => !isFixedTab(active));
  useEffect(
    () =>
      hasTab
        ? offerCommands({ 'tab.close': { run: () => afterCommit(() => closeTab(useShell.getState().active)) } })
        : undefined,
    [hasTab],
  );
}

/** Everything typed is written or kept in the name of the one who typed it, before that name is gone. */
async function leaveShop(): Promise<Failure | undefined> {
  await allSettled();
  keepLatestDrafts();
  return signOut();
}

const tabs: Offers = {
  'tab.next': { run: () => afterCommit(() => stepTab(1)) },
  'tab.previous': { run: () => afterCommit(() => stepTab(-1)) },
  ...Object.fromEntries(tabCommands.map((id, at) => [id, { run: () => afterCommit(() => showTabAt(at + 1)) }])),
};

const libraryOffers: Offers = Object.fromEntries(
  libraryKinds.map((kind) => [`library.${kind}`, { run: () => afterCommit(() => showTab(kind)) }]),
);
