/** Whatever comes through the door: a typed failure, nothing changed, nothing crashed, nothing told about the inside. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { maxQuestionBytes } from '../../../src-shared/ipc/notices.ts';
import { requests } from '../../../src-shared/ipc/requests.ts';
import { part, sheetOf, writeWorkfile } from '../../support/backend-story.ts';
import { type BackendTrial, openBackendTrial } from '../../support/backend-trial.ts';
import { peekInto } from '../../support/desktop-database.ts';
import { seededRandom } from '../../support/store.ts';

let trial: BackendTrial;
let ids: readonly string[];
beforeAll(async () => {
  trial = await openBackendTrial();
  const sheet = await writeWorkfile(trial);
  ids = [sheet.workfile, ...sheet.contacts, sheet.vehicle, sheet.estimate, ...sheet.lines].map(({ id }) => id);
});
afterAll(() => trial.close());

function everything(): string {
  const look = peekInto(trial.folder);
  const dump = JSON.stringify(look.dump());
  look.close();
  return dump;
}

type Answered = { readonly ok: boolean; readonly failure?: { readonly kind: string } };

test.each([
  'toString',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  '',
  'workfile',
  'workfile.open ',
  'WORKFILE.OPEN',
])('the unknown name %o is not found', async (name) => {
  expect(await trial.backend.ask(name, {})).toEqual({ ok: false, failure: { kind: 'not-found', what: 'request' } });
});

test('a name that is no text is not found', async () => {
  for (const name of [null, undefined, 7, {}, ['workfile.list'], Symbol('x')]) {
    expect(await trial.backend.ask(name as string, {})).toMatchObject({ failure: { kind: 'not-found' } });
  }
});

test('ten megabytes are refused as too large', async () => {
  const input = { theme: 'dark', density: 'compact', layouts: { list: 'x'.repeat(10_000_000) } };
  expect(await trial.backend.ask('settings.write', input)).toEqual({
    ok: false,
    failure: { kind: 'invalid', field: 'input', issue: 'too-large', limit: maxQuestionBytes },
  });
});

test('what is nested without end or circular is refused as too large', async () => {
  const circle: { self?: unknown } = {};
  circle.self = circle;
  let deep: unknown = 1;
  for (let i = 0; i < 200_000; i += 1) deep = [deep];
  for (const input of [circle, deep, { n: 1n }]) {
    expect(await trial.backend.ask('settings.write', input)).toMatchObject({ failure: { issue: 'too-large' } });
  }
});

test('a field that nobody knows is refused at every request, and so is a prototype', async () => {
  const before = everything();
  for (const name of Object.keys(requests)) {
    for (const input of [JSON.parse('{"__proto__":{"admin":true}}'), { surprise: 1 }, null, undefined, 'x', 7, []]) {
      expect(await trial.backend.ask(name, input), `answer to ${name}`).toMatchObject({
        ok: false,
        failure: { kind: 'invalid' },
      });
    }
  }
  expect(everything()).toBe(before);
});

/** Seeded nonsense, near enough to the truth to get past the first look. */
function nonsense(seed: number) {
  const random = seededRandom(seed);
  const below = (limit: number): number => (((random(1)[0] ?? 0) << 8) | (random(1)[0] ?? 0)) % limit;
  const pick = <T>(values: readonly T[]): T | undefined => values[below(values.length)];
  const odd = (): unknown =>
    pick([
      null,
      undefined,
      true,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      -0,
      1e308,
      -1,
      2 ** 53,
      0.1,
      '',
      'x'.repeat(below(50_000)),
      '\ud800',
      'a\u0000b',
      "'; drop table line; --",
      '" OR * NEAR(',
      '\u202eevil\u202c',
      pick(ids),
      '0190a000-0000-7000-8000-00000000dead',
      [],
      {},
      new Date(0),
      new Map([['a', 1]]),
      new Uint8Array(9),
      { toString: 'x', valueOf: 1 },
      JSON.parse('{"__proto__":{"polluted":true}}'),
      { deleted: true },
      { tenths: Number.NaN, type: 'body', included: false },
    ]);
  const names = ['workfileId', 'contactId', 'vehicleId', 'lineId', 'estimateId', 'group', 'value', 'lines', 'changes'];
  const more = ['after', 'lineIds', 'text', 'place', 'offset', 'limit', 'sort', 'descending', 'role', 'edit', 'vin'];
  const groups = ['labor', 'part', 'work', 'place', 'name', 'identity', 'lock', 'number', '*', 'deleted', 'toString'];
  return {
    name: () => pick(Object.keys(requests)) ?? '',
    input(): unknown {
      if (below(6) === 0) return odd();
      const fields = Array.from({ length: below(6) }, () => pick([...names, ...more]) ?? '');
      return Object.fromEntries([...new Set(fields)].map((name) => [name, name === 'group' ? pick(groups) : odd()]));
    },
  };
}

/** Nothing at all, or the id of a record that is there and nothing else: some requests ask for no more. */
function makesSense(given: unknown): boolean {
  if (typeof given !== 'object' || given === null) return false;
  const values = Object.values(given);
  return values.length === 0 || (values.length === 1 && ids.some((id) => id === values[0]));
}

/** Requests that may succeed on nonsense: they only read, only make something new, or write a file that a person chose. */
const harmless = [
  'session.',
  'sync.',
  'workfile.list',
  'workfile.open',
  'command.list',
  'settings.read',
  'vehicle.decode',
  'vehicle.models',
  'typed.export',
  'search.',
  'diagnostics.save',
  'workfile.undo',
  'workfile.redo',
];

test('five thousand seeded pieces of nonsense change nothing, and each is answered by a failure', {
  timeout: 120_000,
}, async () => {
  const seed = Number(process.env.FUZZ_SEED ?? 20_261_121);
  const count = Number(process.env.FUZZ_COUNT ?? 5000);
  const { name, input } = nonsense(seed);
  const before = everything();
  const kinds = new Map<string, number>();
  for (let i = 0; i < count; i += 1) {
    const [asked, given] = [name(), input()];
    if (makesSense(given)) continue;
    const reply = (await trial.backend.ask(asked, given)) as Answered;
    const known = reply.ok ? 'ok' : (reply.failure?.kind ?? 'none');
    kinds.set(known, (kinds.get(known) ?? 0) + 1);
    if (reply.ok && !harmless.some((start) => asked.startsWith(start))) {
      throw new Error(`seed ${seed}, piece ${i}: ${asked} took ${JSON.stringify(given)}`);
    }
    expect(JSON.stringify(reply), `seed ${seed}, piece ${i}`).not.toMatch(
      /select |insert |sqlite|\/home|\/tmp|at .*\.ts/i,
    );
  }
  expect(kinds.get('unexpected') ?? 0).toBe(0);
  expect(kinds.get('invalid')).toBeGreaterThan(count / 2);
  expect(everything()).toBe(before);
  expect((Object.prototype as { polluted?: boolean }).polluted).toBeUndefined();
  expect(trial.logged.filter(({ event }) => event === 'request.broken')).toEqual([]);
});

test('thirty kilobytes in a phone field are refused at the field', async () => {
  const { contacts, workfile } = await writeWorkfile(trial, 0);
  const contactId = contacts[0]?.id ?? ('' as never);
  const value = { number: '5'.repeat(30_000) };
  expect(await trial.reply('contact.change', { contactId, group: 'cell', value })).toEqual({
    ok: false,
    failure: { kind: 'invalid', field: 'input.value.number', issue: 'too-long', limit: 30 },
  });
  expect((await sheetOf(trial, workfile.id)).contacts[0]?.cell.number).toBe('(616) 555-0142');
});

test.each([1e308, -1e308, Number.NaN, Number.POSITIVE_INFINITY, 0.5, 10_000_000_000])(
  'a price of %d is refused at the field',
  async (priceCents) => {
    const { lines } = await writeWorkfile(trial, 1);
    const lineId = lines[0]?.id ?? ('' as never);
    const value = { ...part, priceCents };
    const reply = await trial.reply('line.change', { lineId, group: 'part', value });
    expect(reply).toMatchObject({ ok: false, failure: { kind: 'invalid', field: 'input.value.priceCents' } });
  },
);

test.each([
  'Ana-María Ñúñez 🚗💥',
  'שרון טורפין',
  'شارون',
  '日本 太郎',
  'O\'Brien "Junior" \\ % _ * ( ) -- ;',
  'e\u0301 and é',
  '👩‍🔧 + 👨🏽‍🔧',
])('%s goes in and comes out unchanged, and is found', async (last) => {
  const { contacts, workfile } = await writeWorkfile(trial, 0);
  const contactId = contacts[0]?.id ?? ('' as never);
  await trial.ask('contact.change', { contactId, group: 'name', value: { first: '', last, company: '' } });
  expect((await sheetOf(trial, workfile.id)).contacts[0]?.name.last).toBe(last);
  const [word = ''] = last.match(/[\p{L}\p{N}]+/u) ?? [];
  const page = await trial.ask('workfile.list', {
    text: word,
    offset: 0,
    limit: 50,
    sort: 'changed',
    descending: true,
  });
  if (word !== '') expect(page.rows[0]).toMatchObject({ id: workfile.id, owner: last });
});

test('text with half a sign or a control character is refused, but a draft of it is kept as well as can be', async () => {
  const { contacts, workfile } = await writeWorkfile(trial, 0);
  const contactId = contacts[0]?.id ?? ('' as never);
  for (const last of ['half \ud83d', 'nul \u0000', 'two\nlines']) {
    const change = { contactId, group: 'name', value: { first: '', last, company: '' } } as const;
    expect(await trial.reply('contact.change', change)).toMatchObject({ failure: { field: 'input.value.last' } });
    await trial.ask('draft.keep', { workfileId: workfile.id, place: 'contact/x/name/last', text: last });
  }
  expect((await sheetOf(trial, workfile.id)).drafts[0]?.text).toBe('two\nlines');
});
