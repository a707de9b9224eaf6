// Takes money: a form that is filled by keys alone and written with Enter.
import { useState } from 'react';
import type { ReceiptId, WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Receipt } from '../../../src-shared/domain/receipt/receipt.ts';
import { isAdjusting } from '../../../src-shared/domain/receipt/receipt-type.ts';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { takeReceipt } from '../../stores/receipts.ts';
import { say } from '../../stores/shell.ts';
import { useBalance } from '../../stores/workfile/balance.ts';
import { useSheet } from '../../stores/workfile/workfiles.ts';
import { dropReceiptDraft } from './receipt-draft.ts';
import { ReceiptFields } from './receipt-fields.tsx';
import { useReceiptForm } from './use-receipt-form.ts';

export type NewReceiptProps = {
  readonly workfileId: WorkfileId;
  /** `2026-11-21` in the shop. */
  readonly today: string;
  /** Why this person may not adjust balances. */
  readonly cannotAdjust: string | undefined;
  readonly onTaken: (receiptId: ReceiptId) => void;
  readonly onClose: () => void;
};

export function NewReceiptDialog({ workfileId, today, cannotAdjust, onTaken, onClose }: NewReceiptProps) {
  const company = useSheet(workfileId, (sheet) => sheet.insurance.company.name);
  const balance = useBalance(workfileId);
  const form = useReceiptForm(workfileId, { date: today as Receipt['money']['date'], insurer: company });
  const [like, setLike] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const toast = useToast();
  const { money } = form.values;
  const take = async (): Promise<void> => {
    if (form.isTyping()) return;
    setBusy(true);
    const asked = form.current();
    const reply = await takeReceipt({ workfileId, receiptId: form.receiptId, ...asked, despite: like.length > 0 });
    setBusy(false);
    if (!reply.ok) return form.refuse(reply.failure);
    if (!reply.value.taken) return setLike(reply.value.like);
    const words = `Receipt ${reply.value.number} recorded`;
    say(words);
    toast({ text: words, detail: 'Undo does not take it back: void or reverse it.' });
    dropReceiptDraft(workfileId);
    onTaken(form.receiptId);
  };
  const set = (change: Partial<Receipt['money']>): undefined => {
    setLike([]);
    form.set(change);
  };
  return (
    <Dialog
      open
      title='New receipt'
      action={{
        title: like.length > 0 ? 'Record it all the same' : 'Record receipt',
        run: () => void take(),
        busy,
        disabledReason: isAdjusting(money.type) ? cannotAdjust : undefined,
      }}
      onClose={() => {
        dropReceiptDraft(workfileId);
        onClose();
      }}
    >
      <ReceiptFields form={form} set={set} company={company} balance={balance} today={today} />
      {form.problem !== undefined && <MessageStrip tone='error' what={form.problem} />}
      {like.length > 0 && (
        <MessageStrip
          tone='warn'
          what={`It looks like ${like.join(', ')}: the same amount, type and number within seven days.`}
          safe='Nothing was recorded yet.'
          todo='Record it if it is another payment.'
        />
      )}
    </Dialog>
  );
}
