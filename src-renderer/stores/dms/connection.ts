// The connection to the dealer's system while a manager sets it up: as the cloud has it, and as it was typed since.

import { create } from 'zustand';
import type { Failure } from '../../../src-shared/base/failure.ts';
import { sameValue } from '../../../src-shared/base/same-value.ts';
import type { Capabilities } from '../../../src-shared/domain/dms/partner.ts';
import {
  checkSettings,
  settingsBegun,
  type TypedSettings,
} from '../../../src-shared/domain/dms/settings/check-settings.ts';
import {
  capabilitiesOf,
  type DmsPartner,
  dmsCapabilities,
  dmsSecretNames,
} from '../../../src-shared/domain/dms/settings/connection.ts';
import type { ConnectionAnswer, ConnectionTest } from '../../../src-shared/sync/dms.ts';
import { ask } from '../../api/bridge.ts';
import { type Loading, readyValue } from '../loading.ts';

/** The connection as it is typed; secrets are those that are written anew. */
export type ConnectionDraft = {
  readonly on: boolean;
  readonly partner: DmsPartner;
  readonly settings: TypedSettings;
  readonly secrets: Readonly<Record<string, string>>;
};

type State = {
  /** Who it was asked for: what one person typed, another does not find. */
  readonly userId: string;
  readonly known: Loading<ConnectionAnswer>;
  readonly draft: ConnectionDraft | undefined;
  readonly tested: Loading<ConnectionTest>;
};

const idle = { kind: 'idle' } as const;
export const useConnectionForm = create<State>()(() => ({ userId: '', known: idle, draft: undefined, tested: idle }));

/** Asks the cloud for the connection; what was typed stays. */
export async function loadConnection(userId: string): Promise<void> {
  if (useConnectionForm.getState().userId !== userId) {
    useConnectionForm.setState({ userId, known: idle, draft: undefined, tested: idle });
  }
  if (readyValue(useConnectionForm.getState().known) === undefined) {
    useConnectionForm.setState({ known: { kind: 'loading' } });
  }
  const reply = await ask('dms.connection', {});
  if (useConnectionForm.getState().userId !== userId) return;
  useConnectionForm.setState({
    known: reply.ok ? { kind: 'ready', value: reply.value } : { kind: 'failed', failure: reply.failure },
  });
}

/** The connection as the cloud has it, ready to be typed over; a shop without one begins with the first partner. */
export function draftOf({ connection }: ConnectionAnswer): ConnectionDraft {
  if (connection === null) return { on: true, partner: 'cdk', settings: settingsBegun('cdk'), secrets: {} };
  const { on, setup } = connection;
  return { on, partner: setup.partner, settings: setup.settings, secrets: {} };
}

/** Types something over. */
export function changeConnection(change: Partial<ConnectionDraft>): undefined {
  const { known, draft } = useConnectionForm.getState();
  if (known.kind !== 'ready') return;
  const next = { ...(draft ?? draftOf(known.value)), ...change };
  const isAsBefore = known.value.connection !== null && sameValue(next, draftOf(known.value));
  useConnectionForm.setState({ draft: isAsBefore ? undefined : next });
}

/** Chooses the partner: its settings as the cloud has them, or from the beginning. */
export function choosePartner(partner: DmsPartner): undefined {
  const { known } = useConnectionForm.getState();
  const setup = readyValue(known)?.connection?.setup;
  const settings = setup?.partner === partner ? setup.settings : settingsBegun(partner);
  changeConnection({ partner, settings, secrets: {} });
}

export const discardConnection = (): void => useConnectionForm.setState({ draft: undefined });

/** What the partner takes that is chosen: as the cloud says it of the one that is saved, else as it declares it. */
export function capabilitiesTyped(
  { connection }: ConnectionAnswer,
  { partner, settings }: ConnectionDraft,
): Capabilities {
  const isSaved = connection !== null && sameValue({ ...connection.setup }, { partner, settings });
  const checked = checkSettings(partner, settings);
  if (isSaved) return connection.capabilities;
  return 'setup' in checked ? capabilitiesOf(checked.setup) : dmsCapabilities[partner];
}

/** The secrets that the cloud has of a partner. */
export const secretsKept = ({ connection }: ConnectionAnswer, partner: DmsPartner): readonly string[] =>
  connection !== null && connection.setup.partner === partner ? connection.secretsSet : [];

/** The secrets that a connection that is on still lacks. */
export const secretsMissing = (known: ConnectionAnswer, { partner, secrets }: ConnectionDraft): readonly string[] =>
  dmsSecretNames[partner].filter((name) => !secretsKept(known, partner).includes(name) && !secrets[name]);

/** Writes what was typed; what is typed meanwhile stays, and whoever signed in meanwhile is shown nothing of it. */
export async function saveConnection(): Promise<Failure | undefined> {
  const { draft, userId } = useConnectionForm.getState();
  const checked = draft && checkSettings(draft.partner, draft.settings);
  if (draft === undefined || checked === undefined || !('setup' in checked)) return undefined;
  const secrets = Object.fromEntries(Object.entries(draft.secrets).filter(([, text]) => text !== ''));
  const reply = await ask('dms.save-connection', { on: draft.on, setup: checked.setup, secrets });
  if (!reply.ok) return reply.failure;
  if (useConnectionForm.getState().userId !== userId) return undefined;
  await loadConnection(userId);
  if (useConnectionForm.getState().userId !== userId) return undefined;
  useConnectionForm.setState((form) => ({ draft: form.draft === draft ? undefined : form.draft, tested: idle }));
  return undefined;
}

/** Tries the connection that is saved. */
export async function testConnection(): Promise<void> {
  const { userId } = useConnectionForm.getState();
  useConnectionForm.setState({ tested: { kind: 'loading' } });
  const reply = await ask('dms.test-connection', {});
  if (useConnectionForm.getState().userId !== userId) return;
  useConnectionForm.setState({
    tested: reply.ok ? { kind: 'ready', value: reply.value } : { kind: 'failed', failure: reply.failure },
  });
}
