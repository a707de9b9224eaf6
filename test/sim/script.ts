/** What people do on the simulated PCs: few records and many hands, so that edits meet. */

import { readRow } from '../../src-main/db/record.ts';
import { groupOf } from '../../src-main/db/record-row.ts';
import { recordTables } from '../../src-main/db/record-tables.ts';
import { type NewEdit, writeEdits } from '../../src-main/db/write-edits.ts';
import type { WorkfileId } from '../../src-shared/base/ids.ts';
import { uuidV7 } from '../../src-shared/base/ids.ts';
import { deletion, type JsonObject, wholeRecord } from '../../src-shared/sync/protocol.ts';
import type { RecordKind } from '../../src-shared/sync/records.ts';
import type { SimPc } from './pc.ts';
import { listRecordIds } from './rows.ts';
import type { World } from './world.ts';

/** Numbers the values of a run, so that each can be told from every other. */
export type Script = { readonly world: World; value: number };

const mostWorkfiles = 3;
const mostLines = 12;

/** One thing that a person does on a PC. */
export function act(script: Script, pc: SimPc): readonly NewEdit[] {
  const { chance } = script.world;
  if (chance.percent(30)) pc.unpackAll();
  const workfiles = listRecordIds(pc.store, 'workfile');
  if (workfiles.length === 0 || (workfiles.length < mostWorkfiles && chance.percent(4)))
    return openWorkfile(script, pc);
  const workfileId = chance.pick(workfiles as [string, ...string[]]) as WorkfileId;
  const edit = anEdit(script, pc, workfileId);
  return edit === null ? [] : write(script, pc, workfileId, [edit]);
}

function openWorkfile(script: Script, pc: SimPc): readonly NewEdit[] {
  const id = newId(script) as WorkfileId;
  const parent = { workfileId: id };
  return write(script, pc, id, [
    created('workfile', id, { opened: { at: 1, by: 'Someone' } }),
    created('estimate', newId(script), { parent }),
    created('vehicle', newId(script), { parent }),
    created('contact', newId(script), { parent: { ...parent, role: 'owner' } }),
  ]);
}

const created = (kind: RecordKind, id: string, value: JsonObject): NewEdit => ({ kind, id, group: wholeRecord, value });

function anEdit(script: Script, pc: SimPc, workfileId: WorkfileId): NewEdit | null {
  const { chance } = script.world;
  const lines = listRecordIds(pc.store, 'line', workfileId);
  const kind = chance.pick(['line', 'line', 'line', 'contact', 'vehicle'] as const);
  if (kind === 'line' && lines.length < mostLines && chance.percent(lines.length === 0 ? 100 : 15)) {
    return newLine(script, pc, workfileId);
  }
  const ids = kind === 'line' ? lines : listRecordIds(pc.store, kind, workfileId);
  const [first, ...others] = ids;
  if (first === undefined) return null;
  return changed(script, pc, kind, chance.pick([first, ...others]));
}

function newLine(script: Script, pc: SimPc, workfileId: WorkfileId): NewEdit | null {
  const [estimateId] = listRecordIds(pc.store, 'estimate', workfileId);
  if (estimateId === undefined) return null;
  return created('line', newId(script), {
    parent: { workfileId, estimateId },
    text: { description: `line ${nextValue(script)}` },
  });
}

function changed(script: Script, pc: SimPc, kind: 'line' | 'contact' | 'vehicle', id: string): NewEdit | null {
  const { chance } = script.world;
  const value = nextValue(script);
  if (kind === 'vehicle') return patched(pc, kind, id, 'mileageIn', { miles: chance.below(100_000) });
  if (kind === 'contact') {
    return patched(pc, kind, id, chance.pick(['name', 'email']), {
      last: `N${value}`,
      address: `n${value}@example.com`,
    });
  }
  const what = chance.below(10);
  if (what === 0) return { kind, id, group: deletion, value: { deleted: chance.percent(60) } };
  if (what === 1) return patched(pc, kind, id, 'place', { position: `a${chance.pick(['1', '2', '3', '4'])}` });
  if (what < 5) return patched(pc, kind, id, 'part', { priceCents: value });
  if (what < 7) return patched(pc, kind, id, 'labor', { tenths: value % 999 });
  return patched(pc, kind, id, 'text', { description: `line ${value}` });
}

/** A group with some fields changed; fields that the group lacks are left out. */
function patched(pc: SimPc, kind: RecordKind, id: string, group: string, patch: JsonObject): NewEdit | null {
  const row = readRow(pc.store, kind, id);
  const before = row && groupOf(recordTables[kind], row, group);
  if (before === undefined) return null;
  const known = Object.entries(patch).filter(([name]) => Object.hasOwn(before, name));
  if (known.length === 0) return null;
  return { kind, id, group, value: { ...before, ...Object.fromEntries(known) } };
}

function write({ world }: Script, pc: SimPc, workfileId: WorkfileId, edits: readonly NewEdit[]): readonly NewEdit[] {
  writeEdits(pc.store, { workfileId, edits, now: world.now(), as: 'step' });
  return edits;
}

function nextValue(script: Script): number {
  script.value += 1;
  return script.value;
}

const newId = ({ world }: Script): string => uuidV7(world.now(), world.chance.bytes(16));
