/** A simulated shop that is led by hand: who edits, whose round runs how far, and what goes wrong, one after the other. */

import { listCommands, writeCommand } from '../../../src-main/db/command.ts';
import { takeNumber } from '../../../src-main/db/number-lease.ts';
import { query } from '../../../src-main/db/query.ts';
import { readRow } from '../../../src-main/db/record.ts';
import { groupOf, stampOf } from '../../../src-main/db/record-row.ts';
import { recordTables } from '../../../src-main/db/record-tables.ts';
import { readPerson } from '../../../src-main/db/session.ts';
import { seenHash } from '../../../src-main/db/state-hash.ts';
import { type NewEdit, writeEdits } from '../../../src-main/db/write-edits.ts';
import { uuidV7, type WorkfileId } from '../../../src-shared/base/ids.ts';
import type { CommandName, ParamsOf } from '../../../src-shared/sync/commands.ts';
import { deletion, type JsonObject, wholeRecord } from '../../../src-shared/sync/protocol.ts';
import type { RecordKind } from '../../../src-shared/sync/records.ts';
import { SimCloud } from '../cloud.ts';
import type { Backup } from '../cloud-store.ts';
import { Ledger } from '../ledger.ts';
import { judge } from '../oracle/oracle.ts';
import { SimPc } from '../pc.ts';
import { World } from '../world.ts';

/** A workfile with one line, as one PC opened it. */
export type Sheet = {
  readonly workfile: WorkfileId;
  readonly estimate: string;
  readonly contact: string;
  readonly line: string;
};

type Place = readonly [kind: RecordKind, id: string, group: string];

const giveTo = query<never>('stage.give-to', 'update command set author = ?');
const mostTurns = 5_000;
const mostRounds = 12;

export class Stage {
  readonly world = new World(1);
  readonly cloud = new SimCloud(this.world, 1);
  readonly network = { faults: { drop: 0, cutAnswer: 0, double: 0, cutStream: 0 }, down: new Set<string>() };
  readonly pcs: SimPc[] = [];
  readonly #ledger = new Ledger();
  #hadLives = false;

  /** A new PC, whose clock may be wrong. */
  addPc(about: { readonly image?: Buffer; readonly skewMs?: number } = {}): SimPc {
    const pc = new SimPc(`PC-${this.pcs.length + 1}`, this, about);
    this.pcs.push(pc);
    return pc;
  }

  /** A second PC with a copy of the folder of a first. */
  copyPc(pc: SimPc): SimPc {
    this.#hadLives = true;
    return this.addPc({ image: pc.image() });
  }

  /** Puts an older copy of its folder back. */
  putBack(pc: SimPc, image: Buffer): void {
    this.#hadLives = true;
    pc.restart(image);
  }

  /** Puts an older copy of the cloud back, which may or may not know that it is one. */
  restoreCloud(backup: Backup, says: boolean): void {
    this.#hadLives = true;
    for (const { edit } of this.cloud.shop.log) this.#ledger.everLogged.add(edit);
    this.cloud.restore(backup, says);
  }

  /** Opens a workfile with an owner and one line. */
  open(pc: SimPc): Sheet {
    const workfile = this.newId() as WorkfileId;
    const [estimate, contact, line] = [this.newId(), this.newId(), this.newId()];
    const parent = { workfileId: workfile };
    this.#create(pc, workfile, [
      ['workfile', workfile, { opened: { at: 1, by: 'Someone' } }],
      ['estimate', estimate, { parent }],
      ['contact', contact, { parent: { ...parent, role: 'owner' } }],
      ['line', line, { parent: { ...parent, estimateId: estimate }, text: { description: 'bumper' } }],
      ['insurance', this.newId(), { parent, payer: { payer: 'Self Pay' } }],
    ]);
    return { workfile, estimate, contact, line };
  }

  addLine(pc: SimPc, { workfile, estimate }: Sheet, description: string): string {
    const id = this.newId();
    const parent = { workfileId: workfile, estimateId: estimate };
    this.#create(pc, workfile, [['line', id, { parent, text: { description } }]]);
    return id;
  }

  /** Changes some fields of a group, as a person would. */
  edit(pc: SimPc, { workfile }: Sheet, [kind, id, group]: Place, fields: JsonObject): void {
    const before = this.value(pc, [kind, id, group]);
    const edit = { kind, id, group, value: { ...before, ...fields } };
    this.#write(pc, workfile, [edit]);
  }

  /** Types a price into the line of a sheet. */
  price(pc: SimPc, sheet: Sheet, priceCents: number): void {
    this.edit(pc, sheet, ['line', sheet.line, 'part'], { priceCents });
  }

  priceOn(pc: SimPc, { line }: Sheet): unknown {
    return this.value(pc, ['line', line, 'part']).priceCents;
  }

  /** Asks the cloud to lock the estimate of a sheet. */
  lock(pc: SimPc, { workfile, estimate: estimateId }: Sheet): void {
    const versionId = this.newId();
    this.#command(pc, workfile, 'lock-estimate', {
      estimateId,
      at: 1_000,
      versionId,
      estimator: 'Someone',
      seen: seenHash(pc.store, workfile),
    });
  }

  /** Asks the cloud to open a locked estimate as its next version. */
  startSupplement(pc: SimPc, { workfile, estimate: estimateId }: Sheet, label: string): void {
    this.#command(pc, workfile, 'start-supplement', { estimateId, label });
  }

  /** The label of the estimate of a sheet, and whether it is locked. */
  versionOn(pc: SimPc, { estimate }: Sheet): string {
    const { label } = this.value(pc, ['estimate', estimate, 'version']);
    return `${label as string}${this.value(pc, ['estimate', estimate, 'lock']).at === 0 ? '' : ' locked'}`;
  }

  /** The locked versions that the cloud holds, with the price of the first line of each. */
  get versions(): readonly string[] {
    return [...this.cloud.shop.records.values()]
      .filter(({ kind }) => kind === 'version')
      .map(({ value }) => {
        const [line] = (value.lines?.list ?? []) as readonly { readonly part?: { readonly priceCents: number } }[];
        return `${value.of?.label as string} ${line?.part?.priceCents ?? 0}`;
      })
      .sort();
  }

  /** Asks the cloud to make a repair order of a sheet, under a number that the PC holds, if it holds one. */
  convert(pc: SimPc, { workfile: workfileId }: Sheet): string | null {
    const number = takeNumber(pc.store);
    this.#command(pc, workfileId, 'convert-to-ro', { workfileId, number });
    return number;
  }

  /** How the last command of a PC stands. */
  commandOn(pc: SimPc) {
    return listCommands(pc.store)[0];
  }

  /** Makes what was asked for on a PC another person's: it goes only while they are signed in. */
  giveTo(pc: SimPc, person: string): void {
    pc.store.run(giveTo, person);
  }

  remove(pc: SimPc, sheet: Sheet, line = sheet.line, deleted = true): void {
    this.edit(pc, sheet, ['line', line, deletion], { deleted });
  }

  value(pc: SimPc, [kind, id, group]: Place): JsonObject {
    pc.unpackAll();
    const row = readRow(pc.store, kind, id);
    return (row && groupOf(recordTables[kind], row, group)) ?? {};
  }

  /** The edit that wrote a group, as a PC has it. */
  stamp(pc: SimPc, [kind, id, group]: Place): string | undefined {
    const row = readRow(pc.store, kind, id);
    return row && stampOf(row, group);
  }

  /** The prices of the line that stand in open conflicts, beside the one that is in the line. */
  get keptPrices(): readonly unknown[] {
    return this.openConflicts.map(({ value }) => value.priceCents);
  }

  get openConflicts() {
    return [...this.cloud.shop.conflicts.values()].filter(({ open }) => open);
  }

  /** Runs one round of a PC to its end; answers how it ended. */
  async round(pc: SimPc): Promise<string> {
    await this.begin(pc, mostTurns);
    if (pc.isBusy) throw new Error('a round never ended');
    return pc.lastEnd;
  }

  /** Begins a round and lets that many things of it happen; answers whether it is still on its way. */
  async begin(pc: SimPc, turns: number): Promise<boolean> {
    pc.startRound();
    await this.world.settle();
    for (let turn = 0; turn < turns && pc.isBusy; turn += 1) await this.world.letOneGo();
    return pc.isBusy;
  }

  /** Lets everybody come to rest; answers how many rounds each PC needed. */
  async rest(): Promise<number> {
    for (let rounds = 1; rounds <= mostRounds; rounds += 1) {
      const ends: string[] = [];
      for (const pc of this.pcs) ends.push(await this.round(pc));
      const isEqual = (pc: SimPc) => pc.cursor === this.cloud.shop.lastSeq;
      if (ends.every((end) => end === 'rest') && this.pcs.every(isEqual)) return rounds;
    }
    throw new Error('no rest: the PCs go on for ever');
  }

  /** What is wrong between the cloud and its PCs; nothing, when all have come to rest. */
  problems(): readonly string[] {
    for (const pc of this.pcs) pc.unpackAll();
    const scene = { shop: this.cloud.shop, pcs: this.pcs, ledger: this.#ledger, hadLives: this.#hadLives };
    return [...judge(scene), ...this.pcs.flatMap((pc) => pc.quarantined)];
  }

  /** Ends all PCs; answers what was wrong. */
  end(): readonly string[] {
    const problems = this.problems();
    for (const pc of this.pcs) pc.close();
    return problems;
  }

  newId(): string {
    return uuidV7(this.world.now(), this.world.chance.bytes(16));
  }

  #command<N extends CommandName>(pc: SimPc, workfileId: WorkfileId, name: N, params: ParamsOf<N>): void {
    const author = readPerson(pc.store);
    if (author === null) throw new Error('a command has no author');
    writeCommand(pc.store, { id: this.newId(), name, params, workfileId, author, now: pc.clock() });
  }

  #create(pc: SimPc, workfile: WorkfileId, records: readonly (readonly [RecordKind, string, JsonObject])[]): void {
    this.#write(
      pc,
      workfile,
      records.map(([kind, id, value]) => ({ kind, id, group: wholeRecord, value })),
    );
  }

  #write(pc: SimPc, workfileId: WorkfileId, edits: readonly NewEdit[]): void {
    this.#ledger.watch(pc, () => writeEdits(pc.store, { workfileId, edits, now: pc.clock(), as: 'step' }));
  }
}

/** Two PCs at rest that share a workfile. */
export async function twoAtRest() {
  const stage = new Stage();
  const [front, back] = [stage.addPc(), stage.addPc()];
  const sheet = stage.open(front);
  await stage.rest();
  return { stage, front, back, sheet };
}

/**
 * Plays a story once for each moment of a round; it answers whether the round was still on its way at that moment.
 * Answers how many moments there were.
 */
export async function atEachMoment(play: (moment: number) => Promise<boolean>): Promise<number> {
  let moment = 0;
  while (await play(moment)) moment += 1;
  return moment;
}
