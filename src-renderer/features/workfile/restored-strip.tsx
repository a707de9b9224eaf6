// After a crash: the text that was being typed is back in its field, and waits for a word.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Draft } from '../../../src-shared/ipc/shapes.ts';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { discardRestored } from '../../stores/workfile/drafts.ts';
import { placeOf } from '../../stores/workfile/places.ts';
import { type Section, showSection, useWorkfiles } from '../../stores/workfile/workfiles.ts';
import { placeWords } from '../../words/place-words.ts';
import { timeOf } from '../../words/time-words.ts';

export function RestoredStrip({ workfileId }: { readonly workfileId: WorkfileId }) {
  const restored = useWorkfiles(({ open }) => open[workfileId]?.restored ?? none);
  const [first] = restored;
  if (first === undefined) return null;
  const fields = [...new Set(restored.map(({ place }) => placeWords(place)))].join(', ');
  return (
    <div ref={holdFocus}>
      <MessageStrip
        tone='info'
        what={`Restored your text from ${timeOf(first.keptAt)}`}
        safe={`in ${fields}: “${shorten(first.text)}”`}
        actions={[
          { id: 'keep', title: 'Keep', run: () => void keepAll(workfileId, restored) },
          { id: 'discard', title: 'Discard', run: () => discardRestored(workfileId) },
        ]}
      />
    </div>
  );
}

const none: readonly Draft[] = [];
const shorten = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 57)}…`);

/** Pressing a button must not leave the field first: leaving it would commit what is to be discarded. */
function holdFocus(element: HTMLElement | null): void {
  element?.addEventListener('mousedown', (event) => event.preventDefault());
}

/** Commits each text where it stands, as leaving its field does; what is refused stays there with the reason. */
async function keepAll(workfileId: WorkfileId, restored: readonly Draft[]): Promise<void> {
  for (const { place } of restored) {
    showSection(workfileId, sectionOf(place));
    await drawn();
    const field = document.getElementById(place);
    field?.focus();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    field?.focus();
  }
}

const kindSections: Readonly<Record<string, Section>> = {
  vehicle: 'vehicle',
  insurance: 'insurance',
  rates: 'rates',
  estimate: 'estimate',
  line: 'estimate',
};
const sectionOf = (place: string): Section => kindSections[placeOf(place).kind] ?? 'contacts';

/** Two frames: the first draws the section, the second its grid. */
const drawn = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
