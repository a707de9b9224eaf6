// The editor of rates and rules: the same pages for a workfile and for a profile.
import { useState } from 'react';
import { TabPanel, TabStrip } from '../../../../src-ui/shell/tab-strip.tsx';
import { LaborPage } from './labor-page.tsx';
import { PartsPage } from './parts-page.tsx';
import type { Editing } from './rate-editing.ts';
import { RefinishPage } from './refinish-page.tsx';
import { SuppliesPage } from './supplies-page.tsx';
import { TaxesPage } from './taxes-page.tsx';
import { TotalsPage } from './totals-page.tsx';
import '../rates.css';

const pages = [
  { id: 'labor', title: 'Labor', Page: LaborPage },
  { id: 'parts', title: 'Parts and sublet', Page: PartsPage },
  { id: 'supplies', title: 'Supplies', Page: SuppliesPage },
  { id: 'taxes', title: 'Taxes', Page: TaxesPage },
  { id: 'totals', title: 'Discounts and totals', Page: TotalsPage },
  { id: 'refinish', title: 'Refinish rules', Page: RefinishPage },
] as const;

export function RatesEditor({ editing }: Editing) {
  const [active, setActive] = useState<string>('labor');
  const { Page } = pages.find(({ id }) => id === active) ?? pages[0];
  return (
    <div className='rates-editor'>
      <TabStrip label='Pages of rates' look='section' tabs={pages} active={active} onSelect={setActive} />
      <TabPanel id={active}>
        <div className='form-columns'>
          <Page editing={editing} />
        </div>
      </TabPanel>
    </div>
  );
}
