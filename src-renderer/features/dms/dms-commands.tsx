// Offers DMS Activity of the workfile in front.
import { useEffect } from 'react';
import { afterCommit } from '../../../src-ui/fields/leave-field.ts';
import { offerCommands } from '../../stores/command-board.ts';
import { showDmsActivity } from '../../stores/dms/dms.ts';
import { useActiveWorkfile } from '../../stores/shell.ts';
import { useWorkfiles } from '../../stores/workfile/workfiles.ts';

export function DmsCommands() {
  const workfileId = useActiveWorkfile();
  const isReady = useWorkfiles(({ open }) => workfileId !== undefined && open[workfileId]?.sheet.kind === 'ready');
  useEffect(
    () =>
      workfileId !== undefined && isReady
        ? offerCommands({
            'dms.activity': { run: () => afterCommit(() => showDmsActivity(workfileId)), disabledReason: undefined },
          })
        : undefined,
    [workfileId, isReady],
  );
  return null;
}
