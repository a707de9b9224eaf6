// What was sent today, and what became of it.
import { useMemo } from 'react';
import type { SentBatch } from '../../../src-shared/ipc/centre-shapes.ts';
import { useArrayRows } from '../../../src-ui/grid/array-rows.ts';
import { Grid } from '../../../src-ui/grid/grid.tsx';
import type { Column } from '../../../src-ui/grid/model/column.ts';
import { dataRow } from '../../../src-ui/grid/model/row-source.ts';
import { useClock } from '../../stores/clock.ts';
import { wordBatch, wordBytes } from '../../words/centre-words.ts';
import { timeOf } from '../../words/time-words.ts';
import { NothingHere } from './nothing-here.tsx';

export function SentGrid({ batches }: { readonly batches: readonly SentBatch[] }) {
  const timeZone = useClock((clock) => clock.timeZone);
  const columns = useMemo(() => columnsIn(timeZone), [timeZone]);
  const source = useArrayRows(useMemo(() => batches.map((batch) => dataRow(String(batch.n), batch)), [batches]));
  return <Grid label='Sent today' select='rows' columns={columns} source={source} empty={<NothingHere tab='sent' />} />;
}

const columnsIn = (timeZone: string): readonly Column<SentBatch>[] => [
  { id: 'at', title: 'Answered', width: 84, text: ({ answeredAt }) => timeOf(answeredAt, timeZone) },
  { id: 'edits', title: 'Edits', width: 64, align: 'end', text: ({ edits }) => String(edits) },
  { id: 'became', title: 'What became of them', width: 260, grow: true, text: wordBatch },
  { id: 'workfiles', title: 'Workfiles', width: 200, grow: true, text: ({ workfiles }) => workfiles.join(', ') },
  { id: 'size', title: 'Size', width: 84, align: 'end', text: ({ bytes }) => wordBytes(bytes) },
];
