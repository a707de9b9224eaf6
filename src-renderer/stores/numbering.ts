// The RO numbers that this PC may still give.

import { create } from 'zustand';
import type { Numbering } from '../../src-shared/ipc/configure-requests.ts';
import { ask } from '../api/bridge.ts';
import type { Loading } from './loading.ts';

export const useNumbering = create<{ readonly state: Loading<Numbering> }>()(() => ({ state: { kind: 'idle' } }));

export async function loadNumbering(): Promise<void> {
  const reply = await ask('numbering.read', {});
  useNumbering.setState({ state: reply.ok ? { kind: 'ready', value: reply.value } : { ...reply, kind: 'failed' } });
}
