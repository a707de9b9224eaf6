// What a line and an estimate keep of the file they came from, so that going back out loses nothing.

import { z } from 'zod';
import { lineText, longText } from '../text.ts';
import { type Foreign, type ForeignLine, foreignLineShape, foreignShape, packed } from './foreign.ts';

const longestSource = 8_000;
const longestHead = 120_000;

/** The origin of a line; empty for a line written here. `source` is the file's own line, as text. */
export const vendorGroup = z.object({
  system: lineText(4).default(''),
  number: z.int().min(0).max(99_999).default(0),
  /** UNQ_SEQ: the key that survives supplements. */
  sequence: z.int().min(0).max(999_999).default(0),
  /** Further lines of one foreign line count from 1. */
  row: z.int().min(0).max(99).default(0),
  source: longText(longestSource).default(''),
});

/** The origin of an estimate; empty for one written here. `head` is the file without its lines, as text. */
export const importedGroup = z.object({
  format: z.enum(['', 'ems', 'bms']).default(''),
  system: lineText(4).default(''),
  /** What tells one estimate from another across its versions. */
  fileId: lineText(60).default(''),
  version: lineText(4).default(''),
  file: lineText(255).default(''),
  at: z.int().min(0).default(0),
  /** How many lines it made; with fewer its stated totals are no longer those of the estimate. */
  lineCount: z.int().min(0).max(99_999).default(0),
  head: longText(longestHead).default(''),
});

export type Vendor = Readonly<z.output<typeof vendorGroup>>;
export type Imported = Readonly<z.output<typeof importedGroup>>;

/** The origin of what was written here. */
export const noVendor: Vendor = vendorGroup.parse({});
export const noImport: Imported = importedGroup.parse({});

const sourceShape = z.object({
  line: foreignLineShape.optional(),
  /** Note lines of the file that became the line's note or the end of its description. */
  notes: z.array(foreignLineShape).default([]),
});
export type LineSource = { readonly line?: ForeignLine | undefined; readonly notes: readonly ForeignLine[] };

/** The file's own line behind a line; undefined where there is none that can be read. */
export function sourceOf({ source }: Vendor): LineSource | undefined {
  return source === '' ? undefined : parsed(sourceShape, source);
}

/** The head of the file behind an estimate; its lines are those that are none of ours (material charges, deleted lines). */
export const headOf = ({ head }: Imported): Foreign | undefined =>
  head === '' ? undefined : parsed(foreignShape, head);

/** The head of a file as text. People stay in their own records: what is kept here tells of nobody. */
export function packHead(foreign: Foreign, leftOut: readonly ForeignLine[]): string {
  const head = { ...foreign, owner: null, insured: null, claimant: null, insurance: {}, lines: leftOut };
  const whole = packed(head);
  return whole.length <= longestHead ? whole : packed({ ...head, lines: [], suppliers: [], vehicle: {}, rates: {} });
}

/** A source as text; without its notes, or none at all, where it is longer than a line keeps. */
export function packSource(source: LineSource): string {
  const whole = packed(source);
  const bare = whole.length > longestSource ? packed({ ...source, notes: [] }) : whole;
  return bare.length > longestSource ? '' : bare;
}

function parsed<T>(shape: z.ZodType<T>, text: string): T | undefined {
  try {
    const read = shape.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
