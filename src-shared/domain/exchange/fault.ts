// What may be wrong with a file of another program: which file, where in it, and why.

/** Why a file, or a place in one, cannot be used. */
export const faultReasons = [
  'empty',
  'too-large',
  'too-many',
  'truncated',
  'header',
  'field',
  'memo',
  'code-page',
  'not-a-number',
  'not-a-date',
  'overflow',
  'xml',
  'doctype',
  'depth',
  'encoding',
  'no-envelope',
  'no-lines',
  'version',
  'not-an-estimate',
  'value',
  'too-long',
  'changing',
  'gone',
] as const;
export type FaultReason = (typeof faultReasons)[number];

/** `place` is a record and a field, a line and a column, or nothing for the file as a whole. */
export type FileFault = { readonly file: string; readonly place: string; readonly why: FaultReason };
