// The receipts of a workfile: the money that came in, who still owes what, and taking more.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { printMoney } from '../../../src-shared/base/money.ts';
import type { Receipts } from '../../../src-shared/domain/receipt/receipt.ts';
import { Toolbar } from '../../../src-ui/actions/toolbar.tsx';
import { EmptyState } from '../../../src-ui/feedback/empty-state.tsx';
import { useArrayRows } from '../../../src-ui/grid/array-rows.ts';
import { Grid } from '../../../src-ui/grid/grid.tsx';
import type { GridHandle } from '../../../src-ui/grid/grid-props.ts';
import { dataRow } from '../../../src-ui/grid/model/row-source.ts';
import { useClock } from '../../stores/clock.ts';
import { useShopConnection } from '../../stores/dms/dms.ts';
import { useBalance } from '../../stores/workfile/balance.ts';
import { offerCells } from '../../stores/workfile/cells.ts';
import { placeOf } from '../../stores/workfile/places.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { todayOf } from '../../words/time-words.ts';
import { BalancePanel } from './balance-panel.tsx';
import { LedgerStrip } from './ledger-strip.tsx';
import { NewReceiptDialog } from './new-receipt-dialog.tsx';
import { receiptColumns, receiptRows } from './receipt-rows.ts';
import { TakeBackDialog } from './take-back-dialog.tsx';
import { useReceiptActs } from './use-receipt-acts.ts';
import './receipts.css';

export function ReceiptsScreen({ workfileId }: { readonly workfileId: WorkfileId }) {
  const ledger = useLedger(workfileId);
  const isConnected = useShopConnection() !== undefined;
  const rows = useMemo(() => receiptRows(ledger, isConnected), [ledger, isConnected]);
  const source = useArrayRows(useMemo(() => rows.map((row) => dataRow(row.receipt.id, row)), [rows]));
  const [active, setActive] = useState<string>();
  const [taken, setTaken] = useState<string>();
  const arrived = useRef<string>(undefined);
  const grid = useRef<GridHandle>(null);
  useEffect(
    () =>
      offerCells(workfileId, {
        goTo: (place) => grid.current?.goTo({ rowKey: placeOf(place).id, columnId: 'number' }),
        // Nothing is typed into a receipt.
        commit: () => undefined,
        has: () => true,
        active: () => undefined,
      }),
    [workfileId],
  );
  // It is taken before the list hears of it.
  useEffect(() => {
    if (taken === undefined || arrived.current === taken || !rows.some(({ receipt }) => receipt.id === taken)) return;
    arrived.current = taken;
    requestAnimationFrame(() => grid.current?.goTo({ rowKey: taken, columnId: 'number' }));
  }, [taken, rows]);
  const acts = useReceiptActs(
    workfileId,
    rows.find(({ receipt }) => receipt.id === active),
  );
  const balance = useBalance(workfileId);
  const today = useClock(todayOf);
  const { open, close } = acts;
  return (
    <section className='receipts' aria-label='Receipts'>
      <div className='receipts-head'>
        <Toolbar label='Receipts' items={acts.commands} />
        <BalancePanel workfileId={workfileId} />
      </div>
      <LedgerStrip workfileId={workfileId} ledger={ledger} />
      <Grid
        ref={grid}
        label='Receipts'
        select='rows'
        columns={isConnected ? receiptColumns.connected : receiptColumns.alone}
        source={source}
        rowToneOf={({ standing }) => (standing === 'void' ? 'removed' : undefined)}
        onActiveChange={(cell) => setActive(cell?.rowKey)}
        empty={
          <EmptyState
            icon='report'
            title='No receipts yet'
            text={`Balance due ${printMoney(balance.due)}.`}
            action={acts.add}
          />
        }
      />
      {open?.what === 'new' && (
        <NewReceiptDialog
          workfileId={workfileId}
          today={today}
          cannotAdjust={acts.cannotAdjust}
          onTaken={(receiptId) => {
            close();
            setTaken(receiptId);
          }}
          onClose={close}
        />
      )}
      {open?.what === 'back' && <TakeBackDialog receipt={open.receipt} way={open.way} today={today} onClose={close} />}
    </section>
  );
}

function useLedger(workfileId: WorkfileId): Receipts {
  const receipts = useSheet(workfileId, (sheet) => sheet.receipts);
  const receiptVoids = useSheet(workfileId, (sheet) => sheet.receiptVoids);
  return useMemo(() => ({ receipts, receiptVoids }), [receipts, receiptVoids]);
}
