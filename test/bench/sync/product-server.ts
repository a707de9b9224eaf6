/** The product's cloud as it is deployed, a process of its own on PostgreSQL, filled over its own door by another PC. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { createAuthenticator } from '../../../src-cloud/auth/authenticator.ts';
import { type Database, openDatabase } from '../../../src-cloud/db/database.ts';
import { joinShop, openShop } from '../../../src-cloud/services/shops.ts';
import type { ShopId } from '../../../src-shared/base/ids.ts';
import type { JsonObject } from '../../../src-shared/sync/protocol.ts';
import { records as kinds, type Policy, type RecordKind } from '../../../src-shared/sync/records.ts';
import { spawnTestCloud } from '../../support/cloud.ts';
import { openPc, type Pc, type TestEdit } from '../../support/cloud-pc.ts';
import { freshDatabase } from './fresh-database.ts';
import { baseOf, fieldIn, recordEditOf, type Stamped } from './record-edits.ts';
import { answerSteps } from './steps.ts';
import { type Document, type EditBatch, editsOf, readDocuments, workfileRecords } from './workload.ts';

const perBatch = { edits: 400, bytes: 200_000 };
const secret = randomBytes(32).toString('hex');
const person = { name: 'Robin Ellery', email: 'robin@example.com', password: 'a long enough password' };
const shop = { id: '01933c00-0000-7000-8000-00000000be4c' as ShopId, name: 'Bench Shop', timeZone: 'America/Chicago' };
const held = {
  documents: new Map<string, Document>(),
  all: [] as Document[],
  pc: null as Pc | null,
  database: null as Database | null,
};

type Open = { readonly file: string; readonly folder: string };

answerSteps('product-server', {
  async open({ file, folder }: Open) {
    held.all = readDocuments(file);
    held.documents = new Map(held.all.map((one) => [one.id, one]));
    const url = await freshDatabase('product');
    const database = await openDatabase({ kind: 'postgres', url });
    const authenticator = createAuthenticator(database, secret);
    await openShop(database, shop);
    await joinShop(database, shop.id, await authenticator.ensureUser(person), 'manager');
    const cloud = await spawnTestCloud({ folder, environment: { DATABASE_URL: url, SHOPFILE_CLOUD_SECRET: secret } });
    process.on('exit', () => process.kill(cloud.pid, 'SIGTERM'));
    held.database = database;
    held.pc = await openPc(cloud.url, person);
    await fill(held.pc, held.all.length, () => analyze(url));
    return { url: cloud.url, email: person.email, password: person.password, cloudPid: cloud.pid };
  },
  edit: (batch: EditBatch) => editAll(opened(), batch),
  async values(batch: EditBatch) {
    const edits = editsOf(held.all, batch);
    const records = edits.map((edit) => recordEditOf(documentOf(edit.workfile), edit));
    const stored = await readStored(
      opened().database,
      records.map(({ id }) => id),
    );
    return records.map(({ id, group }, i) => {
      const edit = edits[i];
      return edit && stored.get(id)?.value[group]?.[fieldIn(edit)];
    });
  },
});

function opened(): { readonly pc: Pc; readonly database: Database } {
  const { pc, database } = held;
  if (pc === null || database === null) throw new Error('not open');
  return { pc, database };
}

function documentOf(id: string): Document {
  const found = held.documents.get(id);
  if (found === undefined) throw new Error('no such workfile');
  return found;
}

/** What PostgreSQL's own housekeeping does within a minute. */
async function analyze(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('analyze');
  await client.end();
}

async function fill(pc: Pc, count: number, keepHouse: () => Promise<void>): Promise<void> {
  let edits: TestEdit[] = [];
  let bytes = 0;
  let batches = 0;
  const flush = async () => {
    await pushed(pc, edits);
    edits = [];
    bytes = 0;
    batches += 1;
    if (batches % 100 === 10) await keepHouse();
  };
  for (const records of workfileRecords(count)) {
    for (const { kind, id, value } of records) {
      const edit = pc.create(kind, id, writable(kind, value));
      edits.push(edit);
      bytes += JSON.stringify(edit).length;
    }
    if (edits.length >= perBatch.edits || bytes >= perBatch.bytes) await flush();
  }
  if (edits.length > 0) await flush();
  await keepHouse();
}

/** A PC may not write what only the cloud's commands do: the number, the stage and the lock stay as they begin. */
function writable(kind: RecordKind, value: JsonObject): JsonObject {
  const policies: Readonly<Record<string, Policy>> = kinds[kind].policies;
  return Object.fromEntries(Object.entries(value).filter(([group]) => policies[group] !== 'cloud'));
}

async function editAll({ pc, database }: ReturnType<typeof opened>, batch: EditBatch): Promise<void> {
  const changes = editsOf(held.all, batch).map((edit) => recordEditOf(documentOf(edit.workfile), edit));
  const stored = await readStored(
    database,
    changes.map(({ id }) => id),
  );
  const edits = changes.map(({ kind, id, group, value }) => {
    const record = stored.get(id);
    return pc.edit(kind, id, group, value, record === undefined ? null : baseOf(record, group));
  });
  for (let at = 0; at < edits.length; at += perBatch.edits) await pushed(pc, edits.slice(at, at + perBatch.edits));
}

async function pushed(pc: Pc, edits: readonly TestEdit[]): Promise<void> {
  const verdicts = await pc.push(...edits);
  const bad = verdicts.find(({ verdict }) => verdict !== 'applied');
  if (bad !== undefined) throw new Error(`the cloud did not take an edit: ${JSON.stringify(bad).slice(0, 300)}`);
}

type Stored = Stamped & { readonly value: Readonly<Record<string, JsonObject>> };

/** The records as the database holds them, past every door. */
async function readStored({ lend }: Database, ids: readonly string[]): Promise<ReadonlyMap<string, Stored>> {
  return lend(async (sql) => {
    await sql.query('begin');
    await sql.query("select set_config('app.shop', $1, true)", [shop.id]);
    const rows = await sql.query<Stored & { id: string }>(
      'select id, value, edit, edits from record where shop_id = $1 and id = any($2::uuid[])',
      [shop.id, ids],
    );
    await sql.query('commit');
    return new Map(rows.map((row) => [row.id, row]));
  });
}
