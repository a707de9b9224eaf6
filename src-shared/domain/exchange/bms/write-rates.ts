// The profile of a BMS document.

import type { ForeignRate, ForeignRates } from '../foreign.ts';
import { cents, hours, percent, switched, usedCents } from './bms-text.ts';
import { type MaybePiece, piece } from './xml-element.ts';

export function bmsProfile(rates: ForeignRates): MaybePiece {
  const ownTaxes = rates.gst === 0 ? rates.taxes : rates.taxes.filter(({ code }) => code !== 'GS');
  const rows = [...rates.parts, ...rates.labor, ...rates.materials, ...rates.charges];
  return piece('ProfileInfo', [
    piece('ProfileName', rates.profile),
    ...ownTaxes.map(taxInfo),
    ...rows.map((row) => rateInfo(row, rates.gst !== 0)),
    piece('PreTaxDiscountRate', percent(rates.discount)),
    piece('TowingDiscountRate', percent(rates.towingDiscount)),
    piece('StorageDiscountRate', percent(rates.storageDiscount)),
    piece('BettermentTaxableInd', switched(rates.bettermentTaxed)),
    rates.gst === 0 ? null : piece('CanadianTax', [piece('GoodsServicesTaxRate', percent(rates.gst))]),
  ]);
}

/** The rate of a tax stands with the family of labour; other rows only switch it. */
const taxInfo = ({ code, name, tiers }: ForeignRates['taxes'][number]): MaybePiece =>
  piece('RateInfo', [
    piece('RateType', 'LA'),
    piece('RateDesc', 'Labor'),
    piece('TaxInfo', [
      piece('TaxType', code),
      piece('TaxDesc', name),
      piece('TaxableInd', '1'),
      ...tiers.map((tier, i) =>
        piece('TaxTierInfo', [
          piece('TierNum', String(i + 1)),
          piece('ThresholdAmt', usedCents(tier.cents)),
          piece('Percentage', percent(tier.rate) || '0.0000'),
          piece('SurchargeAmt', usedCents(tier.surchargeCents)),
        ]),
      ),
    ]),
  ]);

function rateInfo(row: ForeignRate, hasGst: boolean): MaybePiece {
  const hasSecond = row.otherPercent !== 0 || row.thresholdTenths !== 0 || row.beyondCents !== 0;
  const taxes = hasGst ? row.taxes.filter((code) => code !== 'GS') : row.taxes;
  return piece('RateInfo', [
    piece('RateType', row.code),
    piece('RateDesc', row.name),
    row.centsPerHour === 0 && row.firstPercent === 0 && !hasSecond
      ? null
      : piece('RateTierInfo', [
          piece('TierNum', '1'),
          piece('Rate', usedCents(row.centsPerHour)),
          piece('Percentage', percent(row.firstPercent)),
        ]),
    hasSecond
      ? piece('RateTierInfo', [
          piece('TierNum', '2'),
          piece('Rate', cents(row.beyondCents)),
          piece('Percentage', percent(row.otherPercent)),
          piece('ThresholdHours', row.thresholdTenths === 0 ? '' : hours(row.thresholdTenths)),
        ])
      : null,
    piece('MarkupPct', percent(row.markup)),
    piece('DiscountPct', percent(row.discount)),
    piece('AdjustmentInfo', [piece('AdjustmentPct', percent(row.adjust))]),
    piece('TaxableInd', switched(row.taxed)),
    ...taxes.map((code) => piece('TaxInfo', [piece('TaxType', code), piece('TaxableInd', '1')])),
    row.method === '' && row.capCents === null && row.mostTenths === 0
      ? null
      : piece('MaterialCalcSettings', [
          piece('CalcMethodCode', row.method),
          piece('CalcPct', percent(row.percent)),
          piece('CalcMaxAmt', row.capCents === null ? '9999.99' : cents(row.capCents)),
          piece('CalcMaxHours', row.mostTenths === 0 ? '' : hours(row.mostTenths)),
          piece('CalcOperations', row.operations),
        ]),
  ]);
}
