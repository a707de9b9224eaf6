/** The answers of the scripted backend: one workfile in memory, changed by the same pure functions as the window's copy. */
import { applyChanges, applyEdit, type GroupEdit } from '../../../src-renderer/stores/workfile/sheet.ts';
import type { Failure } from '../../../src-shared/base/failure.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import type { Role } from '../../../src-shared/domain/access/role.ts';
import type { Line } from '../../../src-shared/domain/estimate/line.ts';
import { takenFrom } from '../../../src-shared/domain/people/take-customer.ts';
import { checkWorkfile } from '../../../src-shared/domain/workfile/check-workfile.ts';
import type { Decision } from '../../../src-shared/ipc/centre-shapes.ts';
import type { LibrarySheet } from '../../../src-shared/ipc/library-requests.ts';
import type { FoundLine, ListViews } from '../../../src-shared/ipc/list-shapes.ts';
import type {
  ChangedRecord,
  PhotoState,
  SyncState,
  WorkfileHead,
  WorkfileSheet,
} from '../../../src-shared/ipc/shapes.ts';
import { lineOf, sheetOf, workfileId } from './sample-sheet.ts';
import { createLibrary } from './scripted-library.ts';
import { noteAnswers } from './scripted-notes.ts';
import { photoAnswers } from './scripted-photos.ts';
import { shopTime } from './shop-time.ts';

export type Script = {
  readonly role?: Role | 'nobody';
  readonly sheet?: WorkfileSheet;
  readonly heads?: readonly WorkfileHead[];
  readonly views?: ListViews;
  readonly foundLines?: readonly FoundLine[];
  readonly decisions?: readonly Decision[];
  /** What other requests answer, by name. */
  readonly answers?: Readonly<Record<string, unknown>>;
  readonly photoStates?: readonly PhotoState[];
  readonly library?: LibrarySheet;
  readonly sync?: Partial<SyncState>;
  readonly now?: number;
  /** How long a question is on its way, each as long as the other or as this says. */
  readonly delayMs?: number | (() => number);
  /** The workfile whose DMS Activity the window shows, and nothing else. */
  readonly view?: WorkfileSheet['workfile']['id'];
  /** Requests that fail, by name. */
  readonly refuse?: Readonly<Record<string, Failure>>;
};

export type Answers = {
  readonly reply: (name: string, input: unknown) => Result<unknown>;
  readonly sheet: () => WorkfileSheet;
  /** Changes a record as another PC would. */
  readonly changeElsewhere: (changes: readonly ChangedRecord[]) => void;
};

type Tell = (name: string, data: unknown) => void;
type Input = Readonly<Record<string, unknown>>;

const synced: SyncState = {
  phase: 'synced',
  waiting: 0,
  held: [],
  decisions: 0,
  quarantined: 0,
  photos: 0,
  documents: 0,
  progress: null,
  syncedAt: shopTime(21, 10, 42),
  offlineByChoice: false,
  metering: 'off',
  reason: null,
};

const noUndo = { canUndo: false, canRedo: false };
export const noLibrary: LibrarySheet = {
  profiles: [],
  canned: [],
  partCodes: [],
  employees: [],
  insurers: [],
  customers: [],
  dmsConnections: [],
  conflicts: [],
  drafts: [],
  undo: {
    ...{ profile: noUndo, canned: noUndo, 'part-code': noUndo, employee: noUndo, insurer: noUndo, customer: noUndo },
    'dms-connection': noUndo,
  },
};

export const headOf = (n: number, owner: string): WorkfileHead => ({
  id: n === 0 ? workfileId : (`0190bbbb-0000-7000-8000-${String(n).padStart(12, '0')}` as WorkfileHead['id']),
  label: String(48_213 - n),
  stage: 'repair-order',
  owner,
  vehicle: '2012 Honda Civic',
  vin: '2HGFB2F50CH000000',
  plate: 'WYJ 2440',
  insurer: 'Redwing Direct',
  claim: `Q-${n}`,
  estimator: 'Robin Ellery',
  totalCents: (100_000 + n) as WorkfileHead['totalCents'],
  receivedCents: 0 as WorkfileHead['receivedCents'],
  vehicleIn: '',
  vehicleOut: '',
  delivered: false,
  totalLoss: false,
  dms: '',
  binnedAt: 0,
  changedAt: 1,
  waiting: false,
  undecided: false,
});

export function createAnswers(script: Script, tell: Tell): Answers {
  const state = {
    sheet: script.sheet ?? sheetOf(),
    decisions: script.decisions ?? [],
    decided: [] as (readonly Decision[])[],
    role: script.role ?? 'estimator',
    made: 100,
  };
  const undone: WorkfileSheet[] = [];
  const library = createLibrary(script.library ?? noLibrary, tell);

  const announce = (changes: readonly ChangedRecord[], from: 'here' | 'elsewhere'): void => {
    const { canUndo, canRedo, unsavedSince } = state.sheet;
    tell('workfile.changed', { workfileId, from, changes, canUndo, canRedo, unsavedSince });
  };
  const write = (changes: readonly ChangedRecord[]): Result<null> => {
    undone.push(state.sheet);
    state.sheet = { ...applyChanges(state.sheet, changes), canUndo: true, unsavedSince: script.now ?? 1 };
    announce(changes, 'here');
    return ok(null);
  };
  const change = (kind: string, input: Input): Result<null> => {
    const { group, value } = input;
    const edit = { kind, id: input[`${kind}Id`], group, value } as unknown as GroupEdit;
    return write(changesBetween(state.sheet, applyEdit(state.sheet, edit)));
  };
  const linesOf = ({ lines, after }: Input): readonly Line[] => {
    const at = state.sheet.lines.findIndex((line) => line.id === after);
    const next = state.sheet.lines[at + 1];
    return (lines as readonly object[]).map((groups, i) => {
      state.made += 1;
      const position = next === undefined ? `b${state.made}` : `${state.sheet.lines[at]?.place.position ?? 'a'}V${i}`;
      return lineOf(state.made, '', { place: { position }, ...groups });
    });
  };
  const addLines = (input: Input): Result<unknown> => {
    const added = linesOf(input);
    write(added.map((record) => ({ kind: 'line', record })));
    return ok(added.map((line) => line.id));
  };
  const changeLines = ({ changes, added }: Input): Result<unknown> => {
    const edits = (changes as readonly Input[]).map(
      ({ lineId: id, ...change }) => ({ kind: 'line', id, ...change }) as unknown as GroupEdit,
    );
    const lines = added === undefined ? [] : linesOf(added as Input);
    return write([
      ...changesBetween(state.sheet, edits.reduce(applyEdit, state.sheet)),
      ...lines.map((record) => ({ kind: 'line', record }) as const),
    ]);
  };
  const undo = (): Result<unknown> => {
    const before = undone.pop();
    if (before === undefined) return ok({ undone: false });
    const changes = changesBetween(state.sheet, before);
    state.sheet = { ...before, canRedo: true, canUndo: undone.length > 0 };
    announce(changes, 'here');
    return ok({ undone: true });
  };

  const handlers: Readonly<Record<string, (input: Input) => Result<unknown>>> = {
    'session.state': () => ok(sessionOf(state.role)),
    'session.sign-in': () => {
      state.role = 'estimator';
      return ok(sessionOf('estimator'));
    },
    'session.sign-out': () => ok(sessionOf('nobody')),
    'settings.read': () => ok({ theme: 'light', density: 'compact', layouts: {} }),
    'sync.state': () => ok({ ...synced, ...script.sync }),
    'workfile.list': ({ text }) => {
      const rows = (script.heads ?? []).filter((head) => head.owner.toLowerCase().includes(String(text).toLowerCase()));
      return ok({ total: rows.length, capped: false, rows });
    },
    'workfile.count': ({ filters }) => ok((filters as readonly unknown[]).map(() => (script.heads ?? []).length)),
    'workfile.choices': () => ok({ estimators: [{ value: 'Robin Ellery', count: 2 }], insurers: [] }),
    'search.everywhere': ({ text }) => {
      const workfiles = (script.heads ?? [])
        .filter((head) => head.owner.toLowerCase().includes(String(text).toLowerCase()))
        .map((head) => ({ ...head, matches: [{ field: 'owner', text: head.owner }] }));
      return ok({ workfiles, lines: script.foundLines ?? [], more: false });
    },
    'workfile.recent': () => ok(script.heads ?? []),
    'view.read': () => ok(script.views ?? { views: [], last: 'all' }),
    'workfile.create': () => ok(workfileId),
    'workfile.open': () => ok(state.sheet),
    'workfile.save': () => {
      const problems = checkWorkfile(state.sheet);
      return ok(problems.length > 0 ? { saved: false, problems } : { saved: true, revision: 3 });
    },
    'workfile.undo': undo,
    'contact.take-customer': ({ contactId, customerId }) => {
      const contact = state.sheet.contacts.find(({ id }) => id === contactId);
      const customer = script.library?.customers.find(({ id }) => id === customerId);
      if (contact === undefined || customer === undefined) return failed({ kind: 'not-found', what: 'customer' });
      return write([{ kind: 'contact', record: { ...contact, ...takenFrom(customer, contact) } }]);
    },
    'line.add': addLines,
    'line.change-many': changeLines,
    'line.remove': ({ lineIds }) =>
      write(
        state.sheet.lines
          .filter((line) => (lineIds as readonly string[]).includes(line.id))
          .map((line) => ({ kind: 'line', record: { ...line, deleted: true } })),
      ),
    ...noteAnswers({ notes: () => state.sheet.notes, write }),
    ...photoAnswers({
      photos: () => state.sheet.photos,
      documents: () => state.sheet.documents,
      states: script.photoStates ?? [],
      write,
    }),
    'decision.list': () => ok({ total: state.decisions.length, decisions: state.decisions }),
    'decision.choose': ({ ids }) => decide(ids as readonly string[]),
    'decision.edit': ({ id }) => decide([String(id)]),
    'decision.undo': () => {
      const before = state.decided.pop();
      state.decisions = before ?? state.decisions;
      return ok({ undone: before !== undefined });
    },
    'sync.queue': () =>
      ok({
        total: 0,
        bytes: 0,
        oldestAt: 0,
        edits: [],
        commands: [],
        photoTotal: 0,
        documentTotal: 0,
        attachments: [],
      }),
    'sync.sent': () => ok([]),
    'sync.problems': () =>
      ok({ tries: 0, nextTryAt: null, failures: [], setAside: [], damagedPhotos: 0, mendings: [] }),
    'sync.devices': () => ok([]),
    'command.list': () => ok([]),
    'presence.list': () => ok([]),
    'disk.read': () => ok(null),
    'first-run.read': () => ok({ workfile: null, isUsed: true }),
  };
  const decide = (ids: readonly string[]): Result<null> => {
    state.decided.push(state.decisions);
    state.decisions = state.decisions.filter(({ id }) => !ids.includes(id));
    return ok(null);
  };

  return {
    sheet: () => state.sheet,
    reply(name, input) {
      const refusal = script.refuse?.[name];
      if (refusal !== undefined) return failed(refusal);
      const fixed = script.answers?.[name];
      if (fixed !== undefined) return ok(fixed);
      const ofLibrary = library(name, input);
      if (ofLibrary !== undefined) return ofLibrary;
      const [kind = '', verb] = name.split('.');
      if (verb === 'change') return change(kind, input as Input);
      return handlers[name]?.(input as Input) ?? ok(null);
    },
    changeElsewhere(changes) {
      state.sheet = applyChanges(state.sheet, changes);
      announce(changes, 'elsewhere');
    },
  };
}

/** Records that differ, as they are afterwards; lines that went are deleted ones. */
function changesBetween(before: WorkfileSheet, after: WorkfileSheet): readonly ChangedRecord[] {
  const singles = (['workfile', 'vehicle', 'insurance', 'rates', 'estimate'] as const).flatMap((kind) =>
    before[kind] === after[kind] ? [] : [{ kind, record: after[kind] }],
  );
  const contacts = after.contacts.filter((contact) => !before.contacts.includes(contact));
  const photos = after.photos.filter((photo) => !before.photos.includes(photo));
  const taken = before.photos.filter((photo) => !after.photos.some(({ id }) => id === photo.id));
  const documents = after.documents.filter((document) => !before.documents.includes(document));
  const binned = before.documents.filter((document) => !after.documents.some(({ id }) => id === document.id));
  const notes = after.notes.filter((note) => !before.notes.includes(note));
  const unsaid = before.notes.filter((note) => !after.notes.some(({ id }) => id === note.id));
  const lines = after.lines.filter((line) => !before.lines.includes(line));
  const gone = before.lines.filter((line) => !after.lines.some(({ id }) => id === line.id));
  return [
    ...singles,
    ...contacts.map((record) => ({ kind: 'contact', record })),
    ...photos.map((record) => ({ kind: 'photo', record })),
    ...taken.map((photo) => ({ kind: 'photo', record: { ...photo, deleted: true } })),
    ...documents.map((record) => ({ kind: 'document', record })),
    ...binned.map((document) => ({ kind: 'document', record: { ...document, deleted: true } })),
    ...notes.map((record) => ({ kind: 'note', record })),
    ...unsaid.map((note) => ({ kind: 'note', record: { ...note, deleted: true } })),
    ...lines.map((record) => ({ kind: 'line', record })),
    ...gone.map((line) => ({ kind: 'line', record: { ...line, deleted: true } })),
  ] as readonly ChangedRecord[];
}

const sessionOf = (role: Role | 'nobody') =>
  role === 'nobody'
    ? { kind: 'signed-out' }
    : {
        kind: 'signed-in',
        pcName: 'FRONT-PC',
        tokenEnded: false,
        user: {
          userId: 'u',
          name: 'Robin Ellery',
          email: 'robin@example.com',
          shopId: 's',
          shopName: 'Harbor Lane Collision',
          timeZone: 'America/Detroit',
          role,
        },
      };
