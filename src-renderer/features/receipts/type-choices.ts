// The types to choose from, as values of one field.
import type { Receipt } from '../../../src-shared/domain/receipt/receipt.ts';
import {
  isOwnType,
  ownReceiptTypes,
  type ReceiptType,
  receiptTypeNames,
  receiptTypes,
} from '../../../src-shared/domain/receipt/receipt-type.ts';
import type { Choice } from '../../../src-ui/choice/choice.ts';

type Typed = Pick<Receipt['money'], 'type' | 'typeName'>;
export const choiceOf = ({ type, typeName }: Typed): string => (typeName === '' ? type : `${type} ${typeName}`);

/** The ten types that every shop has, then a deposit and an adjustment. */
export const typeChoices: readonly Choice[] = [
  ...receiptTypes.filter((type) => !isOwnType(type)).map((value) => ({ value, label: receiptTypeNames[value] })),
  ...ownReceiptTypes.map((type) => {
    const typeName = receiptTypeNames[type];
    return { value: choiceOf({ type, typeName }), label: typeName };
  }),
];

export function typeOf(choice: string): Typed {
  const [type = '', ...name] = choice.split(' ');
  return { type: type as ReceiptType, typeName: name.join(' ') };
}
