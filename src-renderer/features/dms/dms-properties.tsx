// The connection of the repair facility, and what the dealer's system calls the repair, its customer and its vehicle.
import { useEffect } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { DmsIdGroup } from '../../../src-shared/domain/dms/dms-id.ts';
import type { ShopConnection } from '../../../src-shared/domain/dms/shop-connection.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { offerCommands } from '../../stores/command-board.ts';
import { showDmsConnection, useShopConnection } from '../../stores/dms/dms.ts';
import { useBinned, useCannotEdit } from '../../stores/workfile/closed.ts';
import { connectionWords } from '../../words/dms/dms-words.ts';
import { CustomerSearch } from './customer-search.tsx';
import { CustomerUpdate } from './customer-update.tsx';
import { IdField } from './id-field.tsx';
import { OrderExport } from './order-export.tsx';
import { VehicleSearch } from './vehicle-search.tsx';

type Props = {
  readonly workfileId: WorkfileId;
  /** The id that is looked for in the dealer's system now. */
  readonly finding: DmsIdGroup | undefined;
  readonly onFind: (group: DmsIdGroup | undefined) => void;
};

export function DmsProperties({ workfileId, finding, onFind }: Props) {
  const frozen = useCannotEdit(workfileId, 'use-dms');
  const binned = useBinned(workfileId);
  const takes = useShopConnection()?.takes;
  const toCustomer = frozen ?? whyNotFind(takes, 'customerSearch', 'newCustomers');
  const toVehicle = frozen ?? whyNotFind(takes, 'vehicleSearch', 'newVehicles');
  const toast = useToast();
  useEffect(
    () =>
      offerCommands({
        'customer.find': {
          run: () => {
            const group = groupInFront();
            const reason = group === 'dmsVehicleId' ? toVehicle : toCustomer;
            if (reason === undefined) onFind(group);
            else toast({ text: reason, tone: 'error' });
          },
          disabledReason: undefined,
        },
      }),
    [toCustomer, toVehicle, onFind, toast],
  );
  const close = (): void => onFind(undefined);
  const find = (group: DmsIdGroup, disabledReason: string | undefined) => ({
    run: () => onFind(group),
    disabledReason,
  });
  return (
    <div className='form-screen dms-properties'>
      <Connection />
      <FieldGroup title='DMS IDs'>
        <IdField workfileId={workfileId} group='dmsRepairId' disabledReason={binned} />
        <IdField
          workfileId={workfileId}
          group='dmsCustomerId'
          disabledReason={frozen}
          find={find('dmsCustomerId', toCustomer)}
          more={<CustomerUpdate workfileId={workfileId} disabledReason={frozen} />}
        />
        <IdField
          workfileId={workfileId}
          group='dmsVehicleId'
          disabledReason={frozen}
          find={find('dmsVehicleId', toVehicle)}
        />
      </FieldGroup>
      <OrderExport workfileId={workfileId} />
      {finding === 'dmsCustomerId' && toCustomer === undefined && (
        <CustomerSearch workfileId={workfileId} onClose={close} />
      )}
      {finding === 'dmsVehicleId' && toVehicle === undefined && (
        <VehicleSearch workfileId={workfileId} onClose={close} />
      )}
    </div>
  );
}

/** F4 looks for the vehicle where one stands at it, else for the customer. */
const groupInFront = (): DmsIdGroup =>
  document.activeElement?.closest('[data-id=dmsVehicleId]') ? 'dmsVehicleId' : 'dmsCustomerId';

type Takes = ShopConnection['takes'];

function whyNotFind(takes: Takes | undefined, search: keyof Takes, fresh: keyof Takes): string | undefined {
  if (takes === undefined) return 'There is no DMS to search in yet.';
  return takes[search] || takes[fresh] ? undefined : 'This DMS partner can neither be searched nor takes new records.';
}

const toConnection = { id: 'configure', title: 'Configure › DMS connection', run: showDmsConnection };

function Connection() {
  const connection = useShopConnection();
  return connection === undefined ? (
    <MessageStrip
      tone='info'
      what='The repair facility has no DMS connection yet.'
      safe='IDs that are typed here are kept.'
      todo='Payments stay Ready until a manager sets a connection up.'
      actions={[toConnection]}
    />
  ) : (
    <dl className='dms-connection'>
      <dt>DMS connection</dt>
      <dd>{connectionWords(connection)}</dd>
      <dd className='dms-connection-way'>
        <Button onPress={showDmsConnection}>Configure › DMS connection</Button>
      </dd>
    </dl>
  );
}
