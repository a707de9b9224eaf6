// Nothing can be written on this PC: what is safe, what to do, and a way to take along what was typed.
import { useEffect } from 'react';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { allTyped, exportTyped, useDisk } from '../../stores/pc/disk.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { wordDiskTrouble } from '../../words/pc/disk-words.ts';

export function DiskStrip() {
  const { trouble, mendings } = useDisk();
  const toast = useToast();
  useEffect(() => {
    if (mendings > 0) toast({ text: 'This PC can write again. What you typed is kept; Ctrl+S saves it.', tone: 'ok' });
  }, [mendings, toast]);
  const save = async (): Promise<void> => {
    const text = allTyped();
    if (text === '') return toast({ text: 'Nothing that was typed waits in this window.', tone: 'info' });
    const reply = await exportTyped(text);
    if (!reply.ok) toast({ text: wordBriefly(reply.failure), tone: 'error' });
    else if (reply.value !== null) toast({ text: `Wrote what you typed to ${reply.value}`, tone: 'ok' });
  };
  if (trouble === null) return null;
  return (
    <MessageStrip
      tone='error'
      {...wordDiskTrouble(trouble)}
      actions={[{ id: 'save-typed', title: 'Save what I typed…', run: () => void save() }]}
    />
  );
}
