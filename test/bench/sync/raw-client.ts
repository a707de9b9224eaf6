/** The raw limit's PC: lines over HTTP into SQLite, durable, with the list, both search indexes and stored bundles. */
import path from 'node:path';
import Database from 'better-sqlite3';
import { type Head, wordsOf } from './raw-head.ts';
import { pcTables } from './raw-tables.ts';
import { answerSteps } from './steps.ts';
import { type Document, type EditBatch, editsOf, type FieldEdit, readDocuments } from './workload.ts';

const perCommit = 1_000;
const perBatch = 200;
const held = {
  documents: [] as Document[],
  url: '',
  batches: 0,
  database: new Database(':memory:'),
  statements: null as Statements | null,
};

type Open = { readonly file: string; readonly folder: string; readonly url: string };
type Statements = ReturnType<typeof prepare>;

answerSteps('raw-client', {
  open({ file, folder, url }: Open) {
    held.documents = readDocuments(file);
    held.url = url;
    held.database = new Database(path.join(folder, 'raw.db'));
    for (const pragma of ['journal_mode = wal', 'synchronous = full']) held.database.pragma(pragma);
    held.database.exec(pcTables);
    held.statements = prepare(held.database);
  },
  initial: snapshot,
  leave: () => undefined,
  pull,
  edit(batch: EditBatch) {
    const { addUnsent, setField } = statements();
    transact(() => {
      editsOf(held.documents, batch).forEach((edit, k) => {
        const [id, field, value] = [edit.workfile, fieldOf(edit), JSON.stringify(edit.value)];
        addUnsent.run(`pc-${batch.batch}-${k}-${process.pid}`, id, field, value);
        setField.run(id, field, value, 0);
      });
    });
  },
  push,
  count: () => held.database.prepare('select count(*) from head').pluck().get(),
  values: (batch: EditBatch) =>
    editsOf(held.documents, batch).map((edit) =>
      JSON.parse((statements().readField.get(edit.workfile, fieldOf(edit)) as string | undefined) ?? 'null'),
    ),
});

const fieldOf = ({ field, line }: FieldEdit): string => `${field}.${line}`;

function statements(): Statements {
  if (held.statements === null) throw new Error('not open');
  return held.statements;
}

const prepare = (database: Database.Database) => ({
  head: database.prepare(`insert into head values (null, ${'?, '.repeat(12)}?)`),
  bundle: database.prepare('insert into bundle values (?, ?)'),
  prefix: database.prepare('insert into search_prefix (rowid, text) values (?, ?)'),
  inside: database.prepare('insert into search_inside (rowid, text) values (?, ?)'),
  setField: database.prepare(
    `insert into field values (?, ?, ?, ?) on conflict do update set value = excluded.value, seq = excluded.seq
     where excluded.seq >= seq`,
  ),
  readField: database.prepare('select value from field where id = ? and name = ?').pluck(),
  addUnsent: database.prepare('insert into outbox (edit, id, field, value) values (?, ?, ?, ?)'),
  unsent: database.prepare(`select n, edit, id, field, value from outbox order by n limit ${perBatch}`).raw(),
  drop: database.prepare('delete from outbox where n <= ?'),
  cursor: database.prepare("select value from meta where name = 'cursor'").pluck(),
  setCursor: database.prepare("insert or replace into meta values ('cursor', ?)"),
});

const transact = (work: () => void): void => held.database.transaction(work).immediate();

async function snapshot(): Promise<void> {
  const { head, bundle, prefix, inside, setCursor } = statements();
  let slice: [string, Head, string][] = [];
  const flush = () =>
    transact(() => {
      for (const [id, columns, body] of slice) {
        const { lastInsertRowid } = head.run(...columns);
        const words = wordsOf(columns);
        prefix.run(lastInsertRowid, words);
        inside.run(lastInsertRowid, words);
        bundle.run(id, Buffer.from(body, 'base64'));
      }
      slice = [];
    });
  for await (const line of linesOf(await post('/snapshot', {}))) {
    const [first, ...rest] = JSON.parse(line) as [string, ...unknown[]];
    if (first === 'end') {
      flush();
      setCursor.run(rest[0]);
    } else if (slice.push([first, ...(rest as [Head, string])]) === perCommit) flush();
  }
}

async function pull(): Promise<void> {
  const { setField, setCursor, cursor } = statements();
  const changes: [number, string, string, unknown][] = [];
  for await (const line of linesOf(await post('/pull', { cursor: cursor.get() }))) changes.push(JSON.parse(line));
  transact(() => {
    for (const [seq, id, field, value] of changes) setField.run(id, field, JSON.stringify(value), seq);
    if (changes.length > 0) setCursor.run(changes.at(-1)?.[0]);
  });
}

async function push(): Promise<void> {
  const { unsent, drop } = statements();
  for (;;) {
    const rows = unsent.all() as [number, string, string, string, string][];
    const last = rows.at(-1);
    if (last === undefined) return;
    const edits = rows.map(([, edit, id, field, value]) => [edit, id, field, JSON.parse(value)]);
    held.batches += 1;
    await (await post('/push', { n: process.pid * 1_000_000 + held.batches, edits })).json();
    drop.run(last[0]);
  }
}

const post = (route: string, body: object): Promise<Response> =>
  fetch(`${held.url}${route}`, { method: 'POST', body: JSON.stringify(body) });

async function* linesOf(answer: Response): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of answer.body ?? []) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
