/** A person who works on estimates by dice: changes, adds, moves, removes, undoes and chooses; every value is unique. */
import type { LineId, WorkfileId } from '../../src-shared/base/ids.ts';
import type { Chance } from '../../src-shared/demo/chance.ts';
import type { Line } from '../../src-shared/domain/estimate/line.ts';
import type { Input, Reply, RequestName } from '../../src-shared/ipc/requests.ts';
import type { WorkfileSheet } from '../../src-shared/ipc/shapes.ts';
import type { JsonObject } from '../../src-shared/sync/protocol.ts';
import type { Desktop } from '../support/desktop.ts';
import { chooseByDice } from './choices.ts';
import type { Deed, History, Told } from './history.ts';

export type Writer = {
  readonly pc: Pick<Desktop, 'name' | 'reply'>;
  readonly chance: Chance;
  readonly history: History;
  /** A number that nobody of the shop had before. */
  readonly unique: () => number;
  /** The workfiles of the shop; a new one is added. */
  readonly workfiles: WorkfileId[];
};

type Act = (writer: Writer, sheet: WorkfileSheet) => Promise<void>;

/** Does one thing. */
export async function act(writer: Writer): Promise<void> {
  const { pc, chance, workfiles } = writer;
  // Most work is on one workfile, so that people meet.
  const workfileId = chance.percent(80) ? workfiles[0] : workfiles[chance.below(workfiles.length)];
  if (workfileId === undefined) return createWorkfile(writer);
  const opened = await pc.reply('workfile.open', { workfileId });
  if (opened.ok) await acts[chance.below(acts.length)]?.(writer, opened.value);
}

/** Changes one group of a line to a value nobody had before. */
const changes: readonly ((line: Line, n: number) => Input<'line.change'>)[] = [
  ({ id: lineId, part }, n) => ({ lineId, group: 'part', value: { ...part, type: 'oem', priceCents: n } }),
  ({ id: lineId, labor }, n) => ({ lineId, group: 'labor', value: { ...labor, tenths: n % 90_000 } }),
  ({ id: lineId }, n) => ({ lineId, group: 'text', value: { description: `text ${n}` } }),
  ({ id: lineId }, n) => ({ lineId, group: 'note', value: { text: `note ${n}` } }),
];

const changeLine: Act = async (writer, sheet) => {
  const line = lineOf(writer, sheet);
  if (line === undefined) return;
  // Prices are what people quarrel about most.
  const make = changes[Math.max(0, writer.chance.below(6) - 2)];
  if (make !== undefined) await saveLine(writer, make(line, writer.unique()));
};

/** Changes a price and takes it back before anybody looks. */
const changeAndUndo: Act = async (writer, sheet) => {
  const line = lineOf(writer, sheet);
  if (line === undefined) return;
  const priceCents = writer.unique();
  const saved = await saveLine(writer, { lineId: line.id, group: 'part', value: { ...line.part, priceCents } });
  if (saved !== 'saved') return;
  const undone = await writer.pc.reply('workfile.undo', { workfileId: sheet.workfile.id });
  note(writer, undone, { did: 'change', kind: 'line', id: line.id, group: 'part', value: { ...line.part } });
};

const nameOwner: Act = async (writer, { contacts: [owner] }) => {
  if (owner === undefined) return;
  const value = { ...owner.name, last: `Owner ${writer.unique()}` };
  const reply = await writer.pc.reply('contact.change', { contactId: owner.id, group: 'name', value });
  note(writer, reply, { did: 'change', kind: 'contact', id: owner.id, group: 'name', value });
};

const noteClaim: Act = async (writer, { insurance }) => {
  const value = { ...insurance.claim, number: `C-${writer.unique()}` };
  const reply = await writer.pc.reply('insurance.change', { insuranceId: insurance.id, group: 'claim', value });
  note(writer, reply, { did: 'change', kind: 'insurance', id: insurance.id, group: 'claim', value });
};

const readOdometer: Act = async (writer, { vehicle }) => {
  const value = { miles: writer.unique() };
  const reply = await writer.pc.reply('vehicle.change', { vehicleId: vehicle.id, group: 'mileageIn', value });
  note(writer, reply, { did: 'change', kind: 'vehicle', id: vehicle.id, group: 'mileageIn', value });
};

const addLines: Act = async (writer, { estimate, lines }) => {
  const after = lines[writer.chance.below(lines.length + 1)]?.id ?? null;
  const made = Array.from({ length: 1 + writer.chance.below(2) }, () => ({
    text: { description: `line ${writer.unique()}` },
  }));
  const reply = await writer.pc.reply('line.add', { estimateId: estimate.id, after, lines: made });
  made.forEach(({ text }, i) => {
    const id = reply.ok ? (reply.value[i] ?? '') : '';
    note(writer, reply, { did: 'add', kind: 'line', id, group: 'text', value: text });
  });
};

const removeLine: Act = async (writer, sheet) => {
  const line = lineOf(writer, sheet);
  if (line === undefined || standing(sheet).length < 5) return;
  const reply = await writer.pc.reply('line.remove', { lineIds: [line.id] });
  note(writer, reply, { did: 'remove', kind: 'line', id: line.id, group: 'deleted', value: { deleted: true } });
};

const moveLine: Act = async (writer, sheet) => {
  const [line, other] = [lineOf(writer, sheet), lineOf(writer, sheet)];
  if (line === undefined || other === undefined || line.id === other.id) return;
  await writer.pc.reply('line.move', { lineIds: [line.id], after: other.id });
};

/** Decides about one of the values that wait for somebody. */
const choose: Act = async ({ pc, chance, history }) => {
  for (const deed of await chooseByDice(pc, chance)) history.note(deed);
};

/** Locks an estimate that not everybody works on, or makes a repair order of its workfile. */
const command: Act = async ({ pc, chance, workfiles }, { workfile, estimate }) => {
  if (workfile.id === workfiles[0]) return;
  if (chance.percent(50)) await pc.reply('estimate.lock', { estimateId: estimate.id, estimator: 'Casey Moor' });
  else await pc.reply('workfile.convert', { workfileId: workfile.id });
};

const save: Act = async ({ pc }, { workfile }) => void (await pc.reply('workfile.save', { workfileId: workfile.id }));

async function createWorkfile(writer: Writer): Promise<void> {
  const reply = await writer.pc.reply('workfile.create', {});
  const id = reply.ok ? reply.value : '';
  note(writer, reply, { did: 'create', kind: 'workfile', id, group: '', value: {} });
  if (reply.ok) writer.workfiles.push(reply.value);
}
const startWorkfile: Act = async (writer) => {
  if (writer.chance.percent(30)) await createWorkfile(writer);
};

/** Every act as often as it is named. */
const acts: readonly Act[] = [
  ...Array<Act>(9).fill(changeLine),
  ...[changeAndUndo, nameOwner, nameOwner, noteClaim, readOdometer, addLines, addLines, addLines],
  ...[removeLine, moveLine, choose, save, startWorkfile, command],
];

async function saveLine(writer: Writer, input: Input<'line.change'>): Promise<Told> {
  const reply = await writer.pc.reply('line.change', input);
  const value = input.value as JsonObject;
  return note(writer, reply, { did: 'change', kind: 'line', id: input.lineId, group: input.group, value });
}

function note({ pc, history }: Writer, reply: Reply<RequestName>, deed: Omit<Deed, 'pc' | 'told'>): Told {
  const died = !reply.ok && reply.failure.kind === 'unavailable' && reply.failure.what === 'backend';
  const told = reply.ok ? 'saved' : died ? 'unknown' : 'refused';
  history.note({ ...deed, pc: pc.name, told });
  return told;
}

const standing = ({ lines }: WorkfileSheet): readonly Line[] => lines.filter((line) => !line.deleted);

/** Few lines are worked on by everybody. */
function lineOf({ chance }: Writer, sheet: WorkfileSheet): (Line & { readonly id: LineId }) | undefined {
  const lines = standing(sheet);
  return lines[chance.below(Math.min(lines.length, 6))];
}
