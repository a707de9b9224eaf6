// What can be done with receipts, offered to the toolbar, the keys and the palette.
import { useEffect, useMemo, useState } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { isPastVoiding } from '../../../src-shared/domain/dms/payment-state.ts';
import type { Receipt } from '../../../src-shared/domain/receipt/receipt.ts';
import { reversedBy } from '../../../src-shared/domain/receipt/receipt.ts';
import type { Command } from '../../../src-ui/actions/command.ts';
import { offerCommands } from '../../stores/command-board.ts';
import { wishForPrint } from '../../stores/print.ts';
import { useDenied } from '../../stores/session.ts';
import { showOverlay } from '../../stores/shell.ts';
import { useCannotAdd } from '../../stores/workfile/closed.ts';
import { readReceiptDraft } from './receipt-draft.ts';
import type { ReceiptRow } from './receipt-rows.ts';
import { undoWords } from './receipt-words.ts';
import type { Way } from './take-back-dialog.tsx';

type Open = { readonly what: 'new' } | { readonly what: 'back'; readonly way: Way; readonly receipt: Receipt };

export function useReceiptActs(workfileId: WorkfileId, active: ReceiptRow | undefined) {
  const cannotTake = useCannotAdd(workfileId, 'take-receipts');
  // What was being written when the window went is open again.
  const [open, setOpen] = useState<Open | undefined>(() =>
    cannotTake === undefined && readReceiptDraft(workfileId) !== undefined ? { what: 'new' } : undefined,
  );
  const cannotVoid = useDenied('void-receipts');
  const cannotUndo = cannotVoid ?? whyNotBack(active);
  const cannotReverse = cannotUndo ?? whyNotReverse(active);
  const cannotVoidIt = cannotUndo ?? whyNotVoid(active);

  const number = active?.receipt.number.number;

  useEffect(
    () =>
      offerCommands({
        'receipt.new': { run: () => setOpen({ what: 'new' }), disabledReason: cannotTake },
        'workfile.print': { run: () => openPrint('print', number) },
        'workfile.pdf': { run: () => openPrint('pdf', number) },
        'edit.undo': { run: () => undefined, disabledReason: undoWords },
        'edit.redo': { run: () => undefined, disabledReason: undoWords },
      }),
    [cannotTake, number],
  );

  return useMemo(() => {
    const add: Command = {
      id: 'new',
      title: 'New receipt',
      icon: 'add',
      keys: 'Insert',
      disabledReason: cannotTake,
      run: () => setOpen({ what: 'new' }),
    };
    const back = (way: Way, title: string, reason: string | undefined): Command => ({
      ...{ id: way, title, icon: way === 'void' ? 'bin' : 'undo', disabledReason: reason },
      run: () => active && setOpen({ what: 'back', way, receipt: active.receipt }),
    });
    return {
      open,
      close: () => setOpen(undefined),
      add,
      cannotAdjust: cannotVoid,
      commands: [add, back('void', 'Void…', cannotVoidIt), back('reverse', 'Reverse…', cannotReverse)],
    };
  }, [open, active, cannotTake, cannotVoid, cannotVoidIt, cannotReverse]);
}

/** Prints the receipt that one stands at. */
function openPrint(overlay: 'print' | 'pdf', number: string | undefined): void {
  wishForPrint(number === undefined ? undefined : { kind: 'receipt', version: number });
  showOverlay(overlay);
}

function whyNotBack(active: ReceiptRow | undefined): string | undefined {
  if (active === undefined) return 'Select a receipt first.';
  if (active.standing === 'void') return 'This receipt is void already.';
  return active.standing === 'reversed' ? 'This receipt was reversed; void the reversal first.' : undefined;
}

const whyNotVoid = (active: ReceiptRow | undefined): string | undefined =>
  active !== undefined && isPastVoiding(active.receipt)
    ? 'This receipt is in the DMS, or on its way there: reverse it.'
    : undefined;

const whyNotReverse = (active: ReceiptRow | undefined): string | undefined =>
  active !== undefined && reversedBy(active.receipt) !== '' ? 'A reversal is not reversed: void it.' : undefined;
