// Journal files: the cloud makes and keeps them, and this PC writes them where a person chooses.

import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import type { JournalAsk } from '../../../src-shared/domain/dms/journal/journal-asks.ts';
import type { journalRequests } from '../../../src-shared/ipc/dms/journal-requests.ts';
import type { Handlers } from '../../../src-shared/ipc/requests.ts';
import type { JournalFileFacts } from '../../../src-shared/sync/journal.ts';
import { splitPath, writeFiles } from '../../files/exchange/write-files.ts';
import { allowed, type Desk } from '../desk.ts';

export const journalHandlers = (desk: Desk): Pick<Handlers, keyof typeof journalRequests> => ({
  'journal.book': async (question) => {
    const user = allowed(desk, 'use-dms');
    return user.ok ? desk.sync.dms.journalBook(question) : user;
  },
  'journal.save-accounts': async (settings) => {
    const user = allowed(desk, 'configure-dms');
    if (!user.ok) return user;
    const saved = await desk.sync.dms.saveJournalAccounts(settings);
    return saved.ok ? ok(null) : saved;
  },
  'journal.make': (ask) => make(desk, ask),
  'journal.save-file': ({ n }) => saveFile(desk, n),
});

async function make(desk: Desk, ask: JournalAsk): Promise<Result<JournalFileFacts>> {
  const user = allowed(desk, 'use-dms');
  if (!user.ok) return user;
  const made = await desk.sync.dms.makeJournal(ask);
  if (!made.ok) return made;
  if ('reason' in made.value) return failed({ kind: 'conflict', what: `journal-${made.value.reason}` });
  // The workfiles' history tells of it.
  desk.sync.now();
  return ok(made.value.file);
}

async function saveFile(desk: Desk, n: number): Promise<Result<string | null>> {
  const user = allowed(desk, 'use-dms');
  if (!user.ok) return user;
  const file = await desk.sync.dms.journalFile(n);
  if (!file.ok) return file;
  const chosen = await desk.files.choose('save-journal', file.value.name);
  if (chosen === null) return ok(null);
  const { folder, name } = splitPath(chosen);
  const trouble = await writeFiles(folder, new Map([[name, new TextEncoder().encode(file.value.text)]]));
  return trouble === null ? ok(name) : failed({ kind: 'unavailable', what: trouble });
}
