// Nominal types over plain strings and numbers, so that a LineId is never taken for a WorkfileId.

/** A value of type T that only the code naming Name may produce; the mark exists in types alone. */
export type Brand<T, Name extends string> = T & { readonly ' brand': Name };
