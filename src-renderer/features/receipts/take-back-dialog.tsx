// Takes a receipt back, with the reason: void, as if it had never counted, or reversed by another of the same amount.
import { useRef, useState } from 'react';
import type { CivilDate } from '../../../src-shared/base/dates.ts';
import type { Failure } from '../../../src-shared/base/failure.ts';
import type { ReceiptId, ReceiptVoidId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { cents, printMoney } from '../../../src-shared/base/money.ts';
import type { Receipt } from '../../../src-shared/domain/receipt/receipt.ts';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { newEntryId, reverseReceipt, voidReceipt } from '../../stores/receipts.ts';
import { say } from '../../stores/shell.ts';
import { dropReason, keepReason, keptReason } from '../../stores/workfile/reason-draft.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { payerWords } from '../../words/receipts/payer-words.ts';

/** How a receipt is taken back. */
export type Way = 'void' | 'reverse';

export type TakeBackProps = {
  readonly receipt: Receipt;
  readonly way: Way;
  readonly today: string;
  readonly onClose: () => void;
};

const words = {
  void: {
    title: 'Void receipt',
    what: 'It stays in the list, marked Void, and counts no more. There is no way back.',
    done: 'is void',
  },
  reverse: {
    title: 'Reverse receipt',
    what: 'Another receipt takes the same amount back today. Both stay and count.',
    done: 'is reversed',
  },
} as const;

export function TakeBackDialog({ receipt, way, today, onClose }: TakeBackProps) {
  const { title, what, done } = words[way];
  const { number } = receipt.number;
  const id = useRef(newEntryId<string>());
  const about = {
    workfileId: receipt.parent.workfileId as WorkfileId,
    kind: 'receipt',
    id: receipt.id,
    act: way,
  } as const;
  const [kept] = useState(() => keptReason(about));
  const reason = useRef(kept);
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const leave = (): void => {
    dropReason(about);
    onClose();
  };
  const run = async (): Promise<void> => {
    setBusy(true);
    const refused = await taken(receipt.id, way, { id: id.current, reason: reason.current, today });
    setBusy(false);
    setFailure(refused);
    if (refused !== undefined) return;
    say(`Receipt ${number} ${done}`);
    leave();
  };
  const atField = failure?.kind === 'invalid';
  return (
    <Dialog
      open
      title={`${title} ${number}`}
      action={{ title, run: () => void run(), busy, danger: way === 'void' }}
      onClose={leave}
    >
      <p>
        {`${printMoney(cents(receipt.money.amountCents))} from ${payerWords(receipt.money)}. `}
        {what}
      </p>
      <TextField
        label='Reason'
        required
        maxLength={200}
        value={reason.current}
        problem={atField ? wordBriefly(failure) : undefined}
        onDraft={(text) => text !== undefined && keepReason(about, text)}
        onCommit={(text) => {
          reason.current = text;
          keepReason(about, text);
          setFailure(undefined);
          return undefined;
        }}
      />
      {failure !== undefined && !atField && <MessageStrip tone='error' what={wordBriefly(failure)} />}
    </Dialog>
  );
}

type Said = { readonly id: string; readonly reason: string; readonly today: string };

const taken = (receiptId: ReceiptId, way: Way, { id, reason, today }: Said): Promise<Failure | undefined> =>
  way === 'void'
    ? voidReceipt({ receiptId, voidId: id as ReceiptVoidId, reason })
    : reverseReceipt({ receiptId, reversalId: id as ReceiptId, date: today as CivilDate, reason });
