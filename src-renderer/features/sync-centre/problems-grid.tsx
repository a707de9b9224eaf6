// What went wrong and was not lost: failed exchanges, refused commands, changes set aside, damaged files, and mendings.
import { useMemo } from 'react';
import type { SyncProblems } from '../../../src-shared/ipc/centre-shapes.ts';
import type { GivenCommand } from '../../../src-shared/ipc/command-shapes.ts';
import { isRecordKind } from '../../../src-shared/sync/records.ts';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { useArrayRows } from '../../../src-ui/grid/array-rows.ts';
import { Grid } from '../../../src-ui/grid/grid.tsx';
import type { Column } from '../../../src-ui/grid/model/column.ts';
import { dataRow } from '../../../src-ui/grid/model/row-source.ts';
import { useClock } from '../../stores/clock.ts';
import { useCommands } from '../../stores/commands.ts';
import { syncNow } from '../../stores/sync.ts';
import { wordMending, wordSetAsideReason, wordTries } from '../../words/centre-words.ts';
import { commandTitle, refusalWords } from '../../words/command-words.ts';
import { wordWhen } from '../../words/decision-words.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { kindWords } from '../../words/group-words.ts';
import type { Clock } from '../../words/time-words.ts';
import { NothingHere } from './nothing-here.tsx';

type Problem = { readonly key: string; readonly at: number; readonly what: string; readonly why: string };

export function ProblemsGrid({ problems }: { readonly problems: SyncProblems }) {
  const clock = useClock();
  const columns = useMemo(() => columnsAt(clock), [clock]);
  const given = useCommands((commands) => commands.given);
  const rows = useMemo(() => [...rowsOf(problems), ...refusedOf(given)], [problems, given]);
  const source = useArrayRows(useMemo(() => rows.map((row) => dataRow(row.key, row)), [rows]));
  const tries = wordTries(problems, clock.now);
  return (
    <>
      {tries !== '' && (
        <MessageStrip
          tone='warn'
          what={`${tries}.`}
          safe='Everything is kept on this PC.'
          actions={[{ id: 'retry', title: 'Try now', keys: 'F5', run: () => void syncNow() }]}
        />
      )}
      <Grid label='Problems' select='rows' columns={columns} source={source} empty={<NothingHere tab='problems' />} />
    </>
  );
}

const refusedOf = (given: readonly GivenCommand[]): readonly Problem[] =>
  given
    .filter(({ state }) => state === 'refused')
    .map((command) => ({
      key: command.id,
      at: command.settledAt,
      what: `${command.workfileLabel} ${commandTitle(command)}`,
      why: refusalWords(command),
    }));

const columnsAt = (clock: Clock): readonly Column<Problem>[] => [
  { id: 'at', title: 'When', width: 110, text: ({ at }) => (at === 0 ? '' : wordWhen(at, clock)) },
  { id: 'what', title: 'What', width: 220, grow: true, text: ({ what }) => what },
  { id: 'why', title: 'Why, and what to do', width: 420, grow: true, text: ({ why }) => why },
];

function rowsOf({ setAside, mendings, failures, damagedPhotos }: SyncProblems): readonly Problem[] {
  const damaged = {
    key: 'photos',
    at: 0,
    what: `${damagedPhotos} damaged photo ${damagedPhotos === 1 ? 'file' : 'files'}`,
  };
  return [
    ...setAside.map(({ edit, reason, kind, workfileLabel, keptAt }) => ({
      key: `${edit} ${reason}`,
      at: keptAt,
      what: `${workfileLabel} ${isRecordKind(kind) ? kindWords[kind] : kind}`.trim(),
      why: wordSetAsideReason(reason),
    })),
    ...(damagedPhotos === 0
      ? []
      : [{ ...damaged, why: 'They are not sent. Another copy is fetched where there is one.' }]),
    ...mendings.map((mending, index) => ({
      key: `mending ${mending.at} ${index}`,
      at: mending.at,
      ...wordMending(mending),
    })),
    ...failures.map(({ at, failure }, index) => ({
      key: `failure ${at} ${index}`,
      at,
      what: 'Exchange with the cloud',
      why: wordBriefly(failure),
    })),
  ];
}
