/** Every kind of print of one workfile, as the backend makes it and Electron's own engine puts it into a PDF. */
import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { PrintDocument } from '../../../src-shared/domain/print/print-document.ts';
import { textOf } from '../../../src-shared/domain/print/print-node.ts';
import type { PrintChoice } from '../../../src-shared/ipc/print-requests.ts';
import { linesOf, lockEstimate, setPrice, sheetOf } from '../../support/desktop-estimate.ts';
import { openShop, round, type Shop, type ShopPc } from '../../support/desktop-shop.ts';
import { actsIn, readPdf } from '../../support/pdf.ts';
import { roughPages } from '../../support/print-input.ts';
import { pdfIn, printPdfs } from '../../support/printed-pdfs.ts';

let shop: Shop;
let pc: ShopPc;
let workfileId: WorkfileId;
/** Each kind as it was made at its time. */
const made: Record<string, PrintDocument> = {};

const prepare = async (title: string): Promise<PrintDocument> => {
  const { documents } = await pc.ask('print.choices', { workfileId });
  const choice = documents.find((one): one is PrintChoice => one.title === title);
  if (choice === undefined) throw new Error(`no ${title} among ${documents.map((one) => one.title).join(', ')}`);
  const { kind, version } = choice;
  return (await pc.ask('print.prepare', { workfileId, kind, version, paper: 'letter' })).document;
};
const words = (document: PrintDocument): string => document.pieces.map(({ node }) => textOf(node)).join('\n');

beforeAll(async () => {
  shop = await openShop();
  pc = await shop.pc('PC-1', 'office');
  await round(pc);
  await addProfile();
  workfileId = await writeClaim();
  made.preliminary = await prepare('Preliminary Estimate');
  await lockEstimate(pc, workfileId);
  await round(pc);
  made.record = await prepare('Estimate of Record');
  await startSupplement();
  await addLamp();
  made.ongoing = await prepare('Preliminary Supplement 1 with Summary');
  await lockEstimate(pc, workfileId);
  await round(pc);
  made.supplement = await prepare('Supplement of Record 1 with Summary');
  await pc.ask('workfile.convert', { workfileId });
  await round(pc);
  made.bill = await prepare('Final Bill');
}, 240_000);
afterAll(() => shop.close());

async function addProfile(): Promise<void> {
  const profile = {
    about: { name: 'Harbor Lane', kind: 'facility', company: '', claimOffice: '' },
    usual: { isDefault: true },
    tax: { rate: 60_000, parts: true, labor: false, supplies: true, misc: true, charges: true },
    address: { street: '418 Harbor Lane', street2: '', city: 'Portside', state: 'OR', postalCode: '97103', name: '' },
    phones: { phone: '(503) 555-0140', fax: '(503) 555-0141', email: '', website: '' },
  } as const;
  await pc.ask('library.add', { kind: 'profile', records: [profile] });
}

const part = (number: string, priceCents: number) =>
  ({ type: 'oem', number, quantity: 1, priceCents, included: false, taxed: true }) as const;

async function writeClaim(): Promise<WorkfileId> {
  const id = await pc.ask('workfile.create', {});
  const { contacts, vehicle, insurance, rates, estimate } = await sheetOf(pc, id);
  const [owner] = contacts;
  if (owner === undefined) throw new Error('no owner');
  await nameOwner(owner.id, 'Sharon', 'Turpin');
  const identity = { ...vehicle.identity, vin: '1HGCM82633A004352', year: 2003, make: 'Honda', model: 'Accord' };
  await pc.ask('vehicle.change', { vehicleId: vehicle.id, group: 'identity', value: identity });
  const insuranceId = insurance.id;
  await pc.ask('insurance.change', { insuranceId, group: 'payer', value: { payer: 'Insurance Company' } });
  await pc.ask('insurance.change', {
    insuranceId,
    group: 'company',
    value: { name: 'Meadow Mutual', claimOffice: '' },
  });
  const claim = { number: 'Q-99812', policy: '', lossDate: '' } as const;
  await pc.ask('insurance.change', { insuranceId, group: 'claim', value: claim });
  const labor = { ...rates.labor, body: 90_00, refinish: 90_00, mechanical: 175_00 };
  await pc.ask('rates.change', { ratesId: rates.id, group: 'labor', value: labor });
  const none = { tenths: 0, included: false } as const;
  const lines = [
    { work: { operation: 'heading' }, text: { description: 'FRONT BUMPER' } },
    {
      work: { operation: 'replace' },
      text: { description: 'Bumper cover' },
      note: { text: 'Test fit before refinish' },
      part: part('40007887', 465_43),
      labor: { type: 'body', tenths: 12, included: false },
      refinish: { tenths: 26, included: false },
    },
    {
      work: { operation: 'none' },
      text: { description: 'Calibrate the radar' },
      labor: { type: 'mechanical', tenths: 11, included: false },
      refinish: none,
      book: { notIncluded: true },
    },
  ] as const;
  await pc.ask('line.add', { estimateId: estimate.id, after: null, lines });
  return id;
}

async function nameOwner(contactId: string, first: string, last: string): Promise<void> {
  await pc.ask('contact.change', {
    contactId: contactId as never,
    group: 'name',
    value: { first, last, company: '' },
  });
}

async function startSupplement(): Promise<void> {
  await pc.ask('estimate.start-supplement', { estimateId: (await sheetOf(pc, workfileId)).estimate.id });
  await round(pc);
}

async function addLamp(): Promise<void> {
  const lines = await linesOf(pc, workfileId);
  const cover = lines.find(({ text }) => text.description === 'Bumper cover');
  if (cover === undefined) throw new Error('no cover');
  await setPrice(pc, cover, 500_00);
  const { estimate } = await sheetOf(pc, workfileId);
  await pc.ask('line.add', {
    estimateId: estimate.id,
    after: lines.at(-1)?.id ?? null,
    lines: [{ work: { operation: 'replace' }, text: { description: 'RT headlamp' }, part: part('TO2503262', 212_40) }],
  });
}

describe('what was locked', () => {
  test('is printed again as it was, whoever owns the vehicle now; the bill goes to the new owner', async () => {
    const before = words(made.record as PrintDocument);
    const { contacts, vehicle } = await sheetOf(pc, workfileId);
    await nameOwner(contacts[0]?.id ?? '', 'Luis', 'Ortiz');
    await pc.ask('vehicle.change', {
      vehicleId: vehicle.id,
      group: 'plate',
      value: { number: 'NEW 123', state: 'OR' },
    });
    const again = words(await prepare('Estimate of Record'));
    expect(again).toContain('Sharon Turpin');
    expect(again).not.toMatch(/Ortiz|NEW 123/);
    // Only the number that the workfile got since, and the time of printing, are new.
    const lasting = (text: string) =>
      text
        .split('\n')
        .slice(2)
        .filter((line) => !/provisional/.test(line));
    expect(lasting(again)).toEqual(lasting(before));
    const bill = words(await prepare('Final Bill'));
    expect(bill).toContain('Luis Ortiz');
    expect(bill).toContain('NEW 123');
  });

  test('stands under the letterhead of the profile that the workfile is priced by', () => {
    expect(words(made.record as PrintDocument)).toMatch(
      /^Harbor Lane Collision 418 Harbor Lane, Portside, OR 97103 \(503\) 555-0140 · Fax \(503\) 555-0141/,
    );
  });
});

describe('each kind as a PDF', () => {
  const kinds = ['preliminary', 'record', 'supplement', 'bill'] as const;
  let texts: readonly (readonly string[])[];
  let folder: string;
  let done: Awaited<ReturnType<typeof printPdfs>>;

  beforeAll(async () => {
    folder = shop.folderOf('pdfs');
    mkdirSync(folder);
    const documents = kinds.map((kind) => made[kind] as PrintDocument);
    done = await printPdfs(
      folder,
      documents.map((document) => ({ document, pages: roughPages(document, 22) })),
    );
    texts = await Promise.all(kinds.map((_, n) => readPdf(pdfIn(folder, n))));
  }, 240_000);

  test.each(kinds.map((kind, n) => [kind, n] as const))('%s is searched for its words', async (kind, n) => {
    const pages = texts[n] ?? [];
    const whole = pages.join(' ');
    for (const text of ['Bumper cover', '40007887', 'Note: Test fit before refinish', '1HGCM82633A004352']) {
      expect(whole).toContain(text);
    }
    expect(whole).toContain(made[kind]?.title);
    for (const [i, page] of pages.entries()) expect(page).toContain(`Page ${i + 1} of ${pages.length}`);
    for (const meaning of ['# line written by hand', '~ work that book times do not include', 'Repl replace']) {
      expect(whole).toContain(meaning);
    }
    expect(await actsIn(pdfIn(folder, n))).toEqual([]);
  });

  test('nothing was asked for beside the page, and no page said anything', () => {
    expect(done).toMatchObject({ events: [], said: [] });
  });

  test('only the supplement says what it changed, to the cent, and only the bill calls itself one', () => {
    const [preliminary = '', record = '', supplement = '', bill = ''] = texts.map((pages) => pages.join(' '));
    for (const text of [
      'Changed items',
      'Added items',
      '-465.43',
      '500.00',
      'RT headlamp',
      'Workfile Total',
      'Supplement S01',
    ]) {
      expect(supplement).toContain(text);
    }
    // 34.57 more for the cover, 212.40 for the lamp, and what the tax of 6 % grew by: 42.74 less 27.93.
    for (const text of ['Additional Supplement Taxes -0.01', 'Total Supplement Amount 261.78']) {
      expect(supplement).toContain(text);
    }
    for (const other of [preliminary, record, bill]) expect(other).not.toContain('Changed items');
    expect(preliminary).toContain('Preliminary: version E01 is not locked');
    expect(record).not.toMatch(/preliminary/i);
    expect(bill).toContain('Final Bill');
    expect(bill).toContain('RT headlamp');
  });
});
