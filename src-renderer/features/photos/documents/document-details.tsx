// What is said of the document one stands on: its title to type, and the facts that nobody changes.
import type { WorkfileId } from '../../../../src-shared/base/ids.ts';
import type { PdfDocument } from '../../../../src-shared/domain/document/document.ts';
import { TextField } from '../../../../src-ui/fields/text-field.tsx';
import { useClock } from '../../../stores/clock.ts';
import { usePhotoState } from '../../../stores/photos/photo-states.ts';
import { useConflicts } from '../../../stores/workfile/conflicts.ts';
import { tieFields } from '../../../stores/workfile/fields.ts';
import { documentSize, placeOfDocument } from '../../../words/evidence/document-words.ts';
import { whenOf } from '../../../words/time-words.ts';

export type DocumentDetailsProps = {
  readonly workfileId: WorkfileId;
  readonly document: PdfDocument;
  readonly disabledReason: string | undefined;
};

export function DocumentDetails({ workfileId, document, disabledReason }: DocumentDetailsProps) {
  const conflicts = useConflicts(workfileId);
  const { text } = tieFields({ workfileId, kind: 'document', record: document, disabledReason, conflicts });
  const clock = useClock();
  const state = usePhotoState(document.content.sha256);
  const facts = [
    ['Added', `${whenOf(document.added.at, clock)}${document.added.by === '' ? '' : `, ${document.added.by}`}`],
    ['File', documentSize(document.content)],
    ['Where', placeOfDocument(state) || 'On this PC and in the cloud'],
  ] as const;
  return (
    <aside className='document-details' aria-label='Document details'>
      <TextField label='Title' {...text('title', 'text')} />
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}
