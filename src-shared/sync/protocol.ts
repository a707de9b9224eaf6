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

export const editId = z.string().refine(isEditId);
export const deviceId = z.string().refine(isDeviceId);
export const recordId = z.string().refine(isUuid);
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
// What is checked here was parsed from JSON: to look into every value once more would be half of the work of a pull.
export const json: z.ZodType<JsonObject> = z.custom<JsonObject>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).every(isName),
);
const longestName = 60;
const isName = (name: string): boolean => name.length <= longestName && name !== '__proto__';
const incarnation = z.string().refine(isUuid);

/** The part of every request that says which PC asks, in which of its lives, and which fields it knows. */
export const asker = z.object({ device: deviceId, incarnation, schema: z.int().min(0) });

/**
 * A place in the shop's order that a PC can come back to: a number, and the cloud's own word for everything up to
 * it. After a restore numbers are handed out again: a mark matches only where the whole past is the same.
 */
export const mark = z.tuple([z.int().min(1), z.string().min(1).max(64)]);
export type Mark = z.output<typeof mark>;

/** An edit as it travels: `[edit, kind, id, group, value, base]`. */
export const wireEdit = z.tuple([
  editId,
  z.string().refine(isRecordKind),
  recordId,
  z.string().min(1).max(40),
  json,
  editId.nullable(),
]);

/**
 * `POST /sync/push`: batch number n of a device. `brought`: the edits are others', and the cloud seems to have lost them. `prev` is the SHA-256 of the bytes of batch n-1; empty for the first, and
 * for the first after the PC learned that the cloud lost some.
 */
export const pushRequest = asker.extend({
  n: z.int().min(1),
  prev: z.union([z.literal(''), sha256]),
  brought: z.literal(true).optional(),
  edits: z.array(wireEdit).min(1).max(maxBatchEdits),
});
export type PushRequest = z.output<typeof pushRequest>;

/** Why the cloud did not take an edit. The current value and its edit come with it. */
export const refusalCodes = [
  'locked',
  'closed',
  'forbidden',
  'invalid',
  'once',
  'cloud',
  'deleted',
  'missing',
  'exported',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/**
 * The answer to one edit. `nothing` is a replay or a value that adds nothing; its `edit` is the group's current one where
 * its value is equal, to base on, and null where it is not.
 */
export const verdict = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('applied'), seq: z.int().min(1) }),
  z.object({ verdict: z.literal('nothing'), edit: editId.nullable() }),
  z.object({ verdict: z.literal('conflict'), conflict: recordId, value: json, edit: editId }),
  z.object({
    verdict: z.literal('refused'),
    /** A newer cloud's reason that this version does not know is as final as any. */
    code: z.enum(refusalCodes).catch('invalid'),
    value: json.nullable(),
    edit: editId.nullable(),
  }),
]);
export type Verdict = z.output<typeof verdict>;

/** The answer to a push: the cloud's epoch, the shop's newest number, one verdict an edit in the batch's order. */
export const pushAnswer = z.object({ epoch: z.string(), seq: z.int().min(0), verdicts: z.array(verdict) });
export type PushAnswer = z.output<typeof pushAnswer>;

/**
 * Why sync was not served: the PC's identity is used twice, the cloud lost the batch before, it was restored, a snapshot is shorter than what is
 * newer than the cursor, or the PC's program is too old. After `epoch` the PC goes back to `mark`, the newest of its
 * own that the cloud knows (null for the very beginning), and sends its retained batches again.
 */
export const syncRefusal = z.discriminatedUnion('reason', [
  z.object({ reason: z.literal('device-forked') }),
  z.object({ reason: z.literal('lost-batch') }),
  z.object({ reason: z.literal('epoch'), epoch: z.string(), seq: z.int().min(0), mark: mark.nullable() }),
  z.object({ reason: z.literal('cursor-too-old') }),
  z.object({ reason: z.literal('upgrade') }),
]);
export type SyncRefusal = z.output<typeof syncRefusal>;

/** The most marks of a pull: close together near the cursor, further apart behind it. */
export const maxMarks = 64;

/** `POST /sync/pull`: what is newer than the cursor. `at` is the edit the PC has at the cursor; `last` its last answered batch. */
export const pullRequest = asker.extend({
  schema: z.int().min(0).default(schemaVersion),
  cursor: z.int().min(0),
  at: editId.nullable(),
  epoch: z.string().max(40),
  /** Newest first; the one of the cursor says more than `at`. */
  marks: z.array(mark).max(maxMarks).default([]),
  last: z.object({ n: z.int().min(1), hash: sha256 }).nullable(),
  limit: z.int().min(1).max(50_000),
});
/** A pull as a PC asks it, and as the cloud reads it. */
export type PullRequest = z.input<typeof pullRequest>;
export type PullAsked = z.output<typeof pullRequest>;

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
    z.object({ by: z.string(), at: z.int().min(0), workfile: recordId.optional() }),
  ]),
  z.tuple([z.literal('commit'), z.int().min(0), z.string().max(64)]),
  z.tuple([z.literal('end'), z.int().min(0), z.int().min(0), z.string(), z.string().max(64)]),
]);
/**
 * `['change', seq, edit, kind, id, group, value, base, {by, at, workfile}]`, `['commit', seq, mark]`,
 * `['end', cursor, lastSeq, epoch, mark]`; the mark of the number 0 is empty.
 */
export type PullLine = z.output<typeof pullLine>;

/** The data of one event of `GET /sync/live`: the shop's newest number. */
export const liveHint = z.object({ seq: z.int().min(0) });

/** The device an identity stands for, as the cloud keeps it. */
export type Device = { readonly id: DeviceId; readonly incarnation: string; readonly name: string };
