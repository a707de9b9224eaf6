/** A mutant that finds no place to harm proves nothing: its text must stand where it says. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

type Mutant = { readonly name: string; readonly file: string; readonly find: string };

const project = path.resolve(import.meta.dirname, '../../..');
const { mutants } = (await import(path.join(project, 'test/trust/mutants.mjs'))) as { readonly mutants: Mutant[] };

test.each(mutants)('$name: its text stands in its file exactly once', ({ file, find }) => {
  expect(readFileSync(path.join(project, file), 'utf8').split(find)).toHaveLength(2);
});
