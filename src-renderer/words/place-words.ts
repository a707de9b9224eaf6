// The words for a field or a cell by its place.

import { groupWords, kindWords } from './group-words.ts';

/** `Contacts › Cell phone`. */
export function placeWords(place: string): string {
  const [kind = '', , field = ''] = place.split(':');
  if (!Object.hasOwn(kindWords, kind)) return 'a field';
  const known = kind as keyof typeof kindWords;
  const [group = ''] = field.split('.');
  const name = (groupWords[known] as Readonly<Record<string, string>>)[group];
  return name === undefined ? kindWords[known] : `${kindWords[known]} › ${name}`;
}
