// Corrects the customer in the dealer's system to what the workfile says, and tells how far that is.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { whyNotUpdateCustomer } from '../../../src-shared/domain/dms/customer-update.ts';
import { customerWay, isCustomerComing } from '../../../src-shared/ipc/dms/customer-way.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { useClock } from '../../stores/clock.ts';
import { useCommands } from '../../stores/commands.ts';
import { useShopConnection } from '../../stores/dms/dms.ts';
import { updateCustomer } from '../../stores/dms/search.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import {
  customerComes,
  customerNotUpdatedWords,
  customerWayWords,
  underWayWords,
} from '../../words/dms/customer-words.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { whenOf } from '../../words/time-words.ts';

type Props = { readonly workfileId: WorkfileId; readonly disabledReason: string | undefined };

/** A button beside the Customer ID, and a line below both. */
export function CustomerUpdate({ workfileId, disabledReason }: Props) {
  const workfile = useSheet(workfileId, (sheet) => sheet.workfile);
  const contacts = useSheet(workfileId, (sheet) => sheet.contacts);
  const events = useSheet(workfileId, ({ dmsEvents }) => dmsEvents);
  const given = useCommands((commands) => commands.given);
  const connection = useShopConnection();
  const clock = useClock();
  const toast = useToast();
  if (connection === undefined) return null;
  const way = customerWay(workfileId, { given, events });
  const why = whyNotUpdateCustomer({ workfile, contacts, connection, events });
  const comes = isCustomerComing(workfileId, { given, events }) ? customerComes : undefined;
  const notNow = why === null ? (comes ?? underWayWords(way)) : customerNotUpdatedWords[why];
  const update = async (): Promise<void> => {
    const failure = await updateCustomer(workfileId);
    if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
  };
  return (
    <>
      <Button icon='arrow' onPress={() => void update()} disabledReason={disabledReason ?? notNow}>
        Update customer in DMS
      </Button>
      {way !== undefined && <p>{customerWayWords(way, (at) => whenOf(at, clock))}</p>}
    </>
  );
}
