// Why a document is neither opened nor copied.

type Words = { readonly what: string; readonly safe: string; readonly todo: string };

export const documentTroubles: Readonly<Record<string, Words>> = {
  'document-away': {
    what: 'This document has not arrived on this PC yet.',
    safe: 'It is kept where it was added.',
    todo: 'It is fetched now; try again in a moment. The PC that added it must have been online.',
  },
  'document-viewer': {
    what: 'This PC has no program that opens PDF files.',
    safe: 'The document is as it was.',
    todo: 'Have one set up, or save a copy and open that.',
  },
};
