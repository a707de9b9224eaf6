// Finds the workfile's vehicle in the dealer's system, or makes it a new one there.
import { useState } from 'react';
import type { PartnerVehicle } from '../../../src-shared/domain/dms/partner.ts';
import { isCustomerComing } from '../../../src-shared/ipc/dms/customer-way.ts';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import type { Column } from '../../../src-ui/grid/model/column.ts';
import { useCommands } from '../../stores/commands.ts';
import { setDmsId, useShopConnection } from '../../stores/dms/dms.ts';
import { findDmsVehicles } from '../../stores/dms/search.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { unlistedVehicle, vehicleWithoutCustomer } from '../../words/dms/search-words.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import type { SearchProps } from './customer-search.tsx';
import { NewVehicleDialog } from './new-vehicle-dialog.tsx';
import { SearchDialog } from './search-dialog.tsx';

const columns: readonly Column<PartnerVehicle>[] = [
  { id: 'id', title: 'Vehicle ID', width: 110, alwaysShown: true, text: ({ vehicleId }) => vehicleId },
  { id: 'vin', title: 'VIN', width: 190, text: ({ vin }) => vin },
  { id: 'year', title: 'Year', width: 70, text: ({ year }) => (year === null ? '' : String(year)) },
  { id: 'make', title: 'Make', width: 130, text: ({ make }) => make },
  { id: 'model', title: 'Model', width: 160, grow: true, text: ({ model }) => model },
  { id: 'plate', title: 'Plate', width: 110, text: ({ plate }) => plate },
];
const idOf = ({ vehicleId }: PartnerVehicle): string => vehicleId;

export function VehicleSearch({ workfileId, onClose }: SearchProps) {
  const vin = useSheet(workfileId, ({ vehicle }) => vehicle.identity.vin);
  const customerId = useSheet(workfileId, ({ workfile }) => workfile.dmsCustomerId?.id ?? '');
  const events = useSheet(workfileId, ({ dmsEvents }) => dmsEvents);
  const isComing = useCommands(({ given }) => isCustomerComing(workfileId, { given, events }));
  const takes = useShopConnection()?.takes;
  const [isNew, setNew] = useState(false);
  const toast = useToast();
  const pick = async ({ vehicleId }: PartnerVehicle): Promise<void> => {
    const failure = await setDmsId(workfileId, 'dmsVehicleId', vehicleId, 'matched');
    if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
    else onClose();
  };
  if (isNew) return <NewVehicleDialog workfileId={workfileId} onClose={onClose} />;
  const noCustomer = customerId === '' ? vehicleWithoutCustomer(isComing) : undefined;
  return (
    <SearchDialog
      title='DMS vehicles'
      label='VIN, or how it ends'
      first={vin}
      maxLength={17}
      find={findDmsVehicles}
      columns={columns}
      idOf={idOf}
      searches={takes?.vehicleSearch === true}
      unlisted={{
        words: unlistedVehicle,
        disabledReason: takes?.newVehicles === true ? noCustomer : 'This DMS partner takes no new vehicles.',
        next: () => setNew(true),
      }}
      onPick={(match) => void pick(match)}
      onClose={onClose}
    />
  );
}
