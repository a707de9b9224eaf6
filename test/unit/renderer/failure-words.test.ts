/** Every failure has words: what happened, and a code to read out. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { issueWords, wordBriefly, wordFailure } from '../../../src-renderer/words/failure-words.ts';
import type { Failure, Issue } from '../../../src-shared/base/failure.ts';

const failures: { readonly [K in Failure['kind']]: Extract<Failure, { kind: K }> } = {
  invalid: { kind: 'invalid', field: 'contact.name.first', issue: 'too-long', limit: 60 },
  'not-found': { kind: 'not-found', what: 'line' },
  locked: { kind: 'locked', what: 'estimate', holder: 'Ada Example' },
  conflict: { kind: 'conflict', what: 'undo' },
  forbidden: { kind: 'forbidden', need: 'edit-rates' },
  offline: { kind: 'offline' },
  outdated: { kind: 'outdated', need: 'newer version' },
  unavailable: { kind: 'unavailable', what: 'backend' },
  unreadable: { kind: 'unreadable', file: '4b53232a.lin', place: 'record 7, ACT_PRICE', why: 'not-a-number' },
  unexpected: { kind: 'unexpected', reference: 'R-17' },
};

const issues: { readonly [I in Issue]: true } = {
  required: true,
  'too-long': true,
  'too-large': true,
  negative: true,
  'not-a-number': true,
  'not-a-date': true,
  'not-a-choice': true,
  'bad-format': true,
  'card-number': true,
  duplicate: true,
  'out-of-order': true,
  'unknown-field': true,
  'photo-type': true,
  'photo-heic': true,
  'photo-broken': true,
  'photo-bytes': true,
  'photo-pixels': true,
  'photo-count': true,
  'document-type': true,
  'document-broken': true,
  'document-bytes': true,
  'document-pages': true,
  'document-count': true,
};

test.each(Object.values(failures))(
  'a failure of kind $kind says what happened, what is safe, what to do, and a code',
  (failure) => {
    const { what, safe, todo, code } = wordFailure(failure);
    expect(what).toMatch(/^[A-Z].*[.]$/);
    expect(safe).toMatch(/[.]$/);
    expect(todo).toMatch(/[.]$/);
    expect(code).not.toBe('');
  },
);

test.each(Object.keys(issues) as Issue[])('the issue %s has a sentence', (issue) => {
  expect(issueWords(issue)).toMatch(/^[A-Z].*[.]$/);
});

test('a limit is named with its size', () => {
  expect(wordBriefly(failures.invalid)).toBe(
    'Too long: at most 60 characters. Nothing was cut off; please shorten it.',
  );
});

test('a missing permission is named in plain words, not by its key', () => {
  expect(wordFailure(failures.forbidden).what).toBe('Your role does not include “Edit rates, tax and discount”.');
});

test.each(namesGiven('unavailable'))('what is away is told in its own sentence: %s', (what) => {
  const unknown = wordFailure({ kind: 'unavailable', what: 'something' });
  const words = wordFailure({ kind: 'unavailable', what });
  expect(words.what).not.toBe(unknown.what);
  expect(`${words.what} ${words.safe} ${words.todo}`).not.toMatch(/[a-z]-[a-z]+-|undefined|database|backend/);
  expect(words.code).toBe(`AWAY-${what.toUpperCase()}`);
});

test.each(
  (['not-found', 'conflict', 'locked'] as const).flatMap((kind) =>
    namesGiven(kind).map((what) => [kind, what] as const),
  ),
)('what is named in a failure is named in words: %s %s', (kind, what) => {
  const unknown = wordFailure({ kind, what: 'something' }).what.replace('Something', capital(what));
  expect(wordFailure({ kind, what }).what).not.toBe(unknown);
});

test('a field that met a backend on its way back says how to send it again', () => {
  expect(wordBriefly(failures.unavailable)).toBe(
    'The part of Shopfile that keeps your data did not answer. ' +
      'Try again. Where you typed, leave the field once more or press Ctrl+S. (AWAY-BACKEND)',
  );
});

test.each(['sign-in', 'once-only', 'cloud-only', 'workfile.save', 'nobody'])(
  'nobody is sent to a manager for what no manager can give: %s',
  (need) => {
    expect(wordFailure({ kind: 'forbidden', need }).todo).not.toMatch(/manager/);
  },
);

test('a lock names its holder', () => {
  expect(wordFailure(failures.locked).what).toBe('The estimate is locked by Ada Example.');
});

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Every name that the backend and the bridge give to what failed, as their source spells it. */
function namesGiven(kind: Failure['kind']): readonly string[] {
  const sources = readdirSync('src-main', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => readFileSync(join('src-main', path), 'utf8').split('\n'));
  const names = sources.flatMap((line) => {
    const [, what] = /\bwhat: '([a-z-]+)'/.exec(line) ?? [];
    // Where a name stands in a failure without its kind, it is of what is away.
    if (/^\s*what: '[a-z-]+',$/.test(line)) return [];
    const [, named = 'unavailable'] = /\bkind: '([a-z-]+)'/.exec(line) ?? [];
    return what !== undefined && named === kind ? [what] : [];
  });
  return [...new Set(names)].toSorted();
}
