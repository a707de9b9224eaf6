// The photos of a workfile as a document to print: all of them, or those that somebody selected.

import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import { numberFact } from '../../../src-shared/domain/estimate/print/letterhead.ts';
import { openVersion } from '../../../src-shared/domain/estimate/supplement/locked-version.ts';
import { contactLabel } from '../../../src-shared/domain/people/contact.ts';
import { type PhotoSheetsInput, photoSheets, type SheetPhoto } from '../../../src-shared/domain/photo/photo-sheets.ts';
import type { PrintDocument } from '../../../src-shared/domain/print/print-document.ts';
import { vehicleLabel } from '../../../src-shared/domain/vehicle/vehicle.ts';
import type { PhotoWish, PrintChoice } from '../../../src-shared/ipc/print-requests.ts';
import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';

/** The photos, where there are some. */
export const photoChoices = ({ photos }: WorkfileSheet): readonly PrintChoice[] =>
  photos.length === 0 ? [] : [{ kind: 'photos', version: '', title: 'Photos', why: '' }];

type Made = Pick<PhotoSheetsInput, 'paper' | 'timeZone' | 'shopName' | 'now'> & { readonly pendingNumber: string };

/** The photos that were wished for, in the order in which they stand. */
export function photoDocument(
  sheet: WorkfileSheet,
  { size, photoIds }: PhotoWish,
  { pendingNumber, ...made }: Made,
): Result<PrintDocument> {
  const chosen = new Set<string>(photoIds);
  const photos = numbered(sheet).filter(({ photo }) => chosen.size === 0 || chosen.has(photo.id));
  if (photos.length === 0) return failed({ kind: 'not-found', what: 'print' });
  const { workfile, contacts, vehicle, insurance } = sheet;
  const owner = contacts.find(({ parent }) => parent.role === 'owner');
  return ok(
    photoSheets({
      ...{ ...made, photos, size },
      number: numberFact({ workfile, pendingNumber }),
      facts: [
        ['Owner', owner === undefined ? '' : contactLabel(owner.name)],
        ['Vehicle', vehicleLabel(vehicle.identity)],
        ['VIN', vehicle.identity.vin],
        ['Claim', insurance.claim.number],
      ],
    }),
  );
}

/** Photos by their places, and the lines that they show by the numbers that these bear on paper. */
function numbered(sheet: WorkfileSheet): readonly SheetPhoto[] {
  const lines = openVersion(sheet).lines.filter(({ deleted }) => !deleted);
  const names = new Map<string, string>(
    lines.map(({ id, text }, at) => [id, `Line ${at + 1} ${text.description}`.trim()]),
  );
  return sheet.photos.map((photo, at) => ({
    ...{ photo, number: at + 1 },
    lines: (photo.tags?.lineIds ?? []).flatMap((id) => names.get(id) ?? []),
  }));
}
