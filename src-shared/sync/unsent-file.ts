// The file that carries unsent work from one PC to another: edits with their ids and bases, commands, kept edits, drafts.

import { z } from 'zod';
import type { WorkfileId } from '../base/ids.ts';
import { lineText } from '../domain/text.ts';
import { givenNames } from './commands.ts';
import { editId, json, recordId } from './protocol.ts';
import { isRecordKind } from './records.ts';

/** The version of the file that this program writes, and the newest that it reads. */
export const unsentFileVersion = 1;
/** The most bytes of such a file. */
export const maxUnsentFileBytes = 64 * 1024 * 1024;

const instant = z.int().min(0);
const workfileId = recordId as unknown as z.ZodType<WorkfileId>;
const place = { workfileId, kind: z.string().refine(isRecordKind), id: recordId, group: z.string().min(1).max(40) };

const unsentEdit = z.object({
  edit: editId,
  /** Who made it; whoever takes the file in sends it under their own name. */
  author: z.string().max(120),
  ...place,
  value: json,
  base: editId.nullable(),
  madeAt: instant,
  /** The version of the fields that it was written in, where that is not the file's. */
  schema: z.int().min(1).exactOptional(),
  /** Somebody else made it and this PC was bringing it back. */
  brought: z.literal(true).exactOptional(),
});
export type UnsentEdit = z.output<typeof unsentEdit>;

const unsentCommand = z.object({
  id: recordId,
  /** Its place among the edits of the PC that gave it. */
  n: instant,
  name: z.enum(givenNames),
  workfileId,
  params: json,
  edits: z.array(editId).max(8),
  madeAt: instant,
});
export type UnsentCommand = z.output<typeof unsentCommand>;

const keptEdit = z.object({
  edit: editId,
  ...place,
  reason: z.string().max(40),
  mine: json,
  theirs: json.nullable(),
  keptAt: instant,
});

const draft = z.object({ workfileId, place: lineText(120), text: z.string().max(40_000), keptAt: instant });

/** What the file says of itself, readable by every version. */
export const unsentFileHead = z.object({
  format: z.literal('shopfile-unsent'),
  version: z.int().min(1),
  schema: z.int().min(1),
  /** The shop that the work belongs to. */
  shop: z.string().max(60),
});

/** All of it. */
export const unsentWork = unsentFileHead.extend({
  pc: z.string().max(60),
  madeAt: instant,
  edits: z.array(unsentEdit).max(200_000),
  /** What the cloud was to do exactly once: the same words get the same answer, whichever PC sends them. */
  commands: z.array(unsentCommand).max(20_000).default([]),
  kept: z.array(keptEdit).max(20_000),
  drafts: z.array(draft).max(20_000),
});
export type UnsentWork = z.output<typeof unsentWork>;

/** The file: the work, and the SHA-256 of its JSON, which tells a damaged file. */
export type UnsentFile = { readonly work: unknown; readonly hash: string };
