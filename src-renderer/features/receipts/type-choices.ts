// The types to choose from, the shop's own among them, as values of one field.
import type { Receipt } from '../../../src-shared/domain/receipt/receipt.ts';
import {
  isOwnType,
  type OwnReceiptType,
  type ReceiptType,
  receiptTypeNames,
  receiptTypes,
} from '../../../src-shared/domain/receipt/receipt-type.ts';
import type { Choice } from '../../../src-ui/choice/choice.ts';

type Typed = Pick<Receipt['money'], 'type' | 'typeName'>;
/** A type that the shop named. */
export type OwnType = { readonly kind: OwnReceiptType; readonly name: string };

export const choiceOf = ({ type, typeName }: Typed): string => (typeName === '' ? type : `${type} ${typeName}`);

/** The ten types that every shop has, then the shop's own. */
export const typeChoices = (own: readonly OwnType[]): readonly Choice[] => [
  ...receiptTypes.filter((type) => !isOwnType(type)).map((value) => ({ value, label: receiptTypeNames[value] })),
  ...own.map(({ kind, name }) => ({ value: choiceOf({ type: kind, typeName: name }), label: name })),
];

export function typeOf(choice: string): Typed {
  const [type = '', ...name] = choice.split(' ');
  return { type: type as ReceiptType, typeName: name.join(' ') };
}
