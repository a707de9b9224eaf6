// Ties fields to one line or to several at once: what they have in common is shown, a change is made to all of them.
import type { WorkfileId } from '../../../../src-shared/base/ids.ts';
import { type Line, lineSpec } from '../../../../src-shared/domain/estimate/line.ts';
import { checkLine } from '../../../../src-shared/domain/estimate/line-rules.ts';
import { emptyGroup } from '../../../../src-shared/domain/record.ts';
import type { LineGroups } from '../../../../src-shared/ipc/requests.ts';
import { writeLines } from '../../../stores/workfile/line-edits.ts';
import { fieldPlace } from '../../../stores/workfile/places.ts';
import { sheetOf } from '../../../stores/workfile/workfiles.ts';
import { wordBriefly } from '../../../words/failure-words.ts';
import type { Format } from '../../../words/formats.ts';
import { wordCell } from '../line-cell.ts';
import { withPanel } from '../usual-panels.ts';

type Group = keyof LineGroups;
type Value<G extends Group> = NonNullable<LineGroups[G]>;

export type LineTie = {
  readonly workfileId: WorkfileId;
  readonly lines: readonly Line[];
  readonly disabledReason: string | undefined;
};

type Bound<T> = {
  /** The place of the field, by which one goes to it; of several lines it has none. */
  readonly id: string | undefined;
  readonly value: T;
  readonly onCommit: (value: T) => Promise<string | undefined>;
  readonly disabledReason: string | undefined;
};

export type LineFields = {
  readonly several: boolean;
  /** What all lines say; undefined where they differ. */
  readonly common: <G extends Group, F extends keyof Value<G>>(group: G, field: F) => Value<G>[F] | undefined;
  readonly set: <G extends Group>(
    group: G,
    change: (value: Value<G>, line: Line) => Value<G>,
  ) => Promise<string | undefined>;
  readonly choice: <G extends Group, F extends keyof Value<G>>(group: G, field: F) => Bound<string>;
  readonly flag: <G extends Group, F extends keyof Value<G>>(group: G, field: F) => Bound<boolean>;
  readonly value: <G extends Group, F extends keyof Value<G>, T extends Value<G>[F]>(
    group: G,
    field: F,
    format: Format<T>,
  ) => Bound<T | undefined> & Format<T | undefined> & { readonly placeholder: string };
};

/** What a group of a line says, also where it says nothing. */
export const groupOf = <G extends Group>(line: Line, group: G): Value<G> =>
  (line[group] ?? emptyGroup(lineSpec, group)) as Value<G>;

const sheetLines = (workfileId: WorkfileId): readonly Line[] => sheetOf(workfileId)?.lines ?? [];

export function lineFields({ workfileId, lines, disabledReason }: LineTie): LineFields {
  const common: LineFields['common'] = (group, field) => {
    const [first, ...others] = lines.map((line) => groupOf(line, group)[field]);
    return others.every((value) => value === first) ? first : undefined;
  };
  const set: LineFields['set'] = async (group, change) => {
    const changes = lines.map((line) => ({
      line,
      change: withPanel(line, { [group]: change(groupOf(line, group), line) }, sheetLines(workfileId)),
    }));
    const broken = changes.map(({ line, change: to }) => checkLine({ ...line, ...to })).find((one) => one !== null);
    if (broken) return wordCell(broken);
    const written = changes.map(({ line, change: to }) => ({ id: line.id, change: to }));
    const failure = await writeLines(workfileId, { changes: written, added: [], after: undefined });
    return failure && wordBriefly(failure);
  };
  const put = (group: Group, field: PropertyKey, value: unknown) =>
    set(group, (before) => ({ ...before, [field]: value }) as never);
  const [only, ...others] = lines;
  const idOf = (group: Group, field: PropertyKey): string | undefined =>
    only === undefined || others.length > 0 ? undefined : fieldPlace('line', only.id, group, String(field));
  return {
    several: others.length > 0,
    common,
    set,
    choice: (group, field) => ({
      id: idOf(group, field),
      value: String(common(group, field) ?? ''),
      onCommit: (value) => put(group, field, value),
      disabledReason,
    }),
    flag: (group, field) => ({
      id: idOf(group, field),
      value: common(group, field) === true,
      onCommit: (value) => put(group, field, value),
      disabledReason,
    }),
    value: (group, field, format) => {
      const value = common(group, field);
      return {
        id: idOf(group, field),
        value: value as never,
        print: (one) => (one === undefined ? '' : format.print(one)),
        parse: (text) => format.parse(text),
        onCommit: (one) => (one === undefined ? Promise.resolve(undefined) : put(group, field, one)),
        disabledReason,
        placeholder: value === undefined ? 'different' : '',
      };
    },
  };
}
