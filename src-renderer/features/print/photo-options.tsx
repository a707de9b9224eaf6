// What is chosen of a print of photos: how many a page holds, and whether all of them or those that were selected.
import { type SheetSize, sheetSizes } from '../../../src-shared/domain/photo/photo-sheets.ts';
import type { PhotoWish } from '../../../src-shared/ipc/print-requests.ts';
import { ChoiceField } from '../../../src-ui/fields/choice-field.tsx';

export type PhotoOptionsProps = {
  readonly wish: PhotoWish;
  /** The photos that were selected where the print was asked for. */
  readonly selected: PhotoWish['photoIds'];
  readonly onWish: (wish: PhotoWish) => void;
};

const sizes = sheetSizes.map((size) => ({ value: String(size), label: `${size} a page` }));

export function PhotoOptions({ wish, selected, onWish }: PhotoOptionsProps) {
  return (
    <>
      <ChoiceField
        label='Photos a page'
        value={String(wish.size)}
        choices={sizes}
        onCommit={(value) => {
          onWish({ ...wish, size: Number(value) as SheetSize });
          return undefined;
        }}
      />
      <ChoiceField
        label='Which photos'
        value={wish.photoIds.length === 0 ? 'all' : 'selected'}
        disabledReason={selected.length === 0 ? 'Select photos in Attachments to print only those.' : undefined}
        choices={[
          { value: 'all', label: 'All photos' },
          ...(selected.length === 0 ? [] : [{ value: 'selected', label: `Selected: ${selected.length}` }]),
        ]}
        onCommit={(value) => {
          onWish({ ...wish, photoIds: value === 'all' ? [] : selected });
          return undefined;
        }}
      />
    </>
  );
}
