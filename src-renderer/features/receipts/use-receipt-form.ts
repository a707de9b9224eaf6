// What stands in the form of a new receipt, and what was refused of it.
import { useRef, useState } from 'react';
import type { Failure } from '../../../src-shared/base/failure.ts';
import { type Receipt, receiptSpec } from '../../../src-shared/domain/receipt/receipt.ts';
import { emptyGroup } from '../../../src-shared/domain/record.ts';
import { wordBriefly } from '../../words/failure-words.ts';

type Values = { readonly money: Receipt['money']; readonly reason: string };

export type ReceiptForm = ReturnType<typeof useReceiptForm>;

export function useReceiptForm(start: Partial<Receipt['money']>) {
  const first: Values = { money: { ...emptyGroup(receiptSpec, 'money'), ...start }, reason: '' };
  const [values, setValues] = useState(first);
  // Enter commits a field and records at once: what is recorded is what was committed last, drawn or not.
  const latest = useRef(values);
  const [failure, setFailure] = useState<Failure>();
  /** Text that no field has taken yet: what was refused must not be recorded as it was before. */
  const texts = useRef(new Map<string, string>());
  const put = (next: Values): undefined => {
    latest.current = next;
    setValues(next);
    setFailure(undefined);
  };
  const failedAt = failure?.kind === 'invalid' ? failure.field.split('.').at(-1) : undefined;
  return {
    values,
    current: () => latest.current,
    set: (change: Partial<Receipt['money']>) =>
      put({ ...latest.current, money: { ...latest.current.money, ...change } }),
    setReason: (reason: string) => put({ ...latest.current, reason }),
    isTyping: () => texts.current.size > 0,
    typing: (field: string) => ({
      onDraft: (text: string | undefined) => {
        if (text === undefined) texts.current.delete(field);
        else texts.current.set(field, text);
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
