// What one does with the photos one stands on: open, word, print, remove.
import type { PhotoId, WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Photo } from '../../../src-shared/domain/photo/photo.ts';
import type { Command } from '../../../src-ui/actions/command.ts';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import type { GalleryPlace } from '../../../src-ui/gallery/gallery.tsx';
import { removePhotos, undo } from '../../stores/workfile/edits.ts';
import { fieldPlace } from '../../stores/workfile/places.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { usePhotoOrder } from './use-photo-order.ts';
import { usePhotoPrint } from './use-photo-print.ts';

type Standing = {
  readonly workfileId: WorkfileId;
  readonly photos: readonly Photo[];
  readonly place: GalleryPlace;
  readonly onPlace: (place: GalleryPlace) => void;
  readonly denied: string | undefined;
  readonly onOpen: (id: string) => void;
  readonly onAdd: () => void;
  readonly onAddFolder: () => void;
};

export function usePhotoActs({ workfileId, photos, place, onPlace, denied, onOpen, onAdd, onAddFolder }: Standing) {
  const toast = useToast();
  const active = photos.find(({ id }) => id === place.active);
  const chosen = place.selected.filter((id) => photos.some((photo) => photo.id === id)) as PhotoId[];
  const noneChosen = chosen.length === 0 ? 'Choose a photo first.' : undefined;

  const remove = async (): Promise<void> => {
    if (chosen.length === 0 || denied !== undefined) return;
    const left = photos.filter(({ id }) => !chosen.includes(id));
    const from = photos.findIndex(({ id }) => id === chosen[0]);
    const next = left[Math.min(from, left.length - 1)];
    const failure = await removePhotos(workfileId, chosen);
    if (failure !== undefined) {
      toast({ text: wordBriefly(failure), tone: 'error' });
      return;
    }
    onPlace({ active: next?.id, selected: next === undefined ? [] : [next.id] });
    const text = chosen.length === 1 ? 'Removed the photo' : `Removed ${chosen.length} photos`;
    toast({ text, undo: () => void undo(workfileId) });
  };
  const { rotate, step, drop } = usePhotoOrder({ workfileId, photos, chosen, denied });
  const print = usePhotoPrint(chosen, photos.length);
  const add: Command = {
    ...{ id: 'add', title: 'Add files…', icon: 'add', keys: 'Ins', disabledReason: denied },
    run: onAdd,
  };
  const open: Command = {
    ...{ id: 'open', title: 'Open', icon: 'search', keys: 'Enter' },
    disabledReason: active === undefined ? 'Choose a photo first.' : undefined,
    run: () => active && onOpen(active.id),
  };
  const bin: Command = {
    ...{ id: 'remove', title: 'Remove', icon: 'bin', keys: 'Del', disabledReason: denied ?? noneChosen },
    run: () => void remove(),
  };
  const folder: Command = { id: 'folder', title: 'Add a folder…', disabledReason: denied, run: onAddFolder };
  const noneActive = denied ?? (active === undefined ? 'Choose a photo first.' : undefined);
  const turn: Command = {
    ...{ id: 'rotate', title: 'Rotate', keys: 'R', disabledReason: noneActive },
    run: () => active && void rotate(active),
  };
  const tag: Command = {
    ...{ id: 'tag', title: 'Tag', keys: 'T', disabledReason: noneActive },
    run: () => active && focusTags(active),
  };
  const ofOne = [open, turn, tag, bin] as const;
  const commands: readonly (Command | 'separator')[] = [add, folder, 'separator', ...ofOne, 'separator', print];
  return { active, add, commands, turn, tag, rotate, step, drop, remove: () => void remove() };
}

/** Puts the keyboard into the caption of a photo. */
export const focusCaption = ({ id }: Photo): void =>
  document.getElementById(fieldPlace('photo', id, 'caption', 'text'))?.focus();

/** Puts the keyboard where a photo is tagged. */
const focusTags = ({ id }: Photo): void => document.getElementById(fieldPlace('photo', id, 'tags', 'areas'))?.focus();
