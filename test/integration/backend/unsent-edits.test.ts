/** What the file of unsent work says of each edit: its version of the fields, and whether somebody else made it. */
import { expect, test } from 'vitest';
import { addAgain, oldestAgain } from '../../../src-main/db/again.ts';
import { exportUnsent, importUnsent } from '../../../src-main/db/unsent-file.ts';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { unwrap } from '../../../src-shared/base/result.ts';
import { freshId } from '../../support/cloud.ts';
import { freshStore, trialUser } from '../../support/store.ts';
import { foreign } from '../../support/store-story.ts';

test('an edit that was being brought back is brought back from the other PC too', async () => {
  const [one, two] = [await freshStore(), await freshStore()];
  const person = { id: trialUser.userId, name: trialUser.name };
  const edit = {
    ...({ edit: foreign(4), kind: 'contact', id: freshId(), group: 'name', base: foreign(3), schema: 1 } as const),
    ...{ author: person.id, authorName: person.name, workfileId: freshId() as WorkfileId },
    value: JSON.stringify({ first: 'Lee', last: 'Ochoa' }),
  };
  addAgain(one.store, { ...edit, brought: true });
  addAgain(one.store, { ...edit, edit: foreign(5), schema: 7 });
  const { text } = exportUnsent(one.store, { shop: 'a-shop', pc: 'PC-1', now: 1 });
  const importing = { shop: 'a-shop', person, now: 2, mayGive: () => true };
  unwrap(importUnsent(two.store, text, importing));
  const taken = oldestAgain(two.store, person.id, 9);
  expect(taken.map(({ edit: name, brought, schema }) => [name, brought, schema])).toEqual([
    [foreign(4), 1, 1],
    [foreign(5), 0, 7],
  ]);
  one.close();
  two.close();
});
