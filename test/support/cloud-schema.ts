/** What a cloud database consists of, read from its catalogue: the same text on the embedded and the real PostgreSQL. */
import type { Sql } from '../../src-cloud/db/database.ts';

type Line = { readonly line: string };

const questions: Readonly<Record<string, string>> = {
  tables: `
    select format('table %s%s%s%s', c.relname,
      case when c.relispartition then ' partition' when c.relkind = 'p' then ' ' || pg_get_partkeydef(c.oid) else '' end,
      case when c.relrowsecurity then ' rls' else '' end, case when c.relforcerowsecurity then ' forced' else '' end) as line
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`,
  columns: `
    select format('column %s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
      case when a.attnotnull then ' not null' else '' end,
      coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')) as line
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition`,
  constraints: `
    select format('constraint %s.%s %s', c.relname, k.conname, pg_get_constraintdef(k.oid)) as line
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where c.relnamespace = 'public'::regnamespace and not c.relispartition and k.contype in ('c', 'f', 'p', 'u')`,
  indexes: `
    select format('index %s', pg_get_indexdef(i.indexrelid)) as line
    from pg_index i join pg_class c on c.oid = i.indrelid
    where c.relnamespace = 'public'::regnamespace and not c.relispartition`,
  policies: `
    select format('policy %s.%s %s to %s using %s check %s', tablename, policyname, lower(cmd),
      array_to_string(roles, ','), coalesce(qual, '-'), coalesce(with_check, '-')) as line
    from pg_policies where schemaname = 'public'`,
  grants: `
    select format('grant %s on %s to %s', string_agg(lower(privilege_type), ', ' order by privilege_type), table_name,
      grantee) as line
    from information_schema.role_table_grants
    where table_schema = 'public' and grantee = 'app_user' group by table_name, grantee`,
};

/** One sorted line a thing: tables, columns, constraints, indexes, policies and grants. */
export async function describeSchema(sql: Sql): Promise<string> {
  const parts: string[] = [];
  for (const [title, question] of Object.entries(questions)) {
    const lines = (await sql.query<Line>(question)).map(({ line }) => line.replaceAll(/\s+/g, ' ')).sort();
    parts.push(`-- ${title}`, ...lines, '');
  }
  return parts.join('\n');
}

/** The columns of a table that an insert names. */
export async function writtenColumns(sql: Sql, table: string): Promise<readonly string[]> {
  const columns = await sql.query<{ name: string }>(
    `select quote_ident(column_name) as name from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`,
    [table],
  );
  return columns.map(({ name }) => name);
}
