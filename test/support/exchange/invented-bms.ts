/** A BMS document with invented people and the amounts, hours and codes of a real one: golden case G6. */

type LineText = { readonly number: number; readonly description: string; readonly inside: string };

const line = ({ number, description, inside }: LineText): string =>
  `<DamageLineInfo><LineNum>${number}</LineNum><UniqueSequenceNum>${number}</UniqueSequenceNum><LineStatusCode>1</LineStatusCode>
   <LineDesc>${description}</LineDesc><LineHeaderDesc>Rear Bumper</LineHeaderDesc>${inside}</DamageLineInfo>`;

const labor = (type: string, operation: string, hours: string): string =>
  `<LaborInfo><LaborType>${type}</LaborType><LaborOperation>${operation}</LaborOperation><LaborHours>${hours}</LaborHours><TaxableInd>1</TaxableInd></LaborInfo>`;

const part = (type: string, price: string, quantity: string, taxed: string): string =>
  `<PartInfo><PartType>${type}</PartType><PartNum>52159-AA902</PartNum><PartPrice>${price}</PartPrice><TaxableInd>${taxed}</TaxableInd><Quantity>${quantity}</Quantity></PartInfo>`;

const charge = (type: string, price: string): string =>
  `<OtherChargesInfo><OtherChargesType>${type}</OtherChargesType><Price>${price}</Price><TaxableInd>1</TaxableInd></OtherChargesInfo>`;

const rate = (type: string, amount: string, more = ''): string =>
  `<RateInfo><RateType>${type}</RateType><RateTierInfo><TierNum>1</TierNum><Rate>${amount}</Rate></RateTierInfo><TaxableInd>1</TaxableInd>
   <TaxInfo><TaxType>LS</TaxType><TaxableInd>1</TaxableInd>${more}</TaxInfo></RateInfo>`;

const total = (tag: string, type: string, inside: string): string =>
  `<${tag}><TotalType>${type}</TotalType>${inside}</${tag}>`;

/** What the document states: taxable, tax and total of each family. */
type Stated = {
  readonly body: string;
  readonly labor: readonly [string, string, string];
  readonly other: readonly [string, string, string];
  readonly allowance: string;
  readonly gross: string;
  readonly net: string;
};
const g6: Stated = {
  body: '202.08',
  labor: ['515.19', '61.82', '577.01'],
  other: ['279.83', '33.58', '313.41'],
  allowance: '57.46',
  gross: '1125.63',
  net: '825.63',
};
/** With 2.5 hours of body labour: 0.8 h more at 89.46, 7.05 and 11.05, and 12 % on them. */
const withMore: Stated = {
  body: '273.65',
  labor: ['586.76', '70.41', '657.17'],
  other: ['294.31', '35.32', '329.63'],
  allowance: '66.30',
  gross: '1222.01',
  net: '922.01',
};

/** The document; `bodyHours` may differ, so that a newer version can be made of it. */
export function inventedBms(bodyHours = '1.70', version = '0'): string {
  const stated = bodyHours === '2.50' ? withMore : g6;
  return `<?xml version="1.0" encoding="utf-8"?>
<VehicleDamageEstimateAddRq xmlns="http://www.cieca.com/BMS">
<DocumentInfo><BMSVer>5.2.22</BMSVer><DocumentType>E</DocumentType><DocumentID>DOC-77</DocumentID><VendorCode>M</VendorCode>
<DocumentVer><DocumentVerCode>SV</DocumentVerCode><DocumentVerNum>${version}</DocumentVerNum></DocumentVer>
<CreateDateTime>2026-11-20T09:30:24</CreateDateTime><CurrencyInfo><CurCode>CAD</CurCode></CurrencyInfo></DocumentInfo>
<AdminInfo><InsuranceCompany><Party><OrgInfo><CompanyName>Great Meadow Insurance</CompanyName></OrgInfo></Party></InsuranceCompany>
<Owner><Party><PersonInfo><PersonName><FirstName>Harriet</FirstName><LastName>Underhill</LastName></PersonName></PersonInfo>
<ContactInfo><Communications><CommQualifier>CP</CommQualifier><CommPhone>555-0142</CommPhone></Communications></ContactInfo></Party></Owner></AdminInfo>
<ClaimInfo><ClaimNum>CLM-7731</ClaimNum><PolicyInfo><CoverageInfo><Coverage><DeductibleInfo><DeductibleStatus>D2</DeductibleStatus>
<DeductibleAmt>300.00</DeductibleAmt></DeductibleInfo></Coverage></CoverageInfo></PolicyInfo>
<CustomElement><CustomElementID>Apply ATS Allowance Rate</CustomElementID><CustomElementInd>Y</CustomElementInd></CustomElement></ClaimInfo>
<VehicleInfo><VINInfo><VIN><VINNum>1HGCM82633A004352</VINNum></VIN></VINInfo><VehicleDesc><ModelYear>2003</ModelYear>
<MakeDesc>Honda</MakeDesc><ModelName>Accord</ModelName></VehicleDesc></VehicleInfo>
<ProfileInfo>${rate('LAB', '89.46', '<TaxTierInfo><TierNum>1</TierNum><Percentage>7.0000</Percentage></TaxTierInfo>')}${rate('LAR', '89.46')}
${rate('PAA', '0.00')}${rate('ATS', '11.05')}${rate('MAPA', '60.11')}${rate('MASH', '7.05')}${rate('OTSL', '0.00')}
<CanadianTax><GoodsServicesTaxRate>5.0</GoodsServicesTaxRate></CanadianTax></ProfileInfo>
${line({ number: 1, description: 'Rear Bumper Cover Assy', inside: labor('LAB', 'OP5', bodyHours) })}
${line({ number: 2, description: 'Rear Bumper Cover', inside: part('PAA', '210.01', '1', '1') + labor('LAB', 'OP11', '0.00') })}
${line({ number: 3, description: 'Rear Bumper Cover', inside: labor('LAR', 'OP6', '2.30') })}
${line({ number: 4, description: 'Paint/Materials', inside: charge('MAPA', '210.39') })}
${line({ number: 5, description: 'Shop Materials', inside: charge('MASH', '11.99') })}
${line({ number: 6, description: 'Clear Coat', inside: labor('LAR', 'OP14', '0.90') })}
${line({
  number: 7,
  description: 'REPAIR PLANNING',
  inside: `<SubletInfo><PartSubletInd>1</PartSubletInd><LaborSubletInd>1</LaborSubletInd></SubletInfo>${part('PAE', '50.00', '0', '0')}${labor('LAB', 'OP26', '0.00')}`,
})}
${line({ number: 8, description: 'TINT COLOUR', inside: labor('LAR', 'OP6', '0.30') })}
<RepairTotalsInfo>${total('LaborTotalsInfo', 'LAB', `<TotalHours>${bodyHours}</TotalHours><TotalAmt>${stated.body}</TotalAmt>`)}
${total('LaborTotalsInfo', 'LAR', '<TotalHours>3.50</TotalHours><TotalAmt>313.11</TotalAmt>')}
${total('LaborTotalsInfo', 'LABS', '<TotalAmt>50.00</TotalAmt>')}
${total('LaborTotalsInfo', 'LA', `<TaxableAmt>${stated.labor[0]}</TaxableAmt><TaxTotalAmt>${stated.labor[1]}</TaxTotalAmt><TotalAmt>${stated.labor[2]}</TotalAmt>`)}
${total('PartsTotalsInfo', 'PA', '<TaxableAmt>210.01</TaxableAmt><TaxTotalAmt>25.20</TaxTotalAmt><TotalAmt>235.21</TotalAmt>')}
${total('OtherChargesTotalsInfo', 'OTAC', `<TaxableAmt>${stated.other[0]}</TaxableAmt><TaxTotalAmt>${stated.other[1]}</TaxTotalAmt><TotalAmt>${stated.other[2]}</TotalAmt>`)}
${total('OtherChargesTotalsInfo', 'ATS', `<TotalAmt>${stated.allowance}</TotalAmt>`)}
${total('SummaryTotalsInfo', 'TOT', '<TotalSubType>D2</TotalSubType><TotalAmt>-300.00</TotalAmt>')}
${total('SummaryTotalsInfo', 'TOT', `<TotalSubType>CE</TotalSubType><TotalAmt>${stated.gross}</TotalAmt>`)}
${total('SummaryTotalsInfo', 'TOT', `<TotalSubType>TT</TotalSubType><TotalAmt>${stated.net}</TotalAmt>`)}
</RepairTotalsInfo></VehicleDamageEstimateAddRq>`;
}

/** The same document of another claim: no estimate that was imported before is a version of it. */
export const ofClaim = (number: string, document: string): string =>
  document.replace('DOC-77', `DOC-${number}`).replace('CLM-7731', `CLM-${number}`);
