// The editor of rates and rules: the same pages, one below the other, for a workfile and for a profile.
import { Button } from '../../../../src-ui/actions/button.tsx';
import { LaborPage } from './labor-page.tsx';
import { PartsPage } from './parts-page.tsx';
import type { Editing } from './rate-editing.ts';
import { RefinishPage } from './refinish-page.tsx';
import { SuppliesPage } from './supplies-page.tsx';
import { TaxesPage } from './taxes-page.tsx';
import { TotalsPage } from './totals-page.tsx';
import '../rates.css';

const pages = [
  { id: 'rates-labor', title: 'Labor', Page: LaborPage },
  { id: 'rates-supplies', title: 'Supplies', Page: SuppliesPage },
  { id: 'rates-taxes', title: 'Taxes', Page: TaxesPage },
  { id: 'rates-totals', title: 'Discounts and totals', Page: TotalsPage },
  { id: 'rates-parts', title: 'Parts and sublet', Page: PartsPage },
  { id: 'rates-refinish', title: 'Refinish rules', Page: RefinishPage },
] as const;

export function RatesEditor({ editing }: Editing) {
  return (
    <div className='rates-editor'>
      <nav className='rates-pages' aria-label='Pages of rates'>
        {pages.map(({ id, title }) => (
          <Button key={id} look='quiet' onPress={() => goTo(id)}>
            {title}
          </Button>
        ))}
      </nav>
      {pages.map(({ id, title, Page }) => (
        <section key={id} id={id} tabIndex={-1} aria-label={title}>
          <div className='form-columns'>
            <Page editing={editing} />
          </div>
        </section>
      ))}
    </div>
  );
}

function goTo(page: string): void {
  const section = document.getElementById(page);
  section?.scrollIntoView();
  section?.querySelector('input')?.focus({ preventScroll: true });
}
