// How far the files are that are being taken in, with the way to end it: what is in already stays.
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { cancelImport, useImportRuns } from '../../stores/photos/photo-import.ts';

/** One file alone says on its tile how far it is. */
export function ImportStrip({ workfileId }: { readonly workfileId: WorkfileId }) {
  const runs = useImportRuns(workfileId).filter(({ of }) => of > 1);
  return runs.map(({ key, done, of, isCancelled }) => (
    <MessageStrip
      key={key}
      tone='info'
      what={`Adding ${Math.min(done + 1, of)} of ${of}`}
      safe='What is in already stays if you cancel.'
      actions={[
        {
          ...{ id: 'cancel', title: 'Cancel', run: () => cancelImport(key) },
          disabledReason: isCancelled ? 'It ends after the file it is at.' : undefined,
        },
      ]}
    />
  ));
}
