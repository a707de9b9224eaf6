// The journal files that were made, the newest first, and saving one of them again.
import { useMemo, useState } from 'react';
import { cents, printMoney } from '../../../src-shared/base/money.ts';
import type { JournalFileFacts, ListedJournal } from '../../../src-shared/sync/journal.ts';
import { Toolbar } from '../../../src-ui/actions/toolbar.tsx';
import { EmptyState } from '../../../src-ui/feedback/empty-state.tsx';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { useArrayRows } from '../../../src-ui/grid/array-rows.ts';
import { Grid } from '../../../src-ui/grid/grid.tsx';
import type { Column } from '../../../src-ui/grid/model/column.ts';
import { dataRow } from '../../../src-ui/grid/model/row-source.ts';
import { useClock } from '../../stores/clock.ts';
import { dayWords } from '../../words/dms/journal-words.ts';
import { type Clock, whenOf } from '../../words/time-words.ts';
import { useSaveFile } from './use-save-file.ts';

/** What a column says of a file; nothing of one that a newer program made. */
const of =
  (text: (file: JournalFileFacts) => string, otherwise = '') =>
  (file: ListedJournal): string =>
    'entries' in file ? text(file) : otherwise;

const columnsAt = (clock: Clock): readonly Column<ListedJournal>[] => [
  { id: 'n', title: 'Journal', width: 76, align: 'end', alwaysShown: true, text: ({ n }) => String(n) },
  { id: 'first', title: 'First day', width: 96, text: of(({ first }) => dayWords(first)) },
  { id: 'last', title: 'Last day', width: 96, text: of(({ last }) => dayWords(last)) },
  { id: 'entries', title: 'Entries', width: 76, align: 'end', text: of(({ entries }) => String(entries)) },
  {
    id: 'total',
    title: 'Total $',
    width: 110,
    align: 'end',
    text: of(({ totalCents }) => printMoney(cents(totalCents))),
  },
  { id: 'by', title: 'Made by', width: 160, grow: true, text: of(({ by }) => by, 'Not readable here') },
  { id: 'at', title: 'Made', width: 110, text: of(({ at }) => whenOf(at, clock)) },
];

export function JournalFiles({ files }: { readonly files: readonly ListedJournal[] }) {
  const clock = useClock();
  const saving = useSaveFile();
  const [active, setActive] = useState<string>();
  const columns = useMemo(() => columnsAt(clock), [clock]);
  const source = useArrayRows(useMemo(() => files.map((file) => dataRow(String(file.n), file)), [files]));
  const chosen = files.find(({ n }) => String(n) === active);
  const reason = saving.isSaving ? 'it is being saved.' : chosen === undefined ? 'choose a file first.' : undefined;
  return (
    <section className='journal-files' aria-label='Files'>
      <h3>Files</h3>
      <Toolbar
        label='Files'
        items={[
          {
            id: 'save',
            title: 'Save the file…',
            icon: 'save',
            keys: 'Enter',
            disabledReason: reason,
            run: () => void (chosen && saving.save(chosen.n)),
          },
        ]}
      />
      {saving.failure !== undefined && <MessageStrip tone='error' {...saving.failure} />}
      <Grid
        label='Journal files'
        select='rows'
        columns={columns}
        source={source}
        onActivate={(rowKey) => void saving.save(Number(rowKey))}
        onActiveChange={(cell) => setActive(cell?.rowKey)}
        empty={
          <EmptyState icon='report' title='No files yet' text='Every file that is made is kept and listed here.' />
        }
      />
    </section>
  );
}
