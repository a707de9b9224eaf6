// An export of which nobody knows whether it arrived: a person looks in the dealer's system and says what they found.
import { useState } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { ExportSubject } from '../../../src-shared/ipc/dms/dms-requests.ts';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { resolveExport } from '../../stores/dms/dms.ts';
import { wordBriefly } from '../../words/failure-words.ts';

type Props = {
  readonly workfileId: WorkfileId;
  readonly subject: ExportSubject;
  /** What was sent, in words. */
  readonly sent: string;
  readonly onClose: () => void;
};

export function CheckDialog({ workfileId, subject, sent, onClose }: Props) {
  const [reference, setReference] = useState('');
  const [reason, setReason] = useState('');
  const toast = useToast();
  const tell = async (found: string | null): Promise<void> => {
    const failure = await resolveExport(workfileId, { subject, found, reason });
    if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
    else onClose();
  };
  const unsaid = reason.trim() === '' ? 'say how you know it.' : undefined;
  const unnamed = reference.trim() === '' ? 'enter its reference in the DMS.' : undefined;
  return (
    <Dialog
      open
      title='Is it in the DMS?'
      onClose={onClose}
      action={{
        title: 'It is in the DMS',
        run: () => void tell(reference.trim()),
        disabledReason: unnamed ?? unsaid,
      }}
      extra={[{ title: 'It is not there – send again', run: () => void tell(null), disabledReason: unsaid }]}
    >
      <p>
        The DMS did not answer for {sent}, and it cannot be asked again. Look for it there first: sent twice, it would
        be there twice.
      </p>
      <TextField
        label='Reference in the DMS'
        maxLength={40}
        autoFocus
        value={reference}
        onDraft={(text) => text !== undefined && setReference(text)}
        onCommit={(text) => setReference(text) as undefined}
      />
      <TextField
        label='How you know it'
        maxLength={200}
        value={reason}
        onDraft={(text) => text !== undefined && setReason(text)}
        onCommit={(text) => setReason(text) as undefined}
      />
    </Dialog>
  );
}
