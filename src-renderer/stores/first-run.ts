// The first steps of a shop: what is known of them, and whether this PC's user has put them away.

import { create } from 'zustand';
import type { FirstRun } from '../../src-shared/domain/workfile/first-run.ts';
import { ask } from '../api/bridge.ts';
import { readLayout, rememberLayout, type useSettings } from './settings.ts';

type State = {
  readonly facts: FirstRun | undefined;
  /** Asked for in Help: shown although it was put away, or although all is done. */
  readonly isWanted: boolean;
};

export const useFirstRun = create<State>()(() => ({ facts: undefined, isWanted: false }));

/** Reads the facts; a shop that is long at work is asked about once. */
export async function loadFirstRun(): Promise<void> {
  const { facts, isWanted } = useFirstRun.getState();
  if (facts?.isUsed && !isWanted) return;
  const reply = await ask('first-run.read', {});
  if (reply.ok) useFirstRun.setState({ facts: reply.value });
}

/** Shows the steps again. */
export function wantFirstSteps(): void {
  useFirstRun.setState({ isWanted: true });
  void rememberLayout(name, { isHidden: false });
  void loadFirstRun();
}

/** Puts the steps away until somebody asks for them in Help. */
export function hideFirstSteps(): void {
  useFirstRun.setState({ isWanted: false });
  void rememberLayout(name, { isHidden: true });
}

export const areHidden = ({ settings }: ReturnType<typeof useSettings.getState>): boolean =>
  (readLayout(settings, name) as { readonly isHidden?: boolean } | undefined)?.isHidden === true;

const name = 'first-steps';
