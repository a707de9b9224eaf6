// What waits to be sent, sending it now, working offline by choice, and the way to what must be decided.

import type { SyncState } from '../../../src-shared/ipc/shapes.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { CheckField } from '../../../src-ui/fields/check-field.tsx';
import { ShapeMark } from '../../../src-ui/shell/shape-mark.tsx';
import { useClock } from '../../stores/clock.ts';
import { showOverlay, showTab, useShell } from '../../stores/shell.ts';
import { setOffline, syncNow, useSync } from '../../stores/sync.ts';
import { wordBriefly, wordFailure } from '../../words/failure-words.ts';
import { waitingText, wordDecisions, wordHeld, wordSetAside, wordSync } from '../../words/sync-words.ts';
import { whenOf } from '../../words/time-words.ts';
import './sync-status.css';

export function SyncPanel() {
  const isOpen = useShell(({ overlay }) => overlay === 'sync');
  const state = useSync((sync) => sync.state);
  return isOpen && state !== undefined ? <OpenPanel state={state} /> : null;
}

function OpenPanel({ state }: { readonly state: SyncState }) {
  const now = useClock((clock) => clock.now);
  const { text, shape, tone } = wordSync(state);
  const decisions = wordDecisions(state);
  const held = wordHeld(state);
  const setAside = wordSetAside(state);
  const decide = (): void => {
    showOverlay('none');
    showTab('kept');
  };
  return (
    <Dialog
      open
      title='Sync'
      closeTitle='Close'
      action={{ title: 'Sync now', run: () => void syncNow(), disabledReason: offlineReason(state) }}
      onClose={() => showOverlay('none')}
    >
      <div className='sync-panel'>
        <p className={`sync-state ui-tone-${tone}`}>
          <ShapeMark shape={shape} />
          <strong>{text}</strong>
        </p>
        <dl>
          <dt>On this PC</dt>
          <dd>Everything you left or saved is kept; {waitingText(state)} to be sent.</dd>
          <dt>Last equal with the cloud</dt>
          <dd>{state.syncedAt === 0 ? 'Not yet' : whenOf(state.syncedAt, now)}</dd>
          {held !== undefined && (
            <>
              <dt>Made by others on this PC</dt>
              <dd>{held}.</dd>
            </>
          )}
          {setAside !== undefined && (
            <>
              <dt>From the cloud</dt>
              <dd>{setAside}: this PC cannot use them, and keeps them as they came.</dd>
            </>
          )}
          {state.reason !== null && (
            <>
              <dt>What to do</dt>
              <dd>{wordFailure(state.reason).todo}</dd>
            </>
          )}
        </dl>
        <CheckField
          label='Work offline'
          hint='Nothing is sent or fetched until you switch this off.'
          value={state.offlineByChoice}
          onCommit={async (offline) => {
            const failure = await setOffline(offline);
            return failure && wordBriefly(failure);
          }}
        />
        {decisions !== undefined && (
          <Button icon='warning' onPress={decide}>
            {decisions}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

const offlineReason = (state: SyncState): string | undefined =>
  state.offlineByChoice ? 'Switch off “Work offline” first.' : undefined;
