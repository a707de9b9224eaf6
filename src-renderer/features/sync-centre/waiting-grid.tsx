// What waits to be sent: commands, then edits, the oldest first, then photos and documents.
import { useMemo } from 'react';
import type { QueuedAttachment, QueuedEdit, SyncQueue } from '../../../src-shared/ipc/centre-shapes.ts';
import { useArrayRows } from '../../../src-ui/grid/array-rows.ts';
import { Grid } from '../../../src-ui/grid/grid.tsx';
import type { Column } from '../../../src-ui/grid/model/column.ts';
import { dataRow } from '../../../src-ui/grid/model/row-source.ts';
import { useClock } from '../../stores/clock.ts';
import { showTab } from '../../stores/shell.ts';
import { showSection } from '../../stores/workfile/workfiles.ts';
import { wordBytes, wordWaitingFiles } from '../../words/centre-words.ts';
import { wordPlace, wordWhen, wordWorkfile } from '../../words/decision-words.ts';
import { kindWords } from '../../words/group-words.ts';
import type { Clock } from '../../words/time-words.ts';
import { NothingHere } from './nothing-here.tsx';
import { openAtField } from './open-at-field.ts';
import { PhotosHeld } from './photos-held.tsx';
import { WaitingCommands } from './waiting-commands.tsx';

/** A row of the list, in words. */
type Waiting = {
  readonly key: string;
  readonly workfile: string;
  readonly what: string;
  readonly bytes: number;
  readonly tries: string;
  readonly since: number;
  readonly by: string;
  readonly open: () => void;
};

export function WaitingGrid({ queue }: { readonly queue: SyncQueue }) {
  const clock = useClock();
  const columns = useMemo(() => columnsAt(clock), [clock]);
  const rows = useMemo(() => [...queue.edits.map(ofEdit), ...queue.attachments.map(ofAttachment)], [queue]);
  const source = useArrayRows(useMemo(() => rows.map((row) => dataRow(row.key, row)), [rows]));
  const files = wordWaitingFiles(queue);
  const isOnlyCommands = rows.length === 0 && queue.commands.length > 0;
  return (
    <>
      <PhotosHeld />
      <WaitingCommands commands={queue.commands} />
      {files !== '' && <p className='centre-more'>{`${files}.`}</p>}
      {!isOnlyCommands && (
        <Grid
          label='Waiting to send'
          select='rows'
          columns={columns}
          source={source}
          empty={<NothingHere tab='waiting' />}
          onActivate={(key) => rows.find((row) => row.key === key)?.open()}
        />
      )}
      {queue.total > queue.edits.length && (
        <p className='centre-more'>{`The oldest ${queue.edits.length} of ${queue.total} are shown.`}</p>
      )}
    </>
  );
}

const ofEdit = ({ edit, place, bytes, tries, madeAt, author, isHeld }: QueuedEdit): Waiting => ({
  ...{ key: edit, workfile: wordWorkfile(place), what: wordPlace(place), bytes, tries: String(tries), since: madeAt },
  by: isHeld ? `${author}, until they sign in` : author,
  open: () => openAtField(place),
});

const ofAttachment = (file: QueuedAttachment): Waiting => {
  const { kind, id, workfileId, workfileLabel, bytes, by, addedAt, percent } = file;
  const name = kindWords[kind];
  return {
    ...{ key: id, workfile: workfileLabel, what: percent === null ? name : `${name}, ${percent} % sent`, bytes },
    ...{ tries: '', since: addedAt, by },
    open() {
      showTab(workfileId);
      showSection(workfileId, 'photos');
    },
  };
};

const columnsAt = (clock: Clock): readonly Column<Waiting>[] => [
  { id: 'workfile', title: 'Workfile', width: 190, grow: true, text: ({ workfile }) => workfile },
  { id: 'field', title: 'What', width: 240, grow: true, text: ({ what }) => what },
  { id: 'size', title: 'Size', width: 84, align: 'end', text: ({ bytes }) => wordBytes(bytes) },
  { id: 'tries', title: 'Tries', width: 60, align: 'end', text: ({ tries }) => tries },
  {
    id: 'since',
    title: 'Since',
    width: 110,
    text: ({ since }) => (since === 0 ? 'sent once more' : wordWhen(since, clock)),
  },
  { id: 'by', title: 'By', width: 170, text: ({ by }) => by },
];
