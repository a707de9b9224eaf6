// What came of each file of an import that did not simply go well: it stays until it was read.

import { LongList } from '../../../src-ui/feedback/long-list.tsx';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import type { Imported } from '../../stores/photos/photo-import.ts';
import { wordImport } from '../../words/evidence/photo-words.ts';
import { wordBriefly } from '../../words/failure-words.ts';

export type ImportResultProps = { readonly result: Imported; readonly onDismiss: () => void };

export function ImportResult({ result, onDismiss }: ImportResultProps) {
  const { added, documents, present, refused, cancelled } = result;
  const rows = [
    ...refused.map(({ name, failure }) => `${name} – ${wordBriefly(failure)}`),
    ...present.map((name) => `${name} – here already`),
  ];
  return (
    <div className='photo-result'>
      <MessageStrip
        tone={refused.length > 0 ? 'warn' : 'info'}
        what={wordImport({
          ...{ added: added.length, documents: documents.length, present: present.length, cancelled },
          refused: refused.map(({ name }) => name),
        })}
        onDismiss={onDismiss}
      />
      <LongList label='Files that were not added' items={[...new Set(rows)]} keyOf={(row) => row}>
        {(row) => row}
      </LongList>
    </div>
  );
}
