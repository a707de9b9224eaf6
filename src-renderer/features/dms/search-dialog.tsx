// Looks something up in the dealer's system: a list of matches to choose from, or the word that it is not listed there.
import { useState } from 'react';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { CheckField } from '../../../src-ui/fields/check-field.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import type { Column } from '../../../src-ui/grid/model/column.ts';
import { MatchList } from './match-list.tsx';
import { type Find, useMatches } from './use-matches.ts';

export type SearchDialogProps<T> = {
  readonly title: string;
  /** What is looked for, as the field says it; and what is looked for at first. */
  readonly label: string;
  readonly first: string;
  readonly maxLength: number;
  readonly find: Find<T>;
  readonly columns: readonly Column<T>[];
  readonly idOf: (match: T) => string;
  /** Whether the partner can be searched at all. */
  readonly searches: boolean;
  /** The way to a new record there, and why there is none. */
  readonly unlisted: { readonly words: string; readonly disabledReason: string | undefined; readonly next: () => void };
  readonly onPick: (match: T) => void;
  readonly onClose: () => void;
};

export function SearchDialog<T>(props: SearchDialogProps<T>) {
  const { title, label, maxLength, unlisted, onPick, onClose, searches } = props;
  const [typed, setTyped] = useState(props.first);
  const [asked, setAsked] = useState(props.first);
  const [activeId, setActiveId] = useState<string>();
  const [isUnlisted, setUnlisted] = useState(!searches && unlisted.disabledReason === undefined);
  const search = useMatches(props.find, searches ? asked.trim() : '');
  const matches =
    search.found.kind === 'ready' && search.found.value.kind === 'found' ? search.found.value.matches : [];
  const chosen = matches.find((match) => props.idOf(match) === activeId);
  const next = (): void => {
    if (isUnlisted) unlisted.next();
    else if (chosen !== undefined) onPick(chosen);
  };
  const isTyping = typed.trim() !== asked.trim() && !isUnlisted;
  const unchosen = isUnlisted || chosen !== undefined ? undefined : 'Choose a match, or say that it is not listed.';
  return (
    <Dialog
      open
      wide
      title={title}
      onClose={onClose}
      action={
        isTyping
          ? { title: 'Search', run: () => setAsked(typed) }
          : { title: 'Next', run: next, disabledReason: unchosen }
      }
    >
      <div className='dms-search'>
        {searches && (
          <TextField
            label={label}
            maxLength={maxLength}
            autoFocus
            value={typed}
            onDraft={(text) => text !== undefined && setTyped(text)}
            onCommit={(text) => setTyped(text) as undefined}
          />
        )}
        <MatchList {...props} search={search} matches={matches} onActive={setActiveId} onNext={next} />
        <CheckField
          label={unlisted.words}
          value={isUnlisted}
          disabledReason={unlisted.disabledReason}
          onCommit={(is) => setUnlisted(is) as undefined}
        />
      </div>
    </Dialog>
  );
}
