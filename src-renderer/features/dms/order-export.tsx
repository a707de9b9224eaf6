// The repair order of a workfile in the dealer's system: how far it is, and sending what was missing when it was closed.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { whyNotExportOrder } from '../../../src-shared/domain/dms/repair-order.ts';
import { newestOf } from '../../../src-shared/domain/dms/unknown-outcome.ts';
import { isPending } from '../../../src-shared/ipc/command-shapes.ts';
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
  const isWaiting = command !== undefined && isPending(command);
  const why = whyNotExportOrder(workfile, connection);
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
          disabledReason={cannot ?? notReady ?? (isWaiting ? 'it waits for the cloud already.' : undefined)}
        >
          Export repair order
        </Button>
        <p>
          {orderWords({ command, event: newestOf(events, 'ro-exported', 'ro-rejected') }, (at) => whenOf(at, clock))}
        </p>
      </div>
    </FieldGroup>
  );
}
