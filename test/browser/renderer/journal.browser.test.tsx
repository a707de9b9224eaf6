// Configure › Journal files in a real browser over a scripted backend: accounts, the next file, and those that were made.
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useJournal } from '../../../src-renderer/stores/dms/journal.ts';
import type { JournalBook } from '../../../src-shared/sync/journal.ts';
import { openWindow } from './scripted-window.tsx';

const settings = {
  ...{ firstDay: '2026-05-01', company: '', journal: 'CR', receivableAccount: '1210' },
  receiptAccounts: { cash: '1020' },
} as const;
const file = {
  ...{ n: 12, through: '2026-05-31', first: '2026-05-01', last: '2026-05-29', entries: 14, totalCents: 322_000 },
  ...{ at: 1, by: 'Dana Whitfield' },
};
const due = { through: '2026-06-30', entries: 3, totalCents: 45_000, more: 0, left: [], waiting: 0 };
const book: JournalBook = {
  settings,
  today: '2026-06-30',
  partner: '',
  isRestored: false,
  lost: [],
  files: [file],
  due,
};

beforeEach(() => useJournal.setState(useJournal.getInitialState(), true));

async function openJournal(known: Partial<JournalBook> = {}, script: Parameters<typeof openWindow>[0] = {}) {
  const answers = {
    'journal.book': { ...book, ...known },
    'journal.make': { ...file, n: 13 },
    'journal.save-file': 'Journal 13.csv',
    'journal.save-accounts': null,
  };
  const window = await openWindow({ role: 'manager', ...script, answers: { ...answers, ...script.answers } });
  await userEvent.click(page.getByRole('list', { name: 'Places' }).getByRole('button', { name: 'Configure' }));
  await userEvent.click(page.getByRole('button', { name: /^Journal files/ }));
  return window;
}
const button = (name: string) => page.getByRole('button', { name, exact: true });
/** What must be filled in has a star behind its name. */
const field = (label: string) => page.getByLabelText(new RegExp(`^${label}\\*?$`));
const type = async (label: string, text: string) => {
  await userEvent.fill(field(label), text);
  await userEvent.keyboard('{Tab}');
};
async function isDisabled(name: string): Promise<void> {
  await expect.element(button(name)).toHaveAttribute('aria-disabled', 'true');
}

test('the next file says what it would hold, is made, and is saved at once', async () => {
  const window = await openJournal();
  await expect.element(page.getByText('3 entries, $450.00 in all, until 6/30/2026.')).toBeVisible();
  await userEvent.click(button('Make the file…'));
  await expect.element(page.getByText('Journal 13 is saved as Journal 13.csv').first()).toBeVisible();
  expect(window.askedFor('journal.make')).toMatchObject([{ through: '2026-06-30' }]);
  expect(window.askedFor('journal.save-file')).toEqual([{ n: 13 }]);
});

test('another last day is asked for', async () => {
  const window = await openJournal();
  await type('Until', '6/15/2026');
  await expect.poll(() => window.askedFor('journal.book').at(-1)).toEqual({ through: '2026-06-15' });
});

test('an answer that was lost is asked for again under the same id', async () => {
  const window = await openJournal({}, { refuse: { 'journal.make': { kind: 'offline' } } });
  await userEvent.click(button('Make the file…'));
  await expect.element(page.getByText('The cloud cannot be reached.')).toBeVisible();
  await userEvent.click(button('Make the file…'));
  await expect.poll(() => window.askedFor('journal.make')).toHaveLength(2);
  const [one, two] = window.askedFor('journal.make');
  expect(two).toEqual(one);
});

test('what has no account is named; with nothing due no file can be made', async () => {
  await openJournal({ due: { ...due, entries: 0, totalCents: 0, left: [{ type: 'Visa', entries: 2 }] } });
  await expect.element(page.getByText('Nothing is due until 6/30/2026.', { exact: true })).toBeVisible();
  await expect.element(page.getByText('Left out, because their type has no account: Visa (2).')).toBeVisible();
  await isDisabled('Make the file…');
});

test('a partner that takes payments by itself gets no file beside it', async () => {
  const partner = 'CDK Drive (Fortellis)';
  await openJournal({ partner, due: { ...due, entries: 0, totalCents: 0 } });
  await expect.element(page.getByText(/CDK Drive \(Fortellis\) takes the payments of this shop/)).toBeVisible();
  await isDisabled('Make the file…');
});

test('what a file of before holds and was voided since is taken back beside a partner', async () => {
  const window = await openJournal({ partner: 'CDK Drive (Fortellis)', due: { ...due, entries: 1, totalCents: -500 } });
  await expect.element(page.getByText(/only takes back receipts of a file/)).toBeVisible();
  await userEvent.click(button('Make the file…'));
  await expect.poll(() => window.askedFor('journal.make')).toHaveLength(1);
});

test('after a restore of the cloud a person says which file was the last', async () => {
  const window = await openJournal({ isRestored: true, lost: [13] });
  await isDisabled('Make the file…');
  await type('Last file you have', '12');
  await isDisabled('Make the file…');
  await type('Last file you have', '14');
  await isDisabled('Make the file…');
  await expect.element(page.getByText(/^What stood in journal 14 may come/)).toBeVisible();
  await userEvent.click(page.getByRole('checkbox', { name: 'No other PC will come back' }));
  await userEvent.click(button('Make the file…'));
  await expect.poll(() => window.askedFor('journal.make')).toMatchObject([{ lastFile: 14, despite: true }]);
});

test('a last file of which the history tells needs no further word', async () => {
  const window = await openJournal({ isRestored: true, lost: [13] });
  await type('Last file you have', '13');
  await userEvent.click(button('Make the file…'));
  await expect.poll(() => window.askedFor('journal.make')).toHaveLength(1);
  expect(window.askedFor('journal.make')[0]).not.toHaveProperty('despite');
});

test('a file that was made is saved again by Enter, and a failure says that it is kept', async () => {
  const refuse = { 'journal.save-file': { kind: 'unavailable', what: 'file-unwritten' } } as const;
  const window = await openJournal({}, { refuse });
  await userEvent.click(page.getByRole('gridcell', { name: 'Dana Whitfield' }));
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => window.askedFor('journal.save-file')).toEqual([{ n: 12 }]);
  await expect.element(page.getByText('Journal 12 is kept in the cloud; nothing of it is lost.')).toBeVisible();
});

test('accounts and files of a newer program are said to be that, and the next file is made all the same', async () => {
  const window = await openJournal({ settings: 'unreadable-here', files: [{ n: 13 }, file] });
  await expect.element(page.getByText(/set the accounts; they are not readable here/)).toBeVisible();
  await expect.element(page.getByRole('gridcell', { name: 'Not readable here' })).toBeVisible();
  await expect.element(field('Receivables account')).not.toBeInTheDocument();
  await userEvent.click(button('Make the file…'));
  await expect.poll(() => window.askedFor('journal.make')).toHaveLength(1);
});

test('while the cloud itself cannot read the accounts it does not say that nothing is due', async () => {
  await openJournal({ settings: 'unreadable', due: { ...due, entries: 0 } });
  await expect.element(page.getByText(/the cloud cannot read them now/)).toBeVisible();
  await expect.element(page.getByText(/Nothing is due/)).not.toBeInTheDocument();
  await expect.element(page.getByRole('gridcell', { name: 'Dana Whitfield' })).toBeVisible();
});

test('a shop without accounts begins with them, and what is wrong is said at its field', async () => {
  const window = await openJournal({ settings: null, files: [], due: { ...due, entries: 0 } });
  await expect.element(page.getByText(/^Journal files bring receipts into books/)).toBeVisible();
  await expect.element(button('Make the file…')).not.toBeInTheDocument();
  await type('Receivables account', '12 10');
  await expect.element(page.getByText('One word of letters, digits and signs.')).toBeVisible();
  await isDisabled('Save');
  await type('Receivables account', '1210');
  await isDisabled('Save');
  await type('Cash', '1020');
  await type('First day', '5/1/2026');
  await userEvent.click(button('Save'));
  await expect.poll(() => window.askedFor('journal.save-accounts')).toEqual([{ ...settings, journal: '', base: null }]);
});

test('where somebody else saved other accounts meanwhile, what was typed is kept, and said to be', async () => {
  const refuse = { 'journal.save-accounts': { kind: 'conflict', what: 'journal-accounts-changed' } } as const;
  const window = await openJournal({}, { refuse });
  await type('Company', '01');
  await userEvent.click(button('Save'));
  await expect.element(page.getByText(/Somebody else saved other accounts meanwhile/)).toBeVisible();
  await expect.element(page.getByText(/What you typed is kept/)).toBeVisible();
  await expect.element(field('Company')).toHaveValue('01');
  expect(window.askedFor('journal.save-accounts')).toEqual([{ ...settings, company: '01', base: settings }]);
});

test('who may not set accounts sees them, and why', async () => {
  await openJournal({}, { role: 'office' });
  await expect.element(field('Receivables account')).toHaveValue('1210');
  await expect.element(page.getByText(/does not include “Set up the DMS connection”/).first()).toBeVisible();
  await isDisabled('Save');
  await expect.element(button('Make the file…')).not.toHaveAttribute('aria-disabled');
});

test('without network it is said why', async () => {
  await openJournal({}, { sync: { phase: 'offline' } });
  await expect.element(page.getByText(/^You are offline: journal files are made online only/)).toBeVisible();
});

test('without permission it is said why', async () => {
  await openJournal({}, { role: 'technician' });
  await expect.element(page.getByText(/does not include “See DMS Activity, set DMS IDs and export”/)).toBeVisible();
});
