/** An EMS set as CCC ONE writes it, with invented people: two records of one line, an included time, a heading, a note. */

import { writeDbf } from '../../../src-main/files/exchange/dbf-write.ts';
import { unwrap } from '../../../src-shared/base/result.ts';
import { type EmsTableName, emsFields } from '../../../src-shared/domain/exchange/ems/ems-tables.ts';
import type { EmsRow } from '../../../src-shared/domain/exchange/ems/write-ems.ts';

const line = (number: number, rest: EmsRow): EmsRow => ({
  LINE_NO: String(number),
  LINE_REF: String(number),
  LINE_IND: 'E01',
  TRAN_CODE: '1',
  UNQ_SEQ: String(number),
  WHO_PAYS: 'CP',
  ...rest,
});
const door = {
  LINE_DESC: 'LT Door shell',
  DB_REF: '402877',
  PART_TYPE: 'PAN',
  OEM_PARTNO: '67002-AA902',
  DB_PRICE: '566.25',
  ACT_PRICE: '560.28',
  PART_QTY: '1',
  TAX_PART: 'T',
};

/** The tables of the set, by name. */
export const inventedTables: Partial<Readonly<Record<EmsTableName, readonly EmsRow[]>>> = {
  env: [
    {
      EST_SYSTEM: 'C',
      SW_VERSION: '5.61',
      UNQFILE_ID: '4b53232a',
      SUPP_NO: 'E01',
      EST_CTRY: 'USA',
      TRANS_TYPE: 'E',
      CREATE_DT: '20261120',
      EMS_VER: '2.01',
    },
  ],
  ad1: [
    {
      INS_CO_NM: 'Redwing Direct',
      CLM_NO: 'CLM-4411',
      DED_AMT: '500.00',
      OWNR_LN: 'Zimmerhoff',
      OWNR_FN: 'René',
      OWNR_PH1: '5550100142',
      LOSS_DATE: '20261101',
    },
  ],
  veh: [
    {
      V_VIN: '1FTFW1E52JF000001',
      V_MODEL_YR: '18',
      V_MAKEDESC: 'Ford',
      V_MODEL: 'F-150',
      V_COLOR: 'Gray',
      PLATE_NO: 'ABC123',
      V_MEMO: 'Step bars\nTonneau cover',
    },
  ],
  lin: [
    line(1, { LINE_REF: '0', LINE_DESC: 'FRONT DOOR' }),
    line(2, { ...door, MOD_LBR_TY: 'LAB', MOD_LB_HRS: '4.5', DB_HRS: '4.6', LBR_OP: 'OP11' }),
    line(2, { ...door, MOD_LBR_TY: 'LAR', MOD_LB_HRS: '2.4', DB_HRS: '2.4' }),
    line(3, { LINE_DESC: 'Add for Clear Coat', MOD_LBR_TY: 'LAR', MOD_LB_HRS: '1.0' }),
    line(4, {
      LINE_DESC: 'Belt molding',
      DB_REF: '402880',
      PART_TYPE: 'PAN',
      DB_PRICE: '88.10',
      ACT_PRICE: '0.00',
      PRICE_INC: 'T',
      MOD_LBR_TY: 'LAB',
      DB_HRS: '0.3',
      MOD_LB_HRS: '0.0',
      LBR_INC: 'T',
      LBR_OP: 'OP11',
      ALT_CO_ID: '09AP',
    }),
    line(5, { LINE_DESC: 'Pre-repair scan', MISC_AMT: '95.00', MISC_SUBLT: 'T', MISC_TAX: 'F' }),
    line(6, { LINE_REF: '5', DB_REF: '900501', LINE_DESC: 'Required by the maker' }),
  ],
  pfl: [
    { LBR_TYPE: 'LAB', LBR_DESC: 'Body', LBR_RATE: '75.00', LBR_TX_TY1: 'LS', LBR_TX_IN1: 'Y' },
    { LBR_TYPE: 'LAR', LBR_DESC: 'Refinish', LBR_RATE: '75.00', LBR_TX_TY1: 'LS', LBR_TX_IN1: 'Y' },
  ],
  pfp: [{ PRT_TYPE: 'PAL', PRT_MKUPP: '0.2500', PRT_TX_TY1: 'LS', PRT_TX_IN1: 'Y' }],
  pfm: [{ MATL_TYPE: 'MAPA', CAL_CODE: '4', CAL_LBRRTE: '60.00', CAL_MAXDLR: '9999.99' }],
  pft: [{ TAX_TYPE1: 'LS', TY1_TIER1: '1', TY1_RATE1: '6.0000' }],
  stl: [
    { TTL_TYPE: 'PA', TTL_TYPECD: 'PAN', T_AMT: '560.28', TTL_AMT: '560.28' },
    { TTL_TYPE: 'PA', TTL_TYPECD: 'PAT', T_AMT: '560.28', TTL_AMT: '560.28' },
    { TTL_TYPE: 'LA', TTL_TYPECD: 'LAB', T_AMT: '337.50', T_HRS: '4.5', TTL_HRS: '4.5', TTL_AMT: '337.50' },
    { TTL_TYPE: 'LA', TTL_TYPECD: 'LAR', T_AMT: '255.00', T_HRS: '3.4', TTL_HRS: '3.4', TTL_AMT: '255.00' },
    { TTL_TYPE: 'MA', TTL_TYPECD: 'MAPA', T_AMT: '144.00', TTL_AMT: '144.00' },
    { TTL_TYPE: 'MA', TTL_TYPECD: 'MA2S', T_AMT: '60.00', TTL_AMT: '60.00' },
  ],
  ven: [{ VND_CO_ID: '09AP', VND_CO_NM: 'Harbor Parts', VND_CITY: 'Fairview', VND_STATE: 'OH', VND_PH1: '5550100177' }],
  // 560.28 + 337.50 + 255.00 + 204.00 + 95.00 = 1451.78; 6 % of 1356.78 is 81.41.
  ttl: [{ G_TTL_AMT: '1533.19', G_TAX: '81.41', G_DED_AMT: '500.00', N_TTL_AMT: '1033.19' }],
};

/** The files of a set; Mitchell's names bear a letter more on three tables. */
export function inventedSet(
  tables: typeof inventedTables = inventedTables,
  naming: 'ccc' | 'mitchell' = 'ccc',
): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const letters: Partial<Record<EmsTableName, string>> = { ad1: 'A', ad2: 'B', veh: 'V' };
  for (const [name, rows] of Object.entries(tables) as [EmsTableName, readonly EmsRow[]][]) {
    const stem = naming === 'ccc' ? '4b53232a' : `9508501${letters[name] ?? ''}`;
    const file = naming === 'ccc' ? `${stem}.${name}` : `${stem}.${name.toUpperCase()}`;
    const written = unwrap(writeDbf({ file, fields: emsFields[name], rows, date: '2026-11-20' }, []));
    files.set(file, written.table);
    if (written.memo !== null) files.set(naming === 'ccc' ? `${stem}.dbt` : `${stem}.DBT`, written.memo);
  }
  return files;
}
