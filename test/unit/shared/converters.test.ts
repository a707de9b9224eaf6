/** Edits of every version that was released: what a PC of that version wrote is taken by this one, field by field. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readEdit, readValue } from '../../../src-cloud/services/edit-reading.ts';
import type { EditId } from '../../../src-shared/base/ids.ts';
import {
  type Converter,
  converters,
  oldestSchema,
  schemaStanding,
  upward,
} from '../../../src-shared/sync/converters.ts';
import { type Edit, type JsonObject, schemaVersion } from '../../../src-shared/sync/protocol.ts';
import { kindsOfCloud, recordKinds, records } from '../../../src-shared/sync/records.ts';

type Golden = {
  /** As it travelled. */
  readonly edit: readonly [EditId, Edit['kind'], string, string, JsonObject, EditId | null];
  /** What this version makes of it. */
  readonly becomes: { readonly group: string; readonly value: JsonObject };
};
const goldenOf = (schema: number) =>
  JSON.parse(readFileSync(new URL(`../../golden/schema-${schema}.json`, import.meta.url), 'utf8')) as readonly Golden[];
const versions = Array.from({ length: schemaVersion }, (_, i) => i + 1);

describe.each(versions)('version %i', (schema) => {
  test.each(goldenOf(schema).map((golden) => [`${golden.edit[1]} ${golden.edit[3]}`, golden] as const))(
    'its edit of %s is what it was meant to be',
    (_, { edit, becomes }) => {
      const read = readEdit(edit, schema);
      expect(read).toEqual({ edit: edit[0], kind: edit[1], id: edit[2], base: edit[5], ...becomes });
      expect(read && readValue(read)).toEqual({ ok: true, value: becomes.value });
    },
  );
});

test('every kind and every group that people write stands among the golden edits of this version', () => {
  const golden = new Set(goldenOf(schemaVersion).map(({ edit }) => `${edit[1]} ${edit[3]}`));
  for (const kind of recordKinds) {
    const policies: Readonly<Record<string, string>> = records[kind].policies;
    const written = Object.keys(policies).filter((group) => policies[group] !== 'cloud' && policies[group] !== 'once');
    for (const group of written) expect(golden).toContain(`${kind} ${group}`);
    if (!kindsOfCloud.includes(kind)) expect(golden).toContain(`${kind} *`);
  }
});

test('there is a converter for every step between versions', () => {
  expect(converters).toHaveLength(schemaVersion - 1);
  expect(oldestSchema).toBeLessThanOrEqual(schemaVersion);
});

test('an edit goes up step by step, each version from where it stands, and what is new already stays', () => {
  const named: Converter = (edit) => (edit.group === 'note' ? { ...edit, group: 'remark' } : edit);
  const filled: Converter = (edit) =>
    edit.group === 'remark' && edit.value.tone === undefined
      ? { ...edit, value: { ...edit.value, tone: 'plain' } }
      : edit;
  const steps = [named, filled];
  const [wire] = goldenOf(1).filter(({ edit }) => edit[1] === 'line' && edit[3] === 'note');
  if (wire === undefined) throw new Error('no note');
  const [edit, kind, id, group, value, base] = wire.edit;
  const first: Edit = { edit, kind, id, group, value, base };
  const third = { ...first, group: 'remark', value: { ...value, tone: 'plain' } };
  expect(upward(first, 1, steps)).toEqual(third);
  expect(upward({ ...first, group: 'remark' }, 2, steps)).toEqual(third);
  expect(upward(first, 3, steps)).toEqual(first);
  expect(upward(third, 1, steps)).toEqual(third);
  const loud = { ...third, value: { ...third.value, tone: 'loud' } };
  expect(upward(loud, 2, steps)).toEqual(loud);
});

test('an older version than the oldest must be updated, a newer one than this waits', () => {
  expect(schemaStanding(oldestSchema - 1)).toBe('too-old');
  for (const schema of versions.filter((one) => one >= oldestSchema)) expect(schemaStanding(schema)).toBe('taken');
  expect(schemaStanding(schemaVersion + 1)).toBe('too-new');
});
