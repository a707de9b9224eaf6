// The open list under a text box: what fits the typed text, which entry is marked, what the text finally means.
import { type KeyboardEvent, useId, useState } from 'react';
import { type Choice, matchChoices, namedChoice } from './choice.ts';

export type ChosenText =
  | { readonly ok: true; readonly value: string; readonly label: string }
  | { readonly ok: false; readonly message: string };

export type ChoiceList = {
  readonly open: boolean;
  readonly matches: readonly Choice[];
  readonly marked: number;
  readonly listId: string;
  readonly show: () => void;
  readonly hide: () => void;
  readonly typed: (text: string) => void;
  /** True when the key was for the list. */
  readonly press: (event: KeyboardEvent) => boolean;
  readonly chosen: (text: string) => ChosenText;
};

export type ChoiceListOptions = {
  readonly choices: readonly Choice[];
  readonly text: string;
  readonly free: boolean;
  /** Does the list stand open from the start? */
  readonly startOpen: boolean;
};

type State = { readonly open: boolean; readonly all: boolean; readonly marked: number; readonly picked: boolean };

export function useChoiceList({ choices, text, free, startOpen }: ChoiceListOptions): ChoiceList {
  const listId = useId();
  const [state, setState] = useState<State>({ open: startOpen, all: startOpen, marked: -1, picked: false });
  const matches = state.all ? choices : matchChoices(choices, text);
  const current = state.picked || !state.all ? state.marked : indexOfNamed(choices, text);
  const marked = Math.min(current, matches.length - 1);

  const go = (to: number): void =>
    setState((before) => ({ ...before, open: true, picked: true, marked: (to + matches.length) % matches.length }));
  const hide = (): void => setState((before) => ({ ...before, open: false }));

  return {
    open: state.open && matches.length > 0,
    matches,
    marked,
    listId,
    hide,
    show: () => setState({ open: true, all: true, marked: -1, picked: false }),
    typed: (next) => setState({ open: true, all: false, marked: next.trim() === '' || free ? -1 : 0, picked: false }),
    press: (event) => {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined;
      if (step === undefined || event.ctrlKey || matches.length === 0) return false;
      if (!state.open) {
        if (!event.altKey) return false;
        setState({ open: true, all: true, marked: -1, picked: false });
      } else if (event.altKey) hide();
      else go(marked === -1 && step === -1 ? -1 : marked + step);
      event.preventDefault();
      return true;
    },
    chosen: (final) =>
      chosenText(choices, final, { free, highlighted: state.open ? matches[marked] : undefined, picked: state.picked }),
  };
}

type Highlight = { readonly free: boolean; readonly highlighted: Choice | undefined; readonly picked: boolean };

/** An arrow-picked entry first, then the entry the text names, then the marked one, then (if free) the text itself. */
function chosenText(choices: readonly Choice[], text: string, { free, highlighted, picked }: Highlight): ChosenText {
  if (picked && highlighted) return accept(highlighted);
  if (text.trim() === '') return { ok: true, value: '', label: '' };
  const named = namedChoice(choices, text) ?? (free ? undefined : (highlighted ?? matchChoices(choices, text)[0]));
  if (named) return accept(named);
  if (free) return { ok: true, value: text, label: text };
  return { ok: false, message: `“${shorten(text)}” is not in the list.` };
}

const accept = (choice: Choice): ChosenText => ({ ok: true, value: choice.value, label: choice.label });

const indexOfNamed = (choices: readonly Choice[], text: string): number => {
  const named = namedChoice(choices, text);
  return named ? choices.indexOf(named) : -1;
};

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
