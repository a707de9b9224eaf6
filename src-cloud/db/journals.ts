/** Tables journal_setting, journal_file and journal_entry: a shop's accounts, its journal files, and what stands in which. */
import type { ShopId } from '../../src-shared/base/ids.ts';
import { journalEvents } from '../../src-shared/domain/dms/journal/due-entries.ts';
import type { JournalEntry } from '../../src-shared/domain/dms/journal/journal-entries.ts';
import type { JournalFileFacts } from '../../src-shared/sync/journal.ts';
import type { JsonObject } from '../../src-shared/sync/protocol.ts';
import type { Sql } from './database.ts';
import type { Author } from './log.ts';
import type { StoredRecord } from './records.ts';

export type StoredJournalSettings = {
  readonly settings: JsonObject;
  /** The shop's epoch when a person last knew its files. */
  readonly epoch: string;
};
export type StoredJournalFile = Omit<JournalFileFacts, 'at'> & { readonly ask: string; readonly content: string };
export type StoredEntry = Pick<JournalEntry, 'receiptId' | 'about' | 'reference'> & { readonly n: number };
/** The shop's time zone, and the epoch of its order. */
export type JournalShop = { readonly zone: string; readonly epoch: string };
/** A record, and the workfile that it is of. */
export type RecordOfWorkfile = StoredRecord & { readonly workfile: string };

export type SentReceipt = { readonly receiptId: string; readonly isPosted: boolean };

/** What journal files need of one shop's tables inside one transaction. */
export type JournalStore = {
  readonly readSettings: () => Promise<StoredJournalSettings | undefined>;
  /** The first ones are of the epoch that the shop began with: who restored it since is asked for the last file. */
  readonly saveSettings: (author: Author, settings: JsonObject) => Promise<void>;
  readonly knowFiles: (epoch: string) => Promise<void>;
  /** The newest first. */
  readonly readFiles: () => Promise<readonly JournalFileFacts[]>;
  /** What the history of the workfiles calls the files that it tells of. */
  readonly readTold: () => Promise<readonly string[]>;
  readonly readByAsk: (ask: string) => Promise<JournalFileFacts | undefined>;
  readonly readContent: (n: number) => Promise<(JournalFileFacts & { readonly content: string }) | undefined>;
  readonly insertFile: (author: Author, file: StoredJournalFile, entries: readonly StoredEntry[]) => Promise<void>;
  /** In which file a receipt stands. */
  readonly fileOf: (receiptId: string) => Promise<number | undefined>;
  /** The entries of these receipts, and those that have one of these references. */
  readonly readEntries: (receipts: readonly string[], references: readonly string[]) => Promise<readonly StoredEntry[]>;
  /** The records of every workfile that has a receipt of this span, or a void, that stands in no file. */
  readonly readOpen: (span: {
    readonly firstDay: string;
    readonly through: string;
  }) => Promise<readonly RecordOfWorkfile[]>;
  /** Which of these receipts an export has, or may have, brought into a dealer's system. */
  readonly readSent: (receipts: readonly string[]) => Promise<readonly SentReceipt[]>;
  readonly readShop: () => Promise<JournalShop>;
};

export const journalStoreOf = (sql: Sql, shop: ShopId): JournalStore => ({
  async readSettings() {
    const text = 'select settings, epoch from journal_setting where shop_id = $1';
    const [row] = await sql.query<StoredJournalSettings>(text, [shop]);
    return row;
  },
  async saveSettings(author, settings) {
    const text = `insert into journal_setting (shop_id, settings, epoch, person_id)
      select id, $2::jsonb, first_epoch, $3 from shop where id = $1
      on conflict (shop_id) do update set settings = excluded.settings, person_id = excluded.person_id,
        updated_at = current_timestamp`;
    await sql.query(text, [shop, JSON.stringify(settings), author.person]);
  },
  async knowFiles(epoch) {
    await sql.query('update journal_setting set epoch = $2 where shop_id = $1', [shop, epoch]);
  },
  async readFiles() {
    return (await sql.query<FileRow>(`${files} order by n desc`, [shop])).map(rowToFile);
  },
  async readTold() {
    const text = `select distinct value #>> '{what,reference}' as name from record
      where shop_id = $1 and kind = 'dms-event' and not deleted and value #>> '{what,what}' = any($2::text[])
        and substr(id::text, 15, 1) <> '7'`;
    const rows = await sql.query<{ name: string }>(text, [shop, Object.values(journalEvents)]);
    return rows.map(({ name }) => name);
  },
  async readByAsk(ask) {
    return (await sql.query<FileRow>(`${files} and ask_id = $2`, [shop, ask])).map(rowToFile)[0];
  },
  async readContent(n) {
    const text = `select ${facts}, content from journal_file where shop_id = $1 and n = $2`;
    const [row] = await sql.query<FileRow & { content: string }>(text, [shop, n]);
    return row && { ...rowToFile(row), content: row.content };
  },
  async fileOf(receiptId) {
    const text = `select n from journal_entry where shop_id = $1 and receipt_id = $2 and about = 'receipt'`;
    return (await sql.query<{ n: number }>(text, [shop, receiptId]))[0]?.n;
  },
  readEntries: (receipts, references) =>
    sql.query<StoredEntry>(
      `select receipt_id as "receiptId", about, reference, n from journal_entry
       where shop_id = $1 and (receipt_id = any($2::uuid[]) or reference = any($3::text[]))`,
      [shop, receipts, references],
    ),
  readSent: (receipts) =>
    sql.query<SentReceipt>(
      `select subject as "receiptId", state ->> 'kind' = 'posted' as "isPosted" from dms_export
       where shop_id = $1 and kind = 'payment' and subject = any($2::uuid[])
         and state ->> 'kind' not in ('failed', 'cancelled')`,
      [shop, receipts],
    ),
  async readShop() {
    const [row] = await sql.query<JournalShop>('select time_zone as zone, epoch from shop where id = $1', [shop]);
    if (row === undefined) throw new Error('the tenant has no shop');
    return row;
  },
  ...{ insertFile: insertFile(sql, shop), readOpen: readOpen(sql, shop) },
});

const facts = `n, through, first_day as first, last_day as last, entries, total_cents as "totalCents", made_by as by,
  floor(extract(epoch from made_at) * 1000) as at`;
const files = `select ${facts} from journal_file where shop_id = $1`;

type FileRow = Omit<JournalFileFacts, 'totalCents' | 'at'> & { totalCents: string; at: string };
const rowToFile = ({ n, through, first, last, entries, by, ...row }: FileRow): JournalFileFacts => ({
  ...{ n, through, first, last, entries, by, totalCents: Number(row.totalCents), at: Number(row.at) },
});

const insertFile =
  (sql: Sql, shop: ShopId): JournalStore['insertFile'] =>
  async ({ device, person }, { n, ask, through, first, last, entries, totalCents, content, by }, list) => {
    await sql.query(
      `insert into journal_file (shop_id, n, ask_id, through, first_day, last_day, entries, total_cents, content,
         device_id, person_id, made_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [shop, n, ask, through, first, last, entries, totalCents, content, device, person, by],
    );
    await sql.query(
      `insert into journal_entry (shop_id, receipt_id, about, n, reference)
       select $1, e."receiptId", e.about, $2, e.reference
       from jsonb_to_recordset($3::jsonb) as e ("receiptId" uuid, about text, reference text)`,
      [shop, n, JSON.stringify(list)],
    );
  };

/** The records that entries and what is known of them are made of. */
const kinds = ['workfile', 'contact', 'receipt', 'receipt-void', 'dms-event'];

const readOpen =
  (sql: Sql, shop: ShopId): JournalStore['readOpen'] =>
  async ({ firstDay, through }) => {
    const text = `
      with open as (
        select distinct r.workfile_id from record r
        where r.shop_id = $1 and not r.deleted and (
          (r.kind = 'receipt' and r.value #>> '{money,date}' between $2 and $3 and not exists (
            select 1 from journal_entry e where e.shop_id = $1 and e.receipt_id = r.id and e.about = 'receipt'))
          or (r.kind = 'receipt-void' and not exists (
            select 1 from journal_entry e where e.shop_id = $1 and e.about = 'void'
              and e.receipt_id = nullif(r.value #>> '{parent,receiptId}', '')::uuid))))
      select kind, id, value, edit, edits, seq, deleted, workfile_id as workfile from record
      where shop_id = $1 and not deleted and kind = any($4::text[]) and workfile_id in (select workfile_id from open)`;
    const rows = await sql.query<RecordOfWorkfile & { seq: string }>(text, [shop, firstDay, through, kinds]);
    return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
  };
