// The vehicle data as the decoding library reads it, and what a maker's code alone tells.

import Database from 'better-sqlite3';

/** What the first three signs of a VIN tell: who may have made it, and whether only cars bear them. */
export type Maker = { readonly makes: readonly string[]; readonly light: boolean };

/** One answer of the database, in the shape that the decoding library takes. */
type Table = { columns: string[]; values: unknown[][] };

export type Vpic = {
  readonly adapter: {
    readonly exec: (sql: string, parameters?: unknown[]) => Promise<Table[]>;
    readonly close: () => Promise<void>;
  };
  readonly makerOf: (vin: string) => Maker;
  /** The models that a make is known to have built, by name. */
  readonly modelsOf: (make: string) => readonly string[];
  readonly close: () => void;
};

/** Vehicle types whose makers must follow the rule of the seventh sign (49 CFR 565.15 b). */
const lightTypes = ['Passenger Car', 'Multipurpose Passenger Vehicle (MPV)'];

const makerQuery = `
  select m.Name as make, t.Name as type
  from Wmi w
  left join Wmi_Make wm on wm.WmiId = w.Id
  left join Make m on m.Id = wm.MakeId
  left join VehicleType t on t.Id = w.VehicleTypeId
  where w.Wmi = ?`;

const modelsQuery = `
  select distinct model.Name as name
  from Make make
  join Make_Model mm on mm.MakeId = make.Id
  join Model model on model.Id = mm.ModelId
  where make.Name = ? collate nocase
  order by model.Name collate nocase`;

/** Opens the unpacked data for reading. */
export function openVpic(file: string, nativeBinding: string | null): Vpic {
  const options = { readonly: true, fileMustExist: true };
  const database = new Database(file, nativeBinding === null ? options : { ...options, nativeBinding });
  const makers = database.prepare<[string], { readonly make: string | null; readonly type: string | null }>(makerQuery);
  const models = database.prepare<[string], { readonly name: string }>(modelsQuery);
  return {
    adapter: {
      exec: async (sql, parameters = []) => {
        const statement = database.prepare<unknown[], unknown[]>(sql).raw(true);
        const values = statement.all(...parameters);
        return values.length === 0 ? [] : [{ columns: statement.columns().map((column) => column.name), values }];
      },
      close: async () => undefined,
    },
    makerOf: (vin) => {
      const rows = makers.all(makerCode(vin));
      const light = rows.length > 0 && rows.every((row) => row.type !== null && lightTypes.includes(row.type));
      return { makes: rows.flatMap((row) => (row.make === null ? [] : [row.make])), light };
    },
    modelsOf: (make) => models.all(make).map(({ name }) => name),
    close: () => database.close(),
  };
}

/** A third sign 9 marks a maker of few vehicles, told by signs 12 to 14 as well. */
const makerCode = (vin: string): string =>
  vin.charAt(2) === '9' ? vin.slice(0, 3) + vin.slice(11, 14) : vin.slice(0, 3);
