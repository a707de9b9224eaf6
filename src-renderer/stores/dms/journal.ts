// The shop's journal files as the cloud has them, the next one while it is asked for, and the accounts while they are typed.

import { create } from 'zustand';
import type { Failure } from '../../../src-shared/base/failure.ts';
import { uuidV7 } from '../../../src-shared/base/ids.ts';
import type { Result } from '../../../src-shared/base/result.ts';
import { sameValue } from '../../../src-shared/base/same-value.ts';
import {
  checkJournal,
  type JournalSettings,
  type TypedJournal,
  typedOver,
} from '../../../src-shared/domain/dms/settings/journal.ts';
import type { JournalBook, JournalFileFacts } from '../../../src-shared/sync/journal.ts';
import { ask } from '../../api/bridge.ts';
import { useClock } from '../clock.ts';
import { type Loading, readyValue } from '../loading.ts';

type State = {
  /** Who it was asked for: what one person typed, another does not find. */
  readonly userId: string;
  readonly book: Loading<JournalBook>;
  /** The last day of the next file; today where nobody typed one. */
  readonly through: string | undefined;
  /** After a restore: the number of the last file that somebody has. */
  readonly lastFile: number | undefined;
  /** They have seen that no PC told yet of a file until that one. */
  readonly despite: boolean;
  readonly draft: TypedJournal | undefined;
  /** The accounts that the draft was typed over, null while the shop had none. */
  readonly base: JournalSettings | null;
  /** The asking that has no answer yet: asked again, it is answered with the same file. */
  readonly asking: string | undefined;
};

const idle = { kind: 'idle' } as const;
const begun: State = {
  ...{
    userId: '',
    book: idle,
    through: undefined,
    lastFile: undefined,
    despite: false,
    draft: undefined,
    base: null,
    asking: undefined,
  },
};
export const useJournal = create<State>()(() => begun);

/** Asks the cloud for the files and what is due; what was typed stays. */
export async function loadJournal(userId: string): Promise<void> {
  if (useJournal.getState().userId !== userId) useJournal.setState({ ...begun, userId });
  if (readyValue(useJournal.getState().book) === undefined) useJournal.setState({ book: { kind: 'loading' } });
  const { through } = useJournal.getState();
  const reply = await ask('journal.book', through === undefined ? {} : { through });
  const now = useJournal.getState();
  if (now.userId !== userId || now.through !== through) return;
  useJournal.setState({
    book: reply.ok ? { kind: 'ready', value: reply.value } : { kind: 'failed', failure: reply.failure },
  });
}

/** Until which day the next file goes. */
export function chooseThrough(through: string): undefined {
  useJournal.setState({ through: through === '' ? undefined : through, asking: undefined });
  void loadJournal(useJournal.getState().userId);
}

export const sayLastFile = (lastFile: number | undefined): undefined =>
  useJournal.setState({ lastFile, despite: false }) as undefined;
export const sayDespite = (despite: boolean): undefined => useJournal.setState({ despite }) as undefined;

/** Whether the person for whom something was asked is still the one who sees this. */
const isStill = (userId: string): boolean => useJournal.getState().userId === userId;

/**
 * Makes the next file. Where the answer is lost, asking again gets the file that was made. Whoever signed in meanwhile is
 * shown nothing of it: undefined.
 */
export async function makeJournal({ due, isRestored }: JournalBook): Promise<Result<JournalFileFacts> | undefined> {
  const { now } = useClock.getState();
  const {
    userId,
    lastFile,
    despite,
    asking = uuidV7(now, crypto.getRandomValues(new Uint8Array(16))),
  } = useJournal.getState();
  useJournal.setState({ asking });
  const restored = isRestored && lastFile !== undefined ? { lastFile, ...(despite && { despite }) } : {};
  const reply = await ask('journal.make', { id: asking, through: due.through, ...restored });
  if (!isStill(userId)) return undefined;
  if (reply.ok || reply.failure.kind === 'conflict')
    useJournal.setState({ asking: undefined, lastFile: undefined, despite: false });
  await loadJournal(userId);
  return isStill(userId) ? reply : undefined;
}

/** Writes a file where the person chooses. */
export const saveJournalFile = (n: number): Promise<Result<string | null>> => ask('journal.save-file', { n });

export type ReadAccounts = { readonly settings: JournalSettings | null; readonly today: string };

/** The accounts of a book; undefined where they are not readable. */
const readAccounts = ({ settings, today }: JournalBook): ReadAccounts | undefined =>
  typeof settings === 'string' ? undefined : { settings, today };

/** The accounts as the cloud has them, ready to be typed over. */
export const typedOf = ({ settings, today }: ReadAccounts): TypedJournal =>
  settings ?? {
    ...{ firstDay: today, company: '', journal: '', receivableAccount: '', receiptAccounts: {} },
  };

/** Types something over. */
export function changeAccounts(change: Partial<TypedJournal>): undefined {
  const { book, draft, base } = useJournal.getState();
  const stands = book.kind === 'ready' ? readAccounts(book.value) : undefined;
  if (stands === undefined) return;
  const next = { ...(draft ?? typedOf(stands)), ...change };
  const isAsBefore = stands.settings !== null && sameValue(next, typedOf(stands));
  useJournal.setState({ draft: isAsBefore ? undefined : next, base: draft === undefined ? stands.settings : base });
}

export const discardAccounts = (): void => useJournal.setState({ draft: undefined });

/**
 * Writes what was typed, unless somebody else wrote accounts meanwhile; what is typed meanwhile stays, and whoever signed in
 * meanwhile is shown nothing of it.
 */
export async function saveAccounts(): Promise<Failure | undefined> {
  const { draft, base, userId } = useJournal.getState();
  const checked = draft && checkJournal(draft);
  if (checked === undefined || !('settings' in checked)) return undefined;
  const reply = await ask('journal.save-accounts', { ...checked.settings, base });
  if (!isStill(userId)) return undefined;
  if (!reply.ok && reply.failure.kind !== 'conflict') return reply.failure;
  await loadJournal(userId);
  if (!isStill(userId)) return undefined;
  if (reply.ok) {
    const after = (state: State) => ({
      draft: state.draft === draft ? undefined : state.draft,
      base: checked.settings,
    });
    useJournal.setState(after);
    return undefined;
  }
  layOverTheirs();
  return reply.failure;
}

/** Keeps what was typed, over the accounts that somebody else wrote meanwhile: whoever looked through both may save. */
function layOverTheirs(): void {
  const { book, draft, base } = useJournal.getState();
  const stands = book.kind === 'ready' ? readAccounts(book.value) : undefined;
  if (stands === undefined || draft === undefined) return;
  const { settings, today } = stands;
  const theirs = typedOf(stands);
  const next = typedOver(draft, typedOf({ settings: base, today }), theirs);
  useJournal.setState({ draft: sameValue(next, theirs) ? undefined : next, base: settings });
}
