/** Rules that hold for a record after every merge, whatever each PC saw when it edited. */
import type { Line } from '../../src-shared/domain/estimate/line.ts';
import { checkLine } from '../../src-shared/domain/estimate/line-rules.ts';
import { chainForm, type Hash, isReceiptWhole, isVoidWhole } from '../../src-shared/domain/receipt/ledger.ts';
import type { Receipt } from '../../src-shared/domain/receipt/receipt.ts';
import { checkReceipt, checkVoid } from '../../src-shared/domain/receipt/receipt-rules.ts';
import type { ReceiptVoid } from '../../src-shared/domain/receipt/receipt-void.ts';
import type { JsonObject } from '../../src-shared/sync/protocol.ts';
import type { RecordKind } from '../../src-shared/sync/records.ts';

type State = {
  readonly id: string;
  readonly kind: RecordKind;
  readonly value: Readonly<Record<string, JsonObject>>;
  readonly deleted: boolean;
};

/** Whether a record may stand as it is. Its groups were parsed before. */
export function keepsRules({ kind, id, value, deleted }: State, hash: Hash): boolean {
  if (deleted) return true;
  if (kind === 'line') return checkLine(value as unknown as Line) === null;
  const record = { ...value, id } as unknown;
  if (kind === 'receipt') return isMoney(record as Receipt, hash);
  return kind !== 'receipt-void' || isVoid(record as ReceiptVoid, hash);
}

/** Money is taken only whole: as its rules want it, and bound to what it stood on. */
const isMoney = (receipt: Receipt, hash: Hash): boolean =>
  isOfKnownForm(receipt) && checkReceipt(receipt) === null && isReceiptWhole(receipt, hash);
const isVoid = (one: ReceiptVoid, hash: Hash): boolean =>
  isOfKnownForm(one) && checkVoid(one) === null && isVoidWhole(one, hash);

/** The cloud is the newest of all programs: what it cannot verify, nobody wrote. */
const isOfKnownForm = ({ chain }: Pick<Receipt, 'chain'>): boolean => chain.form <= chainForm;
