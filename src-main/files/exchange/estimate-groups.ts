// Which files of a folder belong together: an EMS set by its stem, a BMS document by itself.

import { type EmsTableName, emsTableNames } from '../../../src-shared/domain/exchange/ems/ems-tables.ts';

/** An estimate's files: `members` by the ending of their table, `dbt` for memos, `xml` for a document. */
export type EstimateGroup = {
  readonly key: string;
  readonly format: 'ems' | 'bms';
  readonly members: ReadonlyMap<EmsTableName | 'dbt' | 'xml', string>;
};

/** Tables whose stem bears a letter more in Mitchell's sets: 9508501A.AD1, 9508501B.AD2, 9508501V.VEH. */
const letters: Readonly<Record<string, string>> = { ad1: 'a', ad2: 'b', veh: 'v', dbt: 'v' };

type Name = { readonly name: string; readonly stem: string; readonly ending: string };

/** Groups names; locks, backups, copies and whatever else lies about are passed over. */
export function groupFiles(names: readonly string[]): readonly EstimateGroup[] {
  const parsed = names.flatMap((name): readonly Name[] => {
    const [, stem, ending] = /^(.+)\.(\w{3})$/.exec(name) ?? [];
    return stem === undefined || ending === undefined
      ? []
      : [{ name, stem: stem.toLowerCase(), ending: ending.toLowerCase() }];
  });
  const documents = parsed.filter(({ ending }) => ending === 'xml');
  const tables = parsed.filter(({ ending }) => ending === 'dbt' || emsTableNames.some((one) => one === ending));
  return [
    ...setsOf(tables),
    ...documents.map(({ name }): EstimateGroup => ({ key: name, format: 'bms', members: new Map([['xml', name]]) })),
  ];
}

function setsOf(tables: readonly Name[]): readonly EstimateGroup[] {
  const stems = new Set(tables.map(({ stem }) => stem));
  const roots = new Set(tables.filter(({ ending }) => ending === 'env' || ending === 'lin').map(({ stem }) => stem));
  const rootOf = ({ stem, ending }: Name): string => {
    const letter = letters[ending];
    const bare = stem.slice(0, -1);
    return letter !== undefined && stem.endsWith(letter) && roots.has(bare) && !roots.has(stem) ? bare : stem;
  };
  const groups = new Map<string, Map<EmsTableName | 'dbt' | 'xml', string>>();
  for (const table of tables) {
    if (isCopy(table.stem, stems)) continue;
    const root = rootOf(table);
    const members = groups.get(root) ?? new Map<EmsTableName | 'dbt' | 'xml', string>();
    const ending = table.ending as EmsTableName | 'dbt';
    if (!members.has(ending)) members.set(ending, table.name);
    groups.set(root, members);
  }
  return [...groups].map(([key, members]): EstimateGroup => ({ key, format: 'ems', members }));
}

/** CCC leaves copies beside its files: the stem, a hyphen and a hash. */
const isCopy = (stem: string, stems: ReadonlySet<string>): boolean => {
  const [, original] = /^(.+)-[0-9a-f]+$/.exec(stem) ?? [];
  return original !== undefined && stems.has(original);
};
