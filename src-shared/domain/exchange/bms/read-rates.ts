// The profile of a BMS document: a RateInfo for each labour type, part type, material and charge, and the taxes on them.

import { type Foreign, type ForeignRate, type ForeignRates, noForeign, noRate } from '../foreign.ts';
import type { BmsReader } from './read-bms.ts';
import { childAt, childrenOf, type XmlElement } from './xml-element.ts';

/** Mitchell writes 9999.99 where there is no cap. */
const noCapCents = 999_999;

/** Reads the profile. A tax of one type may have its rate in one RateInfo and be switched on in others. */
export function readBmsRates(reader: BmsReader): ForeignRates {
  const { root, values } = reader;
  const profile = childAt(root, 'ProfileInfo');
  const infos = childrenOf(profile, 'RateInfo');
  const gst = values.rate(profile, 'CanadianTax/GoodsServicesTaxRate');
  const rows = infos.map((info) => rateOf(info, reader, gst !== 0));
  const kind = (start: string) => rows.filter(({ code }) => code.startsWith(start) && code !== start);
  const custom = childrenOf(childAt(root, 'ClaimInfo'), 'CustomElement');
  const allowance = custom.find((one) => values.text(one, 'CustomElementID') === 'Apply ATS Allowance Rate');
  return {
    ...noForeign.rates,
    profile: values.oneLine(profile, 'ProfileName', 40),
    labor: kind('LA'),
    parts: [...rows.filter(({ code }) => code === 'PA'), ...kind('PA')],
    materials: kind('MA'),
    charges: rows.filter(({ code }) => code.startsWith('OT') || code === 'ATS'),
    taxes: [
      ...taxesOf(infos, reader),
      ...(gst === 0 ? [] : [{ code: 'GS', name: 'GST', tiers: [{ cents: 0, rate: gst, surchargeCents: 0 }] }]),
    ],
    discount: values.rate(profile, 'PreTaxDiscountRate'),
    towingDiscount: values.rate(profile, 'TowingDiscountRate'),
    storageDiscount: values.rate(profile, 'StorageDiscountRate'),
    bettermentTaxed: values.said(profile, 'BettermentTaxableInd'),
    gst,
    allowance: values.said(allowance, 'CustomElementInd'),
  };
}

function rateOf(info: XmlElement, { values }: BmsReader, hasGst: boolean): ForeignRate {
  const [first, second] = childrenOf(info, 'RateTierInfo');
  const settings = childAt(info, 'MaterialCalcSettings');
  const cap = values.maybeCents(settings, 'CalcMaxAmt');
  const taxes = childrenOf(info, 'TaxInfo')
    .filter((tax) => values.said(tax, 'TaxableInd') === true)
    .map((tax) => values.text(tax, 'TaxType', 4).toUpperCase());
  const taxed = values.said(info, 'TaxableInd');
  return {
    ...noRate,
    code: values.text(info, 'RateType', 12).toUpperCase(),
    name: values.oneLine(info, 'RateDesc', 40),
    centsPerHour: values.cents(first, 'Rate'),
    beyondCents: values.cents(second, 'Rate'),
    thresholdTenths: values.tenths(second, 'ThresholdHours'),
    firstPercent: values.rate(first, 'Percentage'),
    otherPercent: values.rate(second, 'Percentage'),
    percent: values.rate(settings, 'CalcPct'),
    adjust: values.rate(info, 'AdjustmentInfo/AdjustmentPct'),
    markup: values.rate(info, 'MarkupPct'),
    discount: values.rate(info, 'DiscountPct'),
    capCents: cap === null || cap >= noCapCents ? null : cap,
    mostTenths: values.tenths(settings, 'CalcMaxHours'),
    method: values.text(settings, 'CalcMethodCode', 2),
    operations: values.oneLine(settings, 'CalcOperations', 48),
    taxed,
    // GST has no switch of its own in a RateInfo: it follows the row's.
    taxes:
      hasGst && taxes.length > 0 && taxed !== false && taxes.length < 6 && !taxes.includes('GS')
        ? [...taxes, 'GS']
        : taxes,
  };
}

function taxesOf(infos: readonly XmlElement[], { values }: BmsReader): Foreign['rates']['taxes'] {
  const found = new Map<string, Foreign['rates']['taxes'][number]>();
  for (const info of infos.flatMap((one) => childrenOf(one, 'TaxInfo'))) {
    const code = values.text(info, 'TaxType', 4).toUpperCase();
    const tiers = childrenOf(info, 'TaxTierInfo').map((tier) => ({
      cents: values.cents(tier, 'ThresholdAmt'),
      rate: values.rate(tier, 'Percentage'),
      surchargeCents: values.cents(tier, 'SurchargeAmt'),
    }));
    const before = found.get(code);
    if (code === '' || (before !== undefined && (before.tiers.length > 0 || tiers.length === 0))) continue;
    found.set(code, { code, name: values.oneLine(info, 'TaxDesc', 40), tiers });
  }
  return [...found.values()];
}
