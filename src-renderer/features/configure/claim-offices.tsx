// The claim offices of an insurance company, each with its phone and address.
import {
  type ClaimOffice,
  type Insurer,
  maxOffices,
  officeNamed,
} from '../../../src-shared/domain/insurance/insurer.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { ValueField } from '../../../src-ui/fields/value-field.tsx';
import { libraryDraft, noteLibraryDraft, writeGroup } from '../../stores/library/fields.ts';
import { undoLibrary } from '../../stores/library/library.ts';
import { fieldPlace } from '../../stores/workfile/places.ts';
import { email, type Format, phone, postalCode } from '../../words/formats.ts';

type ClaimOfficesProps = { readonly insurer: Insurer; readonly disabledReason: string | undefined };

export function ClaimOffices({ insurer, disabledReason }: ClaimOfficesProps) {
  const toast = useToast();
  const offices = insurer.offices?.list ?? [];
  const write = (change: (list: readonly ClaimOffice[]) => readonly ClaimOffice[]): Promise<string | undefined> =>
    writeGroup('insurer', insurer.id, 'offices', ({ list }) => ({ list: [...change(list)] }));
  const remove = async (at: number): Promise<void> => {
    const refused = await write((list) => list.filter((_office, i) => i !== at));
    if (refused !== undefined) toast({ text: refused, tone: 'error' });
    else toast({ text: 'Claim office removed', tone: 'ok', undo: () => void undoLibrary('insurer') });
  };
  const add = async (): Promise<void> => {
    const refused = await write((list) => [...list, officeNamed(`Claim office ${list.length + 1}`)]);
    if (refused !== undefined) toast({ text: refused, tone: 'error' });
    else document.getElementById(placeOf(insurer, offices.length, 'name'))?.focus();
  };
  const full = offices.length >= maxOffices ? `At most ${maxOffices} claim offices.` : undefined;
  return (
    <>
      {offices.map((office, at) => (
        <Office
          key={`${placeOf(insurer, at, 'name')} of ${offices.length}`}
          office={office}
          tie={(field) => tie({ insurer, disabledReason, write }, at, field)}
          onRemove={() => void remove(at)}
          disabledReason={disabledReason}
        />
      ))}
      <div>
        <Button icon='add' disabledReason={disabledReason ?? full} onPress={() => void add()}>
          Add claim office
        </Button>
      </div>
    </>
  );
}

type Field = keyof ClaimOffice;
type Tied = ReturnType<typeof tie>;
type OfficeProps = {
  readonly office: ClaimOffice;
  readonly tie: (field: Field) => Tied;
  readonly onRemove: () => void;
  readonly disabledReason: string | undefined;
};

function Office({ office, tie: tied, onRemove, disabledReason }: OfficeProps) {
  const name = tied('name');
  const value = (field: Field, format: Format<string>) => ({ ...tied(field), ...format });
  return (
    <FieldGroup
      title={`Claim office ${office.name}`.trim()}
      note={
        <Button look='quiet' icon='bin' disabledReason={disabledReason} onPress={onRemove}>
          Remove
        </Button>
      }
    >
      <TextField
        label='Claim office'
        required
        wide
        {...name}
        onCommit={(typed) => (typed.trim() === '' ? 'A claim office needs a name.' : name.onCommit(typed))}
      />
      <ValueField label='Phone' {...value('phone', phone)} />
      <ValueField label='Fax' {...value('fax', phone)} />
      <ValueField label='Email' wide {...value('email', email)} />
      <TextField label='Street' wide {...tied('street')} />
      <TextField label='Street, second line' wide {...tied('street2')} />
      <TextField label='City' {...tied('city')} />
      <TextField label='State' {...tied('state')} />
      <ValueField label='ZIP code' {...value('postalCode', postalCode)} />
    </FieldGroup>
  );
}

const placeOf = ({ id }: Insurer, at: number, field: Field): string =>
  fieldPlace('insurer', id, 'offices', `list.${at}.${field}`);

type Writing = ClaimOfficesProps & {
  readonly write: (change: (list: readonly ClaimOffice[]) => readonly ClaimOffice[]) => Promise<string | undefined>;
};

/** Ties a field of the office at a place in the list. */
function tie({ insurer, disabledReason, write }: Writing, at: number, field: Field) {
  const place = placeOf(insurer, at, field);
  return {
    id: place,
    value: insurer.offices?.list[at]?.[field] ?? '',
    maxLength: lengths[field] ?? 120,
    draft: libraryDraft(place),
    onDraft: (text: string | undefined) => noteLibraryDraft('insurer', place, text),
    onCommit: (value: string) =>
      write((list) => list.map((office, i) => (i === at ? { ...office, [field]: value } : office))),
    disabledReason,
  };
}

const lengths: Readonly<Partial<Record<Field, number>>> = {
  name: 80,
  phone: 30,
  fax: 30,
  city: 60,
  state: 30,
  postalCode: 12,
};
