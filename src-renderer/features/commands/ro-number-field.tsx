// The number a repair order will have: the next of this PC, or one that somebody types, and where that one is used.
import { useEffect, useState } from 'react';
import { type WrongNumber, whyNotNumber } from '../../../src-shared/domain/workfile/ro-number.ts';
import type { KnownNumber, UsedNumber } from '../../../src-shared/ipc/command-shapes.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { lookUpNumber } from '../../stores/commands.ts';
import { useReservation } from '../../stores/dms/dms.ts';
import { readyValue } from '../../stores/loading.ts';
import { loadNumbering, useNumbering } from '../../stores/numbering.ts';
import { closeOverlay, showTab } from '../../stores/shell.ts';
import { usedNumberWords } from '../../words/command-words.ts';
import { emptyNumberWords } from '../../words/dms/reservation-words.ts';
import { lifeConflicts } from '../../words/life/life-failures.ts';

/** Follows what is typed into the field. */
export function useRoNumber() {
  const reservation = useReservation();
  const { next: own, prefix } = useNextNumber();
  // Where the dealer's system reserves it, the next of this PC is a number like any other.
  const next = reservation === 'now' ? '' : own;
  const [text, setText] = useState<string>();
  const digits = digitsTyped(text ?? '', prefix);
  const typed = digits === '' || prefix + digits === next ? undefined : digits;
  const known = useKnown(typed);
  const wrong = typed === undefined ? null : whyNotNumber(typed, known?.largest ?? Number.MAX_SAFE_INTEGER);
  const usedBy = known?.usedBy ?? null;
  return { next, reservation, text, setText, typed, problem: problemOf(wrong, usedBy), usedBy };
}

/** What is wrong with a typed number, without the code that a failure has: it is being put right. */
function problemOf(wrong: WrongNumber | null, usedBy: UsedNumber | null): string | undefined {
  if (wrong === null) return usedBy === null ? undefined : `${usedNumberWords(usedBy)} Type another.`;
  const { what, todo } = lifeConflicts[wrong] ?? { what: '', todo: '' };
  return `${what} ${todo}`;
}

export function RoNumberField({ form }: { readonly form: ReturnType<typeof useRoNumber> }) {
  const { next, reservation, text, setText, problem, usedBy } = form;
  return (
    <>
      <TextField
        label='RO number'
        inputMode='numeric'
        maxLength={20}
        value={text ?? ''}
        placeholder={next}
        hint={emptyNumberWords(next, reservation)}
        problem={problem}
        onDraft={(draft) => draft !== undefined && setText(draft)}
        onCommit={(committed) => {
          setText(committed);
          return undefined;
        }}
      />
      {usedBy !== null && (
        <div>
          <Button
            look='quiet'
            onPress={() => {
              closeOverlay('convert');
              showTab(usedBy.workfileId);
            }}
          >
            {`Open ${usedBy.label}`}
          </Button>
        </div>
      )}
    </>
  );
}

/** The number that this PC gives next, empty where it holds none, and what stands before the digits of all. */
function useNextNumber() {
  useEffect(() => void loadNumbering(), []);
  const known = useNumbering(({ state }) => readyValue(state));
  const prefix = known?.prefix ?? '';
  const digits = known?.blocks[0]?.next;
  return { prefix, next: digits === undefined ? '' : `${prefix}${digits}` };
}

/** What was typed, without the shop's prefix: it stands before each number by itself. */
function digitsTyped(text: string, prefix: string): string {
  const typed = text.trim().toUpperCase();
  return prefix !== '' && typed.startsWith(prefix) ? typed.slice(prefix.length) : typed;
}

/** What this PC knows of a typed number; the answer for another one does not count. */
function useKnown(number: string | undefined): KnownNumber | undefined {
  const [known, setKnown] = useState<{ readonly number: string; readonly value: KnownNumber }>();
  useEffect(() => {
    if (number === undefined) return;
    void lookUpNumber(number).then((reply) => reply.ok && setKnown({ number, value: reply.value }));
  }, [number]);
  return known?.number === number ? known?.value : undefined;
}
