/** The libraries of the scripted backend: records in memory, added and changed as the backend would, and told of. */
import { ok, type Result } from '../../../src-shared/base/result.ts';
import { isLibraryKind, type Library } from '../../../src-shared/domain/library/library.ts';
import { emptyGroup } from '../../../src-shared/domain/record.ts';
import type { LibrarySheet } from '../../../src-shared/ipc/library-requests.ts';
import { records } from '../../../src-shared/sync/records.ts';

type Input = Readonly<Record<string, unknown>>;
type Row = Readonly<Record<string, unknown>> & { readonly id: string };
type Tell = (name: string, data: unknown) => void;

const lists = {
  profile: 'profiles',
  canned: 'canned',
  'part-code': 'partCodes',
  employee: 'employees',
  insurer: 'insurers',
  customer: 'customers',
  'dms-connection': 'dmsConnections',
} as const;

/** Answers a request about a library; undefined where it is about something else. */
export function createLibrary(start: LibrarySheet, tell: Tell) {
  let sheet = start;
  let made = 0;
  const put = (kind: Library, record: Row): void => {
    const rest = (sheet[lists[kind]] as unknown as readonly Row[]).filter(({ id }) => id !== record.id);
    sheet = { ...sheet, [lists[kind]]: [...rest, record] };
    tell('library.changed', { library: kind, changes: [{ kind, record }], canUndo: true, canRedo: false });
  };
  const add = ({ kind, records: added }: Input): Result<unknown> => {
    const ids = (added as readonly Input[]).map((groups) => {
      made += 1;
      const id = `0190dddd-0000-7000-8000-${String(made).padStart(12, '0')}`;
      put(kind as Library, { ...emptyRecord(kind as Library), ...groups, id, deleted: false });
      return id;
    });
    return ok(ids);
  };
  const change = (kind: Library, { group, value, ...input }: Input): Result<null> => {
    const id = Object.values(input)[0];
    const before = (sheet[lists[kind]] as unknown as readonly Row[]).find((one) => one.id === id);
    if (before !== undefined) put(kind, { ...before, [String(group)]: value });
    return ok(null);
  };
  return (name: string, input: unknown): Result<unknown> | undefined => {
    if (name === 'library.read') return ok(sheet);
    if (name === 'library.add') return add(input as Input);
    if (name === 'customer.visits') return ok([]);
    if (name === 'customer.merge' || name === 'customer.split') {
      const { customerId, into = '' } = input as Input;
      return change('customer', { customerId, group: 'merged', value: into === '' ? undefined : { into } });
    }
    const [kind = '', verb] = name.split('.');
    return verb === 'change' && isLibraryKind(kind) ? change(kind, input as Input) : undefined;
  };
}

/** A record of which nothing is known but what every one of its kind has. */
export function emptyRecord(kind: Library): Readonly<Record<string, unknown>> {
  const { spec } = records[kind];
  const seldom: readonly string[] = spec.seldom;
  const groups = Object.keys(spec.groups).filter((group) => !seldom.includes(group));
  return Object.fromEntries(groups.map((group) => [group, emptyGroup(spec as never, group as never)]));
}
