/** The work that every system is measured with: workfiles of about 5 KB, and edits of one field on many of them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { demoWorkfiles, type NewRecord } from '../../../src-shared/demo/demo-shop.ts';

const seed = 20261122;
const from = Date.UTC(2026, 10, 22, 12);
const linesEach = 23;
const notesEach = 6;

type New<K extends NewRecord['kind']> = Extract<NewRecord, { readonly kind: K }>;
type LineGroups = New<'line'>['value'];

/** A workfile as a document, for systems that keep documents. */
export type Document = {
  readonly id: string;
  readonly ro: string;
  readonly stage: string;
  readonly estimator: string;
  readonly openedAt: number;
  readonly estimate: { readonly id: string };
  readonly owner: { readonly id: string } & Omit<New<'contact'>['value'], 'parent' | 'preference'>;
  readonly insurer: { readonly id: string } & Omit<New<'insurance'>['value'], 'parent'>;
  readonly vehicle: { readonly id: string } & Pick<New<'vehicle'>['value'], 'identity' | 'plate' | 'mileageIn'>;
  readonly lines: readonly DocumentLine[];
  readonly notes: readonly { readonly at: number; readonly text: string }[];
};
export type DocumentLine = {
  readonly id: string;
  readonly operation: LineGroups['work']['operation'];
  readonly text: string;
  readonly part?: Pick<LineGroups['part'], 'type' | 'number' | 'priceCents'>;
  readonly labor?: Pick<LineGroups['labor'], 'type' | 'tenths'>;
  readonly paint?: number;
  readonly misc?: number;
};

/** One field of one workfile, and its new value. */
export type FieldEdit = {
  readonly workfile: string;
  readonly field: 'hours' | 'price' | 'phone' | 'plate';
  /** Which line, for hours and prices. */
  readonly line: number;
  readonly value: string | number;
};

/** Makes the records of the workfiles, workfile by workfile; each has its 23 lines, six of them with a note. */
export function* workfileRecords(count: number): Generator<readonly NewRecord[]> {
  let made = 0;
  // An invented workfile may have fewer lines: those are passed over.
  for (const records of demoWorkfiles({ seed, count: count * 3, from, maxLines: linesEach })) {
    if (records.filter(({ kind }) => kind === 'line').length < linesEach) continue;
    if (made === count) return;
    made += 1;
    yield withNotes(records);
  }
}

/** What everybody starts with, one document a line; child processes read it from there. */
export function writeDocuments(file: string, count: number): number {
  const lines = [...workfileRecords(count)].map((records) => JSON.stringify(documentOf(records)));
  writeFileSync(file, lines.join('\n'));
  return Math.round(lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0) / lines.length);
}

export const readDocuments = (file: string): Document[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => JSON.parse(line) as Document);

/** Edits of one field each; `part` says which workfiles they are on, `batch` makes their values unlike any before. */
export type EditBatch = { readonly batch: number; readonly part: number; readonly count: number };

/** The edits of a batch, each on another workfile; the parts of a shop share none, as far as there are enough. */
export function editsOf(documents: readonly Document[], { batch, part, count }: EditBatch): readonly FieldEdit[] {
  const step = Math.max(1, Math.floor(documents.length / count));
  return Array.from({ length: count }, (_, k) => {
    const document = documents[(k * step + (part % step)) % documents.length];
    if (document === undefined) throw new Error('no workfiles');
    return editOf(document, k, batch);
  });
}

/** Of ten edits six are hours, two are prices, one is a telephone number and one a plate. */
function editOf(document: Document, k: number, batch: number): FieldEdit {
  const { id: workfile, lines } = document;
  const serial = (batch * 7919 + k) % 9_000;
  const kind = k % 10;
  if (kind === 8) return { workfile, field: 'phone', line: 0, value: `(616) 555-${1000 + serial}` };
  if (kind === 9) return { workfile, field: 'plate', line: 0, value: `EDT ${1000 + serial}` };
  const priced = lines.findIndex(({ part }) => part !== undefined);
  if (kind >= 6 && priced >= 0) return { workfile, field: 'price', line: priced, value: 100_000 + serial };
  return { workfile, field: 'hours', line: lines.findIndex(({ labor }) => labor !== undefined), value: 10 + serial };
}

/** The document after an edit. */
export function edited(document: Document, { field, line, value }: FieldEdit): Document {
  switch (field) {
    case 'phone':
      return { ...document, owner: { ...document.owner, cell: { number: String(value) } } };
    case 'plate':
      return {
        ...document,
        vehicle: { ...document.vehicle, plate: { ...document.vehicle.plate, number: String(value) } },
      };
    case 'hours':
    case 'price':
      return {
        ...document,
        lines: document.lines.map((one, i) => (i === line ? editedLine(one, field, Number(value)) : one)),
      };
  }
}

const editedLine = (line: DocumentLine, field: 'hours' | 'price', value: number): DocumentLine =>
  field === 'hours'
    ? { ...line, labor: { type: line.labor?.type ?? 'body', tenths: value } }
    : { ...line, part: { type: line.part?.type ?? '', number: line.part?.number ?? '', priceCents: value } };

/** What a document says of the field of an edit, to see that the edit came. */
export function valueIn(document: Document, { field, line }: FieldEdit): string | number | undefined {
  if (field === 'phone') return document.owner.cell.number;
  if (field === 'plate') return document.vehicle.plate.number;
  return field === 'hours' ? document.lines[line]?.labor?.tenths : document.lines[line]?.part?.priceCents;
}

const noteTexts = [
  'Owner asked to keep the old parts and to be called before anything is ordered that the insurer may not pay for',
  'Supplement likely once the bumper is off: the reinforcement could not be seen, and the bracket seems to be bent',
  'Photo of the sensor bracket taken at check-in; the shop scanned the car before the battery was disconnected',
] as const;

function withNotes(records: readonly NewRecord[]): readonly NewRecord[] {
  let notes = 0;
  return records.map((record) => {
    if (record.kind !== 'line') return record;
    const text = notes < notesEach ? (noteTexts[notes % noteTexts.length] ?? '') : '';
    notes += 1;
    return { ...record, value: { ...record.value, note: { text } } };
  });
}

function documentOf(records: readonly NewRecord[]): Document {
  const one = <K extends NewRecord['kind']>(kind: K): New<K> => {
    const found = records.find((record): record is New<K> => record.kind === kind);
    if (found === undefined) throw new Error(`a workfile without ${kind}`);
    return found;
  };
  const lines = records.filter((record): record is New<'line'> => record.kind === 'line');
  const [workfile, contact, insurance, vehicle] = [one('workfile'), one('contact'), one('insurance'), one('vehicle')];
  const { parent: _owner, preference: _preference, ...owner } = contact.value;
  const { parent: _insurer, ...insurer } = insurance.value;
  const { identity, plate, mileageIn } = vehicle.value;
  return {
    id: workfile.id,
    ro: workfile.value.number.ro,
    stage: workfile.value.stage.stage,
    estimator: workfile.value.tracking.estimator,
    openedAt: workfile.value.opened.at,
    estimate: { id: one('estimate').id },
    owner: { id: contact.id, ...owner },
    insurer: { id: insurance.id, ...insurer },
    vehicle: { id: vehicle.id, identity, plate, mileageIn },
    lines: lines.map(({ id, value }) => lineOf(id, value)),
    notes: lines
      .slice(0, notesEach)
      .map(({ value }, i) => ({ at: workfile.value.opened.at + i, text: value.note.text })),
  };
}

const lineOf = (id: string, { work, text, part, labor, refinish, misc }: LineGroups): DocumentLine => ({
  id,
  operation: work.operation,
  text: text.description,
  ...(part.priceCents !== 0 && { part: { type: part.type, number: part.number, priceCents: part.priceCents } }),
  ...(labor.tenths !== 0 && { labor: { type: labor.type, tenths: labor.tenths } }),
  ...(refinish.tenths !== 0 && { paint: refinish.tenths }),
  ...(misc.amountCents !== 0 && { misc: misc.amountCents }),
});
