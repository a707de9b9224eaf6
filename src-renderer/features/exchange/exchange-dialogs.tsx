// Import, export and the watched folder, ready in every window.
import { ExportDialog } from './export-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { useEstimateDrop } from './use-estimate-drop.ts';
import { useExchangeCommands } from './use-exchange-commands.ts';
import { WatchDialog } from './watch-dialog.tsx';

export function ExchangeDialogs() {
  useExchangeCommands();
  useEstimateDrop();
  return (
    <>
      <ImportDialog />
      <ExportDialog />
      <WatchDialog />
    </>
  );
}
