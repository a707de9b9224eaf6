// The list of backups: when each was made, why, what it holds, and whether it is whole.
import { useMemo } from 'react';
import type { Backup } from '../../../src-shared/ipc/pc-shapes.ts';
import { EmptyState } from '../../../src-ui/feedback/empty-state.tsx';
import { useArrayRows } from '../../../src-ui/grid/array-rows.ts';
import { Grid } from '../../../src-ui/grid/grid.tsx';
import type { Column } from '../../../src-ui/grid/model/column.ts';
import { dataRow } from '../../../src-ui/grid/model/row-source.ts';
import { wordWhen } from '../../words/decision-words.ts';
import { backupReasons, wordBackupState, wordRoom } from '../../words/pc/pc-words.ts';
import type { Clock } from '../../words/time-words.ts';

type GridProps = {
  readonly backups: readonly Backup[];
  readonly clock: Clock;
  readonly onChoose: (id: string | undefined) => void;
  readonly onActivate?: (id: string) => void;
};

export function BackupGrid({ backups, clock, onChoose, onActivate }: GridProps) {
  const columns = useMemo(() => columnsAt(clock), [clock]);
  const source = useArrayRows(useMemo(() => backups.map((backup) => dataRow(backup.id, backup)), [backups]));
  return (
    <div className='pc-backups'>
      <Grid
        label='Backups'
        select='rows'
        columns={columns}
        source={source}
        onActiveChange={(cell) => onChoose(cell?.rowKey)}
        {...(onActivate !== undefined && { onActivate })}
        empty={<EmptyState title='No backups yet' text='Seven days and four weeks of them are kept here.' />}
      />
    </div>
  );
}

const columnsAt = (clock: Clock): readonly Column<Backup>[] => [
  { id: 'made', title: 'Made', width: 130, text: ({ note }) => (note === null ? '' : wordWhen(note.madeAt, clock)) },
  {
    id: 'why',
    title: 'Why',
    width: 200,
    text: ({ note, id }) => (note === null ? id : backupReasons[note.kind]),
  },
  {
    id: 'workfiles',
    title: 'Workfiles',
    width: 90,
    align: 'end',
    text: ({ note }) => (note === null ? '' : String(note.workfiles)),
  },
  {
    id: 'unsent',
    title: 'Unsent then',
    width: 100,
    align: 'end',
    text: ({ note }) => (note === null || note.unsent === 0 ? '' : String(note.unsent)),
  },
  { id: 'size', title: 'Size', width: 90, align: 'end', text: ({ bytes }) => wordRoom(bytes) },
  { id: 'state', title: 'State', width: 190, grow: true, text: wordBackupState },
];
