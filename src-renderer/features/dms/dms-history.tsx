// The DMS Transaction History: what was told the dealer's system, or typed of it, the newest first.
import { useMemo } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { cents, printMoney } from '../../../src-shared/base/money.ts';
import type { DmsEvent } from '../../../src-shared/domain/dms/dms-event.ts';
import { eventWords } from '../../../src-shared/domain/dms/event-words.ts';
import { historyOf } from '../../../src-shared/domain/dms/history.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { EmptyState } from '../../../src-ui/feedback/empty-state.tsx';
import { useArrayRows } from '../../../src-ui/grid/array-rows.ts';
import { Grid } from '../../../src-ui/grid/grid.tsx';
import type { Column } from '../../../src-ui/grid/model/column.ts';
import { dataRow } from '../../../src-ui/grid/model/row-source.ts';
import { useClock } from '../../stores/clock.ts';
import { useShopConnection } from '../../stores/dms/dms.ts';
import { wishForPrint } from '../../stores/print.ts';
import { showOverlay } from '../../stores/shell.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { dateOf } from '../../words/time-words.ts';

const columnsIn = (timeZone: string): readonly Column<DmsEvent['what']>[] => [
  { id: 'date', title: 'Date', width: 96, alwaysShown: true, text: ({ at }) => dateOf(at, timeZone) },
  { id: 'by', title: 'Completed By', width: 150, text: ({ by }) => by },
  { id: 'what', title: 'Description', width: 280, grow: true, text: eventWords },
  {
    id: 'amount',
    title: 'Amount $',
    width: 100,
    align: 'end',
    text: ({ amountCents }) => (amountCents === null ? '' : printMoney(cents(amountCents))),
  },
  { id: 'status', title: 'Status', width: 90, text: ({ status }) => status },
  { id: 'reference', title: 'Reference ID', width: 150, text: ({ reference }) => reference },
];

export function DmsHistory({ workfileId }: { readonly workfileId: WorkfileId }) {
  const sheet = useSheet(workfileId, (whole) => whole);
  const connection = useShopConnection();
  const events = useMemo(() => historyOf(sheet, connection), [sheet, connection]);
  const timeZone = useClock((clock) => clock.timeZone);
  const columns = useMemo(() => columnsIn(timeZone), [timeZone]);
  const source = useArrayRows(useMemo(() => events.map(({ id, what }) => dataRow(id, what)), [events]));
  return (
    <section className='dms-part' aria-label='DMS Transaction History'>
      <header className='dms-part-head'>
        <h2>DMS Transaction History</h2>
        <Button
          icon='print'
          disabledReason={events.length === 0 ? 'there is nothing to print yet.' : undefined}
          onPress={() => {
            wishForPrint({ kind: 'dms-history', version: '' });
            showOverlay('print');
          }}
        >
          Print Export Summary
        </Button>
      </header>
      <Grid
        label='DMS Transaction History'
        select='rows'
        columns={columns}
        source={source}
        empty={
          <EmptyState
            icon='report'
            title='Nothing yet'
            text='Ids that are set, payments that are exported or voided, and repair orders that are closed are told here.'
          />
        }
      />
    </section>
  );
}
