/** Makes the process that loads it one of a later version: `node --import this-file program`. Each change is one that a version may bring. */
import { registerHooks } from 'node:module';

/** What the next version declares: a group's new field, a new group, a new kind, and a converter for what older ones leave out. */
const changes: Readonly<Record<string, readonly (readonly [old: string, newer: string])[]>> = {
  'sync/protocol.ts': [['schemaVersion = 1;', 'schemaVersion = 2;']],
  'sync/converters.ts': [
    ['oldestSchema = 1;', `oldestSchema = ${process.env.NEWER_OLDEST ?? '1'};`],
    ['readonly Converter[] = [];', 'readonly Converter[] = [shiftOf];'],
    [
      '/** The edit as this version writes it. */',
      `function shiftOf(edit: Edit): Edit {
        const dated = (labor: object) => ({ shift: 'day', ...labor });
        if (edit.kind !== 'line') return edit;
        if (edit.group === 'labor') return { ...edit, value: dated(edit.value) as never };
        const { labor } = edit.value;
        return labor === undefined ? edit : { ...edit, value: { ...edit.value, labor: dated(labor as object) as never } };
      }`,
    ],
  ],
  'sync/records.ts': [
    ["    labor: 'keep-both',\n    refinish:", "    labor: 'keep-both',\n    sublet: 'keep-both',\n    refinish:"],
    [
      '  photo: declare(photoSpec',
      `  assignment: declare({ kind: 'assignment', seldom: [], groups: { parent: lineSpec.groups.parent, text: lineSpec.groups.text } } as never,
         { parent: 'once', text: 'keep-both' } as never),\n  photo: declare(photoSpec`,
    ],
  ],
  'estimate/line.ts': [
    [
      "type: z.enum(laborTypes).default('body'),",
      "type: z.enum(laborTypes).default('body'), shift: z.enum(['', 'day', 'night']).default(''),",
    ],
    ['  /** A charge that', "  sublet: z.object({ vendor: z.string().max(80).default('') }),\n  /** A charge that"],
  ],
  'access/permissions.ts': [
    ["  ['line', 'edit-estimate'],", "  ['line', 'edit-estimate'],\n  ['assignment', 'edit-estimate'],"],
  ],
};

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    const file = Object.keys(changes).find((name) => url.endsWith(`/src-shared/${name}`) || url.endsWith(`/${name}`));
    if (file === undefined || !url.includes('/src-shared/')) return loaded;
    return { ...loaded, source: changed(textOf(loaded.source), changes[file] ?? [], file) };
  },
});

const textOf = (source: string | ArrayBuffer | NodeJS.TypedArray | undefined): string =>
  typeof source === 'string' ? source : Buffer.from(source as Uint8Array).toString();

function changed(source: string, pairs: readonly (readonly [string, string])[], file: string): string {
  return pairs.reduce((text, [old, newer]) => {
    if (!text.includes(old)) throw new Error(`${file} has no ${old}`);
    return text.replace(old, newer);
  }, source);
}
