// The answer to a commit: nothing when accepted, or the words for why not.

export type CommitAnswer = string | undefined | Promise<string | undefined>;

/** Refuses text that is too long; nothing is ever cut. */
export function tooLong(text: string, maxLength: number | undefined): string | undefined {
  if (maxLength === undefined || text.length <= maxLength) return undefined;
  return `Too long: ${count(text.length)} characters, at most ${count(maxLength)}. Nothing was cut off; please shorten it.`;
}

const count = (value: number): string => value.toLocaleString('en-US');
