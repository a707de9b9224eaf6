// The quick intake over a crash: each of its texts is kept as it is typed, and stands in its form again afterwards.

import type { CustomerId } from '../../../src-shared/base/ids.ts';
import { type IntakeForm, type IntakeText, type IntakeTexts, isBegun, textsOf, useIntake } from '../intake.ts';
import { showOverlay, useShell } from '../shell.ts';
import { fieldPlace, placeOf } from '../workfile/places.ts';
import { libraryDrafts, noteLibraryDraft } from './fields.ts';

const group = 'intake';
const nobody = 'new';

/** Keeps what is said and typed; what is emptied is forgotten. */
export function keepIntake(form: IntakeForm, before?: IntakeForm): void {
  const now = placesOf(form);
  const old = before === undefined ? {} : placesOf(before);
  for (const place of Object.keys(old)) if (now[place] === undefined) noteLibraryDraft('customer', place, undefined);
  for (const [place, text] of Object.entries(now)) {
    if (old[place] !== text) noteLibraryDraft('customer', place, text);
  }
}

/** Takes up what was being filled in when the program went, and shows it; what is typed already goes before. */
export function takeUpIntake(): void {
  const form = useIntake.getState();
  if (isBegun(form)) {
    keepIntake(form);
    return;
  }
  const kept = libraryDrafts().flatMap(({ place, text, keptAt }) => {
    const { kind, id, group: of, field } = placeOf(place);
    return kind === 'customer' && of === group ? [{ id, part: field as IntakeText, text, keptAt }] : [];
  });
  if (kept.length === 0) return;
  const texts: Partial<IntakeTexts> = Object.fromEntries(kept.map(({ part, text }) => [part, text]));
  const customer = kept.find(({ id }) => id !== nobody)?.id ?? null;
  useIntake.setState(({ said }) => ({
    said: { ...said, ...texts },
    customerId: customer as CustomerId | null,
    restoredAt: Math.max(...kept.map(({ keptAt }) => keptAt)),
  }));
  if (useShell.getState().overlay === 'none') showOverlay('intake');
}

/** Where each text is kept; the name of a chosen customer under that customer. */
function placesOf(form: IntakeForm): Readonly<Record<string, string>> {
  const texts = Object.entries(textsOf(form)).filter(([, text]) => text !== '');
  return Object.fromEntries(
    texts.map(([part, text]) => {
      const id = part === 'person' ? (form.customerId ?? nobody) : nobody;
      return [fieldPlace('customer', id, group, part), text];
    }),
  );
}
