// Whether two names mean the same: a company or a person that the shop has written down twice.

/** Words that a company's name may have or leave out. */
const idle = new Set(['the', 'inc', 'co', 'company', 'corp', 'corporation', 'llc', 'ltd', 'insurance', 'ins', 'group']);

/** What counts of a name: its words without case, signs, and what a company's name may leave out. */
export function nameKey(name: string): string {
  const words = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !idle.has(word));
  return (telling.length > 0 ? telling : words).join('');
}

type Named = { readonly id: string; readonly deleted: boolean; readonly about: { readonly name: string } };

/** Another record whose name means the same, the older one first; undefined where there is none. */
export function twinOf<R extends Named>(
  records: readonly R[],
  { id, about }: Pick<Named, 'id' | 'about'>,
): R | undefined {
  const key = nameKey(about.name);
  if (key === '') return undefined;
  return records.find((one) => one.id !== id && !one.deleted && nameKey(one.about.name) === key);
}
