// Ties fields of a screen to fields of a record: value, commit, draft, length, and why it cannot be changed.

import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Conflict } from '../../../src-shared/domain/conflict/conflict.ts';
import { emptyGroup, longestText } from '../../../src-shared/domain/record.ts';
import {
  type GroupOf,
  type RecordOfKind,
  records,
  type ValueOf,
  type WorkfileKind,
} from '../../../src-shared/sync/records.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import type { Format } from '../../words/formats.ts';
import { type TwoValues, twoValuesAt } from './conflicts.ts';
import { noteDraft } from './drafts.ts';
import { changeGroup } from './edits.ts';
import { fieldPlace } from './places.ts';
import { type GroupEdit, recordOf } from './sheet.ts';
import { sheetOf, useWorkfiles } from './workfiles.ts';

export type BoundField<T> = {
  readonly id: string;
  readonly value: T;
  readonly onCommit: (value: T) => Promise<string | undefined>;
  readonly draft: string | undefined;
  readonly onDraft: (text: string | undefined) => void;
  readonly disabledReason: string | undefined;
  readonly twoValues: TwoValues | undefined;
};

/** The names of a group's fields whose values are of a type. */
type FieldOf<K extends WorkfileKind, G, T> = keyof {
  [F in keyof ValueOf<K, G> as ValueOf<K, G>[F] extends T ? F : never]: F;
} &
  string;

export type RecordFields<K extends WorkfileKind> = {
  /** A field of text. */
  readonly text: <G extends GroupOf<K>>(
    group: G,
    field: FieldOf<K, G, string>,
  ) => BoundField<string> & { readonly maxLength: number };
  /** A field that is printed and read by a format. */
  readonly value: <G extends GroupOf<K>, T>(
    group: G,
    field: FieldOf<K, G, T>,
    format: Format<T>,
  ) => BoundField<T> & Format<T> & { readonly maxLength: number };
  /** A yes or no. */
  readonly flag: <G extends GroupOf<K>>(
    group: G,
    field: FieldOf<K, G, boolean>,
  ) => Pick<BoundField<boolean>, 'value' | 'onCommit' | 'disabledReason' | 'twoValues'>;
};

export type Tie<K extends WorkfileKind> = {
  readonly workfileId: WorkfileId;
  readonly kind: K;
  readonly record: RecordOfKind<K>;
  readonly disabledReason?: string | undefined;
  /** The conflicts of the workfile; fields with two values say so. */
  readonly conflicts?: readonly Conflict[];
  /** Written along with every field of the groups bound here: that it was typed by hand. */
  readonly stamp?: Readonly<Record<string, unknown>>;
};

/** Ties the fields of one record. */
export function tieFields<K extends WorkfileKind>(tie: Tie<K>): RecordFields<K> {
  const { workfileId, kind, record, disabledReason, conflicts = [], stamp = {} } = tie;
  // Fields read their draft once, when they are first drawn: nothing here need follow each keystroke.
  const drafts = useWorkfiles.getState().open[workfileId]?.drafts ?? {};
  const bind = <T>(group: string, field: string): BoundField<T> => {
    const id = fieldPlace(kind, record.id, group, field);
    const values = record as unknown as Readonly<Record<string, Readonly<Record<string, T>>>>;
    return {
      id,
      value: (values[group] ?? emptyOf<T>(kind, group))[field] as T,
      draft: drafts[id],
      onDraft: (text) => noteDraft(workfileId, id, text),
      onCommit: (value) =>
        commitGroup(workfileId, { kind, id: record.id, group, fields: { ...stamp, [field]: value } }),
      disabledReason,
      twoValues: twoValuesAt(conflicts, record.id, group, field),
    };
  };
  return {
    text: (group, field) => ({
      ...bind<string>(group, field),
      maxLength: longestText(records[kind].spec, group, field) ?? maxNumberLength,
    }),
    value: <_G, T>(group: string, field: string, format: Format<T>) => ({
      ...bind<T>(group, field),
      ...format,
      maxLength: longestText(records[kind].spec, group, field) ?? maxNumberLength,
    }),
    flag: (group, field) => {
      const { value, onCommit, twoValues } = bind<boolean>(group, field);
      return { value, onCommit, disabledReason, twoValues };
    },
  };
}

/** A seldom group that says nothing is absent: its fields read as empty. */
const emptyOf = <T>(kind: WorkfileKind, group: string): Readonly<Record<string, T>> =>
  emptyGroup(records[kind].spec, group as never);

/** As much as a number or a sum may have: `=12*3+1`. */
const maxNumberLength = 60;

type FieldsChange = {
  readonly kind: WorkfileKind;
  readonly id: string;
  readonly group: string;
  readonly fields: Readonly<Record<string, unknown>>;
};

/** Sends the whole group of the fields, on top of what the group holds at this moment. */
async function commitGroup(workfileId: WorkfileId, change: FieldsChange): Promise<string | undefined> {
  const sheet = sheetOf(workfileId);
  const record = sheet && recordOf(sheet, change.kind, change.id);
  const values = record as unknown as Readonly<Record<string, object>> | undefined;
  const value = { ...(values?.[change.group] ?? emptyOf(change.kind, change.group)), ...change.fields };
  const edit = { kind: change.kind, id: change.id, group: change.group, value } as unknown as GroupEdit;
  const failure = await changeGroup(workfileId, edit);
  return failure && wordBriefly(failure);
}
