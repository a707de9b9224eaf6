// What a photo shows: parts of the vehicle, and lines of the estimate.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { photoAreaName, photoAreaNames } from '../../../src-shared/domain/photo/area-name.ts';
import {
  maxPhotoLines,
  type Photo,
  photoAreas,
  type PhotoTags as Tags,
} from '../../../src-shared/domain/photo/photo.ts';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { ChipsField } from '../../../src-ui/fields/chips-field.tsx';
import { changeGroup } from '../../stores/workfile/edits.ts';
import { useLinkables } from '../../stores/workfile/linkables.ts';
import { fieldPlace } from '../../stores/workfile/places.ts';
import { wordBriefly } from '../../words/failure-words.ts';

export type PhotoTagsProps = {
  readonly workfileId: WorkfileId;
  readonly photo: Photo;
  readonly disabledReason: string | undefined;
};

const areas = photoAreas.map((value) => ({ value, label: photoAreaNames[value] }));
const noTags: Tags = { areas: [], lineIds: [] };

export function PhotoTags({ workfileId, photo, disabledReason }: PhotoTagsProps) {
  const { tags = noTags } = photo;
  const toast = useToast();
  const lines = useLinkables(workfileId).flatMap(({ kind, id, name }) =>
    kind === 'line' ? [{ value: id, label: name }] : [],
  );
  const change = async (part: Partial<Tags>): Promise<void> => {
    const value = { ...tags, ...part };
    const failure = await changeGroup(workfileId, { kind: 'photo', id: photo.id, group: 'tags', value });
    if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
  };
  const isFull = tags.lineIds.length >= maxPhotoLines ? `A photo shows ${maxPhotoLines} lines at most.` : undefined;
  return (
    <>
      <ChipsField
        label='Damage area'
        id={fieldPlace('photo', photo.id, 'tags', 'areas')}
        chosen={tags.areas.map((value) => ({ value, label: photoAreaName(value) }))}
        choices={areas.filter(({ value }) => !tags.areas.includes(value))}
        placeholder='Part of the vehicle'
        unknown='Not one of the areas.'
        disabledReason={disabledReason}
        onAdd={(area) => void change({ areas: [...tags.areas, area] })}
        onRemove={(area) => void change({ areas: tags.areas.filter((one) => one !== area) })}
      />
      <ChipsField
        label='Lines'
        chosen={lines.filter(({ value }) => tags.lineIds.includes(value))}
        choices={lines.filter(({ value }) => !tags.lineIds.includes(value))}
        placeholder='Line of the estimate'
        unknown='Choose a line of this estimate.'
        disabledReason={disabledReason}
        fullReason={isFull}
        onAdd={(id) => void change({ lineIds: [...tags.lineIds, id] })}
        onRemove={(id) => void change({ lineIds: tags.lineIds.filter((one) => one !== id) })}
      />
    </>
  );
}
