/** Tables dms_export and dms_export_history: what was asked of dealers' systems, how far it is, and all that it was before. */
import type { DeviceId, ShopId, UserId } from '../../src-shared/base/ids.ts';
import type { ExportJob, ExportState } from '../../src-shared/domain/dms/export-job.ts';
import type { PartnerRequest, PartnerRequestKind } from '../../src-shared/domain/dms/partner.ts';
import type { Sql } from './database.ts';
import { sha256 } from './digest.ts';

/** What an export is about: a receipt, or a workfile. */
export type ExportKey = { readonly kind: PartnerRequestKind; readonly subject: string };

export type StoredExport = ExportKey & {
  readonly round: number;
  readonly workfile: string;
  /** Under which the dealer finds it. */
  readonly reference: string;
  readonly request: PartnerRequest;
  readonly job: ExportJob;
  /** Whose books it was sent into; empty before it was. */
  readonly partner: string;
  /** Of the shop when it was asked for; empty where it may have been sent before a restore. */
  readonly epoch: string;
  /** What the dealer accepted in earlier rounds. */
  readonly sent: readonly PartnerRequest[];
  /** Who asked for it, and where. */
  readonly asker: { readonly device: DeviceId; readonly person: UserId; readonly name: string };
};

type ExportRow = Omit<StoredExport, 'job' | 'asker'> & {
  state: ExportState;
  fence: string;
  device: DeviceId;
  person: UserId;
  name: string;
};

const columns = `kind, subject, round, workfile_id as workfile, reference, request, state, fence, partner, epoch, sent,
  device_id as device, person_id as person, asked_by as name`;

/** The export, held until the transaction ends. */
export async function holdExport(sql: Sql, shop: ShopId, key: ExportKey): Promise<StoredExport | undefined> {
  const text = `select ${columns} from dms_export where shop_id = $1 and kind = $2 and subject = $3 for update`;
  const [row] = await sql.query<ExportRow>(text, [shop, key.kind, key.subject]);
  return row && rowToExport(row);
}

function rowToExport({ state, fence, device, person, name, ...row }: ExportRow): StoredExport {
  return { ...row, job: { state, fence: Number(fence) }, asker: { device, person, name } };
}

/** Whether another export has this reference; the dealer finds one by it. */
export async function isReferenceTaken(sql: Sql, shop: ShopId, one: ExportKey & { reference: string }) {
  const text = `select 1 from dms_export where shop_id = $1 and kind = $2 and reference = $3 and subject <> $4`;
  return (await sql.query(text, [shop, one.kind, one.reference, one.subject])).length > 0;
}

/** Writes how far an export is, and notes it for good. */
export async function saveExport(sql: Sql, shop: ShopId, one: StoredExport, note: string): Promise<void> {
  const { kind, subject, round, workfile, reference, job, partner, epoch, asker } = one;
  const [request, state, sent] = [one.request, job.state, one.sent].map((value) => JSON.stringify(value));
  await sql.query(
    `insert into dms_export (shop_id, kind, subject, round, workfile_id, reference, request, request_hash, state, fence,
       partner, epoch, sent, device_id, person_id, asked_by)
     values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9::jsonb, $10, $11, $12, $13::jsonb, $14, $15, $16)
     on conflict (shop_id, kind, subject) do update set round = excluded.round, reference = excluded.reference,
       request = excluded.request, request_hash = excluded.request_hash, state = excluded.state, fence = excluded.fence,
       partner = excluded.partner, epoch = excluded.epoch, sent = excluded.sent, device_id = excluded.device_id,
       person_id = excluded.person_id, asked_by = excluded.asked_by`,
    [
      ...[shop, kind, subject, round, workfile, reference, request, sha256(request ?? ''), state, job.fence],
      ...[partner, epoch, sent, asker.device, asker.person, asker.name],
    ],
  );
  await sql.query(
    `insert into dms_export_history (shop_id, kind, subject, round, state, fence, request, note, person_id)
     values ($1, $2, $3, $4, $5::jsonb, $6, $7::jsonb, $8, $9)`,
    [shop, kind, subject, round, state, job.fence, request, note, asker.person],
  );
}

/** The exports of a shop that are not over. */
export async function readOpenExports(sql: Sql, shop: ShopId): Promise<readonly ExportKey[]> {
  const text = `select kind, subject from dms_export
    where shop_id = $1 and state ->> 'kind' in ('queued', 'sending', 'uncertain', 'looking') order by kind, subject`;
  return sql.query<ExportKey>(text, [shop]);
}

/** The database's own time: of two transactions that held the shop's order, the later one's is later. */
export async function readNow(sql: Sql): Promise<number> {
  const [row] = await sql.query<{ now: string }>('select round(extract(epoch from clock_timestamp()) * 1000) as now');
  return Number(row?.now);
}

/** The day on the shop's calendar. */
export async function readDay(sql: Sql, shop: ShopId, now: number): Promise<string> {
  const text = `select to_char(to_timestamp($2::double precision / 1000) at time zone time_zone, 'YYYY-MM-DD') as day
    from shop where id = $1`;
  const [row] = await sql.query<{ day: string }>(text, [shop, now]);
  if (row === undefined) throw new Error('the tenant has no shop');
  return row.day;
}
