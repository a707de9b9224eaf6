// The PCs of the shop, as the cloud knows them.
import { useMemo } from 'react';
import type { ShopPc } from '../../../src-shared/ipc/centre-shapes.ts';
import { useArrayRows } from '../../../src-ui/grid/array-rows.ts';
import { Grid } from '../../../src-ui/grid/grid.tsx';
import type { Column } from '../../../src-ui/grid/model/column.ts';
import { dataRow } from '../../../src-ui/grid/model/row-source.ts';
import { useClock } from '../../stores/clock.ts';
import { wordWhen } from '../../words/decision-words.ts';
import { NothingHere } from './nothing-here.tsx';

export function DevicesGrid({ devices }: { readonly devices: readonly ShopPc[] }) {
  const now = useClock((clock) => clock.now);
  const columns = useMemo(() => columnsAt(now), [now]);
  const source = useArrayRows(useMemo(() => devices.map((device) => dataRow(device.id, device)), [devices]));
  return <Grid label='Devices' select='rows' columns={columns} source={source} empty={<NothingHere tab='devices' />} />;
}

const columnsAt = (now: number): readonly Column<ShopPc>[] => [
  {
    id: 'name',
    title: 'PC',
    width: 200,
    grow: true,
    text: ({ name, isThisPc }) => (isThisPc ? `${name} (this PC)` : name),
  },
  { id: 'by', title: 'Signed in last', width: 180, grow: true, text: ({ by }) => by },
  { id: 'seen', title: 'Last seen', width: 140, text: ({ seenAt }) => wordWhen(seenAt, now) },
  { id: 'state', title: 'Access', width: 140, text: ({ isRevoked }) => (isRevoked ? '✖ Revoked' : 'May sync') },
];
