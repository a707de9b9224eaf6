// Printing photos: those that are selected, or all of them; the print's keys begin with them where there are some.
import { useEffect } from 'react';
import type { PhotoId } from '../../../src-shared/base/ids.ts';
import type { Command } from '../../../src-ui/actions/command.ts';
import { offerCommands } from '../../stores/command-board.ts';
import { wishForPrint } from '../../stores/print.ts';
import { showOverlay } from '../../stores/shell.ts';

export function usePhotoPrint(chosen: readonly PhotoId[], count: number): Command {
  const ids = chosen.join(' ');
  useEffect(() => {
    if (count === 0) return undefined;
    const selected = ids === '' ? [] : (ids.split(' ') as PhotoId[]);
    return offerCommands({
      'workfile.print': { run: () => openPrint('print', selected) },
      'workfile.pdf': { run: () => openPrint('pdf', selected) },
    });
  }, [ids, count]);
  return {
    ...{ id: 'print', title: 'Print…', keys: 'Ctrl+P' },
    disabledReason: count === 0 ? 'There are no photos yet.' : undefined,
    run: () => openPrint('print', chosen),
  };
}

function openPrint(overlay: 'print' | 'pdf', photoIds: readonly PhotoId[]): void {
  wishForPrint({ kind: 'photos', version: '', photoIds });
  showOverlay(overlay);
}
