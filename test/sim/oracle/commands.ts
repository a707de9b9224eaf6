/** Invariant 4: each command took effect at most once, and exactly once if it was answered. */
import type { JsonObject } from '../../../src-shared/sync/protocol.ts';
import { commandsOf, contentOf, type GivenCommand } from '../ledger.ts';
import type { ShopMemory } from '../memory-shop.ts';
import type { Scene } from './scene.ts';

export function commandsHappenOnce(scene: Scene): readonly string[] {
  const { shop, pcs, ledger } = scene;
  ledger.hear(pcs);
  const known = new Map(pcs.flatMap(commandsOf).map((command) => [command.id, command]));
  for (const [id, command] of ledger.answered) known.set(id, command);
  return [
    ...[...known.values()].flatMap((command) => wrongWith(command, scene)),
    ...twice(shop),
    ...unseen(scene),
    ...sharedNumbers(shop),
  ];
}

/** All of its edits or none; all of them where somebody heard that it was done. */
function wrongWith({ id, name, state, edits, result }: GivenCommand, { shop, hadLives }: Scene): readonly string[] {
  const written = shop.log.filter(({ edit }) => edits.includes(edit));
  const what = `${name} ${id}`;
  if (written.length !== 0 && written.length !== edits.length) return [`${what} wrote ${written.length} edits`];
  if (state === 'done' && written.length !== edits.length) return [`${what} was done, and is not in the log`];
  if (state === 'refused' && !hadLives && written.length > 0) return [`${what} was refused, and is in the log`];
  const number = written.find(({ group }) => group === 'number')?.value.ro;
  if (state === 'done' && number !== undefined && number !== result?.number) {
    return [`${what} was answered by ${JSON.stringify(result)}, and gave the number ${JSON.stringify(number)}`];
  }
  return [];
}

/** A workfile gets one number, and each version of an estimate is locked once, as what was there at that moment. */
function twice({ log }: ShopMemory): readonly string[] {
  const seen = new Set<string>();
  const once = (place: string, edit: string): readonly string[] => {
    if (seen.has(place)) return [`${edit} wrote ${place} a second time`];
    seen.add(place);
    return [];
  };
  return log.flatMap(({ kind, id, group, edit, value }) => {
    if (kind === 'workfile' && group === 'number') return once(`${kind}/${id}/${group}`, edit);
    if (kind !== 'version') return [];
    const { parent, of } = value as Readonly<Record<string, JsonObject>>;
    return once(`version ${JSON.stringify([of?.label, parent?.estimateId])}`, edit);
  });
}

/** Without restores and copies, a version is what somebody saw who asked for its lock. */
const unseen = ({ shop, ledger, hadLives }: Scene): readonly string[] =>
  shop.log.flatMap(({ kind, id, value }) => {
    const seen = kind === 'version' && !hadLives ? ledger.seenAtLock.get(id) : undefined;
    return seen === undefined || seen === contentOf(value) ? [] : [`version ${id} is not what its locker saw`];
  });

function sharedNumbers({ records }: ShopMemory): readonly string[] {
  const owners = new Map<unknown, string>();
  return [...records.values()].flatMap(({ kind, id, value }) => {
    const number = kind === 'workfile' ? value.number?.ro : '';
    if (number === '' || number === undefined) return [];
    const other = owners.get(number);
    owners.set(number, id);
    return other === undefined ? [] : [`${other} and ${id} both have the number ${JSON.stringify(number)}`];
  });
}
