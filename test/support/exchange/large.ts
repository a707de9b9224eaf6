/** Estimates of thousands of lines, as an EMS set whose numbers have room for them and as a BMS document. */
import { writeDbf } from '../../../src-main/files/exchange/dbf-write.ts';
import { unwrap } from '../../../src-shared/base/result.ts';
import { emsFields } from '../../../src-shared/domain/exchange/ems/ems-tables.ts';
import { inventedBms, ofClaim } from './invented-bms.ts';
import { inventedSet } from './invented-ems.ts';

const numbers: readonly string[] = ['LINE_NO', 'LINE_REF', 'UNQ_SEQ'];

/** A set of that many lines, each with a part and with body and refinish labour: two records. */
export function largeSet(lines: number): Map<string, Uint8Array> {
  const fields = emsFields.lin.map((field) => (numbers.includes(field.name) ? { ...field, length: 5 } : field));
  const rows = Array.from({ length: lines }, (_, i) => {
    const number = String(i + 1);
    const line = { LINE_NO: number, LINE_REF: number, UNQ_SEQ: number, LINE_IND: 'E01', TRAN_CODE: '1' };
    const part = { PART_TYPE: 'PAN', ACT_PRICE: '10.00', PART_QTY: '1', TAX_PART: 'T' };
    const both = { ...line, ...part, DB_REF: '402877', LINE_DESC: `Bracket ${number}`, OEM_PARTNO: `67002-${number}` };
    return [
      { ...both, MOD_LBR_TY: 'LAB', MOD_LB_HRS: '0.2', LBR_OP: 'OP11' },
      { ...both, MOD_LBR_TY: 'LAR', MOD_LB_HRS: '0.1' },
    ];
  }).flat();
  const files = inventedSet();
  for (const name of ['4b53232a.stl', '4b53232a.ttl']) files.delete(name);
  const { table } = unwrap(writeDbf({ file: '4b53232a.lin', fields, rows, date: '2026-11-20' }, []));
  return files.set('4b53232a.lin', table);
}

/** A document of that many lines. */
export function largeBms(lines: number): Map<string, Uint8Array> {
  const line = (n: number): string =>
    `<DamageLineInfo><LineNum>${n}</LineNum><UniqueSequenceNum>${n}</UniqueSequenceNum><LineStatusCode>1</LineStatusCode>
     <LineDesc>Bracket ${n}</LineDesc><PartInfo><PartType>PAN</PartType><PartNum>67002-${n}</PartNum><PartPrice>10.00</PartPrice>
     <TaxableInd>1</TaxableInd><Quantity>1</Quantity></PartInfo><LaborInfo><LaborType>LAB</LaborType><LaborOperation>OP11</LaborOperation>
     <LaborHours>0.20</LaborHours><TaxableInd>1</TaxableInd></LaborInfo></DamageLineInfo>`;
  const all = Array.from({ length: lines }, (_, i) => line(i + 1)).join('\n');
  const text = ofClaim('5000', inventedBms()).replace(/<DamageLineInfo>[\s\S]*<\/DamageLineInfo>/, () => all);
  return new Map([['large.xml', new TextEncoder().encode(text)]]);
}
