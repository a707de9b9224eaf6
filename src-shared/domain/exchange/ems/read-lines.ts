// The lines of an EMS set: one record for each labour type of a line, its price in each of them and counted once.

import { type ForeignLabor, type ForeignLine, noLabor, noLine, noPart } from '../foreign.ts';
import type { Cells } from './ems-cells.ts';
import { percentOf } from './scale.ts';

/** Reads the records of the lines and joins those that share a number. */
export function readLines(records: readonly Cells[]): readonly ForeignLine[] {
  const lines = new Map<string, ForeignLine>();
  records.forEach((cells, i) => {
    const number = cells.integer('LINE_NO');
    const key = number === 0 ? `record ${i}` : `line ${number}`;
    const before = lines.get(key);
    lines.set(key, before === undefined ? lineOf(cells) : { ...before, labor: [...before.labor, ...laborOf(cells)] });
  });
  return [...lines.values()];
}

const lineOf = (cells: Cells): ForeignLine => ({
  ...noLine,
  number: cells.integer('LINE_NO'),
  parent: cells.integer('LINE_REF'),
  sequence: cells.integer('UNQ_SEQ'),
  version: cells.text('LINE_IND', 4).toUpperCase(),
  status: cells.text('TRAN_CODE', 2),
  reference: cells.text('DB_REF', 16),
  whoPays: cells.text('WHO_PAYS', 4),
  description: cells.piece('LINE_DESC'),
  described: cells.said('PART_DES_J') ?? cells.said('PART_DESCJ'),
  part: partOf(cells),
  labor: [...laborOf(cells)],
  misc: miscOf(cells),
  betterment: bettermentOf(cells),
});

function partOf(cells: Cells): ForeignLine['part'] {
  const part = {
    ...noPart,
    type: cells.text('PART_TYPE', 12).toUpperCase(),
    number: cells.text('OEM_PARTNO', 60),
    alternateNumber: cells.text('ALT_PARTNO', 60),
    alternateMaker: cells.text('ALT_PARTM', 60),
    supplier: cells.text('ALT_CO_ID', 40),
    quantity: cells.maybeInteger('PART_QTY'),
    cents: cells.cents('ACT_PRICE'),
    databaseCents: cells.cents('DB_PRICE'),
    included: cells.said('PRICE_INC'),
    taxed: cells.said('TAX_PART'),
    judged: cells.said('PRICE_J'),
    certified: cells.said('CERT_PART'),
    glass: cells.said('GLASS_FLAG'),
    alternate: cells.said('ALT_PART_I'),
    overridden: cells.said('ALT_OVERRD'),
    markRate: percentOf(cells.cents('PRT_DSMK_P') * 100, 'percent'),
    markCents: cells.cents('PRT_DSMK_M'),
  };
  const says = [part.type, part.number, part.alternateNumber].some((text) => text !== '');
  const costs = [part.cents, part.databaseCents, part.markRate, part.markCents].some((one) => one !== 0);
  return says || costs || part.included === true ? part : null;
}

function laborOf(cells: Cells): readonly ForeignLabor[] {
  const labor = {
    ...noLabor,
    type: cells.text('MOD_LBR_TY', 12).toUpperCase(),
    operation: cells.text('LBR_OP', 12).toUpperCase(),
    tenths: cells.tenths('MOD_LB_HRS'),
    databaseTenths: cells.tenths('DB_HRS'),
    included: cells.said('LBR_INC'),
    taxed: cells.said('LBR_TAX'),
    hoursJudged: cells.said('LBR_HRS_J'),
    typeJudged: cells.said('LBR_TYP_J'),
    operationJudged: cells.said('LBR_OP_J'),
    cents: cells.cents('LBR_AMT'),
    stages: cells.integer('PAINT_STG'),
    tones: cells.integer('PAINT_TONE'),
  };
  const says = labor.type !== '' || labor.operation !== '' || labor.included === true;
  return says || labor.tenths !== 0 || labor.databaseTenths !== 0 || labor.cents !== 0 ? [labor] : [];
}

function miscOf(cells: Cells): ForeignLine['misc'] {
  const misc = { cents: cells.cents('MISC_AMT'), sublet: cells.said('MISC_SUBLT'), taxed: cells.said('MISC_TAX') };
  return misc.cents === 0 && misc.sublet !== true && misc.taxed === null ? null : misc;
}

function bettermentOf(cells: Cells): ForeignLine['betterment'] {
  const rate = percentOf(cells.fourth('BETT_PCTG'), 'percent');
  const betterment = {
    type: cells.text('BETT_TYPE', 12).toUpperCase(),
    rate,
    cents: cells.cents('BETT_AMT'),
    taxed: cells.said('BETT_TAX'),
  };
  return betterment.type === '' && rate === 0 && betterment.cents === 0 ? null : betterment;
}
