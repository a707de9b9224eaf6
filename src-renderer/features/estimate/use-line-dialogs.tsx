// What opens over the lines: their properties, and why a computed time is what it is.
import { type ReactNode, useMemo, useState } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { placeOf } from '../../stores/workfile/places.ts';
import { pricedSheet } from '../../stores/workfile/priced-sheet.ts';
import { sheetOf, toggleSection } from '../../stores/workfile/workfiles.ts';
import { WhyDialog } from './automatic/why-dialog.tsx';
import { headingOf } from './line-sections.ts';
import { PropertiesDialog, type PropertyPage } from './properties/properties-dialog.tsx';
import type { LineDialogs } from './use-line-commands.ts';

type Open =
  | {
      readonly kind: 'properties';
      readonly lineIds: readonly string[];
      readonly page: PropertyPage;
      readonly field?: string;
    }
  | { readonly kind: 'why'; readonly about: string };

export function useLineDialogs(
  workfileId: WorkfileId,
  disabledReason: string | undefined,
): { readonly dialogs: LineDialogs; readonly shown: ReactNode } {
  const [open, setOpen] = useState<Open>();
  const dialogs = useMemo<LineDialogs>(
    () => ({
      openProperties: (rowKeys) => {
        const owners = new Map(sheetTimes(workfileId)?.rows.map(({ key, after }) => [key, after]));
        const causes = rowKeys.map((key) => owners.get(key) ?? key);
        const page = causes.every((cause, at) => cause !== rowKeys[at]) ? 'panel' : 'general';
        setOpen({ kind: 'properties', lineIds: causes, page });
      },
      openField: (place) => {
        const { id, group } = placeOf(place);
        setOpen({ kind: 'properties', lineIds: [id], page: pageOfGroup[group] ?? 'general', field: place });
      },
      openWhy: (about) => setOpen({ kind: 'why', about }),
      whyReason: (about) => (about === undefined || hasReason(workfileId, about) ? undefined : nothingComputed),
      toggleSection: (rowKey) => {
        const heading = headingOf(sheetOf(workfileId)?.lines ?? [], causeOf(workfileId, rowKey));
        if (heading !== undefined) toggleSection(workfileId, heading);
      },
    }),
    [workfileId],
  );
  const onClose = (): void => setOpen(undefined);
  const shared = { workfileId, disabledReason, onClose };
  const shown =
    open === undefined ? null : open.kind === 'why' ? (
      <WhyDialog {...shared} about={open.about} />
    ) : (
      <PropertiesDialog {...shared} lineIds={open.lineIds} page={open.page} field={open.field} />
    );
  return { dialogs, shown };
}

const pageOfGroup: Readonly<Record<string, PropertyPage>> = {
  panel: 'panel',
  automatic: 'panel',
  adjust: 'price',
  betterment: 'price',
  share: 'price',
  marks: 'origin',
};

const nothingComputed = 'nothing is computed for this line.';

const sheetTimes = (workfileId: WorkfileId) => {
  const sheet = sheetOf(workfileId);
  return sheet && pricedSheet(sheet).sheet.times;
};

/** The line that a row belongs to. */
const causeOf = (workfileId: WorkfileId, rowKey: string): string =>
  sheetTimes(workfileId)?.rows.find(({ key }) => key === rowKey)?.after ?? rowKey;

function hasReason(workfileId: WorkfileId, about: string): boolean {
  const times = sheetTimes(workfileId);
  const isRow = times?.rows.some(({ key, cause }) => key === about || cause === about) === true;
  return isRow || times?.blends.some(({ line }) => line === about) === true;
}
