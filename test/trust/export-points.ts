/** Where a cloud may die while it exports, in the order in which a payment passes there. */
export const exportPoints = [
  'before asked',
  'asked',
  'asked and committed',
  'before taken',
  'taken',
  'taken and committed',
  'sent',
  'answered',
  'before settled',
  'settled',
  'settled and committed',
] as const;
export type ExportPoint = (typeof exportPoints)[number];

/** What a cloud that dies is told: at which point, and which time somebody passes there; null for one that lives. */
export type Death = { readonly at: ExportPoint; readonly nth: number } | null;

/** When a receipt with such a number is asked for, the cloud's clock jumps. */
export const jumpMark = 'jump';
