// After a crash: the text that was being typed is back in its field, and waits for a word.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { useClock } from '../../stores/clock.ts';
import { decideRestored, discardRestored } from '../../stores/workfile/drafts.ts';
import { namePlace } from '../../stores/workfile/name-place.ts';
import { drawingGroup, isOwnForm, placeOf, reasonGroup } from '../../stores/workfile/places.ts';
import { type Restored, useSheet, useWorkfiles } from '../../stores/workfile/workfiles.ts';
import { timeOf } from '../../words/time-words.ts';
import { commitPlaces } from './visit-place.ts';

export function RestoredStrip({ workfileId }: { readonly workfileId: WorkfileId }) {
  const all = useWorkfiles(({ open }) => open[workfileId]?.restored ?? none);
  // A note or a receipt that one goes on writing is kept as it is typed.
  const restored = all.filter(({ place, decided }) => !(decided && isOwnForm(placeOf(place))));
  const sheet = useSheet(workfileId, (one) => one);
  const timeZone = useClock((clock) => clock.timeZone);
  const first = restored.find((one) => textOf(one) !== '') ?? restored[0];
  if (first === undefined) return null;
  const fields = [...new Set(restored.map(({ place }) => namePlace(sheet, place)))].join(', ');
  return (
    <div ref={holdFocus}>
      <MessageStrip
        tone='info'
        what={`Restored ${isDrawn(first) ? 'what you drew' : 'your text'} from ${timeOf(first.keptAt, timeZone)}`}
        safe={`in ${fields}${textOf(first)}`}
        actions={[
          {
            id: 'keep',
            title: 'Keep',
            run: () => {
              const places = restored.map(({ place }) => place);
              decideRestored(workfileId, places);
              // A reason waits in its dialog.
              void commitPlaces(
                workfileId,
                places.filter((place) => placeOf(place).group !== reasonGroup),
              );
            },
          },
          { id: 'discard', title: 'Discard', run: () => discardRestored(workfileId) },
        ]}
      />
    </div>
  );
}

const isDrawn = ({ place }: Restored): boolean => placeOf(place).group === drawingGroup;

/** What stood there; a drawing, a receipt, and what stands beside a note, are seen in their own forms. */
function textOf(restored: Restored): string {
  const { place, text } = restored;
  const { kind, group, field } = placeOf(place);
  return isDrawn(restored) || (kind === 'receipt' && group !== reasonGroup) || (kind === 'note' && field === 'beside')
    ? ''
    : `: “${shorten(text)}”`;
}

const none: readonly Restored[] = [];
const shorten = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 57)}…`);

/** Pressing a button must not leave the field first: leaving it would commit what is to be discarded. */
function holdFocus(element: HTMLElement | null): void {
  element?.addEventListener('mousedown', (event) => event.preventDefault());
}
