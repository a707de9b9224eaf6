/** The database is what its reviewed dump says. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { recordTables } from '../../../src-main/db/record-tables.ts';
import { describeLocalSchema, localSchemaFile } from '../../support/dump-local-schema.ts';
import { freshStore } from '../../support/store.ts';

test('a freshly migrated database equals the dump in the repository', async () => {
  const { store, close } = await freshStore();
  expect(describeLocalSchema(store)).toBe(readFileSync(localSchemaFile, 'utf8'));
  close();
});

test('every table of ours is strict', async () => {
  const { store, close } = await freshStore();
  const loose = store.connection
    .prepare(`select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0
      and name not like 'sqlite_%'`)
    .all();
  expect(loose).toEqual([]);
  close();
});

test('every column of every record table is declared in its file, in the order of its rows', async () => {
  const { store, close } = await freshStore();
  for (const [kind, table] of Object.entries(recordTables)) {
    const columns = store.connection
      .prepare('select name from pragma_table_info(?)')
      .pluck()
      .all(kind.replaceAll('-', '_'));
    const declared = /^select (.*) from/.exec(table.read.sql)?.[1]?.split(', ') ?? [];
    expect(new Set(declared)).toEqual(new Set(columns));
  }
  close();
});

test('the connection has the pragmas that the data needs', async () => {
  const { store, close } = await freshStore();
  const read = (name: string) => store.connection.pragma(name, { simple: true });
  expect({
    journal_mode: read('journal_mode'),
    synchronous: read('synchronous'),
    foreign_keys: read('foreign_keys'),
    trusted_schema: read('trusted_schema'),
    cell_size_check: read('cell_size_check'),
    mmap_size: read('mmap_size'),
    busy_timeout: read('busy_timeout'),
  }).toEqual({
    journal_mode: 'wal',
    synchronous: 2,
    foreign_keys: 1,
    trusted_schema: 0,
    cell_size_check: 1,
    mmap_size: 0,
    busy_timeout: 5000,
  });
  close();
});
