// The wire between a PC and the cloud: sealed batches of edits up, one gap-free order a shop down.

import { z } from 'zod';
import { type DeviceId, type EditId, isDeviceId, isEditId, isUuid } from '../base/ids.ts';
import { isRecordKind, type RecordKind } from './records.ts';

/** The version of the record kinds' fields that this program writes. */
export const schemaVersion = 1;
/** The most edits of one batch, and the most bytes of its body. */
export const maxBatchEdits = 500;
export const maxBatchBytes = 256 * 1024;

/** The group name of an edit that creates a record: its value holds every group. */
export const wholeRecord = '*';
/** The group name of an edit that deletes or restores a record: `{ deleted: boolean }`. */
export const deletion = 'deleted';

export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };
export type JsonObject = { readonly [name: string]: JsonValue };

/** One change of one group of one record. `base` is the edit whose value the author saw; null for a new record. */
export type Edit = {
  readonly edit: EditId;
  readonly kind: RecordKind;
  readonly id: string;
  readonly group: string;
  readonly value: JsonObject;
  readonly base: EditId | null;
};

const editId = z.string().refine(isEditId);
const deviceId = z.string().refine(isDeviceId);
const recordId = z.string().refine(isUuid);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const json: z.ZodType<JsonObject> = z.record(z.string().max(60), z.json());
const incarnation = z.string().refine(isUuid);

/** An edit as it travels: `[edit, kind, id, group, value, base]`. */
export const wireEdit = z.tuple([
  editId,
  z.string().refine(isRecordKind),
  recordId,
  z.string().min(1).max(40),
  json,
  editId.nullable(),
]);

/** `POST /sync/push`: batch number n of a device, `prev` the SHA-256 of the bytes of batch n-1 (empty for the first). */
export const pushRequest = z.object({
  device: deviceId,
  incarnation,
  n: z.int().min(1),
  prev: z.union([z.literal(''), sha256]),
  schema: z.int().min(1),
  edits: z.array(wireEdit).min(1).max(maxBatchEdits),
});
export type PushRequest = z.output<typeof pushRequest>;

/** Why the cloud did not take an edit. The current value and its edit come with it. */
export const refusalCodes = ['locked', 'forbidden', 'invalid', 'once', 'cloud', 'deleted', 'missing'] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** The answer to one edit. `nothing` is a replay or an equal value. */
export const verdict = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('applied'), seq: z.int().min(1) }),
  z.object({ verdict: z.literal('nothing') }),
  z.object({ verdict: z.literal('conflict'), conflict: recordId, value: json, edit: editId }),
  z.object({
    verdict: z.literal('refused'),
    code: z.enum(refusalCodes),
    value: json.nullable(),
    edit: editId.nullable(),
  }),
]);
export type Verdict = z.output<typeof verdict>;

/** The answer to a push: the cloud's epoch, the shop's newest number, one verdict an edit in the batch's order. */
export const pushAnswer = z.object({ epoch: z.string(), seq: z.int().min(0), verdicts: z.array(verdict) });
export type PushAnswer = z.output<typeof pushAnswer>;

/** Why a push or pull was not served: the PC's identity is used twice, the cloud was restored, or the cursor is too old. */
export const syncRefusal = z.object({ reason: z.enum(['device-forked', 'epoch', 'cursor-too-old', 'upgrade']) });

/** `POST /sync/pull`: what is newer than the cursor. `at` is the edit the PC has at the cursor; `last` its last answered batch. */
export const pullRequest = z.object({
  device: deviceId,
  incarnation,
  cursor: z.int().min(0),
  at: editId.nullable(),
  epoch: z.string().max(40),
  last: z.object({ n: z.int().min(1), hash: sha256 }).nullable(),
  limit: z.int().min(1).max(50_000),
});
export type PullRequest = z.output<typeof pullRequest>;

/** A line of the answer to a pull: a change of the log, a commit point, or the end. */
export const pullLine = z.union([
  z.tuple([
    z.literal('change'),
    z.int().min(1),
    editId,
    z.string(),
    recordId,
    z.string(),
    json,
    editId.nullable(),
    z.object({ by: z.string(), at: z.int().min(0) }),
  ]),
  z.tuple([z.literal('commit'), z.int().min(0)]),
  z.tuple([z.literal('end'), z.int().min(0), z.int().min(0), z.string()]),
]);
/** `['change', seq, edit, kind, id, group, value, base, {by, at}]`, `['commit', seq]`, `['end', cursor, lastSeq, epoch]`. */
export type PullLine = z.output<typeof pullLine>;

/** The data of one event of `GET /sync/live`: the shop's newest number. */
export const liveHint = z.object({ seq: z.int().min(0) });

/** The device an identity stands for, as the cloud keeps it. */
export type Device = { readonly id: DeviceId; readonly incarnation: string; readonly name: string };
