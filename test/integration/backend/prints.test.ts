/** Paper over the backend's door: what can be printed, what was seen is what is printed, and what was printed is known. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { PrintJob, PrintTrouble } from '../../../src-shared/ipc/host.ts';
import { writeWorkfile } from '../../support/backend-story.ts';
import { type BackendTrial, openBackendTrial } from '../../support/backend-trial.ts';
import { noisyJpeg, smallJpeg, smallWebp } from '../../support/photos.ts';
import { noFiles } from '../../support/user-files.ts';

/** The system's side of the door: it notes what it was given to print. */
const printed: PrintJob[] = [];
const system = { trouble: null as PrintTrouble | null, stopped: 0 };
const printing = {
  printers: async () => [{ name: 'front', title: 'Front desk' }],
  pdf: async (job: PrintJob, suggested: string) => {
    printed.push(job);
    return { file: suggested };
  },
  paper: async (job: PrintJob) => {
    if (system.trouble === null) printed.push(job);
    return system.trouble;
  },
  stop: () => {
    system.stopped += 1;
  },
};

let trial: BackendTrial;
let ask: BackendTrial['ask'];
beforeAll(async () => {
  trial = await openBackendTrial({ system: { files: noFiles, printing } });
  ask = trial.ask;
});
afterAll(() => trial.close());

test('an estimate that is not locked is preliminary; what was seen is what goes to file and printer, and is listed', async () => {
  const sheet = await writeWorkfile(trial, 3);
  const workfileId = sheet.workfile.id;
  const { documents, printers, jobs, paper } = await ask('print.choices', { workfileId });
  expect(printers).toEqual([{ name: 'front', title: 'Front desk' }]);
  expect(jobs).toEqual([]);
  const [first] = documents;
  expect(first).toMatchObject({ version: 'E01', title: 'Preliminary Estimate', why: '' });
  if (first === undefined) throw new Error('nothing can be printed');
  const { ticket } = await ask('print.prepare', { workfileId, kind: first.kind, version: first.version, paper });
  const [line] = sheet.lines;
  if (line === undefined) throw new Error('no line');
  const before = line.text.description;
  await ask('line.change', { lineId: line.id, group: 'text', value: { description: 'Written afterwards' } });

  const { file } = await ask('print.pdf', { ticket, starts: [0] });
  expect(printed.at(-1)?.body).toContain(before);
  expect(printed.at(-1)?.body).not.toContain('Written afterwards');
  await ask('print.paper', { ticket, starts: [0], printer: 'front', copies: 2 });
  const done = (await ask('print.choices', { workfileId })).jobs;
  expect(done.map(({ way, to, copies, version }) => [way, to, copies, version])).toEqual([
    ['paper', 'front', 2, 'E01'],
    ['pdf', file, 1, 'E01'],
  ]);
});

test('what the printer refuses is told and is in no list, pages that cannot be are refused, and printing can be stopped', async () => {
  const { workfile } = await writeWorkfile(trial, 1);
  const workfileId = workfile.id;
  const wish = { workfileId, kind: 'estimate', version: 'E01', paper: 'letter' } as const;
  const { ticket } = await ask('print.prepare', wish);
  system.trouble = 'printer-none';
  const paper = { ticket, starts: [0], printer: '', copies: 1 };
  expect(await trial.reply('print.paper', paper)).toMatchObject({
    failure: { kind: 'unavailable', what: 'printer-none' },
  });
  const unknown = { ...paper, ticket: '0'.repeat(32) };
  expect(await trial.reply('print.paper', unknown)).toMatchObject({ failure: { kind: 'not-found' } });
  expect(await trial.reply('print.pdf', { ticket, starts: [0, 90_000] })).toMatchObject({
    failure: { kind: 'not-found' },
  });
  expect((await ask('print.choices', { workfileId })).jobs).toEqual([]);
  expect(await trial.reply('print.prepare', { ...wish, version: 'S01' })).toMatchObject({
    failure: { kind: 'not-found' },
  });
  expect(await ask('print.stop', {})).toBeNull();
  expect(system.stopped).toBe(1);
});

test('notes are printed for a reader, and what is internal stays out of what others read', async () => {
  const { workfile } = await writeWorkfile(trial, 1);
  const workfileId = workfile.id;
  const links = { lineIds: [], photoIds: [], receiptIds: [] };
  const write = (kind: 'internal' | 'customer', text: string) =>
    ask('note.add', { workfileId, answerTo: null, content: { kind, text }, links });
  await write('internal', 'The frame is bent');
  await write('customer', 'Ready on Friday');
  const choices = (await ask('print.choices', { workfileId })).documents.filter(({ kind }) => kind === 'notes');
  expect(choices.map(({ version, title }) => [version, title])).toEqual([
    ['all', 'Notes, internal ones too'],
    ['internal', 'Internal notes'],
    ['customer', 'Notes for the customer'],
  ]);
  const made = async (version: string, noteText = '') =>
    JSON.stringify(
      (await ask('print.prepare', { workfileId, kind: 'notes', version, paper: 'letter', noteText })).document,
    );
  expect(await made('customer')).toContain('Ready on Friday');
  expect(await made('customer')).not.toContain('The frame is bent');
  expect(await made('all')).toContain('The frame is bent');
  expect(await made('all', 'friday')).not.toContain('The frame is bent');
  expect(
    await trial.reply('print.prepare', { workfileId, kind: 'notes', version: 'toString', paper: 'letter' }),
  ).toMatchObject({ failure: { kind: 'not-found' } });
});

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

async function addPhoto(workfileId: WorkfileId, bytes: Uint8Array) {
  const { ticket } = await ask('photo.begin', { workfileId, bytes: bytes.length });
  await ask('photo.piece', { ticket, at: 0, base64: base64(bytes) });
  return (await ask('photo.add', { ticket, thumb: base64(smallJpeg) })).photoId;
}

test('photos print with the pictures that were handed over for them, and no others are taken', async () => {
  const { workfile } = await writeWorkfile(trial, 1);
  const workfileId = workfile.id;
  expect((await ask('print.choices', { workfileId })).documents.map(({ kind }) => kind)).not.toContain('photos');
  const [first, second] = [
    await addPhoto(workfileId, noisyJpeg(900, 1)),
    await addPhoto(workfileId, noisyJpeg(900, 2)),
  ];
  const { documents } = await ask('print.choices', { workfileId });
  expect(documents.at(-1)).toMatchObject({ kind: 'photos', title: 'Photos', why: '' });
  const wish = { workfileId, kind: 'photos', version: '', paper: 'letter' } as const;
  const all = await ask('print.prepare', wish);
  expect(all.document.pictures?.map(({ name }) => name)).toEqual([first, second]);
  const { ticket, document } = await ask('print.prepare', { ...wish, photos: { size: 6, photoIds: [second] } });
  expect(document.pictures?.map(({ name }) => name)).toEqual([second]);

  const picture = { ticket, name: second, base64: base64(smallJpeg) };
  expect(await trial.reply('print.picture', { ...picture, name: first })).toMatchObject({ failure: { what: 'print' } });
  for (const other of [smallWebp, new Uint8Array([1, 2, 3])]) {
    expect(await trial.reply('print.picture', { ...picture, base64: base64(other) })).toMatchObject({ ok: false });
  }
  expect(await trial.reply('print.picture', { ...picture, ticket: all.ticket })).toMatchObject({ ok: false });
  await ask('print.picture', picture);
  system.trouble = null;
  await ask('print.pdf', { ticket, starts: [0] });
  expect(printed.at(-1)?.body).toContain(`src="data:image/jpeg;base64,${base64(smallJpeg).replaceAll('=', '&#61;')}"`);
  const [job] = (await ask('print.choices', { workfileId })).jobs;
  expect(job).toMatchObject({ title: 'Photos', version: '' });
  const none = await trial.reply('print.prepare', { ...wish, photos: { size: 6, photoIds: [workfileId as never] } });
  expect(none).toMatchObject({ failure: { kind: 'not-found', what: 'print' } });
});
