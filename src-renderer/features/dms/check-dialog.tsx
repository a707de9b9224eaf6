// An export of which nobody knows whether it arrived: a person looks in the dealer's system and says what they found.
import { useState } from 'react';
import { cents, printMoney } from '../../../src-shared/base/money.ts';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { type Payment, resolveExport } from '../../stores/dms/dms.ts';
import { wordBriefly } from '../../words/failure-words.ts';

type Props = { readonly payment: Payment; readonly onClose: () => void };

export function CheckDialog({ payment: { receipt }, onClose }: Props) {
  const [reference, setReference] = useState('');
  const [reason, setReason] = useState('');
  const toast = useToast();
  const tell = async (found: string | null): Promise<void> => {
    const failure = await resolveExport(receipt.parent.workfileId, { receiptId: receipt.id, found, reason });
    if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
    else onClose();
  };
  const unsaid = reason.trim() === '' ? 'say how you know it.' : undefined;
  const unnamed = reference.trim() === '' ? 'enter its reference in the DMS.' : undefined;
  const { number } = receipt.number;
  return (
    <Dialog
      open
      title='Is it in the DMS?'
      onClose={onClose}
      action={{
        title: 'It is in the DMS',
        run: () => void tell(reference.trim()),
        disabledReason: unnamed ?? unsaid,
      }}
      extra={[{ title: 'It is not there – send again', run: () => void tell(null), disabledReason: unsaid }]}
    >
      <p>
        The DMS did not answer for receipt {number} over {printMoney(cents(receipt.money.amountCents))}, and it cannot
        be asked again. Look for it there first: sent twice, it would be booked twice.
      </p>
      <TextField
        label='Reference in the DMS'
        maxLength={40}
        autoFocus
        value={reference}
        onDraft={(text) => text !== undefined && setReference(text)}
        onCommit={(text) => setReference(text) as undefined}
      />
      <TextField
        label='How you know it'
        maxLength={200}
        value={reason}
        onDraft={(text) => text !== undefined && setReason(text)}
        onCommit={(text) => setReason(text) as undefined}
      />
    </Dialog>
  );
}
