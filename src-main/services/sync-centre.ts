// What the exchange with the cloud has before it and behind it: what waits, what went, what failed, and the shop's PCs.

import { ok, type Result } from '../../src-shared/base/result.ts';
import type {
  Mending,
  QueuedAttachment,
  SentBatch,
  SetAside,
  ShopPc,
  SyncProblems,
  SyncQueue,
} from '../../src-shared/ipc/centre-shapes.ts';
import { isPending } from '../../src-shared/ipc/command-shapes.ts';
import type { PushRequest } from '../../src-shared/sync/protocol.ts';
import { isRecordKind } from '../../src-shared/sync/records.ts';
import {
  type AnsweredBatch,
  type AsideChange,
  answeredBatches,
  asideChanges,
  damagedPhotoCount,
  mendedWorkfiles,
  type WaitingAttachment,
  waitingAttachments,
  waitingDocumentCount,
  waitingEdits,
  waitingPhotoCount,
  waitingTotals,
} from '../db/exchange-facts.ts';
import { readTitle } from '../db/head-list.ts';
import { readIdentity } from '../db/identity.ts';
import { listKept } from '../db/kept.ts';
import { editsInConflict } from '../db/open-conflicts.ts';
import { placeOfPhoto } from '../db/photo-file.ts';
import { readOwner } from '../db/record.ts';
import { readRenewals } from '../db/renewals.ts';
import type { Store } from '../db/store.ts';
import { allowed, type Desk } from './desk.ts';
import { createPlaces } from './edit-places.ts';

const mostRows = 500;
const mostBatches = 200;
const mostLabels = 3;
const mostMendings = 100;

/** What waits to be sent. */
export function listQueue(desk: Desk): Result<SyncQueue> {
  const user = allowed(desk, 'see-workfiles');
  if (!user.ok) return user;
  const { store, sync } = desk;
  const placeOf = createPlaces(store);
  const { tries } = sync.trouble();
  const edits = waitingEdits(store, mostRows).map((edit) => ({
    edit: edit.edit,
    place: placeOf(edit),
    author: edit.authorName,
    isHeld: edit.author !== user.value.userId,
    bytes: edit.bytes,
    tries: edit.isSealed === 1 ? Math.max(1, tries) : 0,
    madeAt: edit.madeAt,
  }));
  const commands = sync.commands().filter(isPending);
  const attachments = waitingAttachments(store, mostRows).map((one) => describeAttachment(desk, one));
  return ok({ ...waitingTotals(store), edits, commands, attachments, ...attachmentTotals(store) });
}

const attachmentTotals = (store: Desk['store']) => ({
  photoTotal: waitingPhotoCount(store),
  documentTotal: waitingDocumentCount(store),
});

function describeAttachment({ store, sync }: Desk, { sha256, ...file }: WaitingAttachment): QueuedAttachment {
  const place = placeOfPhoto(store, sha256);
  const moving = place === undefined ? null : sync.photos.stateOf(place).moving;
  const percent = moving?.way === 'up' ? moving.percent : null;
  return { ...file, workfileLabel: readTitle(store, file.workfileId).label, percent };
}

/** The batches that the cloud answered since an instant. */
export function listSent(desk: Desk, since: number): Result<readonly SentBatch[]> {
  const user = allowed(desk, 'see-workfiles');
  if (!user.ok) return user;
  const refused = new Set(listKept(desk.store).map(({ edit }) => edit as string));
  return ok(answeredBatches(desk.store, since, mostBatches).map((batch) => describe(desk.store, batch, refused)));
}

function describe(store: Store, { body, ...batch }: AnsweredBatch, kept: ReadonlySet<string>): SentBatch {
  const { edits } = JSON.parse(body) as Pick<PushRequest, 'edits'>;
  const ids = edits.map(([edit]) => edit as string);
  const workfiles = new Set(
    edits.map(([, kind, id]) => (isRecordKind(kind) ? readOwner(store, kind, id) : undefined)?.workfileId),
  );
  return {
    ...batch,
    bytes: Buffer.byteLength(body),
    edits: ids.length,
    conflicts: editsInConflict(store, ids).size,
    refused: ids.filter((id) => kept.has(id)).length,
    workfiles: [...workfiles]
      .flatMap((id) => (id === undefined ? [] : [readTitle(store, id).label]))
      .slice(0, mostLabels),
  };
}

/** What went wrong, and when it is tried again. */
export function listProblems(desk: Desk): Result<SyncProblems> {
  const user = allowed(desk, 'see-workfiles');
  if (!user.ok) return user;
  const { store, sync } = desk;
  const setAside = asideChanges(store, mostRows).map((change) => describeAside(store, change));
  return ok({ ...sync.trouble(), mendings: mendingsOf(store), setAside, damagedPhotos: damagedPhotoCount(store) });
}

function mendingsOf(store: Store): readonly Mending[] {
  const mended = mendedWorkfiles(store, mostMendings).map(({ workfileId, ...mending }) => ({
    ...mending,
    ...({ event: 'mended', workfileId, workfileLabel: readTitle(store, workfileId).label } as const),
  }));
  const renewed = readRenewals(store).map((renewal) => ({
    ...renewal,
    ...{ workfileId: null, workfileLabel: '', replaced: 0 },
  }));
  return [...mended, ...renewed].toSorted((a, b) => b.at - a.at).slice(0, mostMendings);
}

function describeAside(store: Store, { id, ...change }: AsideChange): SetAside {
  const owner = isRecordKind(change.kind) ? readOwner(store, change.kind, id) : undefined;
  const workfileId = (owner?.workfileId ?? (change.kind === 'workfile' ? id : null)) as SetAside['workfileId'];
  return { ...change, workfileId, workfileLabel: workfileId === null ? '' : readTitle(store, workfileId).label };
}

/** The PCs of the shop, as the cloud knows them now. */
export async function listDevices(desk: Desk): Promise<Result<readonly ShopPc[]>> {
  const user = allowed(desk, 'see-workfiles');
  if (!user.ok) return user;
  const devices = await desk.sync.devices();
  if (!devices.ok) return devices;
  const { device } = readIdentity(desk.store);
  return ok(devices.value.map((one) => ({ ...one, isThisPc: one.id === device })));
}
