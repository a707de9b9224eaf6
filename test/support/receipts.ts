/** Receipts for tests: single ones, and a book that binds its entries as the program does. */
import { type ReceiptId, type ReceiptVoidId, uuidV7, type WorkfileId } from '../../src-shared/base/ids.ts';
import { chainForm, endsOf, type Hash, receiptText, voidText } from '../../src-shared/domain/receipt/ledger.ts';
import { type Receipt, type Receipts, receiptSpec } from '../../src-shared/domain/receipt/receipt.ts';
import { nextNumber } from '../../src-shared/domain/receipt/receipt-number.ts';
import { emptyGroup } from '../../src-shared/domain/record.ts';
import { workfileSpec } from '../../src-shared/domain/workfile/workfile.ts';
import { seededRandom } from './store.ts';

export const trialWorkfile = {
  id: '0190aaaa-0000-7000-8000-00000000007f' as WorkfileId,
  number: { ...emptyGroup(workfileSpec, 'number'), ro: '48213' },
};

const random = seededRandom(11);
let time = Date.UTC(2026, 10, 21, 15);
const newId = (): string => {
  time += 1_000;
  return uuidV7(time, random(16));
};

/** A receipt of a hundred dollars in cash, unless said otherwise, bound to nothing. */
export function receiptOf(money: Partial<Receipt['money']> = {}): Receipt {
  const id = newId() as ReceiptId;
  const usual = { amountCents: 10_000, date: '2026-11-21' } as Partial<Receipt['money']>;
  return {
    id,
    deleted: false,
    parent: { workfileId: trialWorkfile.id },
    number: { number: '48213-1A', serial: 1 },
    money: { ...emptyGroup(receiptSpec, 'money'), ...usual, ...money },
    taken: { at: time, by: 'Robin Ellery' },
    chain: { form: 0, on: '', hash: '' },
  };
}

/** A ledger that is written entry by entry. */
export function receiptsBook(hash: Hash, ledger: Receipts = { receipts: [], receiptVoids: [] }, sign = 'A') {
  let { receipts, receiptVoids } = ledger;
  const all = (): Receipts => ({ receipts, receiptVoids });
  return {
    ledger: all,
    copy: (pc: string) => receiptsBook(hash, all(), pc),
    add(receipt: Receipt): void {
      receipts = [...receipts, receipt];
    },
    take(money: Partial<Receipt['money']>, adjustment?: Receipt['adjustment']): Receipt {
      const on = endsOf(all());
      const number = nextNumber({ workfile: trialWorkfile, receipts, sign });
      const bare = { ...receiptOf(money), number, ...(adjustment && { adjustment }) };
      const receipt = { ...bare, chain: { form: chainForm, on, hash: hash(receiptText(bare, on)) } };
      receipts = [...receipts, receipt];
      return receipt;
    },
    void({ id: receiptId, parent }: Receipt): void {
      const on = endsOf(all());
      const said = { reason: 'Typed twice', at: time, by: 'Robin Ellery' };
      const bare = {
        id: newId() as ReceiptVoidId,
        deleted: false,
        parent: { ...parent, receiptId: receiptId as string },
        said,
      };
      const chain = { form: chainForm, on, hash: hash(voidText(bare, on)) };
      receiptVoids = [...receiptVoids, { ...bare, chain }];
    },
  };
}
