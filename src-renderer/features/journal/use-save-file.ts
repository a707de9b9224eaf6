// Saves a journal file where the person chooses, and says how it went.
import { useState } from 'react';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { saveJournalFile } from '../../stores/dms/journal.ts';
import { type Wording, wordFailure } from '../../words/failure-words.ts';

export function useSaveFile() {
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<Wording>();
  const toast = useToast();
  const save = async (n: number): Promise<void> => {
    setSaving(true);
    const saved = await saveJournalFile(n);
    setSaving(false);
    setFailure(saved.ok ? undefined : notSaved(n, wordFailure(saved.failure)));
    if (saved.ok && saved.value !== null) toast({ text: `Journal ${n} is saved as ${saved.value}`, tone: 'ok' });
  };
  return { isSaving, failure, save };
}

/** The file itself is kept by the cloud, whatever became of its copy. */
const notSaved = (n: number, words: Wording): Wording => ({
  ...words,
  safe: `Journal ${n} is kept in the cloud; nothing of it is lost.`,
});
