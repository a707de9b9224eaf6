// A list to choose from by typing: what a choice is, and which choices a text means.

export type Choice = {
  readonly value: string;
  readonly label: string;
  /** A quiet second word, e.g. a code's long name; also searched. */
  readonly hint?: string | undefined;
};

/** Choices that fit what was typed: those that begin with it first, then those that contain it. */
export function matchChoices(choices: readonly Choice[], typed: string): readonly Choice[] {
  const wanted = fold(typed);
  if (wanted === '') return choices;
  const starting = choices.filter((choice) => fold(choice.label).startsWith(wanted) || fold(choice.value) === wanted);
  const containing = choices.filter((choice) => !starting.includes(choice) && searchText(choice).includes(wanted));
  return [...starting, ...containing];
}

/** The one choice a text names, by value or label, in any case. */
export function namedChoice(choices: readonly Choice[], typed: string): Choice | undefined {
  const wanted = fold(typed);
  return (
    choices.find((choice) => fold(choice.label) === wanted) ?? choices.find((choice) => fold(choice.value) === wanted)
  );
}

/** The words shown for a stored value; the value itself when it is not in the list. */
export function choiceLabel(choices: readonly Choice[], value: string): string {
  return choices.find((choice) => choice.value === value)?.label ?? value;
}

const fold = (text: string): string => text.trim().toLowerCase();
const searchText = (choice: Choice): string => fold(`${choice.label} ${choice.hint ?? ''} ${choice.value}`);

/** Choices that are called what they are. */
export const choicesNamed = (names: readonly string[]): readonly Choice[] =>
  names.map((name) => ({ value: name, label: name }));
