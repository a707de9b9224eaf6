// The payments of a workfile: every receipt, where it stands with the dealer's system, and sending those that are ready.
import { useEffect, useMemo, useState } from 'react';
import type { ReceiptId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { cents, printMoney } from '../../../src-shared/base/money.ts';
import { type Command, runCommand } from '../../../src-ui/actions/command.ts';
import { Toolbar } from '../../../src-ui/actions/toolbar.tsx';
import { EmptyState } from '../../../src-ui/feedback/empty-state.tsx';
import { useArrayRows } from '../../../src-ui/grid/array-rows.ts';
import { Grid } from '../../../src-ui/grid/grid.tsx';
import { dataRow } from '../../../src-ui/grid/model/row-source.ts';
import { useCommands } from '../../stores/commands.ts';
import { isFailed, isReady, type Payment, paymentsOf, showReceipt } from '../../stores/dms/dms.ts';
import { useDenied } from '../../stores/session.ts';
import { useBinned } from '../../stores/workfile/closed.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { correctionOf } from '../../words/dms/correct-words.ts';
import { CheckDialog } from './check-dialog.tsx';
import { ExportingDialog } from './exporting-dialog.tsx';
import { paymentColumns } from './payment-columns.ts';

type Props = { readonly workfileId: WorkfileId; readonly toCustomer: () => void; readonly toProperties: () => void };

export function DmsPayments({ workfileId, toCustomer, toProperties }: Props) {
  const payments = usePayments(workfileId);
  const [active, setActive] = useState<string>();
  const [exporting, setExporting] = useState<readonly ReceiptId[]>([]);
  const [isChecking, setChecking] = useState(false);
  const binned = useBinned(workfileId);
  const denied = useDenied('check-exports');
  const ready = payments.filter(isReady);
  const chosen = payments.find(({ receipt }) => receipt.id === active);
  const source = useArrayRows(useMemo(() => payments.map((one) => dataRow(one.receipt.id, one)), [payments]));
  const exportAll: Command = {
    ...{ id: 'export-all', title: 'Export all Ready payments', keys: 'Ctrl+E', icon: 'arrow' },
    disabledReason: binned ?? (ready.length === 0 ? 'no receipt is Ready.' : undefined),
    run: () => setExporting(ready.map(({ receipt }) => receipt.id)),
  };
  useExportKey(exportAll);
  return (
    <section className='dms-part' aria-label='Payments'>
      <Toolbar
        label='Payments'
        items={[
          exportAll,
          {
            id: 'try-again',
            title: 'Try again',
            disabledReason: binned ?? whyNotAgain(chosen),
            run: () => setExporting(chosen === undefined ? [] : [chosen.receipt.id]),
          },
          {
            id: 'open',
            title: 'Open receipt',
            disabledReason: chosen === undefined ? 'choose a receipt.' : undefined,
            run: () => chosen !== undefined && showReceipt(chosen.receipt),
          },
          {
            id: 'check',
            title: 'Check in DMS…',
            disabledReason:
              denied ??
              binned ??
              (chosen?.state.step === 'needs-check' ? undefined : 'choose a receipt whose outcome is unknown.'),
            run: () => setChecking(true),
          },
        ]}
      />
      <Grid
        label='Payments'
        select='rows'
        columns={paymentColumns}
        source={source}
        rowToneOf={({ state }) => (state.status === 'void' ? 'removed' : undefined)}
        onActiveChange={(cell) => setActive(cell?.rowKey)}
        onActivate={() => chosen !== undefined && showReceipt(chosen.receipt)}
        empty={<EmptyState icon='report' title='No receipts yet' text='Receipts of the workfile are listed here.' />}
      />
      {chosen !== undefined && isFailed(chosen) && (
        <p className='dms-note' role='status'>
          {chosen.receipt.number.number}: {correctionOf(chosen.receipt.dms?.reason ?? '').todo}
        </p>
      )}
      {isChecking && chosen !== undefined && (
        <CheckDialog
          workfileId={workfileId}
          subject={{ kind: 'payment', id: chosen.receipt.id }}
          sent={sentWords(chosen)}
          onClose={() => setChecking(false)}
        />
      )}
      {exporting.length > 0 && (
        <ExportingDialog
          workfileId={workfileId}
          receiptIds={exporting}
          payments={payments}
          onClose={() => setExporting([])}
          toCustomer={() => {
            setExporting([]);
            toCustomer();
          }}
          toProperties={toProperties}
        />
      )}
    </section>
  );
}

const sentWords = ({ receipt }: Payment): string =>
  `receipt ${receipt.number.number} over ${printMoney(cents(receipt.money.amountCents))}`;

function usePayments(workfileId: WorkfileId): readonly Payment[] {
  const given = useCommands((commands) => commands.given);
  const sheet = useSheet(workfileId, (whole) => whole);
  return useMemo(() => paymentsOf(sheet, given), [sheet, given]);
}

/** Ctrl+E wherever the focus is in the window, but for a dialog. */
function useExportKey(exportAll: Command): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const isKey = event.ctrlKey && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'e';
      if (!isKey || event.defaultPrevented || document.querySelector('[role=dialog]') !== null) return;
      event.preventDefault();
      runCommand(exportAll);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [exportAll]);
}

/** Only what the dealer's system refused is sent again by itself. */
function whyNotAgain(payment: Payment | undefined): string | undefined {
  if (payment === undefined) return 'choose a receipt that failed.';
  const { status, step } = payment.state;
  if (step === 'needs-check') return 'its outcome is unknown: check in the DMS whether it is there.';
  return status === 'failed' ? undefined : 'only a receipt that failed is sent again.';
}
