// The PCs of the shop, as the cloud knows them.
import { useMemo } from 'react';
import type { ShopPc } from '../../../src-shared/ipc/centre-shapes.ts';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { useArrayRows } from '../../../src-ui/grid/array-rows.ts';
import { Grid } from '../../../src-ui/grid/grid.tsx';
import type { Column } from '../../../src-ui/grid/model/column.ts';
import { dataRow } from '../../../src-ui/grid/model/row-source.ts';
import { useClock } from '../../stores/clock.ts';
import { type KnownPcs, loadCentre } from '../../stores/sync-centre.ts';
import { wordWhen } from '../../words/decision-words.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import type { Clock } from '../../words/time-words.ts';
import { NothingHere } from './nothing-here.tsx';

export function DevicesGrid({ known }: { readonly known: KnownPcs }) {
  const { pcs, asOf, failure } = known;
  const clock = useClock();
  const columns = useMemo(() => columnsAt(clock), [clock]);
  const source = useArrayRows(useMemo(() => pcs.map((pc) => dataRow(pc.id, pc)), [pcs]));
  return (
    <>
      {failure !== null && (
        <MessageStrip
          tone='warn'
          what={`As of ${wordWhen(asOf, clock)}: ${wordBriefly(failure)}`}
          actions={[{ id: 'retry', title: 'Try again', run: () => void loadCentre('devices') }]}
        />
      )}
      <Grid label='Devices' select='rows' columns={columns} source={source} empty={<NothingHere tab='devices' />} />
    </>
  );
}

const columnsAt = (clock: Clock): readonly Column<ShopPc>[] => [
  {
    id: 'name',
    title: 'PC',
    width: 200,
    grow: true,
    text: ({ name, isThisPc }) => (isThisPc ? `${name} (this PC)` : name),
  },
  { id: 'by', title: 'Signed in last', width: 180, grow: true, text: ({ by }) => by },
  { id: 'seen', title: 'Last seen', width: 140, text: ({ seenAt }) => wordWhen(seenAt, clock) },
  { id: 'state', title: 'Access', width: 140, text: ({ isRevoked }) => (isRevoked ? '✖ Revoked' : 'May sync') },
];
