/** Estimates that were broken on purpose, each in a way of its own that its seed decides. */
import type { Chance } from '../../src-shared/demo/chance.ts';
import { inventedBms } from '../support/exchange/invented-bms.ts';
import { inventedSet } from '../support/exchange/invented-ems.ts';

export type Hostile = {
  readonly name: string;
  readonly files: Map<string, Uint8Array>;
  /** Whether it can be nothing but refused. */
  readonly mustFail: boolean;
};

type Dice = { readonly below: (most: number) => number };
type Break = (files: Map<string, Uint8Array>, dice: Dice) => void;

const tables = ['env', 'ad1', 'veh', 'lin', 'pfl', 'pft', 'stl', 'ttl'];
const lin = '4b53232a.lin';
const veh = '4b53232a.veh';
const memo = '4b53232a.dbt';

const bytesOf = (files: Map<string, Uint8Array>, name: string): Uint8Array => files.get(name) ?? new Uint8Array(64);
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const anyTable = (dice: Dice): string => `4b53232a.${tables[dice.below(tables.length)] ?? 'lin'}`;

/** Finds where the memo pointers of the vehicle stand, and writes another. */
function pointMemos(files: Map<string, Uint8Array>, pointer: string): void {
  const bytes = bytesOf(files, veh);
  const start = viewOf(bytes).getUint16(8, true) + 1;
  let at = start;
  for (let field = 32; bytes[field] !== 0x0d && field < start - 1; field += 32) {
    const length = bytes[field + 16] ?? 0;
    if (bytes[field + 11] === 0x4d) bytes.set(new TextEncoder().encode(pointer.padStart(length).slice(0, length)), at);
    at += length;
  }
}

const ofSets: Readonly<Record<string, { readonly run: Break; readonly mustFail: boolean }>> = {
  'cut short': {
    mustFail: true,
    run: (files, dice) =>
      void files.set(lin, bytesOf(files, lin).slice(0, dice.below(bytesOf(files, lin).length - 300))),
  },
  'more records than there are': {
    mustFail: true,
    run: (files, dice) => viewOf(bytesOf(files, lin)).setUint32(4, 50 + dice.below(4_000_000_000), true),
  },
  'a header longer than the file': {
    mustFail: true,
    run: (files, dice) => viewOf(bytesOf(files, lin)).setUint16(8, 10_000 + dice.below(50_000), true),
  },
  'records of another length': {
    mustFail: true,
    run: (files, dice) => viewOf(bytesOf(files, lin)).setUint16(10, dice.below(300), true),
  },
  'a field of no length': { mustFail: true, run: (files) => void bytesOf(files, lin).fill(0, 32 + 16, 32 + 17) },
  'a type of field that there is not': { mustFail: true, run: (files) => void bytesOf(files, lin).fill(0x51, 43, 44) },
  'an empty file': { mustFail: true, run: (files) => void files.set(lin, new Uint8Array()) },
  'nothing but NUL': { mustFail: true, run: (files) => void bytesOf(files, lin).fill(0) },
  'NUL bytes within': {
    mustFail: false,
    run(files, dice) {
      const bytes = bytesOf(files, lin);
      const at = viewOf(bytes).getUint16(8, true) + 30 + dice.below(bytes.length - 2_500);
      bytes.fill(0, at, at + dice.below(20));
    },
  },
  'bytes turned over': {
    mustFail: false,
    run(files, dice) {
      const bytes = bytesOf(files, anyTable(dice));
      for (let i = 0; i < 1 + dice.below(30); i += 1) bytes[dice.below(bytes.length)] = dice.below(256);
    },
  },
  'letters where numbers are': {
    mustFail: true,
    run(files) {
      const bytes = bytesOf(files, lin);
      const start = viewOf(bytes).getUint16(8, true);
      bytes.set(new TextEncoder().encode('abc'), start + 1);
    },
  },
  'a code page of DOS': {
    mustFail: true,
    run(files) {
      const bytes = bytesOf(files, '4b53232a.ad1');
      bytes[29] = 0x01;
    },
  },
  'memos that point beyond their file': {
    mustFail: true,
    run: (files, dice) => pointMemos(files, String(1_000 + dice.below(999_999_999))),
  },
  'memos that point at letters': { mustFail: true, run: (files) => pointMemos(files, '1e9') },
  'memos that never end': { mustFail: true, run: (files) => void bytesOf(files, memo).fill(0x41, 512) },
  'memos that claim to be huge': {
    mustFail: true,
    run(files) {
      const bytes = bytesOf(files, memo);
      bytes.set([0xff, 0xff, 0x08, 0x00, 0xff, 0xff, 0xff, 0x7f], 512);
    },
  },
  'memos that are the pointers of themselves': {
    mustFail: false,
    run(files) {
      files.set(memo, bytesOf(files, veh).slice());
      pointMemos(files, '1');
    },
  },
  'one table in the place of another': {
    mustFail: true,
    run: (files) => void files.set(lin, bytesOf(files, veh).slice()),
  },
  'a table that is a document': {
    mustFail: true,
    run: (files) => void files.set(lin, new TextEncoder().encode(inventedBms())),
  },
};

type Rewrite = (text: string, dice: Dice) => string | Uint8Array;
const inside = (text: string, what: string): string => text.replace('<DocumentInfo>', `${what}<DocumentInfo>`);
const declared = (text: string, what: string): string => text.replace('?>', `?>${what}`);

const ofDocuments: Readonly<Record<string, { readonly run: Rewrite; readonly mustFail: boolean }>> = {
  'cut short': { mustFail: true, run: (text, dice) => text.slice(0, dice.below(text.length - 40)) },
  'a bomb of entities': {
    mustFail: true,
    run: (text) =>
      declared(
        text,
        `<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa">${[...'bcdefghi'].map((one, i) => `<!ENTITY ${one} "${`&${'abcdefgh'[i]};`.repeat(10)}">`).join('')}]>`,
      ).replace('TINT', '&i;'),
  },
  'an external entity': {
    mustFail: true,
    run: (text) => declared(text, '<!DOCTYPE b [<!ENTITY x SYSTEM "file:///etc/passwd">]>').replace('TINT', '&x;'),
  },
  'an external document type': {
    mustFail: true,
    run: (text) => declared(text, '<!DOCTYPE b SYSTEM "http://127.0.0.1:9/x.dtd">'),
  },
  'an entity that nobody declared': { mustFail: true, run: (text) => text.replace('TINT', '&unknown;') },
  'elements without end': {
    mustFail: true,
    run: (text, dice) => inside(text, '<x>'.repeat(50 + dice.below(200_000))),
  },
  'very many elements': { mustFail: true, run: (text) => inside(text, '<x/>'.repeat(320_000)) },
  'a text of megabytes': {
    mustFail: true,
    run: (text, dice) => inside(text, `<x>${'a'.repeat(100_000 + dice.below(4_000_000))}</x>`),
  },
  'an attribute of megabytes': { mustFail: false, run: (text) => inside(text, `<x a="${'a'.repeat(3_000_000)}"/>`) },
  'NUL bytes': { mustFail: true, run: (text) => text.replace('TINT', 'T\u0000NT') },
  'bytes that are no UTF-8': {
    mustFail: true,
    run(text) {
      const bytes = new TextEncoder().encode(text);
      bytes[text.indexOf('TINT')] = 0xff;
      return bytes;
    },
  },
  'an encoding that it is not in': { mustFail: true, run: (text) => text.replace('utf-8', 'utf-16') },
  'an encoding that there is not': { mustFail: true, run: (text) => text.replace('utf-8', 'x-none') },
  'another kind of document': { mustFail: true, run: (text) => text.replaceAll('VehicleDamageEstimateAddRq', 'html') },
  'letters where numbers are': { mustFail: true, run: (text) => text.replace('<LaborHours>2.30', '<LaborHours>1e309') },
  'amounts beyond all bounds': { mustFail: true, run: (text) => text.replace('210.01', `${'9'.repeat(13)}.00`) },
  'more lines than there are estimates': {
    mustFail: true,
    run: (text) =>
      text.replace(
        '<RepairTotalsInfo>',
        `${'<DamageLineInfo><LineDesc>x</LineDesc></DamageLineInfo>'.repeat(6_000)}<RepairTotalsInfo>`,
      ),
  },
  'tags that cross': { mustFail: true, run: (text) => inside(text, '<a><b></a></b>') },
  'bytes turned over': {
    mustFail: false,
    run(text, dice) {
      const bytes = new TextEncoder().encode(text);
      for (let i = 0; i < 1 + dice.below(10); i += 1) bytes[dice.below(bytes.length)] = 32 + dice.below(95);
      return bytes;
    },
  },
};

/** How many ways there are. */
export const ways = Object.keys(ofSets).length + Object.keys(ofDocuments).length;

/** The estimate of a seed: each way in turn, its details by chance. */
export function hostileEstimate(seed: number, chance: Chance): Hostile {
  const dice = { below: (most: number) => (most <= 1 ? 0 : chance.below(most)) };
  const sets = Object.entries(ofSets);
  const at = seed % ways;
  const [set] = sets.slice(at, at + 1);
  if (set !== undefined) {
    const files = inventedSet();
    set[1].run(files, dice);
    return { name: `EMS: ${set[0]}`, files, mustFail: set[1].mustFail };
  }
  const [name, { run, mustFail }] = Object.entries(ofDocuments)[at - sets.length] ?? [
    '',
    { run: () => '', mustFail: true },
  ];
  const made = run(inventedBms(), dice);
  const bytes = typeof made === 'string' ? new TextEncoder().encode(made) : made;
  return { name: `BMS: ${name}`, files: new Map([['estimate.xml', bytes]]), mustFail };
}
