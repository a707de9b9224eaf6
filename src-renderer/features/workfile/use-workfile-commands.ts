// The commands of the workfile in front: save, undo, redo, and going to its sections.
import { useEffect } from 'react';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import type { Result } from '../../../src-shared/base/result.ts';
import { type ShowToast, useToast } from '../../../src-ui/feedback/toast.tsx';
import { afterCommit, commitFocused } from '../../../src-ui/fields/leave-field.ts';
import { type Offers, offerCommands } from '../../stores/command-board.ts';
import { closeTab, type Overlay, say, showOverlay } from '../../stores/shell.ts';
import { useCannotAdd } from '../../stores/workfile/closed.ts';
import { redo, type Step, settled, undo } from '../../stores/workfile/edits.ts';
import { type Section, sections, showSection, useWorkfiles } from '../../stores/workfile/workfiles.ts';
import { wordDifference } from '../../words/change-words.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { save } from './save.ts';

export function useWorkfileCommands(workfileId: WorkfileId): void {
  const toast = useToast();
  const cannotSave = useCannotAdd(workfileId, 'create-workfiles');
  const cannotUndo = useWorkfiles(({ open }) => stepReason(open[workfileId]?.truth?.canUndo, 'undo'));
  const cannotRedo = useWorkfiles(({ open }) => stepReason(open[workfileId]?.truth?.canRedo, 'redo'));

  useEffect(() => {
    return offerCommands({
      ...goTo(workfileId),
      'workfile.save': { run: () => void save(workfileId, toast), disabledReason: cannotSave },
      'workfile.save-close': { run: () => void saveAndClose(workfileId, toast), disabledReason: cannotSave },
      'workfile.print': { run: () => openOver(workfileId, 'print') },
      'workfile.pdf': { run: () => openOver(workfileId, 'pdf') },
      'edit.undo': { run: () => void step(workfileId, toast, 'undo'), disabledReason: cannotUndo },
      'edit.redo': { run: () => void step(workfileId, toast, 'redo'), disabledReason: cannotRedo },
    });
  }, [workfileId, toast, cannotSave, cannotUndo, cannotRedo]);
}

const stepReason = (can: boolean | undefined, word: string): string | undefined =>
  can === true ? undefined : `there is nothing to ${word} in this workfile.`;

const goTo = (workfileId: WorkfileId): Offers =>
  Object.fromEntries(
    sections.map((section: Section) => [
      `workfile.${section}`,
      { run: () => afterCommit(() => showSection(workfileId, section)) },
    ]),
  );

/** What is still being typed is part of what is printed. */
const openOver = (workfileId: WorkfileId, overlay: Overlay): void =>
  afterCommit(() => void settled(workfileId).then(() => showOverlay(overlay)));

async function saveAndClose(workfileId: WorkfileId, toast: ShowToast): Promise<void> {
  if (await save(workfileId, toast)) closeTab(workfileId);
}

const steps = {
  undo: { run: undo, done: 'Undone' },
  redo: { run: redo, done: 'Made again' },
} as const;

async function step(workfileId: WorkfileId, toast: ShowToast, way: 'undo' | 'redo'): Promise<void> {
  const goBack = commitFocused();
  const { run, done } = steps[way];
  const reply: Result<Step> = await run(workfileId);
  goBack();
  if (!reply.ok) {
    toast({ text: wordBriefly(reply.failure), tone: 'error' });
    return;
  }
  const { before, after } = reply.value;
  const words = reply.value.done ? `${done}: ${wordDifference(before, after)}` : `Nothing to ${way}`;
  say(words);
  toast({ text: words, tone: 'info', seconds: 4 });
}
