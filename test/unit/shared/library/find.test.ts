import { expect, test } from 'vitest';
import { demoLibraries } from '../../../../src-shared/demo/demo-library.ts';
import { findCanned, findPartCodes, partCodeNamed } from '../../../../src-shared/domain/library/find.ts';
import type { PartCode } from '../../../../src-shared/domain/library/part-code.ts';
import { partCodeLine } from '../../../../src-shared/domain/library/part-code-line.ts';

const records = demoLibraries({ seed: 7, from: Date.UTC(2026, 10, 22) });
const codes = records.flatMap((one) =>
  one.kind === 'part-code' ? [{ id: one.id, deleted: false, ...one.value }] : [],
);
const canned = records.flatMap((one) => (one.kind === 'canned' ? [{ id: one.id, deleted: false, ...one.value }] : []));

test('a part code is found in any case, the code itself before what begins with it and before other words', () => {
  expect(findPartCodes(codes, 'fb1', 9).map(({ code }) => code.code)).toEqual(['FB10', 'FB12', 'FB14']);
  expect(findPartCodes(codes, 'fb12', 9)[0]?.code.code).toBe('FB12');
  expect(findPartCodes(codes, 'bumper rear', 9).map(({ code }) => code.code)).toEqual(['RB10', 'RB12']);
  expect(findPartCodes(codes, 'zeppelin', 9)).toEqual([]);
  expect(findPartCodes(codes, '', 5)).toHaveLength(5);
});

test('a code names its part only where one part has it', () => {
  expect(partCodeNamed(codes, ' fb12 ')?.text.description).toBe('Bumper absorber, front');
  const [first] = codes;
  expect(
    partCodeNamed([...codes, { ...first, id: 'x' } as unknown as PartCode], first?.code.code ?? ''),
  ).toBeUndefined();
  expect(partCodeNamed(codes, '')).toBeUndefined();
});

test('a part code fills a line with its part and its work', () => {
  const code = partCodeNamed(codes, 'FB10');
  expect(code && partCodeLine(code)).toMatchObject({
    work: { operation: 'replace' },
    text: { description: 'Bumper cover, front' },
    part: { type: 'oem', quantity: 1, priceCents: 42_000 },
    labor: { type: 'body', tenths: 12 },
    refinish: { tenths: 26 },
  });
});

test('canned operations are found by name, keyword and the words of their lines, those by name first', () => {
  expect(findCanned(canned, 'scan').map(({ about }) => about.name)[0]).toBe('Scans before and after');
  expect(findCanned(canned, 'rust').map(({ about }) => about.name)).toEqual(['Corrosion protection']);
  expect(findCanned(canned, 'haz').map(({ about }) => about.name)).toEqual(['Hazardous waste', 'Front hit, light']);
  expect(findCanned(canned, '')).toHaveLength(10);
});
