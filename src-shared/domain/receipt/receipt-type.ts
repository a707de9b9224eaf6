// What kind of money a receipt is: the ten types that every shop has, and the shop's own deposits and adjustments.

/** The types that every shop has (CCC receipt screen), and the two that hold a shop's own. */
export const receiptTypes = [
  'american-express',
  'cash',
  'check',
  'discover',
  'eft',
  'insurance-check',
  'mastercard',
  'personal-check',
  'visa',
  'write-off',
  'deposit',
  'adjustment',
] as const;
export type ReceiptType = (typeof receiptTypes)[number];
/** The types of which a shop names as many as it needs. */
export const ownReceiptTypes = ['deposit', 'adjustment'] as const satisfies readonly ReceiptType[];
export type OwnReceiptType = (typeof ownReceiptTypes)[number];

/** The types as people know them. */
export const receiptTypeNames: Readonly<Record<ReceiptType, string>> = {
  'american-express': 'American Express',
  cash: 'Cash',
  check: 'Check',
  discover: 'Discover',
  eft: 'EFT',
  'insurance-check': 'Insurance Check',
  mastercard: 'MasterCard',
  'personal-check': 'Personal Check',
  visa: 'Visa',
  'write-off': 'Write Off',
  deposit: 'Deposit',
  adjustment: 'Adjustment',
};

/** Whether no money comes with it: it sets the balance right, says why, and needs a further permission. */
export const isAdjusting = (type: ReceiptType): boolean => type === 'write-off' || type === 'adjustment';

/** Whether a shop gives it names of its own. */
export const isOwnType = (type: ReceiptType): type is OwnReceiptType => ownReceiptTypes.some((own) => own === type);

/** A type in words: the shop's own name for it, where it has one. */
export const receiptTypeLabel = ({
  type,
  typeName,
}: {
  readonly type: ReceiptType;
  readonly typeName: string;
}): string => (typeName === '' ? receiptTypeNames[type] : typeName);
