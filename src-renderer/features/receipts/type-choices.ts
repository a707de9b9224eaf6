// The types to choose from, as values of one field.
import { facilityProfile } from '../../../src-shared/domain/estimate/profile/choose-profile.ts';
import { typesOfKind } from '../../../src-shared/domain/receipt/own-types.ts';
import type { Receipt } from '../../../src-shared/domain/receipt/receipt.ts';
import {
  isOwnType,
  ownReceiptTypes,
  type ReceiptType,
  receiptTypeNames,
  receiptTypes,
} from '../../../src-shared/domain/receipt/receipt-type.ts';
import type { Choice } from '../../../src-ui/choice/choice.ts';
import { useLibrary } from '../../stores/library/library.ts';

type Typed = Pick<Receipt['money'], 'type' | 'typeName'>;
export const choiceOf = ({ type, typeName }: Typed): string => (typeName === '' ? type : `${type} ${typeName}`);

/** The ten types that every shop has, then the shop's own deposits and adjustments. */
export function useTypeChoices(): readonly Choice[] {
  const own = useLibrary(({ sheet }) =>
    sheet.kind === 'ready' ? facilityProfile(sheet.value.profiles)?.receiptTypes?.list : undefined,
  );
  return [
    ...receiptTypes.filter((type) => !isOwnType(type)).map((value) => ({ value, label: receiptTypeNames[value] })),
    ...ownReceiptTypes.flatMap((type) =>
      typesOfKind(type, own ?? []).map((typeName) => ({ value: choiceOf({ type, typeName }), label: typeName })),
    ),
  ];
}

export function typeOf(choice: string): Typed {
  const [type = '', ...name] = choice.split(' ');
  return { type: type as ReceiptType, typeName: name.join(' ') };
}
