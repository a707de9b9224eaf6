/** The raw limit's cloud: plain HTTP over PostgreSQL, no people, no rules, no merge. */
import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import zlib from 'node:zlib';
import pg from 'pg';
import { freshDatabase } from './fresh-database.ts';
import { headOf } from './raw-head.ts';
import { cloudTables } from './raw-tables.ts';
import { answerSteps } from './steps.ts';
import { type Document, type EditBatch, editsOf, type FieldEdit, readDocuments } from './workload.ts';

const pageSize = 500;
const dictionaryBytes = 32 * 1024;
const held = { documents: [] as Document[], pool: new pg.Pool({ max: 0 }) };

answerSteps('raw-server', {
  async open({ file }: { readonly file: string }) {
    held.documents = readDocuments(file);
    held.pool = new pg.Pool({ connectionString: await freshDatabase('raw'), max: 10 });
    await held.pool.query(cloudTables);
    await held.pool.query('insert into raw_shop values (1, 0)');
    await fill(held.pool, held.documents);
    const server = http.createServer((request, response) => void serve(request, response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  },
  async edit(batch: EditBatch) {
    const edits = editsOf(held.documents, batch).map((edit, k) => wireOf(edit, `${batch.batch}-${k}`));
    await held.pool.query('select raw_push(1, $1, $2::jsonb)', [-batch.batch - 1, JSON.stringify(edits)]);
  },
  async values(batch: EditBatch) {
    const edits = editsOf(held.documents, batch);
    const text = `select r.fields -> k.field as value from unnest($1::uuid[], $2::text[]) with ordinality as k (id, field, at)
      left join raw_record r using (id) order by k.at`;
    const { rows } = await held.pool.query(text, [edits.map(({ workfile }) => workfile), edits.map(fieldOf)]);
    return rows.map(({ value }) => value);
  },
  bundleBytes: async () => {
    const { rows } = await held.pool.query('select avg(length(body))::float as bytes from raw_bundle');
    return rows[0].bytes;
  },
});

const fieldOf = ({ field, line }: FieldEdit): string => `${field}.${line}`;
const wireOf = (edit: FieldEdit, name: string) => [`cloud-${name}`, edit.workfile, fieldOf(edit), edit.value];

/** Bundles share a dictionary, as those of one program can. */
async function fill(pool: pg.Pool, documents: readonly Document[]): Promise<void> {
  const dictionary = Buffer.from(
    documents
      .slice(0, 20)
      .map((one) => JSON.stringify(one))
      .join(''),
  ).subarray(0, dictionaryBytes);
  for (let at = 0; at < documents.length; at += pageSize) {
    const page = documents.slice(at, at + pageSize);
    const bodies = page.map((one) => zlib.deflateRawSync(JSON.stringify(one), { level: 6, dictionary }));
    const text = 'insert into raw_bundle select * from unnest($1::uuid[], $2::json[], $3::bytea[])';
    await pool.query(text, [page.map(({ id }) => id), page.map((one) => JSON.stringify(headOf(one))), bodies]);
  }
  await pool.query('analyze raw_bundle');
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const asked = await json(request);
  if (request.url === '/snapshot') return snapshot(response);
  return request.url === '/pull' ? pull(response, asked as { cursor: number }) : push(response, asked as Batch);
}

/** Lines are made by the database; the server passes them on. */
async function snapshot(response: ServerResponse): Promise<void> {
  const { rows } = await held.pool.query<{ last_seq: string }>('select last_seq from raw_shop where id = 1');
  const text = `select id, concat('["', id, '",', head, ',"', replace(encode(body, 'base64'), E'\\n', ''), '"]') as line
    from raw_bundle where id > $1 order by id limit ${pageSize}`;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const page = await held.pool.query<{ id: string; line: string }>(text, [after]);
    if (page.rows.length === 0) break;
    if (!response.write(`${page.rows.map(({ line }) => line).join('\n')}\n`)) await once(response, 'drain');
    after = page.rows.at(-1)?.id ?? after;
  }
  response.end(`["end",${rows[0]?.last_seq}]\n`);
}

async function pull(response: ServerResponse, { cursor }: { readonly cursor: number }): Promise<void> {
  const text = `select json_build_array(l.seq, l.id, l.field, l.value)::text as line from raw_shop s
    join raw_log l on l.shop_id = s.id and l.seq > $1 and l.seq <= s.last_seq where s.id = 1 order by l.seq`;
  const { rows } = await held.pool.query<{ line: string }>(text, [cursor]);
  response.end(rows.map(({ line }) => `${line}\n`).join(''));
}

type Batch = { readonly n: number; readonly edits: readonly unknown[] };

async function push(response: ServerResponse, { n, edits }: Batch): Promise<void> {
  const { rows } = await held.pool.query('select raw_push(1, $1, $2::jsonb) as answer', [n, JSON.stringify(edits)]);
  response.end(JSON.stringify(rows[0].answer));
}
