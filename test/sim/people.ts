/** What people do on the simulated PCs, by the program's own services: few records and many hands, so that edits meet. */

import { readRow } from '../../src-main/db/record.ts';
import { groupOf } from '../../src-main/db/record-row.ts';
import { recordTables } from '../../src-main/db/record-tables.ts';
import { changeGroup } from '../../src-main/services/changes.ts';
import {
  cancelCommand,
  convertWorkfile,
  lockEstimate,
  startSupplement,
} from '../../src-main/services/commands/commands.ts';
import { moveWorkfile } from '../../src-main/services/commands/moves.ts';
import { mergeCustomers, splitCustomer } from '../../src-main/services/customers/customers.ts';
import { createDecisions } from '../../src-main/services/decisions.ts';
import type { Desk } from '../../src-main/services/desk.ts';
import { setDmsId } from '../../src-main/services/dms/dms-ids.ts';
import { keepDocument, removeDocuments } from '../../src-main/services/evidence/documents.ts';
import { addNote, reviseNote } from '../../src-main/services/evidence/notes.ts';
import { addToLibrary, makeDefault, removeFromLibrary } from '../../src-main/services/library/library.ts';
import { lifeHandlers } from '../../src-main/services/life/bin.ts';
import { addLines } from '../../src-main/services/lines.ts';
import {
  completeMilestone,
  recalculate,
  reopenMilestone,
  updateStatus,
} from '../../src-main/services/plan/milestones.ts';
import { addToPlan } from '../../src-main/services/plan/tasks.ts';
import { redo, undo } from '../../src-main/services/undo.ts';
import { createWorkfile, saveWorkfile } from '../../src-main/services/workfiles.ts';
import { givenCommands } from '../../src-main/sync/given-commands.ts';
import type {
  CustomerId,
  DocumentId,
  EstimateId,
  LineId,
  NoteId,
  ProfileId,
  WorkfileId,
} from '../../src-shared/base/ids.ts';
import { officeNamed } from '../../src-shared/domain/insurance/insurer.ts';
import { type EditedLibrary, editedLibraries, libraries } from '../../src-shared/domain/library/library.ts';
import type { Sha256 } from '../../src-shared/domain/photo/photo.ts';
import { milestoneNames } from '../../src-shared/domain/plan/milestone.ts';
import { moves } from '../../src-shared/domain/workfile/life.ts';
import type { LibraryAddition } from '../../src-shared/ipc/library-requests.ts';
import { deletion, type JsonObject } from '../../src-shared/sync/protocol.ts';
import type { RecordKind } from '../../src-shared/sync/records.ts';
import { trialUser } from '../support/store.ts';
import { moveMoney } from './money.ts';
import type { SimPc } from './pc.ts';
import type { Plan } from './plan.ts';
import { listRecordIds } from './rows.ts';
import type { World } from './world.ts';

/** The person before a PC, from one start of the program to its end. */
type Person = { readonly desk: Desk; readonly decisions: ReturnType<typeof createDecisions> };
type Habits = Pick<Plan, 'commands' | 'decisions' | 'undo' | 'library' | 'newer'>;

const mostWorkfiles = 4;
const mostLines = 12;
const mostNotes = 8;
const mostDocuments = 4;

export class People {
  readonly #world: World;
  readonly #habits: Habits;
  readonly #people = new WeakMap<object, Person>();
  /** Numbers the values of a run, so that each can be told from every other. */
  #value = 0;

  constructor(world: World, habits: Habits) {
    this.#world = world;
    this.#habits = habits;
  }

  /** One thing that a person does on a PC; what the program refuses is not done. */
  act(pc: SimPc): void {
    const { chance } = this.#world;
    const person = this.#personAt(pc);
    if (chance.percent(30)) pc.unpackAll();
    if (this.#habits.library > 0 && chance.percent(this.#habits.library)) {
      this.#tend(pc, person);
      return;
    }
    const workfiles = listRecordIds(pc.store, 'workfile');
    const [first, ...others] = workfiles;
    if (first === undefined || (workfiles.length < mostWorkfiles && chance.percent(3))) {
      this.#begin(person);
      return;
    }
    const workfileId = chance.pick([first, ...others]) as WorkfileId;
    if (chance.percent(this.#habits.commands)) this.#command(person, workfileId);
    else if (chance.percent(this.#habits.decisions)) this.#decide(person);
    else if (chance.percent(this.#habits.undo)) (chance.percent(70) ? undo : redo)(person.desk, workfileId);
    else this.#edit(pc, person, workfileId);
  }

  #personAt(pc: SimPc): Person {
    const known = this.#people.get(pc.life);
    if (known !== undefined) return known;
    const { store, clock, place: pcName } = pc;
    const user = { ...trialUser, role: 'manager' as const };
    const photos = { kick: () => undefined };
    const sync = { user: () => user, commands: () => givenCommands(store), edited: () => undefined, photos };
    const desk = { store, clock, random: store.random, sync, pcName, announce: () => undefined } as unknown as Desk;
    const person = { desk, decisions: createDecisions(desk) };
    this.#people.set(pc.life, person);
    return person;
  }

  /** A workfile that somebody pays for: without that its estimate is not locked. */
  #begin({ desk }: Person): void {
    const made = createWorkfile(desk);
    if (!made.ok) return;
    const [id] = listRecordIds(desk.store, 'insurance', made.value);
    if (id !== undefined) changeGroup(desk, 'insurance', { id, group: 'payer', value: { payer: 'Self Pay' } });
  }

  #command({ desk }: Person, workfileId: WorkfileId): void {
    const { chance } = this.#world;
    const [estimateId] = listRecordIds(desk.store, 'estimate', workfileId);
    const what = chance.below(12);
    if (what < 3) convertWorkfile(desk, workfileId);
    else if (what < 6 && estimateId !== undefined) lockEstimate(desk, estimateId as EstimateId, 'Someone');
    else if (what < 8 && estimateId !== undefined) startSupplement(desk, estimateId as EstimateId);
    else if (what < 10) {
      moveWorkfile(desk, { workfileId, move: chance.pick(moves), reason: `because ${this.#nextValue()}` });
    } else for (const { id } of givenCommands(desk.store).slice(0, 1)) cancelCommand(desk, id);
  }

  #decide({ decisions }: Person): void {
    const { chance } = this.#world;
    if (chance.percent(15)) {
      decisions.undo();
      return;
    }
    const listed = decisions.list();
    if (!listed.ok) return;
    const [first, ...others] = listed.value.decisions;
    if (first === undefined) return;
    const one = chance.pick([first, ...others]);
    if (chance.percent(20)) decisions.edit(one.id, { ...one.mine.value, ...this.#another(one.mine.value) });
    else decisions.choose([one.id, ...others.slice(0, 2).map(({ id }) => id)], chance.pick(['mine', 'theirs']));
  }

  /** A third value, where one of these fields is meant. */
  #another(value: JsonObject): JsonObject {
    const fields: JsonObject = { priceCents: this.#nextValue(), description: `decided ${this.#nextValue()}` };
    return Object.fromEntries(Object.entries(fields).filter(([name]) => Object.hasOwn(value, name)));
  }

  #edit(pc: SimPc, person: Person, workfileId: WorkfileId): void {
    const { chance } = this.#world;
    const lines = listRecordIds(pc.store, 'line', workfileId);
    const kind = chance.pick(kinds);
    if (kind === 'line' && lines.length < mostLines && chance.percent(lines.length === 0 ? 100 : 15)) {
      this.#addLine(person, workfileId, lines);
      return;
    }
    if (this.#isDoneItsOwnWay(pc, person, { workfileId, kind })) return;
    const [first, ...others] = kind === 'line' ? lines : listRecordIds(pc.store, kind, workfileId);
    if (first === undefined) return;
    const id = chance.pick([first, ...others]);
    const change = this.#change(kind);
    const value = patched(pc, kind, id, change);
    const isNewer = pc.place === 'PC-2' && chance.percent(this.#habits.newer);
    if (value === null) return;
    const later = isNewer && change.group !== deletion ? { addedLater: this.#nextValue() } : {};
    changeGroup(person.desk, kind, { id, group: change.group, value: { ...value, ...later } });
  }

  /** Kinds that have requests of their own: most of the time those are used. */
  #isDoneItsOwnWay(pc: SimPc, person: Person, { workfileId, kind }: Target): boolean {
    const { chance } = this.#world;
    if (kind === 'workfile' && chance.percent(8)) {
      void lifeHandlers(person.desk)[chance.percent(60) ? 'workfile.restore' : 'workfile.bin']({ workfileId });
    } else if (kind === 'workfile' && chance.percent(50)) this.#plan(person, workfileId);
    else if (kind === 'receipt') moveMoney(this.#world, person.desk, workfileId, this.#nextValue());
    else if (kind === 'note' && chance.percent(60)) this.#note(pc, person, workfileId);
    else if (kind === 'document' && chance.percent(50)) this.#document(pc, person, workfileId);
    else return false;
    return true;
  }

  /** What a plan has requests of its own for, and a save, which may promise. */
  #plan({ desk }: Person, workfileId: WorkfileId): void {
    const { chance } = this.#world;
    const milestone = chance.pick(milestoneNames);
    const what = chance.below(7);
    if (what === 6) this.#nameForDealer(desk, workfileId);
    else if (what === 4) addToPlan(desk, 'task', workfileId);
    else if (what === 5) recalculate(desk, workfileId);
    else if (what === 0) completeMilestone(desk, workfileId, milestone);
    else if (what === 1) reopenMilestone(desk, workfileId, milestone, `reason ${this.#nextValue()}`);
    else if (what === 2) updateStatus(desk, workfileId);
    else saveWorkfile(desk, workfileId);
  }

  /** What the dealer's system calls it: two PCs may say so at once. */
  #nameForDealer(desk: Desk, workfileId: WorkfileId): void {
    const { chance } = this.#world;
    const id = chance.percent(15) ? '' : `dms-${this.#nextValue()}`;
    setDmsId(desk, {
      workfileId,
      group: chance.pick(['dmsRepairId', 'dmsCustomerId', 'dmsVehicleId']),
      id,
      source: 'typed',
    });
  }

  /** Something about the records that belong to the shop: as with lines, few of them and many hands. */
  #tend(pc: SimPc, { desk }: Person): void {
    const { chance } = this.#world;
    const library = chance.pick(editedLibraries as readonly [EditedLibrary, ...EditedLibrary[]]);
    if (chance.percent(this.#habits.undo)) {
      (chance.percent(70) ? undo : redo)(desk, libraries[library]);
      return;
    }
    const ids = listRecordIds(pc.store, library);
    const [first, ...others] = ids;
    const value = this.#nextValue();
    if (first === undefined || (ids.length < mostOfLibrary && chance.percent(15))) {
      addToLibrary(desk, { kind: library, records: [newOf[library](value)] } as LibraryAddition);
      return;
    }
    const id = chance.pick([first, ...others]);
    if (library === 'customer' && chance.percent(20)) this.#mergeOrSplit(desk, ids as readonly CustomerId[]);
    else if (chance.percent(6)) removeFromLibrary(desk, library, [id]);
    else if (library === 'profile' && chance.percent(15)) makeDefault(desk, id as ProfileId);
    else {
      const { group, fields } = chance.pick(changesOf[library])(value);
      const changed = patched(pc, library, id, { group, fields });
      if (changed !== null) changeGroup(desk, library, { id, group, value: changed });
    }
  }

  /** Customers that turn out to be one, and those that were not. */
  #mergeOrSplit(desk: Desk, [first, ...others]: readonly CustomerId[]): void {
    const { chance } = this.#world;
    if (first === undefined) return;
    const all = [first, ...others] as const;
    if (chance.percent(40)) splitCustomer(desk, chance.pick(all));
    else mergeCustomers(desk, chance.pick(all), chance.pick(all));
  }

  /** A note, or a version of one or an answer to it; the rest of the time one is pinned or let go. */
  #note(pc: SimPc, { desk }: Person, workfileId: WorkfileId): void {
    const { chance } = this.#world;
    const [first, ...others] = listRecordIds(pc.store, 'note', workfileId);
    const some = (kind: 'line' | 'receipt') =>
      listRecordIds(pc.store, kind, workfileId).slice(0, chance.below(2)) as readonly string[];
    const links = { lineIds: some('line'), photoIds: [], receiptIds: some('receipt') };
    const words = { content: { kind: 'internal', text: `note ${this.#nextValue()}` }, links } as const;
    if (first === undefined || others.length >= mostNotes || chance.percent(30)) {
      if (others.length < mostNotes) addNote(desk, { workfileId, answerTo: null, ...words });
      return;
    }
    const noteId = chance.pick([first, ...others]) as NoteId;
    if (chance.percent(50)) reviseNote(desk, { noteId, ...words });
    else addNote(desk, { workfileId, answerTo: noteId, ...words });
  }

  /** A file comes in, which another PC may have too, or some go; the rest of the time one is titled. */
  #document(pc: SimPc, { desk }: Person, workfileId: WorkfileId): void {
    const { chance } = this.#world;
    const ids = listRecordIds(pc.store, 'document', workfileId) as readonly DocumentId[];
    if (ids.length > 0 && (ids.length >= mostDocuments || chance.percent(30))) {
      removeDocuments(desk, ids.slice(0, 1 + chance.below(2)));
      return;
    }
    const sha256 = chance.below(9).toString(16).repeat(64) as Sha256;
    const content = { sha256, bytes: 1_000, pages: 1 + chance.below(5) };
    keepDocument(desk, workfileId, { content, title: `Document ${this.#nextValue()}` });
  }

  #addLine({ desk }: Person, workfileId: WorkfileId, lines: readonly string[]): void {
    const { chance } = this.#world;
    const [estimateId] = listRecordIds(desk.store, 'estimate', workfileId);
    if (estimateId === undefined) return;
    const after = lines.length === 0 || chance.percent(20) ? null : (lines[chance.below(lines.length)] ?? null);
    const line = {
      text: { description: `line ${this.#nextValue()}` },
      part: { priceCents: chance.below(90_000), quantity: 1 + chance.below(3), taxed: chance.percent(70) },
      labor: { type: chance.pick(['body', 'mechanical', 'frame']), tenths: chance.below(80) },
      refinish: { tenths: chance.below(40), included: chance.percent(20) },
    };
    addLines(desk, { estimateId: estimateId as EstimateId, after: after as LineId | null, lines: [line as never] });
  }

  #change(kind: (typeof kinds)[number]): Change {
    const { chance } = this.#world;
    const value = this.#nextValue();
    switch (kind) {
      case 'vehicle':
        return { group: 'mileageIn', fields: { miles: chance.below(100_000) } };
      case 'contact':
        return chance.percent(50)
          ? { group: 'name', fields: { last: `N${value}` } }
          : { group: 'email', fields: { address: `n${value}@example.com` } };
      case 'insurance':
        return chance.percent(50)
          ? { group: 'payer', fields: { payer: chance.pick(['Fleet', 'Self Pay', 'Warranty']) } }
          : { group: 'deductible', fields: { amountCents: value * 100 } };
      case 'workfile':
        return { group: chance.pick(milestoneNames), fields: { actualDate: `2020-01-${10 + (value % 20)}` } };
      case 'rates':
        return chance.percent(50)
          ? { group: 'labor', fields: { body: 4_000 + value, refinish: 4_500 } }
          : { group: 'tax', fields: { rate: 60_000 + value } };
      case 'document':
        return { group: 'title', fields: { text: `Document ${value}` } };
      case 'note':
        return { group: 'pin', fields: { pinned: chance.percent(50) } };
      default:
        return this.#lineChange(value);
    }
  }

  #lineChange(value: number): Change {
    const { chance } = this.#world;
    const what = chance.below(14);
    if (what === 12) return { group: 'state', fields: { open: chance.percent(20) } };
    if (what === 13) return { group: 'betterment', fields: { kind: 'amount', amountCents: value } };
    if (what === 0) return { group: deletion, fields: { deleted: chance.percent(60) } };
    if (what === 1) return { group: 'place', fields: { position: `a${chance.pick(['1', '2', '3', '4'])}` } };
    if (what === 2) return { group: 'work', fields: { operation: chance.pick(['replace', 'sublet', 'repair']) } };
    if (what < 6) return { group: 'part', fields: { priceCents: value } };
    if (what < 9) return { group: 'labor', fields: { tenths: value % 999 } };
    return { group: 'text', fields: { description: `line ${value}` } };
  }

  #nextValue(): number {
    this.#value += 1;
    return this.#value;
  }
}

const mostOfLibrary = 6;
const newOf = {
  profile: (value: number) => ({ about: { name: `Profile ${value}`, kind: 'facility', company: '', claimOffice: '' } }),
  canned: (value: number) => ({ about: { name: `Canned ${value}`, kind: 'operation', keywords: '' } }),
  'part-code': (value: number) => ({ code: { code: `C${value}` } }),
  employee: (value: number) => ({ about: { name: `Employee ${value}`, roles: '' } }),
  insurer: (value: number) => ({ about: { name: `Insurer ${value}` } }),
  customer: (value: number) => ({ name: { first: '', last: `Customer ${value}`, company: '' } }),
} as const;
type ChangeOf = (value: number) => Change;
const changesOf: Readonly<Record<EditedLibrary, readonly [ChangeOf, ...ChangeOf[]]>> = {
  profile: [
    (value) => ({ group: 'labor', fields: { body: 4_000 + value } }),
    (value) => ({ group: 'about', fields: { name: `Profile ${value}` } }),
    (value) => ({ group: 'bodySupplies', fields: { capCents: value } }),
  ],
  canned: [
    (value) => ({ group: 'about', fields: { keywords: `word${value}` } }),
    (value) => ({ group: 'content', fields: { lines: [{ text: { description: `line ${value}` } }] } }),
  ],
  'part-code': [
    (value) => ({ group: 'part', fields: { priceCents: value } }),
    (value) => ({ group: 'text', fields: { description: `code ${value}` } }),
    (value) => ({ group: deletion, fields: { deleted: value % 3 === 0 } }),
  ],
  employee: [
    (value) => ({ group: 'about', fields: { roles: `role ${value}` } }),
    (value) => ({ group: 'email', fields: { address: `e${value}@example.com` } }),
    (value) => ({ group: 'standing', fields: { isActive: value % 3 > 0 } }),
  ],
  insurer: [
    (value) => ({ group: 'updatePlus', fields: { isOn: value % 2 === 0 } }),
    (value) => ({ group: 'phones', fields: { phone: `555-${value}` } }),
    (value) => ({ group: 'offices', fields: { list: [officeNamed(`Office ${value}`)] } }),
  ],
  customer: [
    (value) => ({ group: 'cell', fields: { number: `555-${value}` } }),
    (value) => ({ group: 'authorization', fields: { isRequired: value % 2 === 0 } }),
    (value) => ({ group: 'notes', fields: { text: `note ${value}` } }),
  ],
};

type Target = { readonly workfileId: WorkfileId; readonly kind: (typeof kinds)[number] };
type Change = { readonly group: string; readonly fields: JsonObject };
const kinds = [
  ...(['line', 'line', 'line', 'line', 'contact', 'vehicle', 'insurance', 'rates'] as const),
  ...(['note', 'document', 'workfile', 'receipt'] as const),
] as const;

/** A group with some fields changed, all of it as a window sends it; null where the PC lacks the record. */
function patched(pc: SimPc, kind: RecordKind, id: string, { group, fields }: Change): JsonObject | null {
  const row = readRow(pc.store, kind, id);
  const before = row && groupOf(recordTables[kind], row, group);
  return before === undefined ? null : { ...before, ...fields };
}
