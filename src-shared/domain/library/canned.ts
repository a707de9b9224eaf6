// A canned operation or a template: lines that the shop writes often, kept under a name.

import { z } from 'zod';
import type { CannedId } from '../../base/ids.ts';
import { type Line, lineSpec } from '../estimate/line.ts';
import { type RecordOf, recordSpec } from '../record.ts';
import { lineText } from '../text.ts';
import { libraries } from './library.ts';

/** What a person calls it: one job, or the skeleton of a whole estimate. */
export const cannedKinds = ['operation', 'template'] as const;
export type CannedKind = (typeof cannedKinds)[number];

/** The most lines of one canned operation or template. */
export const maxCannedLines = 60;

/** What a line says, without its place in an estimate; groups that it does not name are empty. */
export type LineContent = {
  readonly [N in Exclude<keyof Line, 'id' | 'deleted' | 'parent' | 'place' | 'vendor'>]?: NonNullable<Line[N]>;
};

// A copy is a line of its own: only the line that came from a file is the file's.
const { parent: _parent, place: _place, vendor: _vendor, ...contentGroups } = lineSpec.groups;
/** The groups of a line that are copied with it. */
export const lineContentGroups = Object.keys(contentGroups) as readonly (keyof LineContent)[];

// Groups of a newer version ride along.
const content = z.looseObject(
  Object.fromEntries(Object.entries(contentGroups).map(([name, shape]) => [name, shape.optional()])),
) as unknown as z.ZodType<LineContent>;

/** The groups of a canned operation. */
export const cannedSpec = recordSpec(
  'canned',
  {
    parent: z.object({ workfileId: z.literal(libraries.canned).default(libraries.canned) }),
    about: z.object({
      name: lineText(80).default(''),
      kind: z.enum(cannedKinds).default('operation'),
      /** Words by which it is found beside its name. */
      keywords: lineText(200).default(''),
    }),
  },
  { content: z.object({ lines: z.array(content).max(maxCannedLines).default([]) }) },
);

export type Canned = RecordOf<typeof cannedSpec, CannedId>;

/** What can be kept or copied of a line. */
export const contentOf = (line: LineContent): LineContent =>
  Object.fromEntries(lineContentGroups.flatMap((group) => (line[group] === undefined ? [] : [[group, line[group]]])));
