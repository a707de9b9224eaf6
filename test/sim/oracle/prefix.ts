/** Invariant 3: what each PC has applied is a prefix of the log, up to its cursor, without a hole. */
import { readMarks } from '../../../src-main/db/cursor.ts';
import { readIdentity } from '../../../src-main/db/identity.ts';
import { counterOf, deviceOfEdit, type EditId } from '../../../src-shared/base/ids.ts';
import { wholeRecord } from '../../../src-shared/sync/protocol.ts';
import { editsOn } from '../ledger.ts';
import type { LogEntry } from '../memory-shop.ts';
import type { SimPc } from '../pc.ts';
import { type RecordState, stateOfPc } from '../rows.ts';
import type { Scene } from './scene.ts';

type Seen = Pick<Scene, 'shop' | 'ledger'>;

export const appliedIsAPrefix = (scene: Scene): readonly string[] => scene.pcs.flatMap((pc) => prefixOf(pc, scene));

/** May be asked at any time; a PC that has not heard of a restored cloud yet is asked later. */
export function prefixOf(pc: SimPc, { shop, ledger }: Seen): readonly string[] {
  const { cursor } = pc;
  const isOfAnotherPast = readMarks(pc.store).some(([seq, mark]) => seq <= cursor && shop.log[seq - 1]?.mark !== mark);
  if (isOfAnotherPast || cursor > shop.lastSeq) return [];
  pc.unpackAll();
  const here = stateOfPc(pc.store);
  const ofGroups = new Map<string, LogEntry>();
  for (const entry of shop.log.slice(0, cursor)) for (const key of placesOf(entry)) ofGroups.set(key, entry);
  const seqs = new Map<string, number>(shop.log.map(({ edit, seq }) => [edit, seq]));
  const own = new Set(editsOn(pc));
  const problems: string[] = [];
  for (const [place, entry] of ofGroups) {
    const stamp = stampAt(here, entry, place);
    if (stamp === entry.edit) continue;
    const seq = stamp === undefined ? undefined : seqs.get(stamp);
    // What came after, or was made here and is on its way, may stand in its place.
    const isLater = seq !== undefined && seq > entry.seq;
    const isOwn = stamp !== undefined && seq === undefined && (own.has(stamp) || ledger.everLogged.has(stamp));
    const isTwins = stamp !== undefined && seq !== undefined && isOfTwins(pc, stamp as EditId, entry.edit);
    if (!isLater && !isOwn && !isTwins)
      problems.push(`${pc.place} at ${cursor}: ${place} is ${stamp}, not ${entry.edit} of ${entry.seq}`);
  }
  return problems;
}

/**
 * Two copies of a PC wrote the group under one name. The one that counted on shows its own edit, though the other's came
 * after it in the order, until the cloud tells the two apart; then all is compared.
 */
function isOfTwins(pc: SimPc, stamp: EditId, edit: EditId): boolean {
  const { device } = readIdentity(pc.store);
  return [stamp, edit].every((one) => deviceOfEdit(one) === device) && counterOf(stamp) > counterOf(edit);
}

const placesOf = ({ kind, id, group, value }: LogEntry): readonly string[] =>
  group === wholeRecord
    ? ['deleted', ...Object.keys(value)].map((name) => `${kind}/${id}/${name}`)
    : [`${kind}/${id}/${group}`];

function stampAt(here: ReadonlyMap<string, RecordState>, { kind, id }: LogEntry, place: string): string | undefined {
  return here.get(`${kind}/${id}`)?.stamps[place.slice(place.lastIndexOf('/') + 1)];
}
