// A line of a BMS document.

import type { ForeignLabor, ForeignLine } from '../foreign.ts';
import { cents, count, hours, percent, switched, usedCents } from './bms-text.ts';
import { type MaybePiece, piece } from './xml-element.ts';

export const bmsLine = (line: ForeignLine): MaybePiece =>
  piece('DamageLineInfo', [
    piece('LineNum', String(line.number)),
    piece('UniqueSequenceNum', String(line.sequence)),
    piece('ParentLineNum', count(line.parent)),
    piece('SupplementNum', /^S(\d\d)$/.test(line.version) ? String(Number(line.version.slice(1))) : ''),
    piece('ManualLineInd', switched(line.manual)),
    piece('AutomatedEntry', switched(line.automated)),
    piece('LineStatusCode', line.status),
    piece('VendorRefNum', line.reference),
    piece('LineDesc', line.description),
    piece('DescJudgmentInd', switched(line.described)),
    piece('LineHeaderDesc', line.heading),
    line.sublet === null
      ? null
      : piece('SubletInfo', [
          piece('PartSubletInd', switched(line.sublet.part)),
          piece('LaborSubletInd', switched(line.sublet.labor)),
        ]),
    partInfo(line),
    ...line.labor.map(laborInfo),
    piece('MaterialType', line.material),
    chargeInfo(line),
    line.betterment === null
      ? null
      : piece('LineAdjustment', [
          piece('AdjustmentType', line.betterment.type),
          piece('AdjustmentPct', percent(line.betterment.rate)),
          piece('AdjustmentAmt', usedCents(line.betterment.cents)),
          piece('TaxableInd', switched(line.betterment.taxed)),
        ]),
    piece('WhoPays', line.whoPays),
    piece('LineMemo', line.memo),
  ]);

function partInfo({ part, sublet }: ForeignLine): MaybePiece {
  if (part === null) return null;
  const isAlternate = part.alternateNumber !== '';
  const word = sublet === null ? '' : 'Sublet';
  return piece('PartInfo', [
    piece('PartType', part.type),
    piece('PartNum', (isAlternate ? part.alternateNumber : part.number) || word),
    isAlternate ? piece('OEMPartNum', part.number) : null,
    isAlternate
      ? piece('NonOEM', [
          piece('NonOEMPartNum', part.alternateNumber),
          piece('NonOEMMaker', part.alternateMaker),
          piece('SupplierRefNum', part.supplier),
          piece('PartSelectedInd', switched(part.alternate)),
        ])
      : null,
    piece('CertificationType', part.certified === true ? 'C' : ''),
    piece('PartPrice', cents(part.cents)),
    piece('OEMPartPrice', cents(part.databaseCents)),
    piece('TaxableInd', switched(part.taxed)),
    piece('PriceJudgmentInd', switched(part.judged)),
    piece('GlassPartInd', switched(part.glass)),
    piece('PriceInclInd', switched(part.included)),
    piece('Quantity', part.quantity === null ? '' : String(part.quantity)),
    piece('PriceAdjustment', [
      piece('AdjustmentPct', percent(part.markRate)),
      piece('AdjustmentAmt', usedCents(part.markCents)),
    ]),
  ]);
}

const laborInfo = (labor: ForeignLabor): MaybePiece =>
  piece('LaborInfo', [
    piece('LaborType', labor.type),
    piece('LaborOperation', labor.operation),
    piece('LaborHours', hours(labor.tenths)),
    piece('DatabaseLaborHours', hours(labor.databaseTenths)),
    piece('LaborInclInd', switched(labor.included)),
    piece('TaxableInd', switched(labor.taxed)),
    piece('LaborHoursJudgmentInd', switched(labor.hoursJudged)),
    piece('LaborOperationJudgmentInd', switched(labor.operationJudged)),
    piece('LaborTypeJudgmentInd', switched(labor.typeJudged)),
    piece('LaborAmt', usedCents(labor.cents)),
    piece('PaintStagesNum', count(labor.stages)),
    piece('PaintTonesNum', count(labor.tones)),
  ]);

/** A misc amount is a charge of its line here. */
function chargeInfo({ charge, misc }: ForeignLine): MaybePiece {
  const type = misc?.sublet === true ? 'OTSL' : 'OTAC';
  const said =
    charge ??
    (misc === null
      ? null
      : { type, cents: misc.cents, taxed: misc.taxed, judged: null, included: null, modified: null });
  if (said === null) return null;
  return piece('OtherChargesInfo', [
    piece('OtherChargesType', said.type),
    piece('Price', cents(said.cents)),
    piece('PriceJudgmentInd', switched(said.judged)),
    piece('PriceProfileModifiedInd', switched(said.modified)),
    piece('TaxableInd', switched(said.taxed)),
    piece('PriceInclInd', switched(said.included)),
  ]);
}
