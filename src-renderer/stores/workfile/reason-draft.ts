// Why somebody is about to do something, while it is typed in a dialog: over a crash it waits there.

import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { dropDraft, noteDraft, typedTexts } from './drafts.ts';
import { fieldPlace, reasonGroup } from './places.ts';

/** What is about to be done, and to which record. */
export type ReasonFor = {
  readonly workfileId: WorkfileId;
  readonly kind: 'workfile' | 'receipt';
  readonly id: string;
  readonly act: string;
};

const placeFor = ({ kind, id, act }: ReasonFor): string => fieldPlace(kind, id, reasonGroup, act);

/** What was typed before; empty for nothing. */
export const keptReason = (about: ReasonFor): string => typedTexts(about.workfileId)[placeFor(about)] ?? '';

export const keepReason = (about: ReasonFor, text: string): void =>
  noteDraft(about.workfileId, placeFor(about), text === '' ? undefined : text);

/** It was done, or given up. */
export const dropReason = (about: ReasonFor): void => dropDraft(about.workfileId, placeFor(about));
