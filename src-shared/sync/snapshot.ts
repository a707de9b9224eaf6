// The fast first sync: one stored bundle a workfile instead of every edit that ever made it, and the check that both sides are equal.

import { z } from 'zod';
import { asker, deletion, editId, json, mark, recordId, sha256 } from './protocol.ts';

/** The most workfiles that one request may name. */
export const maxNamedWorkfiles = 500;
const workfileIds = z.array(recordId).min(1).max(maxNamedWorkfiles);

/**
 * `POST /sync/snapshot`: the bundles that changed after number `since` (0 for all), the newest ids first. A stream that
 * was cut goes on `after` the last committed bundle; `only` fetches named workfiles, to mend them.
 */
export const snapshotRequest = asker.extend({
  epoch: z.string().max(40),
  since: z.int().min(0),
  after: recordId.nullable(),
  only: workfileIds.nullable(),
});

/** A record in a bundle: `[kind, id, deleted, edit, edits, value]`, as the cloud holds it, unknown fields included. */
export type BundledRecord = z.output<typeof bundledRecord>;
export const bundledRecord = z.tuple([
  z.string().max(40),
  recordId,
  z.boolean(),
  editId,
  z.record(z.string().max(40), editId),
  json,
]);
/** What a bundle's bytes unpack to. A record that belongs to no workfile is a bundle of its own. */
export const bundleContent = z.object({ records: z.array(bundledRecord) });

/** The list's row of a workfile, so that the list stands before a bundle is unpacked. */
export const bundleHeader = z.object({
  label: z.string(),
  stage: z.string(),
  owner: z.string(),
  vehicle: z.string(),
  vin: z.string(),
  plate: z.string(),
  insurer: z.string(),
  claim: z.string(),
  estimator: z.string(),
  phones: z.string(),
  totalCents: z.int(),
  /** Of clouds that knew no receipts they are absent. */
  receivedCents: z.int().default(0),
  receipts: z.string().default(''),
  /** Absent from a cloud of before they were known. */
  vehicleIn: z.string().default(''),
  vehicleOut: z.string().default(''),
  delivered: z.boolean().default(false),
  totalLoss: z.boolean().default(false),
  binnedAt: z.int().min(0).default(0),
  customer: z.string().default(''),
  names: z.string().default(''),
  arrived: z.boolean().default(false),
  taskDue: z.string().default(''),
  appointments: z.string().default(''),
  dms: z.string().default(''),
  /** Which of the facts the cloud knew when it made the header; a PC that knows more derives its row anew. */
  facts: z.int().min(0).default(0),
  changedAt: z.int().min(0),
  /** How many conflicts are open: a bundle with one is unpacked at once. */
  conflicts: z.int().min(0),
  [deletion]: z.boolean(),
});
export type BundleHeader = z.output<typeof bundleHeader>;

// Whoever decodes it sees the rest, and the hash of the records shows whether the bytes are right.
const base64 = z.string().refine((text) => text.length % 4 === 0);

/**
 * A line of the answer. `begin`: the epoch, the place that every bundle has reached at least and from which to pull
 * afterwards (null in an empty shop), and how many come. `bundle`: workfile, the number it has reached, its header, the
 * hash of its state, which dictionary its bytes were deflated with (0 for none), and the bytes in base64. `progress`:
 * how many were sent so far.
 */
export const snapshotLine = z.union([
  // First, because most lines are: the others are tried in their order.
  z.tuple([z.literal('bundle'), recordId, z.int().min(1), bundleHeader, sha256, z.int().min(0), base64]),
  z.tuple([z.literal('begin'), z.string(), mark.nullable(), z.int().min(0)]),
  z.tuple([z.literal('progress'), z.int().min(0)]),
  z.tuple([z.literal('end')]),
]);
export type SnapshotLine = z.output<typeof snapshotLine>;
export type SnapshotRequest = z.output<typeof snapshotRequest>;

/** `POST /sync/compare`: the hash of each workfile's state as the PC has it at a number of the order. */
export const compareRequest = asker.extend({
  epoch: z.string().max(40),
  seq: z.int().min(0),
  hashes: z.array(z.tuple([recordId, sha256])).max(maxNamedWorkfiles),
});
/** The workfiles whose state differs; those that changed after the PC's number are left out and asked again later. */
export const compareAnswer = z.object({ differing: z.array(recordId), later: z.array(recordId) });
export type CompareRequest = z.output<typeof compareRequest>;
export type CompareAnswer = z.output<typeof compareAnswer>;
