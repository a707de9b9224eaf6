// The code lists of EMS and BMS beside our own words. Programs drift: a code means what its own program means by it.

import type { LaborType } from '../estimate/labor-type.ts';
import type { Operation, PartType } from '../estimate/line.ts';
import type { LineShare } from '../estimate/line-pricing.ts';

/** Labour types with a fixed code (CIECA LaborTypeEnum). */
const laborCodes: Readonly<Record<LaborType, string>> = {
  body: 'LAB',
  refinish: 'LAR',
  mechanical: 'LAM',
  structural: 'LAS',
  frame: 'LAF',
  glass: 'LAG',
  diagnostic: 'LAD',
  electrical: 'LAE',
  user1: 'LA1',
  user2: 'LA2',
  user3: 'LA3',
  user4: 'LA4',
};
const fixedLabor = new Map(Object.entries(laborCodes).map(([type, code]) => [code, type as LaborType]));
const userTypes: readonly LaborType[] = ['user4', 'user3', 'user2', 'user1'];

export const laborCodeOf = (type: LaborType): string => laborCodes[type];

/**
 * Our labour type of each code of one file. Codes without a fixed meaning here (LAA aluminium, LAU user) take the
 * user defined types that the file leaves free, the last first; where none is free they count as body labour.
 */
export function laborTypesOf(codes: Iterable<string>): ReadonlyMap<string, LaborType> {
  const all = [...new Set(codes)].filter((code) => code !== '');
  const found = new Map<string, LaborType>();
  for (const code of all) {
    const type = fixedLabor.get(code);
    if (type !== undefined) found.set(code, type);
  }
  const taken = new Set(found.values());
  const free = userTypes.filter((type) => !taken.has(type));
  for (const code of all.toSorted()) {
    if (!found.has(code)) found.set(code, free.shift() ?? 'body');
  }
  return found;
}

/** What every program means (real Mitchell profiles; CIECA PartTypeEnum). */
const partMeanings: Readonly<Record<string, PartType>> = {
  PAN: 'oem',
  PAA: 'aftermarket',
  PAL: 'lkq',
  PAE: 'existing',
  PAG: 'glass',
  PAGD: 'glass',
  PAGF: 'glass',
  PAGN: 'glass',
  PAGP: 'glass',
  PAGQ: 'glass',
  PAGR: 'glass',
  PAM: 'remanufactured',
  PAO: 'other',
  PAP: 'other',
  PAS: 'sublet',
  PASL: 'sublet',
  PAR: 'recored',
  PAC: 'rechromed',
  PAX1: 'reconditioned',
};
/** CCC writes PAC for certified aftermarket and PAR for reconditioned parts. */
const cccParts: Readonly<Record<string, PartType>> = {
  PAC: 'certified',
  PAR: 'reconditioned',
  PAX2: 'recored',
  PAX3: 'rechromed',
};
const isCcc = (system: string): boolean => system === 'C';

/** Our part type of a code, by the program that wrote it and its mark for certified parts. */
export function partTypeOf(code: string, system: string, certified: boolean): PartType {
  if (code === '') return '';
  const type = (isCcc(system) ? cccParts[code] : undefined) ?? partMeanings[code] ?? 'other';
  return type === 'aftermarket' && certified ? 'certified' : type;
}

const partCodes: Readonly<Record<PartType, string>> = {
  '': '',
  oem: 'PAN',
  aftermarket: 'PAA',
  certified: 'PAA',
  lkq: 'PAL',
  reconditioned: 'PAX1',
  remanufactured: 'PAM',
  rechromed: 'PAC',
  recored: 'PAR',
  existing: 'PAE',
  glass: 'PAG',
  other: 'PAO',
  sublet: 'PAS',
};
const cccPartCodes: Partial<Readonly<Record<PartType, string>>> = {
  reconditioned: 'PAR',
  rechromed: 'PAX3',
  recored: 'PAX2',
};

/** The code of a part type for the readers of one program; certified parts are aftermarket with a mark. */
export const partCodeOf = (type: PartType, system: string): string =>
  (isCcc(system) ? cccPartCodes[type] : undefined) ?? partCodes[type];

/** Operation codes (CIECA LaborOperationEnum); what is none of ours adds work without a word of its own. */
const operationMeanings: Readonly<Record<string, Operation>> = {
  OP1: 'refinish',
  OP2: 'remove-install',
  OP3: 'repair',
  OP4: 'align',
  OP5: 'overhaul',
  OP6: 'refinish',
  OP8: 'align',
  OP9: 'repair',
  OP10: 'repair',
  OP11: 'replace',
  OP12: 'section',
  OP15: 'blend',
  OP16: 'sublet',
  OP20: 'remove-install',
  OP21: 'repair',
  OP22: 'repair',
  OP24: 'refinish',
  OP25: 'refinish',
  OP26: 'pdr',
};

export const operationOfCode = (code: string): Operation => operationMeanings[code] ?? 'none';

const operationCodes: Partial<Readonly<Record<Operation, string>>> = {
  replace: 'OP11',
  repair: 'OP9',
  refinish: 'OP6',
  'remove-install': 'OP2',
  align: 'OP4',
  sublet: 'OP16',
  section: 'OP12',
  blend: 'OP15',
  pdr: 'OP26',
  overhaul: 'OP5',
  'clear-coat': 'OP14',
};
export const codeOfOperation = (operation: Operation): string => operationCodes[operation] ?? 'OP0';

/** Database numbers that mean the same in every file (Mitchell numbers), and ours for rows without an operation code. */
export const references = {
  manual: '900500',
  note: '900501',
  /** A line of ours that was not written by hand. */
  shop: 'SHOP',
  clearCoat: '933002',
  shopMaterials: '936007',
  paintMaterials: '936008',
} as const;
const ownReferences: Partial<Readonly<Record<Operation, string>>> = {
  'clear-coat': references.clearCoat,
  overlap: 'OVERLP',
  credit: 'CREDIT',
  deduction: 'DEDUCT',
  heading: 'HEADER',
};
/** After one of ours: the line was written by hand. */
const byHandMark = '#';

/** EST_SYSTEM of what was written here: another system. */
export const ownSystem = 'O';

/** Whether an operation needs no code beside its number. */
export const hasOwnReference = (operation: Operation): boolean => ownReferences[operation] !== undefined;

/** The number of a line that no database knows. */
export function referenceOf(operation: Operation, manual: boolean): string {
  const own = ownReferences[operation];
  if (own === undefined) return manual ? references.manual : references.shop;
  return manual && operation !== 'heading' ? `${own}${byHandMark}` : own;
}

/** Whether a number says that a line was written by hand. */
export const isManual = (reference: string): boolean =>
  reference === '' ||
  reference === references.manual ||
  reference === references.note ||
  reference.endsWith(byHandMark);

/** The operation that a number stands for, whatever the operation code says. */
export function operationOfReference(reference: string): Operation | undefined {
  const bare = reference.endsWith(byHandMark) ? reference.slice(0, -1) : reference;
  return (Object.keys(ownReferences) as Operation[]).find((operation) => ownReferences[operation] === bare);
}

/** Materials that are paint supplies, by stage and use (CCC splits them in its totals). */
export const paintMaterials: readonly string[] = ['MAPA', 'MA2S', 'MA3S', 'MA2T', 'MABL'];

/** WHO_PAYS: `C` is the customer; the list has no code for damage from before the loss, so those two are ours. */
export const payerCodes: Readonly<Record<LineShare, string>> = {
  claim: '',
  customer: 'C',
  'related-prior': 'RP',
  'unrelated-prior': 'UP',
};
export const shareOfPayer = (code: string): LineShare =>
  (Object.keys(payerCodes) as LineShare[]).find((share) => share !== 'claim' && payerCodes[share] === code) ?? 'claim';
