// What came of reading a text: a value, or the words for why not.

export type ParsedText<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };
