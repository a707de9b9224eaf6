// What a tax is not taken on: every category of the estimate, on or off.
import { type Category, categories } from '../../../../src-shared/domain/estimate/totals/category.ts';
import { CheckField } from '../../../../src-ui/fields/check-field.tsx';
import { categoryWords } from '../../../words/rate-words.ts';
import { type Editing, writeList } from './rate-editing.ts';

type Exempt = Editing & { readonly at: number; readonly exempt: readonly Category[] };

export function ExemptCategories({ at, exempt, ...from }: Exempt) {
  const path = ['types', at, 'exempt'] as const;
  const put = (category: Category, isExempt: boolean) =>
    writeList(
      from,
      'taxes',
      path,
      categories.filter((one) => (one === category ? isExempt : exempt.includes(one))),
    );
  return (
    <fieldset className='rates-taxed' aria-label='Exempt from this tax'>
      {categories.map((category) => (
        <CheckField
          key={category}
          label={categoryWords(category)}
          value={exempt.includes(category)}
          disabledReason={from.editing.disabledReason}
          onCommit={(isExempt) => put(category, isExempt)}
        />
      ))}
    </fieldset>
  );
}
