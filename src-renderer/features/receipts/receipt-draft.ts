// A receipt that is being written, kept as it is typed: after a crash its form is open again with all that stood in it.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { type ReceiptForm, readReceiptForm, receiptFormText } from '../../../src-shared/domain/receipt/receipt-form.ts';
import { dropDraft, noteDraft, typedTexts } from '../../stores/workfile/drafts.ts';
import { fieldPlace } from '../../stores/workfile/places.ts';
import { sheetOf } from '../../stores/workfile/workfiles.ts';

const place = fieldPlace('receipt', 'new', 'money', 'form');

/** What was being written when the window went; undefined for nothing, and for what was written after all. */
export function readReceiptDraft(workfileId: WorkfileId): ReceiptForm | undefined {
  const text = typedTexts(workfileId)[place];
  if (text === undefined) return undefined;
  const form = readReceiptForm(text);
  const isWritten = sheetOf(workfileId)?.receipts.some(({ id }) => id === form?.receiptId) ?? false;
  return isWritten ? undefined : form;
}

export const keepReceiptDraft = (workfileId: WorkfileId, form: ReceiptForm): void =>
  noteDraft(workfileId, place, receiptFormText(form));

export const dropReceiptDraft = (workfileId: WorkfileId): void => dropDraft(workfileId, place);
