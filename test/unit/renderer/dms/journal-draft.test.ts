/** The accounts of the books while they are typed and saved: nothing that was typed is lost, and nobody sees another's. */
import { beforeEach, expect, test, vi } from 'vitest';
import {
  changeAccounts,
  loadJournal,
  makeJournal,
  saveAccounts,
  sayLastFile,
  useJournal,
} from '../../../../src-renderer/stores/dms/journal.ts';
import { sameValue } from '../../../../src-shared/base/same-value.ts';
import type { JournalBook } from '../../../../src-shared/sync/journal.ts';

const settings = {
  ...{ firstDay: '2026-05-01', company: '', journal: '', receivableAccount: '1210' },
  receiptAccounts: { cash: '1020' },
} as const;
const due = { through: '2026-05-31', entries: 1, totalCents: 100, more: 0, left: [], waiting: 0 };
const book: JournalBook = { settings, today: '2026-05-31', partner: '', isRestored: true, lost: [], files: [], due };

/** Lets the cloud answer what changes something. */
let answer = (): void => undefined;
let stands: JournalBook['settings'] = settings;
const ask = vi.fn(async (name: string, { base }: { readonly base?: JournalBook['settings'] } = {}) => {
  if (name === 'journal.book') return { ok: true, value: { ...book, settings: stands } };
  await new Promise<void>((resolve) => (answer = resolve));
  const isChanged = base !== undefined && !sameValue(base, stands);
  return isChanged
    ? { ok: false, failure: { kind: 'conflict', what: 'journal-accounts-changed' } }
    : { ok: true, value: null };
});

beforeEach(() => {
  vi.stubGlobal('window', { shopfile: { bridge: { ask } } });
  useJournal.setState(useJournal.getInitialState(), true);
  stands = settings;
  return () => vi.unstubAllGlobals();
});
const draft = () => useJournal.getState().draft;

test('accounts that were saved are no longer a draft, and what is typed meanwhile stays', async () => {
  await loadJournal('first');
  changeAccounts({ company: '01' });
  const saving = saveAccounts();
  answer();
  expect(await saving).toBeUndefined();
  expect(draft()).toBeUndefined();
  changeAccounts({ company: '02' });
  const again = saveAccounts();
  changeAccounts({ journal: 'CR' });
  answer();
  await again;
  expect(draft()).toMatchObject({ company: '02', journal: 'CR' });
});

test('accounts that somebody else saved meanwhile stand, and what was typed stays over them until it is saved', async () => {
  await loadJournal('first');
  changeAccounts({ company: '01', receiptAccounts: { cash: '1020', visa: '1040' } });
  stands = { ...settings, receivableAccount: '1300', receiptAccounts: { check: '1030' } };
  await loadJournal('first');
  const saving = saveAccounts();
  answer();
  expect(await saving).toMatchObject({ what: 'journal-accounts-changed' });
  const together = { ...settings, company: '01', receivableAccount: '1300' };
  const receiptAccounts = { check: '1030', visa: '1040' };
  expect(draft()).toEqual({ ...together, receiptAccounts });
  const again = saveAccounts();
  answer();
  expect(await again).toBeUndefined();
  expect(ask).toHaveBeenCalledWith('journal.save-accounts', { ...together, receiptAccounts, base: stands });
});

test('whoever typed the same as somebody else has nothing left to save', async () => {
  await loadJournal('first');
  changeAccounts({ company: '01' });
  stands = { ...settings, company: '01', journal: 'CR' };
  const saving = saveAccounts();
  answer();
  expect(await saving).toMatchObject({ what: 'journal-accounts-changed' });
  expect(draft()).toBeUndefined();
});

test('who signed in while somebody else’s accounts were saved keeps what they see and type', async () => {
  await loadJournal('first');
  changeAccounts({ company: '01' });
  const saving = saveAccounts();
  await loadJournal('second');
  changeAccounts({ journal: 'CR' });
  const before = useJournal.getState();
  answer();
  expect(await saving).toBeUndefined();
  expect(useJournal.getState()).toBe(before);
});

test('who signed in while somebody else’s file was made keeps what they see and type', async () => {
  await loadJournal('first');
  const making = makeJournal(book);
  await loadJournal('second');
  changeAccounts({ journal: 'CR' });
  sayLastFile(7);
  const before = useJournal.getState();
  answer();
  expect(await making).toBeUndefined();
  expect(useJournal.getState()).toBe(before);
});
