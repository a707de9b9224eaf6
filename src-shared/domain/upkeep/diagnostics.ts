// What support needs to know of a PC, as text that a person reads before it leaves the house.

import type { BackupNote } from './backup-note.ts';

type Health = {
  readonly checkedAt: number;
  readonly rows: number;
  readonly damagedRows: number;
  readonly faults: readonly string[];
};

/** Facts of a PC; none of them is anything that somebody typed. */
export type Diagnostics = {
  readonly at: number;
  readonly device: string;
  readonly versions: Readonly<Record<string, string | number>>;
  readonly health: Health | null;
  readonly trouble: string | null;
  readonly backups: readonly { readonly bytes: number; readonly note: BackupNote | undefined }[];
  readonly hasSecondPlace: boolean;
  readonly sync: Readonly<Record<string, string | number | boolean | null>>;
  readonly failures: readonly { readonly at: number; readonly code: string }[];
  readonly storage: Readonly<Record<string, number>>;
  readonly numbersLeft: number;
  readonly migrations: readonly string[];
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
  readonly log: readonly string[];
};

/** One section a subject, one fact a line. */
export function diagnosticsText(facts: Diagnostics): string {
  const { health, backups, tables, migrations, failures } = facts;
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['Shopfile', [`made ${timeOf(facts.at)}`, `device ${facts.device}`, ...linesOf(facts.versions)]],
    ['Data', [`trouble ${facts.trouble ?? 'none'}`, ...healthLines(health), `RO numbers left ${facts.numbersLeft}`]],
    ['Storage in bytes', linesOf(facts.storage)],
    ['Backups', [`second place ${facts.hasSecondPlace ? 'yes' : 'no'}`, ...backups.map(backupLine)]],
    ['Sync', [...linesOf(facts.sync), ...failures.map(({ at, code }) => `failed ${timeOf(at)} ${code}`)]],
    ['Migrations', migrations],
    ['Rows of each table', tables.map(({ name, rows }) => `${name} ${rows}`)],
    ['Log', facts.log],
  ];
  return scrubbed(sections.map(([title, lines]) => [`== ${title}`, ...lines].join('\n')).join('\n\n'));
}

const linesOf = (facts: Readonly<Record<string, string | number | boolean | null>>): readonly string[] =>
  Object.entries(facts).map(([name, value]) => `${name} ${value}`);

const timeOf = (at: number): string => (at === 0 ? 'never' : new Date(at).toISOString());

const healthLines = (health: Health | null): readonly string[] =>
  health === null
    ? ['never checked']
    : [
        `checked ${timeOf(health.checkedAt)}`,
        `rows ${health.rows}, damaged ${health.damagedRows}`,
        ...health.faults.map((fault) => `fault ${fault}`),
      ];

function backupLine({ bytes, note }: Diagnostics['backups'][number]): string {
  if (note === undefined) return `${bytes} bytes, cannot be read`;
  const { kind, madeAt, schema, workfiles, unsent, damage } = note;
  const lacks = damage === null ? 'whole' : `${damage.rows} rows damaged, parts missing of ${damage.tables.join(' ')}`;
  return `${timeOf(madeAt)} ${kind}, ${bytes} bytes, schema ${schema}, ${workfiles} workfiles, ${unsent} unsent, ${lacks}`;
}

const personal: readonly (readonly [RegExp, string])[] = [
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '[e-mail]'],
  [/\b(?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])[A-HJ-NPR-Z0-9]{17}\b/g, '[VIN]'],
  [/(?<![\w-])\+?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?![\w-])/g, '[phone]'],
  [/(?:[A-Za-z]:\\Users\\|\/(?:home|Users)\/)[^\\/\s"]+/g, '[home]'],
];

/** A second wall: the facts hold nothing of the kind, and should one ever, it goes no further. */
export const scrubbed = (text: string): string =>
  personal.reduce((rest, [shape, name]) => rest.replaceAll(shape, name), text);
