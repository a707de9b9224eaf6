/** Remembers what people made on each PC, as the PC acknowledged it, and what became of it there. */
import { listKept } from '../../src-main/db/kept.ts';
import { readSheet } from '../../src-main/db/sheet.ts';
import type { EditId, WorkfileId } from '../../src-shared/base/ids.ts';
import type { Line } from '../../src-shared/domain/estimate/line.ts';
import { type LockedVersion, packVersion } from '../../src-shared/domain/estimate/supplement/locked-version.ts';
import type { JsonObject, PushRequest } from '../../src-shared/sync/protocol.ts';
import type { ShopMemory } from './memory-shop.ts';
import type { SimPc } from './pc.ts';

/** An edit that a person made: the group's value, or a value a group of a new record. */
export type Made = {
  readonly edit: string;
  readonly kind: string;
  readonly id: string;
  readonly group: string;
  readonly value: JsonObject;
  readonly base: string | null;
};

/** A command that a PC knows of. */
export type GivenCommand = {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly edits: readonly string[];
  readonly result: JsonObject | null;
};

export class Ledger {
  readonly made = new Map<string, Made>();
  /** Refused edits that a person decided about. */
  readonly ended = new Set<string>();
  /** Commands that some PC had a final answer to, by their ids. */
  readonly answered = new Map<string, GivenCommand>();
  /** Every edit that a cloud which was restored had in its log. */
  readonly everLogged = new Set<string>();
  /** What each version held, on the PC and at the moment at which its lock was asked for. */
  readonly seenAtLock = new Map<string, string>();
  /** The edit of each place in a PC's outbox when it was last looked at. */
  readonly #places = new WeakMap<SimPc, Map<string, string>>();

  /** Lets somebody do something on a PC, and notes what came of it. */
  watch(pc: SimPc, act: () => void): void {
    const kept = new Set(pc.texts('select edit from kept'));
    act();
    for (const edit of pc.texts('select edit from kept')) kept.delete(edit);
    // A person let it go, or made it again under another id.
    for (const edit of kept) this.ended.add(edit);
    for (const one of outboxOf(pc)) this.#note(pc, one);
    this.#noteLocks(pc);
  }

  /** A copy has the same unsent work in the same places, and goes on with it under other ids. */
  copy(from: SimPc, to: SimPc): void {
    this.#places.set(to, new Map(this.#places.get(from)));
  }

  #noteLocks(pc: SimPc): void {
    for (const text of pc.texts(locks)) {
      const [versionId, workfileId] = JSON.parse(text) as [string, WorkfileId];
      const sheet = this.seenAtLock.has(versionId) ? 'missing' : readSheet(pc.store, workfileId);
      if (typeof sheet !== 'string') {
        this.seenAtLock.set(versionId, contentOf(packVersion(sheet, { at: 1, by: '', estimator: '' })));
      }
    }
  }

  /** What was not sealed yet went on under a new id, with all that it holds. */
  #note(pc: SimPc, { n, ...made }: Unsealed): void {
    const places = this.#places.get(pc) ?? new Map<string, string>();
    this.#places.set(pc, places);
    const before = places.get(n);
    if (before === made.edit) return;
    if (before !== undefined) this.made.delete(before);
    places.set(n, made.edit);
    const { value, ...rest } = made;
    this.made.set(made.edit, { ...rest, value: JSON.parse(value) as JsonObject });
  }

  /** Notes the final answers to commands. */
  hear(pcs: readonly SimPc[]): void {
    for (const command of pcs.flatMap(commandsOf)) {
      if (command.state === 'done' || command.state === 'refused') this.answered.set(command.id, command);
    }
  }

  /** The same, before a PC forgets: what the cloud lost meanwhile nobody can ask for again. */
  hearLast(pc: SimPc, { applied }: ShopMemory): void {
    const before = new Map(this.answered);
    this.hear([pc]);
    for (const [id, { state, edits }] of this.answered) {
      const isLost = state === 'done' && !edits.every((edit) => applied.has(edit as EditId));
      if (isLost && !before.has(id)) this.answered.delete(id);
    }
  }

  /** The edits that neither the cloud nor any PC holds. */
  nowhere(shop: ShopMemory, pcs: readonly SimPc[]): readonly Made[] {
    const held = new Set<string>([
      ...shop.applied,
      ...[...shop.conflicts.values()].flatMap(({ edits }) => edits),
      ...pcs.flatMap(editsOn),
    ]);
    return [...this.made.values()].filter(({ edit }) => !held.has(edit) && !this.ended.has(edit));
  }

  forget({ edit }: Made): void {
    this.made.delete(edit);
  }
}

const locks = `select json_array(params ->> 'versionId', workfile_id) from command
  where name = 'lock-estimate' and state = 'waiting'`;

/** What a version says, as one text. */
export function contentOf({ lines, totals }: Pick<LockedVersion, 'lines' | 'totals'>): string {
  const said = (lines?.list ?? []) as unknown as readonly Partial<Line>[];
  const words = said.map(({ id, text, part, labor }) => [id, text?.description, part?.priceCents, labor?.tenths]);
  return JSON.stringify([words, totals?.totals?.grandTotal, totals?.totals?.net]);
}

type Unsealed = Omit<Made, 'value'> & { readonly n: string; readonly value: string };

const unsealed = `select json_array(n, edit, kind, id, group_name, value, base) from outbox where batch_n is null`;

const outboxOf = (pc: SimPc): readonly Unsealed[] =>
  pc.texts(unsealed).map((text) => {
    const [n, edit, kind, id, group, value, base] = JSON.parse(text) as [
      number,
      string,
      string,
      string,
      string,
      string,
      string | null,
    ];
    return { n: String(n), edit, kind, id, group, value, base };
  });

/** Every edit that a PC could still bring: waiting, kept, in a retained batch, or heard of. */
export function editsOn(pc: SimPc): readonly string[] {
  const bodies = pc.texts('select body from batch where moved = 0');
  const sent = bodies.flatMap((body) => (JSON.parse(body) as PushRequest).edits.map(([edit]) => edit));
  return [
    ...sent,
    ...pc.texts("select change.value ->> 'edit' from heard, json_each(heard.changes, '$.changes') change"),
    ...pc.texts('select edit from outbox union all select edit from again union all select edit from kept'),
  ];
}

/** The commands of a PC, with what it heard of them. */
export const commandsOf = (pc: SimPc): readonly GivenCommand[] =>
  pc
    .texts("select json_array(id, name, state, json(edits), json(coalesce(result, 'null'))) from command")
    .map((text) => {
      const [id, name, state, edits, result] = JSON.parse(text) as [
        string,
        string,
        string,
        string[],
        JsonObject | null,
      ];
      return { id, name, state, edits, result };
    });

export const keptOn = (pcs: readonly SimPc[]) => pcs.flatMap((pc) => listKept(pc.store));
