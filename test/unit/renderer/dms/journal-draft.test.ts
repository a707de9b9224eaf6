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
import type { JournalBook } from '../../../../src-shared/sync/journal.ts';

const settings = {
  ...{ firstDay: '2026-05-01', company: '', journal: '', receivableAccount: '1210' },
  receiptAccounts: { cash: '1020' },
} as const;
const due = { through: '2026-05-31', entries: 1, totalCents: 100, more: 0, left: [] };
const book: JournalBook = { settings, today: '2026-05-31', partner: '', isRestored: true, lost: [], files: [], due };

/** Lets the cloud answer what changes something. */
let answer = (): void => undefined;
const ask = vi.fn(async (name: string) => {
  if (name !== 'journal.book') await new Promise<void>((resolve) => (answer = resolve));
  return { ok: true, value: name === 'journal.book' ? book : null };
});

beforeEach(() => {
  vi.stubGlobal('window', { shopfile: { bridge: { ask } } });
  useJournal.setState(useJournal.getInitialState(), true);
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
