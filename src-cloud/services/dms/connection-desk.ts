/** A shop's connection as its managers see, write and test it. */

import type { ShopId } from '../../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { sameValue } from '../../../src-shared/base/same-value.ts';
import { wrongSecrets } from '../../../src-shared/domain/dms/settings/check-settings.ts';
import {
  capabilitiesOf,
  type DmsConnection,
  type DmsPartner,
  type DmsSettings,
  dmsConnection,
  dmsPartnerNames,
  dmsPartners,
  dmsSecretNames,
  storeIdsOf,
} from '../../../src-shared/domain/dms/settings/connection.ts';
import { shopConnectionId, takesOf, updatesOf } from '../../../src-shared/domain/dms/shop-connection.ts';
import { libraries } from '../../../src-shared/domain/library/library.ts';
import type { ConnectionAnswer, ConnectionInput, ConnectionTest } from '../../../src-shared/sync/dms.ts';
import { type JsonObject, wholeRecord } from '../../../src-shared/sync/protocol.ts';
import type { Author } from '../../db/log.ts';
import type { StoredRecord } from '../../db/records.ts';
import { currentGroup } from '../record-state.ts';
import { type Change, followUp, writeChanges } from '../written-changes.ts';
import { closeSecrets, openConnection, openSecrets, type Secrets, setupOf } from './connection.ts';
import { type DmsDeps, type Done, inTurn } from './turn.ts';

/** The connection without its secrets. */
export async function showConnection(deps: DmsDeps, shop: ShopId): Promise<ConnectionAnswer> {
  const partners = partnersOf(deps);
  const stored = await deps.commandShops(shop, (store) => store.dms.readConnection());
  const setup = stored && setupOf(stored);
  if (stored === undefined || setup === undefined) return { connection: null, partners };
  const secretsSet = standing(setup.partner, openSecrets(deps.seal, shop, stored));
  return { connection: { on: stored.on, setup, capabilities: capabilitiesOf(setup), secretsSet }, partners };
}

const simulated = dmsConnection.parse({ partner: 'simulated', settings: {}, secrets: {} });

/** The partners that this cloud has a way to: it may have no simulated dealer. */
const partnersOf = ({ partnerOf, timing }: DmsDeps): DmsPartner[] =>
  dmsPartners.filter((one) => one !== simulated.partner || partnerOf(simulated, timing.timeoutMs) !== null);

/** The names of secrets that are as their partner writes them. */
function standing(partner: DmsPartner, secrets: Secrets = {}): string[] {
  const wrong = wrongSecrets(partner, secrets);
  return Object.keys(secrets).filter((name) => !wrong.includes(name));
}

/** What of a connection cannot be taken: its partner, its secrets, or one of them. */
type WrongPart = 'partner' | 'secrets' | `secrets.${string}`;

/** Writes it; its exports that wait go on. One that is on needs everything its partner asks for. */
export async function writeConnection(
  deps: DmsDeps,
  { shop, author }: { readonly shop: ShopId; readonly author: Author },
  { on, setup, secrets: given = {} }: ConnectionInput,
): Promise<Result<null, WrongPart>> {
  const known = dmsSecretNames[setup.partner];
  if (Object.keys(given).some((name) => !known.includes(name))) return failed('secrets');
  const [wrong] = wrongSecrets(setup.partner, given);
  if (wrong !== undefined) return failed(`secrets.${wrong}` as const);
  if (on && !partnersOf(deps).includes(setup.partner)) return failed('partner');
  return inTurn(deps, shop, async ({ store, order }): Promise<Done<Result<null, WrongPart>>> => {
    const before = await store.dms.readConnection();
    const stays = before !== undefined && before.setup.partner === setup.partner;
    const opened = stays ? openSecrets(deps.seal, shop, before) : {};
    const secrets = { ...opened, ...given };
    const isWhole = dmsConnection.safeParse({ ...setup, secrets }).success;
    // Sealed ones that do not open stay until all of them are written anew: their key may come back.
    const stay = stays && opened === undefined && !isWhole ? before : undefined;
    if (!isWhole && (on || (stay !== undefined && Object.keys(given).length > 0)))
      return { answer: failed('secrets'), reached: order };
    const kept = stay?.secrets ?? closeSecrets(deps.seal, shop, secrets);
    const plain = setup as unknown as JsonObject;
    await store.dms.saveConnection(author.person, { secrets: kept, on, setup: plain });
    for (const key of await store.dms.readOpenExports()) await store.dms.wake(key, 0);
    const [record] = await store.readRecords([{ kind: 'dms-connection', id: shopConnectionId }], []);
    const changes = changesOf(record, { on, setup });
    const cause = `connection ${order.epoch} ${order.lastSeq}`;
    const reached = await writeChanges(store, author, { order, changes, editOf: (one) => followUp(cause, one) });
    return { answer: ok(null), reached };
  });
}

/** What the shop's PCs are told of it. */
function changesOf(record: StoredRecord | undefined, shown: { on: boolean; setup: DmsSettings }): readonly Change[] {
  const groups = groupsOf(shown);
  if (record === undefined) {
    const parent = { workfileId: libraries['dms-connection'] };
    const value = { parent, ...groups };
    return [{ record: { kind: 'dms-connection', id: shopConnectionId }, group: wholeRecord, value }];
  }
  return Object.entries(groups).flatMap(([group, value]) =>
    sameValue(currentGroup(record, { group })?.value, value) ? [] : [{ record, group, value }],
  );
}

function groupsOf({ on, setup }: { on: boolean; setup: DmsSettings }) {
  const { partner } = setup;
  const words = setup.partner === 'cdk' ? setup.settings.receiptAccounts : {};
  const list = Object.entries(words).map(([type, word]) => ({ type, word: word ?? '' }));
  return {
    about: { on, partner, name: dmsPartnerNames[partner], storeIds: storeIdsOf(setup) },
    takes: { ...takesOf(capabilitiesOf(setup)) },
    updates: { ...updatesOf(capabilitiesOf(setup)) },
    types: { list },
  };
}

type Step = ConnectionTest['steps'][number];

/** How far a question to the partner comes; nothing is changed there. */
export async function testConnection(deps: DmsDeps, shop: ShopId): Promise<ConnectionTest> {
  const stored = await deps.commandShops(shop, (store) => store.dms.readConnection());
  const setup = stored && setupOf(stored);
  if (stored === undefined || setup === undefined) return { steps: [{ step: 'settings', ok: false, words: '' }] };
  const settled: Step = { step: 'settings', ok: true, words: dmsPartnerNames[setup.partner] };
  const known = standing(setup.partner, openSecrets(deps.seal, shop, stored));
  const missing = dmsSecretNames[setup.partner].filter((name) => !known.includes(name));
  const connection = openConnection(deps.seal, shop, stored);
  const secrets: Step = { step: 'secrets', ok: connection !== undefined, words: missing.join(', ') };
  return { steps: [settled, secrets, ...(connection === undefined ? [] : await reach(deps, connection))] };
}

async function reach(deps: DmsDeps, connection: DmsConnection): Promise<readonly Step[]> {
  const partner = deps.partnerOf(connection, deps.timing.timeoutMs);
  const reply = (await partner?.findCustomers('Test')) ?? { kind: 'none', reason: '' };
  if (reply.kind === 'none' && reply.reason === '') return [{ step: 'reach', ok: false, words: '' }];
  const customers: Step =
    reply.kind === 'none'
      ? { step: 'customers', ok: false, words: reply.reason }
      : { step: 'customers', ok: true, words: '' };
  return [{ step: 'reach', ok: true, words: '' }, customers];
}
