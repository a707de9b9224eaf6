// Keeps the selected lines of an estimate as a canned operation or a template of the shop.
import { useState } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { type CannedKind, maxCannedLines } from '../../../src-shared/domain/library/canned.ts';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { ChoiceField } from '../../../src-ui/fields/choice-field.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { undoLibrary } from '../../stores/library/library.ts';
import { keepLines, selectedContents } from '../../stores/library/my-lines.ts';
import { closeOverlay, useActiveWorkfile, useShell } from '../../stores/shell.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { cannedChoices } from '../../words/library-words.ts';

export function KeepLinesDialog() {
  const isOpen = useShell(({ overlay }) => overlay === 'keep-lines');
  const workfileId = useActiveWorkfile();
  return isOpen && workfileId !== undefined ? <OpenDialog workfileId={workfileId} /> : null;
}

const close = (): void => closeOverlay('keep-lines');

function OpenDialog({ workfileId }: { readonly workfileId: WorkfileId }) {
  const [lines] = useState(() => selectedContents(workfileId));
  const [name, setName] = useState(() => lines[0]?.text?.description.slice(0, 80) ?? '');
  const [kind, setKind] = useState<CannedKind>(lines.length > 8 ? 'template' : 'operation');
  const [keywords, setKeywords] = useState('');
  const toast = useToast();
  const keep = async (): Promise<void> => {
    const failure = await keepLines({ name: name.trim(), kind, keywords }, lines);
    if (failure !== undefined) return toast({ text: wordBriefly(failure), tone: 'error' });
    close();
    toast({ text: `Kept as ${name.trim()}`, tone: 'ok', undo: () => void undoLibrary('canned') });
  };
  return (
    <Dialog
      open
      title={`Keep ${lines.length === 1 ? 'this line' : `${lines.length} lines`} as my lines`}
      action={{ title: 'Keep', run: () => void keep(), disabledReason: reasonNot(name, lines.length) }}
      onClose={close}
    >
      <div className='form-stack'>
        <TextField
          label='Name'
          required
          maxLength={80}
          value={name}
          onDraft={(text) => text !== undefined && setName(text)}
          onCommit={(text) => {
            setName(text);
            return undefined;
          }}
        />
        <ChoiceField
          label='Kind'
          choices={cannedChoices}
          value={kind}
          onCommit={(value) => {
            setKind(value as CannedKind);
            return undefined;
          }}
        />
        <TextField
          label='Keywords'
          hint='Other words by which to find it'
          maxLength={200}
          value={keywords}
          onDraft={(text) => text !== undefined && setKeywords(text)}
          onCommit={(text) => {
            setKeywords(text);
            return undefined;
          }}
        />
      </div>
    </Dialog>
  );
}

function reasonNot(name: string, lines: number): string | undefined {
  if (lines === 0) return 'Select lines first.';
  if (lines > maxCannedLines) return `At most ${maxCannedLines} lines.`;
  return name.trim() === '' ? 'Give it a name.' : undefined;
}
