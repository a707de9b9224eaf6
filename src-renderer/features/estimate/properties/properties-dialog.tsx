// Everything that lines say, on four pages; of several lines what they have in common, and a change is made to all.
import { useState } from 'react';
import type { WorkfileId } from '../../../../src-shared/base/ids.ts';
import { Dialog } from '../../../../src-ui/feedback/dialog.tsx';
import { TabPanel, TabStrip } from '../../../../src-ui/shell/tab-strip.tsx';
import { usePricedSheet } from '../../../stores/workfile/priced-sheet.ts';
import { useSheet } from '../../../stores/workfile/workfiles.ts';
import { lineNamer } from '../automatic/name-line.ts';
import { useLineVersions } from '../use-line-versions.ts';
import { GeneralPage } from './general-page.tsx';
import { lineFields } from './line-fields.ts';
import { OriginPage } from './origin-page.tsx';
import { PanelPage } from './panel-page.tsx';
import { PricePage } from './price-page.tsx';

export const propertyPages = ['general', 'panel', 'price', 'origin'] as const;
export type PropertyPage = (typeof propertyPages)[number];

export type PropertiesDialogProps = {
  readonly workfileId: WorkfileId;
  readonly lineIds: readonly string[];
  readonly page?: PropertyPage;
  /** The field to begin in. */
  readonly field?: string | undefined;
  readonly disabledReason: string | undefined;
  readonly onClose: () => void;
};

const tabs = [
  { id: 'line-general', title: 'General' },
  { id: 'line-panel', title: 'Refinish panel' },
  { id: 'line-price', title: 'Price & betterment' },
  { id: 'line-origin', title: 'Origin' },
];
const pages = { general: GeneralPage, panel: PanelPage, price: PricePage, origin: OriginPage };

export function PropertiesDialog({
  workfileId,
  lineIds,
  page: first = 'general',
  field,
  disabledReason,
  onClose,
}: PropertiesDialogProps) {
  const [page, setPage] = useState<PropertyPage>(first);
  const all = useSheet(workfileId, (sheet) => sheet.lines);
  const priced = usePricedSheet(workfileId).sheet;
  const versionOf = useLineVersions(workfileId);
  const chosen = new Set(lineIds);
  const lines = all.filter(({ id }) => chosen.has(id));
  const [only] = lines;
  if (only === undefined) return null;
  const name = lines.length === 1 ? lineNamer(priced.lines)(only.id) : `${lines.length} lines`;
  const Page = pages[page];
  const fields = lineFields({ workfileId, lines, disabledReason });
  return (
    <Dialog open title={`Properties of ${name}`} first={field} onClose={onClose} closeTitle='Close'>
      <TabStrip
        label='Pages'
        look='section'
        tabs={tabs}
        active={`line-${page}`}
        onSelect={(id) => setPage(propertyPages.find((one) => `line-${one}` === id) ?? 'general')}
      />
      <div className='line-properties'>
        <TabPanel id={`line-${page}`} key={page}>
          <Page fields={fields} lines={lines} times={priced.times} versionOf={versionOf} />
        </TabPanel>
      </div>
    </Dialog>
  );
}
