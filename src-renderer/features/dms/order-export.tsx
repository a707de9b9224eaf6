// The repair order of a workfile in the dealer's system: how far it is, and sending what was missing when it was closed.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { whyNotExportOrder } from '../../../src-shared/domain/dms/repair-order.ts';
import { isOrderUnknown, lastOrder } from '../../../src-shared/domain/dms/unknown-outcome.ts';
import { isPending } from '../../../src-shared/ipc/command-shapes.ts';
import { isTold } from '../../../src-shared/ipc/dms/id-way.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { useClock } from '../../stores/clock.ts';
import { useCommands } from '../../stores/commands.ts';
import { exportRepairOrder, useShopConnection } from '../../stores/dms/dms.ts';
import { useCannotAdd } from '../../stores/workfile/closed.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { orderNotExportedWords, orderWords } from '../../words/dms/order-words.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { whenOf } from '../../words/time-words.ts';
import { CheckButton } from './check-button.tsx';

export function OrderExport({ workfileId }: { readonly workfileId: WorkfileId }) {
  const workfile = useSheet(workfileId, (sheet) => sheet.workfile);
  const events = useSheet(workfileId, ({ dmsEvents }) => dmsEvents);
  const given = useCommands((commands) => commands.given);
  const connection = useShopConnection();
  const cannot = useCannotAdd(workfileId, 'use-dms');
  const clock = useClock();
  const toast = useToast();
  if (connection === undefined) return null;
  const command = given.find((one) => one.workfileId === workfileId && one.name === 'export-repair-order');
  const isLooked = isTold(given, { kind: 'repair-order', id: workfileId });
  const isWaiting = isLooked || (command !== undefined && isPending(command));
  const isUnknown = isOrderUnknown(events);
  const why = whyNotExportOrder(workfile, connection, events);
  const notReady = why === null ? undefined : orderNotExportedWords[why];
  const send = async (): Promise<void> => {
    const failure = await exportRepairOrder(workfileId);
    if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
  };
  return (
    <FieldGroup title='Repair order'>
      <div className='dms-order'>
        <Button
          icon='arrow'
          onPress={() => void send()}
          disabledReason={cannot ?? (isWaiting ? 'it waits for the cloud already.' : notReady)}
        >
          Export repair order
        </Button>
        {isUnknown && !isLooked && (
          <CheckButton
            workfileId={workfileId}
            subject={{ kind: 'repair-order', id: workfileId }}
            sent='the repair order'
          />
        )}
        <p>
          {orderWords({ command, event: lastOrder(events), isWaiting, isUnknown, stage: workfile.stage.stage }, (at) =>
            whenOf(at, clock),
          )}
        </p>
      </div>
    </FieldGroup>
  );
}
