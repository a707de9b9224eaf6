// What stands in the form of a new receipt, kept at each change, and what was refused of it.
import { useRef, useState } from 'react';
import type { Failure } from '../../../src-shared/base/failure.ts';
import type { ReceiptId, WorkfileId } from '../../../src-shared/base/ids.ts';
import { type Receipt, receiptSpec } from '../../../src-shared/domain/receipt/receipt.ts';
import type { ReceiptForm as Form } from '../../../src-shared/domain/receipt/receipt-form.ts';
import { emptyGroup } from '../../../src-shared/domain/record.ts';
import { newEntryId } from '../../stores/receipts.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { keepReceiptDraft, readReceiptDraft } from './receipt-draft.ts';

export type ReceiptForm = ReturnType<typeof useReceiptForm>;

export function useReceiptForm(workfileId: WorkfileId, start: Partial<Receipt['money']>) {
  const [first] = useState(() => readReceiptDraft(workfileId) ?? freshForm(start));
  const [form, setForm] = useState(first);
  // Enter commits a field and records at once: what is recorded is what was committed last, drawn or not.
  const latest = useRef(form);
  const [failure, setFailure] = useState<Failure>();
  const put = (change: Partial<Form>): undefined => {
    latest.current = { ...latest.current, ...change };
    keepReceiptDraft(workfileId, latest.current);
    setForm(latest.current);
  };
  const set = (change: Partial<Form>): undefined => {
    setFailure(undefined);
    return put(change);
  };
  const failedAt = failure?.kind === 'invalid' ? failure.field.split('.').at(-1) : undefined;
  return {
    values: form,
    current: () => ({ money: latest.current.money, reason: latest.current.reason }),
    receiptId: first.receiptId as ReceiptId,
    set: (change: Partial<Receipt['money']>) => set({ money: { ...latest.current.money, ...change } }),
    setReason: (reason: string) => set({ reason }),
    /** Text that no field has taken yet: what was refused must not be recorded as it was before. */
    isTyping: () => Object.keys(latest.current.texts).length > 0,
    typing: (field: string) => ({
      draft: first.texts[field],
      onDraft: (text: string | undefined) => {
        const { [field]: before, ...others } = latest.current.texts;
        if (text !== before) put({ texts: text === undefined ? others : { ...others, [field]: text } });
      },
    }),
    refuse: (refused: Failure): undefined => setFailure(refused) as undefined,
    /** What is wrong with a field, in words. */
    problemAt: (...fields: readonly string[]): string | undefined =>
      failure !== undefined && failedAt !== undefined && fields.includes(failedAt) ? wordBriefly(failure) : undefined,
    /** What is wrong and belongs to no field. */
    problem: failure !== undefined && failedAt === undefined ? wordBriefly(failure) : undefined,
  };
}

const freshForm = (start: Partial<Receipt['money']>): Form => ({
  receiptId: newEntryId<ReceiptId>(),
  money: { ...emptyGroup(receiptSpec, 'money'), ...start },
  reason: '',
  texts: {},
});
