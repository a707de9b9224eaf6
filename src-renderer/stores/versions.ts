// Locked versions that somebody looked at: what was locked never changes, so each is asked for once.

import { create } from 'zustand';
import type { VersionId, WorkfileId } from '../../src-shared/base/ids.ts';
import type { ReadVersion } from '../../src-shared/domain/estimate/supplement/locked-version.ts';
import { ask } from '../api/bridge.ts';
import type { Loading } from './loading.ts';

type Read = Loading<ReadVersion>;
const idle: Read = { kind: 'idle' };

const useVersions = create<{ readonly read: Readonly<Record<string, Read>> }>()(() => ({ read: {} }));

/** Reads a version, or reads it again after a failure. */
export async function loadVersion(workfileId: WorkfileId, version: VersionId): Promise<void> {
  const { kind } = useVersions.getState().read[version] ?? idle;
  if (kind === 'loading' || kind === 'ready') return;
  put(version, { kind: 'loading' });
  const reply = await ask('version.read', { workfileId, version });
  put(version, reply.ok ? { kind: 'ready', value: reply.value } : { ...reply, kind: 'failed' });
}

const put = (version: VersionId, one: Read): void =>
  useVersions.setState(({ read }) => ({ read: { ...read, [version]: one } }));

/** Versions by their ids, as far as somebody asked for them. */
export const useReadVersions = (): Readonly<Record<string, Read>> => useVersions(({ read }) => read);

/** Those who may be named as the estimator of a version. */
export async function listEstimators(): Promise<readonly string[]> {
  const reply = await ask('estimator.list', {});
  return reply.ok ? reply.value : [];
}
