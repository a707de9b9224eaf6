// Fields of a form that is described as data, each drawn by what it is.
import { ChoiceField, type ChoiceFieldProps } from './choice-field.tsx';
import { TextField, type TextFieldProps } from './text-field.tsx';
import { ValueField, type ValueFieldProps } from './value-field.tsx';

export type FormField =
  | ({ readonly as: 'text' } & TextFieldProps)
  | ({ readonly as: 'value' } & ValueFieldProps<string>)
  | ({ readonly as: 'choice' } & ChoiceFieldProps);

export const FormFields = ({ fields }: { readonly fields: readonly FormField[] }) =>
  fields.map((field) => <OneField key={field.label} {...field} />);

function OneField(field: FormField) {
  switch (field.as) {
    case 'text':
      return <TextField {...field} />;
    case 'value':
      return <ValueField {...field} />;
    case 'choice':
      return <ChoiceField {...field} />;
  }
}
