// Whether photos wait until somebody has them sent: on a network that is paid by what it carries, edits go and photos stay.

import type { SyncState } from '../../src-shared/ipc/shapes.ts';
import type { Store } from '../db/open.ts';
import { readSetting, writeSetting } from '../db/settings.ts';

const name = 'photos-metered';

export type PhotoMetering = ReturnType<typeof createPhotoMetering>;

/** Keeps the choice of this PC; what was let go is let go until all of it that the cloud will have is sent, or the program ends. */
export function createPhotoMetering(store: Store) {
  const state = { isOn: readSetting(store, name) === 'on', isLetGo: false };
  const read = (): SyncState['metering'] => {
    if (!state.isOn) return 'off';
    return state.isLetGo ? 'let-go' : 'holding';
  };
  return {
    read,
    turn(isOn: boolean): void {
      Object.assign(state, { isOn, isLetGo: false });
      writeSetting(store, name, isOn ? 'on' : 'off');
    },
    letGo(): void {
      state.isLetGo = true;
    },
    /** What waited was sent, as far as the cloud will have it: what is added from now on waits again. */
    allSent(): void {
      state.isLetGo = false;
    },
  };
}
