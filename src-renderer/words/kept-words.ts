// Why an edit was kept aside, in words.

const reasons: Readonly<Record<string, string>> = {
  conflict: 'Somebody else changed this while your edit was not sent yet.',
  locked: 'The estimate was locked before your edit arrived.',
  closed: 'The workfile was closed or cancelled before your edit arrived. Reopen it to make the edit.',
  forbidden: 'Your role does not include this edit.',
  invalid: 'The cloud could not read your value.',
  once: 'This is written once and cannot be changed.',
  cloud: 'Only the cloud writes this.',
  deleted: 'It was deleted before your edit arrived.',
  exported: 'The receipt was in the DMS, or on its way there, before your void arrived. Reverse it instead.',
  missing: 'What it belongs to is not in the cloud.',
  'damaged-row': 'What it belongs to is damaged on this PC, so your edit was not sent.',
};

export const keptReason = (reason: string): string =>
  reasons[reason] ?? `The cloud did not take your edit (${reason}).`;
