/** Checks the import table and the house rules against every source file, and shows that each rule can refuse. */
import { describe, expect, test } from 'vitest';
import { records } from '../src-shared/sync/records.ts';
import { parseSource, readTree, sourceFolders } from './support/architecture-files.ts';
import {
  actsAreInTheirPlace,
  importsFollowTheTable,
  namesAreDecided,
  noCycles,
  type Rule,
  sizesAreKept,
} from './support/architecture-rules.ts';

const product = [...readTree(sourceFolders(), ['.ts', '.tsx'])].map(([file, text]) => parseSource(file, text));
const silencers = /\b(?:biome|eslint|oxlint)-(?:ignore|disable)|@ts-(?:ignore|nocheck)/;

describe('the house', () => {
  test('has files', () => expect(product.length).toBeGreaterThan(20));
  test('imports only what the table allows', () => expect(importsFollowTheTable(product)).toEqual([]));
  test('has no cycle of value imports', () => expect(noCycles(product)).toEqual([]));
  test('has only names that somebody decided', () => expect(namesAreDecided(product)).toEqual([]));
  test('keeps files and folders small', () => expect(sizesAreKept(product)).toEqual([]));
  test('keeps time, chance, windows and state in their places', () => expect(actsAreInTheirPlace(product)).toEqual([]));

  test('gives each kind of record a file of its own, and each of their tables', () => {
    const files = [...readTree(['src-shared/domain', 'src-main/db'], ['.ts'])];
    const kindsIn = (text: string, make: string) => [...text.matchAll(new RegExp(`= ${make}\\(\\s*'([^']+)'`, 'g'))];
    const specs = files.map(([file, text]) => ({ file, kinds: kindsIn(text, 'recordSpec') }));
    expect(specs.filter(({ kinds }) => kinds.length > 1).map(({ file }) => file)).toEqual([]);
    expect(specs.flatMap(({ kinds }) => kinds)).toHaveLength(Object.keys(records).length);
    const tables = files.flatMap(([file, text]) => kindsIn(text, 'recordTable').map(([, kind]) => ({ file, kind })));
    expect(new Set(tables.map(({ kind }) => kind))).toEqual(new Set(Object.keys(records)));
    expect(tables).toHaveLength(Object.keys(records).length);
    for (const { file, kind } of tables) expect(file).toBe(`src-main/db/${kind}-table.ts`);
  });

  test('numbers each decision by a number of its own, without a gap', () => {
    const numbers = [...readTree(['docs/decisions'], ['.md'])].map(([file]) =>
      Number(/(\d{4})-[^/]+$/.exec(file)?.[1]),
    );
    expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_number, at) => at + 1));
  });

  test('silences no check', () => {
    const files = [...readTree([...sourceFolders(), 'test', 'scripts'], ['.ts', '.tsx', '.mjs', '.cjs'])];
    expect(files.filter(([, text]) => silencers.test(text)).map(([file]) => file)).toEqual([]);
  });
});

describe('the rules refuse', () => {
  const told = (rule: Rule, files: Readonly<Record<string, string>>) =>
    rule(Object.entries(files).map(([file, text]) => parseSource(file, text)));

  test.each([
    ['a rule that imports the database', 'src-shared/domain/a.ts', "import '../../src-main/db/lines.ts';"],
    ['a window that imports Electron', 'src-renderer/features/list/a.tsx', "import { shell } from 'electron';"],
    ['a feature that imports another', 'src-renderer/features/list/a.tsx', "import { b } from '../estimate/b.tsx';"],
    ['a package hidden in a dynamic import', 'src-main/services/a.ts', "const x = await import('axios');"],
    ['a package hidden in a re-export', 'src-shared/base/a.ts', "export { z } from 'zod';"],
    ['a value taken where types are allowed', 'src-main/services/a.ts', "import { b } from '../sync/b.ts';"],
    ['a backend that imports windows', 'src-main/backend.ts', "import { a } from './os/a.ts';"],
    ['an import without its ending', 'src-shared/base/a.ts', "import { b } from './b';"],
    ['a file outside every place', 'src-main/stray.ts', 'export const a = 1;'],
  ])('%s', (_, file, text) => expect(told(importsFollowTheTable, { [file]: text })).toHaveLength(1));

  test('no type import where types are allowed, and nothing within one feature', () => {
    const files = {
      'src-main/services/a.ts': "import type { B } from '../sync/b.ts';",
      'src-renderer/features/list/a.tsx': "import { b } from './parts/b.tsx'; import { c } from '../../stores/c.ts';",
    };
    expect(told(importsFollowTheTable, files)).toEqual([]);
  });

  test('a cycle through three files, but none through types', () => {
    const three = { 'a.ts': "import './b.ts';", 'b.ts': "import './c.ts';", 'c.ts': "import './a.ts';" };
    expect(told(noCycles, three)).toEqual(['cycle: a.ts → b.ts → c.ts → a.ts']);
    expect(told(noCycles, { ...three, 'c.ts': "import type { A } from './a.ts';" })).toEqual([]);
  });

  test.each(['src-main/utils/a.ts', 'src-main/db/types.ts', 'src-ui/MyGrid.tsx'])('the name %s', (file) =>
    expect(told(namesAreDecided, { [file]: 'export const a = 1;' })).toHaveLength(1),
  );

  test('an index that only re-exports', () =>
    expect(told(namesAreDecided, { 'src-ui/index.ts': "export { a } from './a.ts';" })).toHaveLength(1));

  test('a file of 501 lines and a folder of 26 files', () => {
    const crowd = Array.from({ length: 26 }, (_, number) => [`src-ui/a${number}.ts`, 'export const a = 1;']);
    expect(told(sizesAreKept, { 'src-main/a.ts': 'a;\n'.repeat(501) })).toHaveLength(1);
    expect(told(sizesAreKept, Object.fromEntries(crowd))).toHaveLength(1);
  });

  test.each([
    ['reading the clock', 'export const a = () => Date.now();'],
    ['making today', 'export const a = () => new Date();'],
    ['throwing dice', 'export const a = () => Math.random();'],
    ['making a window', 'export const a = () => new BrowserWindow({});'],
    ['state in a module', 'let a = 1; export const b = () => (a += 1);'],
    ['a default export', 'export default 1;'],
  ])('%s', (_, text) => expect(told(actsAreInTheirPlace, { 'src-main/os/a.ts': text })).toHaveLength(1));

  test('no date made of a text, and no clock in a composition root', () => {
    const files = {
      'src-ui/a.ts': 'export const a = new Date(0);',
      'src-main/main.ts': 'export const a = Date.now();',
    };
    expect(told(actsAreInTheirPlace, files)).toEqual([]);
  });
});
