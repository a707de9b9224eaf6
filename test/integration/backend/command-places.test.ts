/** Commands taken from elsewhere keep their place: what is written here afterwards comes behind them. */
import { expect, test } from 'vitest';
import { adoptCommand } from '../../../src-main/db/command-file.ts';
import { takeEditId } from '../../../src-main/db/identity.ts';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { freshId } from '../../support/cloud.ts';
import { freshStore } from '../../support/store.ts';

test('an edit made after a command was taken along is not sent before it', async () => {
  const { store, close } = await freshStore();
  const before = takeEditId(store).counter;
  const place = before + 900_000_000;
  const id = freshId();
  const command = { id, n: place, name: 'convert-to-ro', workfileId: freshId() as WorkfileId } as const;
  expect(adoptCommand(store, { ...command, params: {}, edits: [], madeAt: 1 }, { id: freshId(), name: 'Dana' })).toBe(
    true,
  );
  expect(takeEditId(store).counter).toBeGreaterThan(place);
  close();
});
