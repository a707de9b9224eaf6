/** What people asked of their PCs and what they were told, in the order in which each of them did it. */
import type { JsonObject } from '../../src-shared/sync/protocol.ts';
import type { RecordKind } from '../../src-shared/sync/records.ts';

/** `unknown`: the backend died before it answered, so that it may have happened or not. */
export type Told = 'saved' | 'refused' | 'unknown';

export type Deed = {
  readonly pc: string;
  readonly did: 'change' | 'add' | 'remove' | 'create' | 'give-up' | 'restore';
  readonly told: Told;
  readonly kind: RecordKind;
  /** Empty where the PC died before it said which. */
  readonly id: string;
  readonly group: string;
  readonly value: JsonObject;
};

/** All deeds; the place in the list is the order. */
export type History = { readonly deeds: readonly Deed[]; note(deed: Deed): void };

export function createHistory(): History {
  const deeds: Deed[] = [];
  return { deeds, note: (deed) => void deeds.push(deed) };
}
