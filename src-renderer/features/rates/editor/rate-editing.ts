// What the editor of rates works on, a workfile's rates or a profile: values, how they are written, what is marked.

import { sameValue } from '../../../../src-shared/base/same-value.ts';
import type { RateGroups } from '../../../../src-shared/domain/estimate/profile/profile-rates.ts';
import type { ProfileGroup } from '../../../../src-shared/domain/estimate/profile/rate-differences.ts';
import type { Format } from '../../../words/formats.ts';

/** Where a value stands inside a group: names of fields and places in lists. */
export type Path = readonly (string | number)[];
type TwoValues = { readonly text: string; readonly onChoose: () => void } | undefined;

/** Makes of a group's value the next one. */
export type Change = (value: object) => object;

export type RateEditing = {
  readonly groups: RateGroups;
  /** The profile that the rates came from; what differs from it is marked. */
  readonly profile: { readonly name: string; readonly groups: RateGroups } | undefined;
  readonly disabledReason: string | undefined;
  /** The name of a field, by which it is found again. */
  readonly placeOf: (group: ProfileGroup, path: Path) => string;
  /** Changes what a group holds at that moment, not when its field was drawn; answers why it was not taken. */
  readonly write: (group: ProfileGroup, change: Change) => Promise<string | undefined>;
  readonly draftOf: (place: string) => string | undefined;
  readonly noteDraft: (place: string, text: string | undefined) => void;
  readonly twoValuesAt: (group: ProfileGroup, field: string) => TwoValues;
};

export type Editing = { readonly editing: RateEditing };

const longestNumber = 60;

/** A field that is printed and read by a format. */
export function valueField<T>({ editing }: Editing, group: ProfileGroup, path: Path, format: Format<T>) {
  const place = editing.placeOf(group, path);
  const value = valueAt(editing.groups[group], path) as T;
  return {
    ...shared(editing, group, path, (of) => format.print(of as T)),
    ...format,
    value,
    draft: editing.draftOf(place),
    onDraft: (text: string | undefined) => editing.noteDraft(place, text),
    onCommit: (next: T) => editing.write(group, putting(path, next)),
    maxLength: longestNumber,
    align: 'end' as const,
  };
}

/** A field of text. */
export function textField(from: Editing, group: ProfileGroup, path: Path, maxLength: number) {
  return { ...valueField(from, group, path, plainText), maxLength, align: 'start' as const };
}

/** A yes or no. */
export function flagField({ editing }: Editing, group: ProfileGroup, path: Path) {
  return {
    ...shared(editing, group, path, (of) => (of === true ? 'on' : 'off')),
    value: valueAt(editing.groups[group], path) === true,
    onCommit: (next: boolean) => editing.write(group, putting(path, next)),
  };
}

/** One of several. */
export function choiceField(
  { editing }: Editing,
  group: ProfileGroup,
  path: Path,
  choices: readonly { readonly value: string; readonly label: string }[],
) {
  const wordOf = (value: unknown): string => choices.find((one) => one.value === value)?.label ?? '';
  return {
    ...shared(editing, group, path, wordOf),
    choices,
    value: String(valueAt(editing.groups[group], path)),
    onCommit: (next: string) => editing.write(group, putting(path, next)),
  };
}

/** Writes a list of a group. */
export const writeList = (
  { editing }: Editing,
  group: ProfileGroup,
  path: Path,
  list: readonly unknown[],
): Promise<string | undefined> => editing.write(group, putting(path, list));

function shared(editing: RateEditing, group: ProfileGroup, path: Path, print: (value: unknown) => string) {
  const [field = ''] = path;
  return {
    id: editing.placeOf(group, path),
    disabledReason: editing.disabledReason,
    twoValues: editing.twoValuesAt(group, String(field)),
    ...overrideMark(editing, group, path, print),
  };
}

/** The mark of a value that is not the profile's. */
function overrideMark(
  { groups, profile }: RateEditing,
  group: ProfileGroup,
  path: Path,
  print: (of: unknown) => string,
) {
  if (profile === undefined) return {};
  const theirs = valueAt(profile.groups[group], path);
  if (sameValue(theirs, valueAt(groups[group], path))) return {};
  const words = theirs === undefined ? 'not in the profile' : `profile: ${print(theirs) || 'none'}`;
  return { hint: `Override, ${words}` };
}

const plainText: Format<string> = { print: (value) => value, parse: (text) => ({ ok: true, value: text.trim() }) };

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Readonly<Record<string | number, unknown>>)?.[step], value);
}

const putting =
  (path: Path, next: unknown): Change =>
  (value) =>
    withValue(value, path, next) as object;

function withValue(value: unknown, [step, ...rest]: Path, next: unknown): unknown {
  if (step === undefined) return next;
  const inner = withValue((value as Readonly<Record<string | number, unknown>>)[step], rest, next);
  return Array.isArray(value)
    ? value.with(Number(step), inner)
    : { ...(value as Readonly<Record<string, unknown>>), [step]: inner };
}
