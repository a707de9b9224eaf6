// The lines of a BMS document.

import { type ForeignLabor, type ForeignLine, noLabor, noLine, noPart } from '../foreign.ts';
import type { BmsReader } from './read-bms.ts';
import { childAt, childrenOf, type XmlElement } from './xml-element.ts';

/** Reads the lines in their order. */
export const readBmsLines = (reader: BmsReader): ForeignLine[] =>
  childrenOf(reader.root, 'DamageLineInfo').map((line) => lineOf(line, reader));

function lineOf(line: XmlElement, reader: BmsReader): ForeignLine {
  const { values } = reader;
  const supplement = values.integer(line, 'SupplementNum');
  const labor = [...childrenOf(line, 'LaborInfo'), ...childrenOf(line, 'RefinishLaborInfo')];
  return {
    ...noLine,
    number: values.integer(line, 'LineNum'),
    parent: values.integer(line, 'ParentLineNum'),
    sequence: values.integer(line, 'UniqueSequenceNum'),
    version: supplement > 0 && supplement < 100 ? `S${String(supplement).padStart(2, '0')}` : '',
    status: values.text(line, 'LineStatusCode', 2),
    reference: values.text(line, 'VendorRefNum', 16),
    whoPays: values.text(line, 'WhoPays', 4),
    description: values.oneLine(line, 'LineDesc', 200),
    heading: values.oneLine(line, 'LineHeaderDesc', 80),
    memo: values.text(line, 'LineMemo', 2000),
    described: values.said(line, 'DescJudgmentInd'),
    manual: values.said(line, 'ManualLineInd'),
    automated: values.said(line, 'AutomatedEntry'),
    part: partOf(childAt(line, 'PartInfo'), reader),
    labor: labor.map((one) => laborOf(one, reader)),
    sublet: subletOf(childAt(line, 'SubletInfo'), reader),
    material: values.text(line, 'MaterialType', 12),
    charge: chargeOf(childAt(line, 'OtherChargesInfo'), reader),
    betterment: bettermentOf(childAt(line, 'LineAdjustment'), reader),
  };
}

function partOf(part: XmlElement | undefined, { values }: BmsReader): ForeignLine['part'] {
  if (part === undefined) return null;
  const alternate = childAt(part, 'NonOEM');
  const number = values.text(part, 'OEMPartNum', 60);
  const named = values.text(part, 'PartNum', 60);
  // "Existing" and "Sublet" stand in the place of a number.
  const isWord = /^(existing|sublet)$/i.test(named);
  return {
    ...noPart,
    type: values.text(part, 'PartType', 12).toUpperCase(),
    number: number === '' && !isWord ? named : number,
    alternateNumber: values.text(alternate, 'NonOEMPartNum', 60),
    supplier: values.text(alternate, 'SupplierRefNum', 40),
    alternateMaker: values.text(alternate, 'NonOEMMaker', 60),
    quantity: values.maybeInteger(part, 'Quantity'),
    cents: values.cents(part, 'PartPrice'),
    databaseCents: values.cents(part, 'OEMPartPrice'),
    included: values.said(part, 'PriceInclInd'),
    taxed: values.said(part, 'TaxableInd'),
    judged: values.said(part, 'PriceJudgmentInd'),
    glass: values.said(part, 'GlassPartInd'),
    alternate: values.said(alternate, 'PartSelectedInd'),
    certified: values.text(part, 'CertificationType') === '' ? null : true,
    markRate: values.rate(part, 'PriceAdjustment/AdjustmentPct'),
    markCents: values.cents(part, 'PriceAdjustment/AdjustmentAmt'),
  };
}

const laborOf = (labor: XmlElement, { values }: BmsReader): ForeignLabor => ({
  ...noLabor,
  type: values.text(labor, 'LaborType', 12).toUpperCase(),
  operation: values.text(labor, 'LaborOperation', 12).toUpperCase(),
  tenths: values.tenths(labor, 'LaborHours'),
  databaseTenths: values.tenths(labor, 'DatabaseLaborHours'),
  included: values.said(labor, 'LaborInclInd'),
  taxed: values.said(labor, 'TaxableInd'),
  hoursJudged: values.said(labor, 'LaborHoursJudgmentInd'),
  typeJudged: values.said(labor, 'LaborTypeJudgmentInd'),
  operationJudged: values.said(labor, 'LaborOperationJudgmentInd'),
  cents: values.cents(labor, 'LaborAmt'),
  stages: values.integer(labor, 'PaintStagesNum'),
  tones: values.integer(labor, 'PaintTonesNum'),
});

const subletOf = (sublet: XmlElement | undefined, { values }: BmsReader): ForeignLine['sublet'] =>
  sublet === undefined
    ? null
    : { part: values.said(sublet, 'PartSubletInd'), labor: values.said(sublet, 'LaborSubletInd') };

const chargeOf = (charge: XmlElement | undefined, { values }: BmsReader): ForeignLine['charge'] =>
  charge === undefined
    ? null
    : {
        type: values.text(charge, 'OtherChargesType', 12).toUpperCase(),
        cents: values.cents(charge, 'Price'),
        taxed: values.said(charge, 'TaxableInd'),
        judged: values.said(charge, 'PriceJudgmentInd'),
        included: values.said(charge, 'PriceInclInd'),
        modified: values.said(charge, 'PriceProfileModifiedInd'),
      };

const bettermentOf = (adjustment: XmlElement | undefined, { values }: BmsReader): ForeignLine['betterment'] =>
  adjustment === undefined
    ? null
    : {
        type: values.text(adjustment, 'AdjustmentType', 12),
        rate: values.rate(adjustment, 'AdjustmentPct'),
        cents: values.cents(adjustment, 'AdjustmentAmt'),
        taxed: values.said(adjustment, 'TaxableInd'),
      };
