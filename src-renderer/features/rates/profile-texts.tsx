// What the shop says on its prints in its own words.
import { FieldGroup } from '../../../src-ui/fields/field-group.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import type { PageProps } from './profile-editor.tsx';

export function ProfileTexts({ fields: { text } }: Pick<PageProps, 'fields'>) {
  return (
    <div className='form-columns'>
      <FieldGroup title='Estimates and supplements'>
        <TextField
          label='Text below estimates'
          wide
          multiline={5}
          hint='Such as warranty and terms of payment; each line is a paragraph'
          {...text('estimateText', 'text')}
        />
        <TextField
          label='Authorization text'
          wide
          multiline={5}
          hint='What the customer signs; a line for signature and date stands below it'
          {...text('authorizationText', 'text')}
        />
      </FieldGroup>
      <FieldGroup title='Receipts'>
        <TextField label='Text below receipts' wide multiline={5} {...text('receiptText', 'text')} />
      </FieldGroup>
    </div>
  );
}
