// A foreign estimate as the tables of an EMS 2.01 set, each record as text by field name.

import type {
  Foreign,
  ForeignContact,
  ForeignLabor,
  ForeignLine,
  ForeignPerson,
  ForeignRate,
  ForeignTotalRow,
} from '../foreign.ts';
import { decimalText } from './ems-cells.ts';
import { phoneFields } from './ems-phone.ts';
import { type EmsTableName, emsTableNames } from './ems-tables.ts';
import { fourthOf, markupScale, type Scale } from './scale.ts';
import { supplierRow } from './suppliers.ts';

/** A record to be written: text by field; what is not named is blank. */
export type EmsRow = Readonly<Record<string, string>>;
export type EmsRows = Readonly<Record<EmsTableName, readonly EmsRow[]>>;

const cents = (value: number): string => decimalText(value, 2);
const maybe = (value: number | null): string => (value === null ? '' : cents(value));
const tenths = (value: number): string => decimalText(value, 1);
const fourth = (value: number): string => decimalText(value, 4);
const whole = (value: number): string => (value === 0 ? '' : String(value));
const said = (value: boolean | null): string => (value === null ? '' : value ? 'T' : 'F');
const day = (value: string): string => value.replaceAll('-', '');
const used = (value: number, print: (value: number) => string): string => (value === 0 ? '' : print(value));

/** Makes the rows of all tables; who writes the files leaves out the tables that were not chosen. */
export function writeEms(foreign: Foreign, included: ReadonlySet<EmsTableName>): EmsRows {
  const { system } = foreign.document;
  const scale = markupScale(system);
  const all: Readonly<Record<EmsTableName, readonly EmsRow[]>> = {
    env: [envelope(foreign, included)],
    ad1: [claimRow(foreign)],
    ad2: [partiesRow(foreign)],
    veh: [vehicleRow(foreign.vehicle)],
    lin: foreign.lines.flatMap(lineRows),
    pfh: [headerRow(foreign.rates)],
    pfl: foreign.rates.labor.map(laborRow),
    pfm: foreign.rates.materials.map(materialRow),
    pfo: [chargeRow(foreign.rates)],
    pfp: [...foreign.rates.parts, ...foreign.rates.charges.filter(({ code }) => !inOwnTable(code))].map((row) =>
      partRow(row, scale),
    ),
    pft: [taxRow(foreign.rates)],
    stl: foreign.totals.rows.map(subtotalRow),
    ttl: [totalRow(foreign.totals)],
    ven: foreign.suppliers.map(supplierRow),
  };
  return Object.fromEntries(
    emsTableNames.map((name) => [name, included.has(name) ? all[name] : []]),
  ) as unknown as EmsRows;
}

const inOwnTable = (code: string): boolean => code === 'OTTW' || code === 'OTST';

function envelope({ document }: Foreign, included: ReadonlySet<EmsTableName>): EmsRow {
  const has = (...names: readonly EmsTableName[]): string => said(names.some((name) => included.has(name)));
  return {
    EST_SYSTEM: document.system,
    SW_VERSION: document.softwareVersion,
    DB_VERSION: document.database,
    DB_DATE: day(document.databaseDate),
    UNQFILE_ID: document.id,
    RO_ID: document.roId,
    ESTFILE_ID: document.fileId,
    SUPP_NO: document.version,
    EST_CTRY: document.country,
    TRANS_TYPE: 'E',
    STATUS: 'F',
    CREATE_DT: day(document.created),
    CREATE_TM: document.createdTime,
    TRANSMT_DT: day(document.created),
    TRANSMT_TM: document.createdTime,
    INCL_ADMIN: has('ad1', 'ad2'),
    INCL_VEH: has('veh'),
    INCL_EST: has('lin'),
    INCL_PROFL: has('pfh', 'pfl', 'pfp', 'pfm', 'pfo', 'pft'),
    INCL_TOTAL: has('stl', 'ttl'),
    INCL_VENDR: has('ven'),
    EMS_VER: '2.01',
  };
}

function personFields(prefix: string, person: ForeignPerson | null): EmsRow {
  if (person === null) return {};
  const { first, last, company, street, street2, city, state, postalCode, cell, home, business, email } = person;
  const fields = {
    LN: last,
    FN: first,
    CO_NM: company,
    ADDR1: street,
    ADDR2: street2,
    CITY: city,
    ST: state,
    ZIP: postalCode,
  };
  const [one = '', two = ''] = cell === '' && home === '' ? [business] : [cell, home || business];
  const named = { ...fields, ...phoneFields('PH1', one), ...phoneFields('PH2', two), EA: email };
  return Object.fromEntries(Object.entries(named).map(([name, text]) => [`${prefix}_${name}`, text]));
}

const contactFields = (prefix: string, { first, last, phone, email }: ForeignContact): EmsRow => ({
  [`${prefix}_CT_LN`]: last,
  [`${prefix}_CT_FN`]: first,
  ...phoneFields(`${prefix}_CT_PH`, phone),
  [`${prefix}_EA`]: email,
});

const claimRow = ({ insurance, owner, insured }: Foreign): EmsRow => ({
  INS_CO_NM: insurance.company,
  ...contactFields('INS', insurance.adjuster),
  AGT_CO_NM: insurance.agent.company,
  ...contactFields('AGT', insurance.agent),
  ASGN_NO: insurance.assignment,
  POLICY_NO: insurance.policy,
  DED_AMT: maybe(insurance.deductibleCents),
  DED_STATUS: insurance.deductibleStatus,
  CLM_NO: insurance.claim,
  CLM_OFC_NM: insurance.office,
  LOSS_DATE: day(insurance.lossDate),
  LOSS_CAT: insurance.lossCategory,
  LOSS_DESC: insurance.loss,
  CUST_PR: owner === null ? '' : 'O',
  ...personFields('INSD', insured),
  ...personFields('OWNR', owner),
});

const partiesRow = ({ claimant, estimator, facility }: Foreign): EmsRow => ({
  ...personFields('CLMT', claimant),
  EST_CO_NM: estimator.company,
  EST_CT_LN: estimator.last,
  EST_CT_FN: estimator.first,
  RF_CO_NM: facility,
});

const vehicleRow = (vehicle: Foreign['vehicle']): EmsRow => ({
  IMPACT_1: vehicle.impact,
  IMPACT_2: vehicle.impacts,
  DMG_MEMO: vehicle.damage,
  DB_V_CODE: vehicle.code,
  PLATE_NO: vehicle.plate,
  PLATE_ST: vehicle.plateState,
  V_VIN: vehicle.vin,
  V_COND: vehicle.condition,
  V_PROD_DT: /^\d\d\/\d{4}$/.test(vehicle.produced)
    ? `${vehicle.produced.slice(0, 2)}${vehicle.produced.slice(5)}`
    : '',
  V_MODEL_YR: vehicle.year === 0 ? '' : String(vehicle.year % 100).padStart(2, '0'),
  V_MAKEDESC: vehicle.make,
  V_MODEL: vehicle.model,
  V_TYPE: vehicle.type,
  V_BSTYLE: vehicle.body,
  V_TRIMCODE: vehicle.trim,
  V_ENGINE: vehicle.engine,
  V_MILEAGE: vehicle.miles === 0 ? '' : String(vehicle.miles),
  V_OPTIONS: vehicle.options,
  V_COLOR: vehicle.color,
  V_TONE: whole(vehicle.tones),
  V_STAGE: whole(vehicle.stages),
  PAINT_CD1: vehicle.paintCode,
  V_MEMO: vehicle.memo,
});

/** One record for each labour entry of a line; part and money stand in each of them, as programs write it. */
function lineRows(line: ForeignLine): readonly EmsRow[] {
  const base = { ...lineRow(line), ...moneyRow(line) };
  return line.labor.length === 0 ? [base] : line.labor.map((labor) => ({ ...base, ...laborFields(labor) }));
}

const lineRow = (line: ForeignLine): EmsRow => ({
  LINE_NO: String(line.number),
  LINE_IND: line.version,
  LINE_REF: String(line.parent),
  TRAN_CODE: line.status,
  DB_REF: line.reference,
  UNQ_SEQ: String(line.sequence),
  WHO_PAYS: line.whoPays,
  LINE_DESC: line.description,
  PART_DES_J: said(line.described),
});

/** BMS states a charge of a line apart; here it is the line's misc amount. */
function moneyRow(line: ForeignLine): EmsRow {
  const { part, betterment } = line;
  const sublet = subletMoney(line);
  const money = sublet ?? line.misc ?? chargeMoney(line);
  return {
    ...(part === null || sublet !== null ? {} : partFields(part)),
    ...(money === null
      ? {}
      : { MISC_AMT: cents(money.cents), MISC_SUBLT: said(money.sublet), MISC_TAX: said(money.taxed) }),
    ...(betterment === null ? {} : bettermentFields(betterment)),
  };
}

/** A sublet that BMS books as a part without a number. */
function subletMoney({ part, charge, sublet, labor }: ForeignLine): ForeignLine['misc'] {
  if (sublet === null || (sublet.part !== true && sublet.labor !== true)) return null;
  const taxed = sublet.labor === true ? labor[0]?.taxed : part?.taxed;
  const amount = part === null ? 0 : part.cents * (part.quantity || 1);
  return { cents: amount + (charge?.cents ?? 0), sublet: true, taxed: taxed ?? null };
}

function chargeMoney({ charge }: ForeignLine): ForeignLine['misc'] {
  if (charge === null || charge.cents === 0) return null;
  return { cents: charge.cents, sublet: charge.type === 'OTSL' ? true : null, taxed: charge.taxed };
}

const bettermentFields = (betterment: NonNullable<ForeignLine['betterment']>): EmsRow => ({
  BETT_TYPE: betterment.type,
  BETT_PCTG: used(betterment.rate, fourth),
  BETT_AMT: used(betterment.cents, cents),
  BETT_TAX: said(betterment.taxed),
});

const partFields = (part: NonNullable<ForeignLine['part']>): EmsRow => ({
  PART_TYPE: part.type,
  GLASS_FLAG: said(part.glass),
  OEM_PARTNO: part.number,
  PRICE_INC: said(part.included),
  ALT_PART_I: said(part.alternate),
  TAX_PART: said(part.taxed),
  DB_PRICE: cents(part.databaseCents),
  ACT_PRICE: cents(part.cents),
  PRICE_J: said(part.judged),
  CERT_PART: said(part.certified),
  PART_QTY: part.quantity === null ? '' : String(part.quantity),
  ALT_CO_ID: part.supplier,
  ALT_PARTNO: part.alternateNumber,
  ALT_OVERRD: said(part.overridden),
  ALT_PARTM: part.alternateMaker,
  PRT_DSMK_P: used(Math.round(part.markRate / 100), cents),
  PRT_DSMK_M: used(part.markCents, cents),
});

const laborFields = (labor: ForeignLabor): EmsRow => ({
  MOD_LBR_TY: labor.type,
  DB_HRS: tenths(labor.databaseTenths),
  MOD_LB_HRS: tenths(labor.tenths),
  LBR_INC: said(labor.included),
  LBR_OP: labor.operation,
  LBR_HRS_J: said(labor.hoursJudged),
  LBR_TYP_J: said(labor.typeJudged),
  LBR_OP_J: said(labor.operationJudged),
  PAINT_STG: whole(labor.stages),
  PAINT_TONE: whole(labor.tones),
  LBR_TAX: said(labor.taxed),
  LBR_AMT: used(labor.cents, cents),
});

const headerRow = (rates: Foreign['rates']): EmsRow => ({
  ID_PRO_NAM: rates.profile,
  TAX_TOW_IN: said(rates.towingTaxed),
  TAX_STR_IN: said(rates.storageTaxed),
  TAX_SUB_IN: said(rates.subletTaxed),
  TAX_BTR_IN: said(rates.bettermentTaxed),
  TAX_GST_RT: used(rates.gst, fourth),
  TAX_GST_IN: said(rates.gst === 0 ? null : true),
  ADJ_G_DISC: used(rates.generalDiscount, fourth),
  ADJ_TOWDIS: used(rates.towingDiscount, fourth),
  ADJ_STRDIS: used(rates.storageDiscount, fourth),
  ADJ_BTR_IN: said(rates.bettermentAdjusted),
  TAX_PREDIS: used(Math.round(rates.discount / 100), cents),
});

const taxFields = (prefix: string, taxes: readonly string[]): EmsRow =>
  Object.fromEntries(
    taxes.flatMap((type, i) => [
      [`${prefix}_TY${i + 1}`, type],
      [`${prefix}_IN${i + 1}`, 'Y'],
    ]),
  );

const laborRow = (row: ForeignRate): EmsRow => ({
  LBR_TYPE: row.code,
  LBR_DESC: row.name,
  LBR_RATE: cents(row.centsPerHour),
  LBR_TAX_IN: said(row.taxed),
  LBR_ADJP: used(row.adjust, fourth),
  ...taxFields('LBR_TX', row.taxes),
});

const partRow = (row: ForeignRate, scale: Scale): EmsRow => ({
  PRT_TYPE: row.code,
  PRT_TAX_IN: said(row.taxed),
  PRT_MKUPP: used(fourthOf(row.markup, scale), fourth),
  PRT_MKTYP: said(row.markupType),
  PRT_DISCP: used(fourthOf(row.discount, scale), fourth),
  ...taxFields('PRT_TX', row.taxes),
});

const materialRow = (row: ForeignRate): EmsRow => ({
  MATL_TYPE: row.code,
  CAL_CODE: row.method,
  CAL_DESC: row.name,
  CAL_MAXDLR: row.capCents === null ? '9999.99' : cents(row.capCents),
  CAL_PRIP: used(row.firstPercent, fourth),
  CAL_SECP: used(row.otherPercent, fourth),
  MAT_CALP: used(row.percent, fourth),
  CAL_PSTTHR: row.thresholdTenths === 0 ? '' : fourth(row.beyondCents * 100),
  CAL_THRAMT: used(row.thresholdTenths * 10, cents),
  CAL_LBRMIN: used(row.leastTenths, tenths),
  // The field is too narrow for 999.9, the usual word for no cap.
  CAL_LBRMAX: used(Math.min(row.mostTenths, 999), tenths),
  CAL_LBRRTE: used(row.centsPerHour, cents),
  CAL_OPCODE: row.operations,
  TAX_IND: said(row.taxed),
  MAT_ADJP: used(row.adjust, fourth),
  ...taxFields('MAT_TX', row.taxes),
});

function chargeRow({ charges }: Foreign['rates']): EmsRow {
  const rowOf = (code: string, typeField: string, prefix: string): EmsRow => {
    const row = charges.find((one) => one.code === code);
    return row === undefined ? {} : { [typeField]: code, ...taxFields(prefix, row.taxes) };
  };
  return { ...rowOf('OTTW', 'TX_TOW_TY', 'TOW_T'), ...rowOf('OTST', 'TX_STOR_TY', 'STOR_T') };
}

/** Always in percent; a file whose rates all lie below one percent is marked by our letter, or its fractions are. */
function taxRow({ taxes }: Foreign['rates']): EmsRow {
  return Object.fromEntries(
    taxes.flatMap(({ code, tiers }, t) => [
      [`TAX_TYPE${t + 1}`, code],
      ...tiers.flatMap((tier, n) => [
        [`TY${t + 1}_TIER${n + 1}`, String(n + 1)],
        [`TY${t + 1}_THRES${n + 1}`, cents(tier.cents)],
        [`TY${t + 1}_RATE${n + 1}`, fourth(tier.rate)],
        [`TY${t + 1}_SUR${n + 1}`, cents(tier.surchargeCents)],
      ]),
    ]),
  );
}

function subtotalRow(row: ForeignTotalRow): EmsRow {
  const taxed = row.taxableCents ?? 0;
  const untaxed = row.cents - taxed;
  const hours = row.hoursTenths ?? 0;
  return {
    TTL_TYPE: row.family,
    TTL_TYPECD: row.code,
    T_AMT: cents(taxed),
    T_HRS: tenths(hours),
    T_MKUPAMT: cents(row.markupCents),
    T_DISCAMT: cents(row.discountCents),
    TAX_AMT: cents(row.taxCents ?? 0),
    NT_AMT: cents(untaxed),
    TTL_TYPAMT: cents(row.cents),
    TTL_HRS: tenths(hours),
    TTL_AMT: cents(row.cents),
  };
}

const totalRow = (totals: Foreign['totals']): EmsRow => ({
  G_TTL_AMT: maybe(totals.grossCents),
  G_BETT_AMT: maybe(totals.bettermentCents),
  G_RPD_AMT: maybe(totals.relatedPriorCents),
  G_DED_AMT: maybe(totals.deductibleCents),
  G_CUST_AMT: maybe(totals.customerCents),
  G_AA_AMT: maybe(totals.appearanceCents),
  N_TTL_AMT: maybe(totals.netCents),
  PREV_NET: maybe(totals.previousNetCents),
  SUPP_AMT: maybe(totals.supplementCents),
  N_SUPP_ANT: maybe(totals.netSupplementCents),
  G_UPD_AMT: maybe(totals.unrelatedPriorCents),
  G_TTL_DISC: maybe(totals.discountCents),
  G_TAX: maybe(totals.taxCents),
  GST_AMT: maybe(totals.gstCents),
});
