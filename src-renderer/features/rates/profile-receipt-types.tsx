// Receipt types of the repair facility: those that every shop has, and its own deposits and adjustments.
import { maxOwnTypes, type OwnType, whyNotNamed } from '../../../src-shared/domain/receipt/own-types.ts';
import {
  isOwnType,
  type OwnReceiptType,
  ownReceiptTypes,
  receiptTypeNames,
  receiptTypes,
} from '../../../src-shared/domain/receipt/receipt-type.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { CheckField } from '../../../src-ui/fields/check-field.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { libraryDraft, noteLibraryDraft, useLibraryConflicts, writeGroup } from '../../stores/library/fields.ts';
import { twoValuesAt } from '../../stores/workfile/conflicts.ts';
import { fieldPlace } from '../../stores/workfile/places.ts';
import { typeNameReasons } from '../../words/configure/receipt-type-words.ts';
import type { ProfileEditing } from './profile-fields.ts';

type List = readonly OwnType[];
type Editing = ProfileEditing & {
  readonly list: List;
  readonly write: (change: (list: List) => List) => Promise<string | undefined>;
};

const titles: Readonly<Record<OwnReceiptType, string>> = { deposit: 'Deposit types', adjustment: 'Adjustment types' };

export function ProfileReceiptTypes({ profile, disabledReason }: ProfileEditing) {
  const list = profile.receiptTypes?.list ?? [];
  const write: Editing['write'] = (change) =>
    writeGroup('profile', profile.id, 'receiptTypes', (latest) => ({ list: [...change(latest.list)] }));
  const editing = { profile, disabledReason, list, write };
  return (
    <>
      <p className='profiles-reach'>
        {`Every shop has ${usualTypes}. Add the deposits and adjustments that your books know; a type that was used is made inactive and never deleted, for receipts bear its name.`}
      </p>
      <div className='form-columns'>
        {ownReceiptTypes.map((kind) => (
          <TypesOfKind key={kind} kind={kind} {...editing} />
        ))}
      </div>
    </>
  );
}

const usualTypes = receiptTypes
  .filter((type) => !isOwnType(type))
  .map((type) => receiptTypeNames[type])
  .join(', ')
  .replace(/, ([^,]*)$/, ' and $1');

function TypesOfKind({ kind, ...editing }: Editing & { readonly kind: OwnReceiptType }) {
  const { profile, list, write, disabledReason } = editing;
  const toast = useToast();
  const full = list.length >= maxOwnTypes ? `At most ${maxOwnTypes} types.` : undefined;
  const add = async (): Promise<void> => {
    const refused = await write((latest) => [...latest, { kind, name: freshName(kind, latest), isActive: true }]);
    if (refused !== undefined) return toast({ text: refused, tone: 'error' });
    const field = document.getElementById(placeOf(profile.id, list.length, 'name'));
    field?.focus();
    if (field instanceof HTMLInputElement) field.select();
  };
  return (
    <FieldGroup
      title={titles[kind]}
      note={
        <Button look='quiet' icon='add' disabledReason={disabledReason ?? full} onPress={() => void add()}>
          {`Add ${kind} type`}
        </Button>
      }
    >
      {list.every((one) => one.kind !== kind) && (
        <p className='profiles-none'>{`None yet: receipts offer “${receiptTypeNames[kind]}”.`}</p>
      )}
      {list.map((one, at) =>
        one.kind === kind ? <TypeFields key={placeOf(profile.id, at, 'name')} one={one} at={at} {...editing} /> : null,
      )}
    </FieldGroup>
  );
}

type TypeProps = Editing & { readonly one: OwnType; readonly at: number };

function TypeFields({ one, at, profile, list, write, disabledReason }: TypeProps) {
  const conflicts = useLibraryConflicts();
  const place = placeOf(profile.id, at, 'name');
  const set = (part: Partial<OwnType>): Promise<string | undefined> =>
    write((latest) => latest.map((other, i) => (i === at ? { ...other, ...part } : other)));
  const rename = (typed: string): string | undefined | Promise<string | undefined> => {
    const wrong = whyNotNamed(
      typed,
      list.filter((_other, i) => i !== at),
    );
    return wrong === null ? set({ name: typed.trim() }) : typeNameReasons[wrong];
  };
  return (
    <>
      <TextField
        id={place}
        label='Name'
        required
        maxLength={40}
        value={one.name}
        draft={libraryDraft(place)}
        onDraft={(text) => noteLibraryDraft('profile', place, text)}
        onCommit={rename}
        disabledReason={disabledReason}
        twoValues={at === 0 ? twoValuesAt(conflicts, profile.id, 'receiptTypes', 'list') : undefined}
      />
      <CheckField
        id={placeOf(profile.id, at, 'isActive')}
        label={`Active: ${one.name} can be chosen`}
        value={one.isActive}
        disabledReason={disabledReason}
        onCommit={(isActive) => set({ isActive })}
      />
    </>
  );
}

const placeOf = (id: string, at: number, field: keyof OwnType): string =>
  fieldPlace('profile', id, 'receiptTypes', `list.${at}.${field}`);

/** `Deposit 2`: a name that is free, to be typed over. */
function freshName(kind: OwnReceiptType, list: List): string {
  const name = (n: number): string => `${receiptTypeNames[kind]} ${n}`;
  let n = list.filter((one) => one.kind === kind).length + 1;
  while (whyNotNamed(name(n), list) !== null) n += 1;
  return name(n);
}
