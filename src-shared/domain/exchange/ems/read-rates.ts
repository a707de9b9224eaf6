// The profile of an EMS set: labour rates, parts, materials, other charges, and the tax types with their tiers.

import { type Foreign, type ForeignRate, type ForeignRates, noForeign, noRate } from '../foreign.ts';
import type { Cells } from './ems-cells.ts';
import type { SetReader } from './read-ems.ts';
import { markupScale, percentOf, type Scale, taxScale } from './scale.ts';

/** CCC writes 9999.99 and 999.9 where there is no cap. */
const noCapCents = 999_999;

const numbers = [1, 2, 3, 4, 5] as const;
const types = [1, 2, 3, 4, 5, 6] as const;

/** Reads the profile tables that are there. */
export function readRates({ records, first }: SetReader, system: string): ForeignRates {
  const header = first('pfh');
  const scale = markupScale(system);
  const parts = records('pfp').map((cells) => partRate(cells, scale));
  const taxTable = first('pft');
  const found = types.flatMap((type) => numbers.map((tier) => taxTable.fourth(`TY${type}_RATE${tier}`)));
  return {
    ...noForeign.rates,
    profile: header.text('ID_PRO_NAM', 40),
    labor: records('pfl').map(laborRate),
    parts: parts.filter(({ code }) => !code.startsWith('OT')),
    materials: records('pfm').map(materialRate),
    charges: [...parts.filter(({ code }) => code.startsWith('OT')), ...chargesOf(first('pfo'))],
    taxes: taxesOf(taxTable, taxScale(found, system)),
    discount: header.cents('TAX_PREDIS') * 100,
    generalDiscount: header.fourth('ADJ_G_DISC'),
    towingDiscount: header.fourth('ADJ_TOWDIS'),
    storageDiscount: header.fourth('ADJ_STRDIS'),
    towingTaxed: header.said('TAX_TOW_IN'),
    storageTaxed: header.said('TAX_STR_IN'),
    subletTaxed: header.said('TAX_SUB_IN'),
    bettermentTaxed: header.said('TAX_BTR_IN'),
    bettermentAdjusted: header.said('ADJ_BTR_IN'),
    gst: header.said('TAX_GST_IN') === true ? header.fourth('TAX_GST_RT') : 0,
  };
}

/** The tax types whose switch is on. */
const taxesOn = (cells: Cells, prefix: string, count: readonly number[]): string[] =>
  count.flatMap((n) => {
    const isOn = /^[YT1]$/i.test(cells.text(`${prefix}_IN${n}`));
    const type = cells.text(`${prefix}_TY${n}`, 4);
    return isOn && type !== '' ? [type] : [];
  });

const laborRate = (cells: Cells): ForeignRate => ({
  ...noRate,
  code: cells.text('LBR_TYPE', 12).toUpperCase(),
  name: cells.text('LBR_DESC', 40),
  centsPerHour: cells.cents('LBR_RATE'),
  taxed: cells.said('LBR_TAX_IN'),
  adjust: cells.fourth('LBR_ADJP'),
  taxes: taxesOn(cells, 'LBR_TX', numbers),
});

const partRate = (cells: Cells, scale: Scale): ForeignRate => ({
  ...noRate,
  code: cells.text('PRT_TYPE', 12).toUpperCase(),
  markup: percentOf(cells.fourth('PRT_MKUPP'), scale),
  markupType: cells.said('PRT_MKTYP'),
  discount: percentOf(cells.fourth('PRT_DISCP'), scale),
  taxed: cells.said('PRT_TAX_IN'),
  taxes: taxesOn(cells, 'PRT_TX', numbers),
});

function materialRate(cells: Cells): ForeignRate {
  const cap = cells.maybeCents('CAL_MAXDLR');
  return {
    ...noRate,
    code: cells.text('MATL_TYPE', 12).toUpperCase(),
    method: cells.text('CAL_CODE', 2),
    name: cells.text('CAL_DESC', 40),
    capCents: cap === null || cap === 0 || cap >= noCapCents ? null : cap,
    firstPercent: cells.fourth('CAL_PRIP'),
    otherPercent: cells.fourth('CAL_SECP'),
    percent: cells.fourth('MAT_CALP'),
    // The rates below and above the threshold, in currency: four decimals are a hundred times our cents.
    centsPerHour: cells.cents('CAL_LBRRTE') || Math.round(cells.fourth('CAL_PRETHR') / 100),
    beyondCents: Math.round(cells.fourth('CAL_PSTTHR') / 100),
    thresholdTenths: Math.round(cells.cents('CAL_THRAMT') / 10),
    leastTenths: cells.tenths('CAL_LBRMIN'),
    mostTenths: cells.tenths('CAL_LBRMAX'),
    operations: cells.text('CAL_OPCODE', 48),
    taxed: cells.said('TAX_IND'),
    adjust: cells.fourth('MAT_ADJP'),
    taxes: taxesOn(cells, 'MAT_TX', numbers),
  };
}

function chargesOf(cells: Cells): readonly ForeignRate[] {
  const rowOf = (typeField: string, prefix: string): readonly ForeignRate[] => {
    const code = cells.text(typeField, 12).toUpperCase();
    return code === '' ? [] : [{ ...noRate, code, taxes: taxesOn(cells, prefix, types) }];
  };
  return [...rowOf('TX_TOW_TY', 'TOW_T'), ...rowOf('TX_STOR_TY', 'STOR_T')];
}

function taxesOf(cells: Cells, scale: Scale): Foreign['rates']['taxes'] {
  return types.flatMap((type) => {
    const code = cells.text(`TAX_TYPE${type}`, 4).toUpperCase();
    const tiers = numbers.map((tier) => ({
      cents: cells.cents(`TY${type}_THRES${tier}`),
      rate: percentOf(cells.fourth(`TY${type}_RATE${tier}`), scale),
      surchargeCents: cells.cents(`TY${type}_SUR${tier}`),
    }));
    const used = tiers.filter(({ rate, surchargeCents, cents }) => rate !== 0 || surchargeCents !== 0 || cents !== 0);
    return code === '' ? [] : [{ code, name: '', tiers: used }];
  });
}
