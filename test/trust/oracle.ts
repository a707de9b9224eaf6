/** Whether anything was lost, doubled, overwritten unseen or brought back: the history against what everybody holds. */
import { deviceOfEdit } from '../../src-shared/base/ids.ts';
import { policyOf } from '../../src-shared/sync/merge.ts';
import { deletion, wholeRecord } from '../../src-shared/sync/protocol.ts';
import { canonical } from './canonical.ts';
import type { CloudState, LoggedEdit } from './cloud-state.ts';
import type { Deed, History } from './history.ts';
import { type Groups, groupsOfEdit, type Replica } from './replica.ts';

export type Evidence = {
  readonly history: History;
  readonly cloud: CloudState;
  /** By the PC's name. */
  readonly replicas: ReadonlyMap<string, Replica>;
};

/** Every promise that was broken, in words. */
export const brokenPromises = (evidence: Evidence): readonly string[] => [
  ...lost(evidence),
  ...doubled(evidence),
  ...overwritten(evidence),
  ...broughtBack(evidence),
  ...unaccounted(evidence),
  ...stuck(evidence),
];

/** Where a PC differs from the cloud: record, group and edit. */
export const differences = ({ cloud, replicas }: Pick<Evidence, 'cloud' | 'replicas'>): readonly string[] =>
  [...replicas].flatMap(([pc, { groups }]) => compareGroups(pc, groups, cloud.groups));

function compareGroups(pc: string, here: Groups, there: Groups): readonly string[] {
  const places = new Set([...here.keys(), ...there.keys()]);
  return [...places].flatMap((place) => {
    const [mine, theirs] = [here.get(place), there.get(place)];
    return mine === theirs ? [] : [`${pc} differs at ${place}: has ${mine ?? 'nothing'}, cloud ${theirs ?? 'nothing'}`];
  });
}

const placeOf = ({ kind, id, group }: Pick<Deed, 'kind' | 'id' | 'group'>): string => `${kind}/${id}/${group}`;

/** Of two concurrent values of such a group only one is to stay; what the cloud alone writes is nobody's. */
const merges = ({ kind, group }: Pick<Deed, 'kind' | 'group'>): boolean =>
  ['last', 'most', 'least', 'cloud'].includes(policyOf(kind, group) ?? '');

/** What puts a value somewhere; the others decide between values or make records. */
const isSave = ({ did }: Deed): boolean => did === 'change' || did === 'add' || did === 'remove';

/** Every acknowledged save is in the log or set aside, or the same person replaced it before it left. */
function lost({ history, cloud, replicas }: Evidence): readonly string[] {
  const logged = new Set<string>();
  for (const edit of cloud.log) {
    for (const [group, value] of groupsOfEdit(edit.group, edit.value)) {
      logged.add(`${placeOf({ ...edit, group })} ${canonical(value)}`);
    }
  }
  const isKnown = (deed: Deed): boolean => {
    const value = canonical(deed.value);
    const kept = replicas.get(deed.pc)?.kept;
    return logged.has(`${placeOf(deed)} ${value}`) || cloud.aside.has(value) || kept?.has(value) === true;
  };
  const replacedSelf = (deed: Deed, index: number): boolean =>
    history.deeds
      .slice(index + 1)
      .some((later) => later.pc === deed.pc && later.told !== 'refused' && placeOf(later) === placeOf(deed));
  return history.deeds.flatMap((deed, index) => {
    if (deed.told !== 'saved' || !isSave(deed) || merges(deed)) return [];
    if (isKnown(deed) || replacedSelf(deed, index)) return [];
    return [`saved on ${deed.pc} and lost: ${placeOf(deed)} ${canonical(deed.value)}`];
  });
}

/** What was added once is there once, and the order has each edit once. */
function doubled({ history, cloud }: Evidence): readonly string[] {
  const edits = cloud.log.map(({ edit }) => edit);
  return [
    ...(new Set(edits).size === edits.length ? [] : ['an edit stands in the log twice']),
    ...(cloud.log.every(({ seq }, i) => seq === i + 1) ? [] : ['the order has a gap']),
    ...numberedTwice(cloud),
    ...(history.deeds.length === 0 ? [] : [...addedTwice(cloud), ...createdTwice(history, cloud)]),
  ];
}

/** No two workfiles have one number. */
function numberedTwice({ groups }: CloudState): readonly string[] {
  const given = [...groups].filter(([place]) => /^workfile\/.*\/number$/.test(place));
  const numbers = given.map(([, text]) => text.slice(text.indexOf(' ') + 1)).filter((value) => !value.includes('""'));
  const twice = numbers.filter((number, i) => numbers.indexOf(number) !== i);
  return twice.map((number) => `given twice: ${number}`);
}

/** Every line was added with words of its own. */
function addedTwice({ log }: CloudState): readonly string[] {
  const made = new Map<string, number>();
  for (const { group, value } of log) {
    const words = group === wholeRecord ? (value as { text?: { description?: string } }).text?.description : '';
    if (words) made.set(words, (made.get(words) ?? 0) + 1);
  }
  const twice = [...made].filter(([, times]) => times > 1);
  return twice.map(([words, times]) => `added once, there ${times} times: ${words}`);
}

function createdTwice({ deeds }: History, { log }: CloudState): readonly string[] {
  const created = log.filter(({ kind, group }) => kind === 'workfile' && group === wholeRecord).length;
  const asked = (told: Deed['told']) => deeds.filter((deed) => deed.did === 'create' && deed.told === told).length;
  const most = asked('saved') + asked('unknown');
  return created >= asked('saved') && created <= most ? [] : [`${created} workfiles of ${most} asked for`];
}

/** Nobody's value was replaced by somebody who had not seen it. */
function overwritten({ cloud }: Evidence): readonly string[] {
  const standing = new Map<string, { readonly edit: LoggedEdit; readonly value: string }>();
  return cloud.log.flatMap((edit) =>
    groupsOfEdit(edit.group, edit.value).flatMap(([group, raw]) => {
      const place = placeOf({ ...edit, group });
      const before = standing.get(place);
      const value = canonical(raw);
      standing.set(place, { edit, value });
      if (before === undefined || group === deletion || merges({ kind: edit.kind, group })) return [];
      if (edit.base === before.edit.edit || value === before.value) return [];
      return [`${edit.edit} replaced ${before.edit.edit} at ${place} without having seen it`];
    }),
  );
}

/** What was removed is gone, unless somebody chose to have it back. */
function broughtBack({ history, cloud }: Evidence): readonly string[] {
  const wanted = new Set(history.deeds.filter(({ did }) => did === 'restore').map(({ kind, id }) => `${kind}/${id}`));
  return history.deeds
    .filter(({ did, told }) => did === 'remove' && told === 'saved')
    .filter(({ kind, id }) => !cloud.deleted.has(`${kind}/${id}`) && !wanted.has(`${kind}/${id}`))
    .map((deed) => `removed on ${deed.pc} and back: ${placeOf(deed)}`);
}

/** Every edit that a PC ever sealed was applied, set aside, or said what stood there anyway. */
function unaccounted({ cloud, replicas }: Evidence): readonly string[] {
  const applied = new Set(cloud.log.map(({ edit }) => edit));
  const written = new Map<string, Set<string>>();
  for (const edit of cloud.log) {
    for (const [group, value] of groupsOfEdit(edit.group, edit.value)) {
      const place = placeOf({ ...edit, group });
      written.set(place, (written.get(place) ?? new Set()).add(canonical(value)));
    }
  }
  // One PC may bring back what another one wrote, which goes on from there.
  const everybodys = [...replicas.values()].flatMap(({ sealed }) => sealed);
  return [...replicas].flatMap(([pc, { sealed }]) =>
    sealed.flatMap(([edit, kind, id, group, value]) => {
      const text = canonical(value);
      if (applied.has(edit) || cloud.aside.has(text) || written.get(placeOf({ kind, id, group }))?.has(text)) return [];
      if (group === deletion || merges({ kind, group })) return [];
      // A later conflict of the same PC and group takes the earlier one's place.
      const later = everybodys.some(
        (one) => one[2] === id && one[3] === group && counterOf(one[0]) > counterOf(edit) && isSibling(one[0], edit),
      );
      return later ? [] : [`sent by ${pc} and nowhere: ${edit} ${placeOf({ kind, id, group })} ${text}`];
    }),
  );
}

const counterOf = (edit: string): number => Number(edit.slice(edit.indexOf('-') + 1));
const isSibling = (one: LoggedEdit['edit'], other: LoggedEdit['edit']): boolean =>
  deviceOfEdit(one) === deviceOfEdit(other);

const stuck = ({ replicas }: Evidence): readonly string[] =>
  [...replicas].flatMap(([pc, { waiting, quarantined }]) => [
    ...(waiting === 0 ? [] : [`${waiting} edits still wait on ${pc}`]),
    ...quarantined.map((what) => `set aside on ${pc}: ${what}`),
  ]);
