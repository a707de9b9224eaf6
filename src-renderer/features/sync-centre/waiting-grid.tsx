// What waits to be sent, the oldest first.
import { useMemo } from 'react';
import type { QueuedEdit, SyncQueue } from '../../../src-shared/ipc/centre-shapes.ts';
import { useArrayRows } from '../../../src-ui/grid/array-rows.ts';
import { Grid } from '../../../src-ui/grid/grid.tsx';
import type { Column } from '../../../src-ui/grid/model/column.ts';
import { dataRow } from '../../../src-ui/grid/model/row-source.ts';
import { useClock } from '../../stores/clock.ts';
import { wordBytes } from '../../words/centre-words.ts';
import { wordPlace, wordWhen, wordWorkfile } from '../../words/decision-words.ts';
import { NothingHere } from './nothing-here.tsx';
import { openAtField } from './open-at-field.ts';

export function WaitingGrid({ queue }: { readonly queue: SyncQueue }) {
  const now = useClock((clock) => clock.now);
  const columns = useMemo(() => columnsAt(now), [now]);
  const source = useArrayRows(useMemo(() => queue.edits.map((edit) => dataRow(edit.edit, edit)), [queue]));
  return (
    <>
      <Grid
        label='Waiting to send'
        select='rows'
        columns={columns}
        source={source}
        empty={<NothingHere tab='waiting' />}
        onActivate={(key) => {
          const edit = queue.edits.find((one) => one.edit === key);
          if (edit !== undefined) openAtField(edit.place);
        }}
      />
      {queue.total > queue.edits.length && (
        <p className='centre-more'>{`The oldest ${queue.edits.length} of ${queue.total} are shown.`}</p>
      )}
    </>
  );
}

const columnsAt = (now: number): readonly Column<QueuedEdit>[] => [
  { id: 'workfile', title: 'Workfile', width: 190, grow: true, text: ({ place }) => wordWorkfile(place) },
  { id: 'field', title: 'What', width: 240, grow: true, text: ({ place }) => wordPlace(place) },
  { id: 'size', title: 'Size', width: 84, align: 'end', text: ({ bytes }) => wordBytes(bytes) },
  { id: 'tries', title: 'Tries', width: 60, align: 'end', text: ({ tries }) => String(tries) },
  {
    id: 'since',
    title: 'Since',
    width: 110,
    text: ({ madeAt }) => (madeAt === 0 ? 'sent once more' : wordWhen(madeAt, now)),
  },
  {
    id: 'by',
    title: 'By',
    width: 170,
    text: ({ author, isHeld }) => (isHeld ? `${author}, until they sign in` : author),
  },
];
