// The commands of import and export.
import { useEffect } from 'react';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { offerCommands } from '../../stores/command-board.ts';
import { chooseImport, exportCsv, loadWatch, startExport } from '../../stores/exchange.ts';
import { useDenied } from '../../stores/session.ts';
import { showOverlay, useActiveWorkfile } from '../../stores/shell.ts';
import { tellExport } from './tell-export.ts';

export function useExchangeCommands(): void {
  const toast = useToast();
  const disabledReason = useDenied('create-workfiles');
  const workfileId = useActiveWorkfile();
  useEffect(() => void loadWatch(), []);
  useEffect(
    () =>
      offerCommands({
        'estimate.import': { run: () => void chooseImport(), disabledReason },
        'watch.folder': { run: () => showOverlay('watch'), disabledReason },
      }),
    [disabledReason],
  );
  useEffect(() => {
    if (workfileId === undefined) return;
    return offerCommands({
      'export.ems': { run: () => startExport('ems'), disabledReason },
      'export.bms': { run: () => startExport('bms'), disabledReason },
      'export.csv': { run: () => void exportCsv(workfileId).then((reply) => tellExport(toast, reply)), disabledReason },
    });
  }, [workfileId, disabledReason, toast]);
}
