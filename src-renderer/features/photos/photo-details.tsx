// What is said of the photo one stands on: its caption to type, and the facts that nobody changes.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Photo } from '../../../src-shared/domain/photo/photo.ts';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { useClock } from '../../stores/clock.ts';
import { usePhotoState } from '../../stores/photos/photo-states.ts';
import { useConflicts } from '../../stores/workfile/conflicts.ts';
import { tieFields } from '../../stores/workfile/fields.ts';
import { photoSize, placeOfPhoto } from '../../words/evidence/photo-words.ts';
import { whenOf } from '../../words/time-words.ts';
import { PhotoTags } from './photo-tags.tsx';

export type PhotoDetailsProps = {
  readonly workfileId: WorkfileId;
  readonly photo: Photo;
  readonly disabledReason: string | undefined;
};

export function PhotoDetails({ workfileId, photo, disabledReason }: PhotoDetailsProps) {
  const conflicts = useConflicts(workfileId);
  const { text } = tieFields({ workfileId, kind: 'photo', record: photo, disabledReason, conflicts });
  const clock = useClock();
  const state = usePhotoState(photo.content.sha256);
  const { camera, by, at } = photo.taken;
  return (
    <aside className='photo-details' aria-label='Photo details'>
      <TextField label='Caption' multiline={4} {...text('caption', 'text')} />
      <PhotoTags workfileId={workfileId} photo={photo} disabledReason={disabledReason} />
      <dl>
        <Fact name='Taken' value={camera} />
        <Fact name='Added' value={whenOf(at, clock)} />
        <Fact name='By' value={by} />
        <Fact name='File' value={photoSize(photo.content)} />
        <Fact name='Where' value={placeOfPhoto(state) || 'On this PC and in the cloud'} />
      </dl>
    </aside>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value || '–'}</dd>
    </>
  );
}
