/** A shop's journal files: its accounts, what the next file would hold, and each file that was made, once and for good. */
import type { ShopId } from '../../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { sameValue } from '../../../src-shared/base/same-value.ts';
import { journalEvents } from '../../../src-shared/domain/dms/journal/due-entries.ts';
import type { JournalAsk, JournalQuestion } from '../../../src-shared/domain/dms/journal/journal-asks.ts';
import { journalCsv, journalFileName } from '../../../src-shared/domain/dms/journal/journal-csv.ts';
import {
  journalName,
  type KnownFiles,
  lostFiles,
  mayFollow,
  newestGiven,
} from '../../../src-shared/domain/dms/journal/last-file.ts';
import { dmsPartnerNames } from '../../../src-shared/domain/dms/settings/connection.ts';
import {
  type JournalAccounts,
  type JournalSettings,
  journalSettings,
} from '../../../src-shared/domain/dms/settings/journal.ts';
import { beginningOf } from '../../../src-shared/domain/text.ts';
import type { JournalBook, JournalFileFacts, JournalRefusal } from '../../../src-shared/sync/journal.ts';
import type { CommandStore } from '../../db/command-store.ts';
import { uuidOf } from '../../db/digest.ts';
import type { JournalStore, StoredJournalSettings } from '../../db/journals.ts';
import type { Author } from '../../db/log.ts';
import type { Order } from '../../db/shops.ts';
import { type Change, followUp, writeChanges } from '../written-changes.ts';
import { setupOf, taken } from './connection.ts';
import { historyLine } from './history-line.ts';
import { type Due, type DueEntry, readDue } from './journal-entries.ts';
import { type DmsDeps, type Done, inTurn } from './turn.ts';

type Deps = Pick<DmsDeps, 'commandShops' | 'live'>;
type Who = { readonly shop: ShopId; readonly asker: Author & { readonly name: string } };

/** Everything that a person sees of the shop's journal files. */
export const showJournal = (deps: Deps, shop: ShopId, { through }: JournalQuestion): Promise<JournalBook> =>
  deps.commandShops(shop, async (store) => {
    const { journal } = store.dms;
    const stored = await journal.readSettings();
    const settings = accountsOf(stored);
    const { epoch } = await journal.readShop();
    const today = await store.dms.readDay(await store.dms.readNow());
    const until = through ?? today;
    const partner = await partnerOf(store);
    const due =
      settings === null || settings === 'unreadable'
        ? none
        : await readDue(journal, settings, { through: until, today, partnerTakes: partner !== '' });
    const files = await journal.readFiles();
    const { lost } = await knownFiles(journal, files);
    return {
      settings,
      ...{ today, partner, files: [...files], lost: [...lost] },
      isRestored: stored !== undefined && stored.epoch !== epoch,
      due: { through: until, ...dueOf(due) },
    };
  });

const dueOf = ({ now, more, left, waiting }: Due) => ({
  ...{ entries: now.length, totalCents: sumOf(now), more, left: countsOf(left), waiting },
});

/** How many entries there are of each type. */
function countsOf(entries: readonly DueEntry[]) {
  const counts = new Map<string, number>();
  for (const { typeName } of entries) counts.set(typeName, (counts.get(typeName) ?? 0) + 1);
  return [...counts].map(([type, count]) => ({ type, entries: count }));
}

const none: Due = { now: [], more: 0, left: [], waiting: 0 };

type Written = Result<null, JournalRefusal>;

/** Sets the accounts, unless somebody else did since they were read; files that were made stay as they are. */
export const writeJournalSettings = (deps: Deps, { shop, asker }: Who, accounts: JournalAccounts): Promise<Written> =>
  inTurn(deps, shop, async ({ store, order }): Promise<Done<Written>> => {
    const { base, ...settings } = accounts;
    const stands = accountsOf(await store.dms.journal.readSettings());
    if (stands === 'unreadable') return { answer: failed('accounts-unreadable'), reached: order };
    // A PC of before does not say what it typed over; what is there already changes nothing.
    const isChanged = base !== undefined && !sameValue(base, stands) && !sameValue(settings, stands);
    if (isChanged) return { answer: failed('accounts-changed'), reached: order };
    await store.dms.journal.saveSettings(asker, settings);
    return { answer: ok(null), reached: order };
  });

/** A file as it was made; undefined where there is none of that number. */
export const readJournal = (deps: Deps, shop: ShopId, n: number) =>
  deps.commandShops(shop, async (store) => {
    const file = await store.dms.journal.readContent(n);
    return file && { name: journalFileName(n, file), text: file.content };
  });

type Made = Result<JournalFileFacts, JournalRefusal>;

/** Makes the next file, or answers with the one that was made for the same asking. */
export const makeJournal = (deps: Deps, { shop, asker }: Who, ask: JournalAsk): Promise<Made> =>
  inTurn(deps, shop, async ({ store, order }): Promise<Done<Made>> => {
    const { journal } = store.dms;
    const refused = (reason: JournalRefusal): Done<Made> => ({ answer: failed(reason), reached: order });
    const made = await journal.readByAsk(ask.id);
    if (made !== undefined) return { answer: ok(made), reached: order };
    const stored = await journal.readSettings();
    const settings = accountsOf(stored);
    if (stored === undefined || settings === null) return refused('no-accounts');
    if (settings === 'unreadable') return refused('accounts-unreadable');
    const partnerTakes = (await partnerOf(store)) !== '';
    const known = await knownFiles(journal, await journal.readFiles());
    const isRestored = stored.epoch !== order.epoch;
    if (isRestored && !mayFollow(known, ask)) return refused('restored');
    const now = await store.dms.readNow();
    const today = await store.dms.readDay(now);
    if (ask.through < settings.firstDay || ask.through > today) return refused('day');
    const due = await readDue(journal, settings, { through: ask.through, today, partnerTakes });
    if (due.now.length === 0) return refused(partnerTakes ? 'partner-takes' : 'nothing-due');
    const n = Math.max(newestGiven(known), isRestored ? (ask.lastFile ?? 0) : 0) + 1;
    await journal.knowFiles(order.epoch);
    const reached = await write(store, { order, asker, ask, n, now, settings, due: due.now });
    const file = await journal.readByAsk(ask.id);
    if (file === undefined) throw new Error('a file that was written is not there');
    return { answer: ok(file), reached };
  });

type Writing = Pick<Who, 'asker'> & {
  readonly order: Order;
  readonly ask: JournalAsk;
  readonly n: number;
  readonly now: number;
  readonly settings: JournalSettings;
  readonly due: readonly DueEntry[];
};

/** The file, which receipts stand in it, and the lines of their workfiles' history: all of them or none. */
async function write(store: CommandStore, { order, asker, ask, n, now, settings, due }: Writing): Promise<Order> {
  const days = due.map(({ date }) => date).toSorted();
  const [first = '', last = first] = [days[0], days.at(-1)];
  const facts = { n, through: ask.through, first, last, entries: due.length, totalCents: sumOf(due), by: asker.name };
  const { text: content } = journalCsv(due, settings);
  const entries = due.map(({ receiptId, about, reference }) => ({ receiptId, about, reference, n }));
  await store.dms.journal.insertFile(asker, { ...facts, ask: ask.id, content }, entries);
  const changes = due.map((entry) => eventOf(entry, { n, by: asker.name, at: now }));
  return writeChanges(store, asker, { order, changes, editOf: (one) => followUp(`journal ${ask.id}`, one) });
}

type Told = { readonly n: number; readonly by: string; readonly at: number };

function eventOf({ receiptId, about, workfile, amountCents }: DueEntry, { n, by, at }: Told): Change {
  return historyLine(uuidOf('journal', receiptId, about), workfile, {
    ...{ what: journalEvents[about], status: 'In journal file', reference: journalName(n), amountCents, receiptId },
    ...{ by: beginningOf(by, 120), at },
  });
}

async function knownFiles(journal: JournalStore, files: readonly JournalFileFacts[]): Promise<KnownFiles> {
  const newest = files[0]?.n ?? 0;
  return { newest, lost: lostFiles(newest, await journal.readTold()) };
}

/** Those of a newer program are not read, and stay as they are. */
const accountsOf = (stored: StoredJournalSettings | undefined): JournalSettings | 'unreadable' | null =>
  stored === undefined ? null : (journalSettings.safeParse(stored.settings).data ?? 'unreadable');

/** The partner that takes payments by itself; empty for none. */
async function partnerOf({ dms }: Pick<CommandStore, 'dms'>): Promise<string> {
  const stored = await dms.readConnection();
  const setup = stored && setupOf(stored);
  return setup !== undefined && taken(stored)?.payments === true ? dmsPartnerNames[setup.partner] : '';
}

const sumOf = (entries: readonly DueEntry[]): number => entries.reduce((sum, { amountCents }) => sum + amountCents, 0);
