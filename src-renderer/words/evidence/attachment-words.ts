// How many photos and documents there are, in words.

const many = (count: number, one: string): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : `${one}s`}`;

/** `2 photos`, `1 document`, `2 photos and 1 document`; empty where there is neither. */
export const wordAttachments = (photos: number, documents: number): string =>
  [...(photos > 0 ? [many(photos, 'photo')] : []), ...(documents > 0 ? [many(documents, 'document')] : [])].join(
    ' and ',
  );
