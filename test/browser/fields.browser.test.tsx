// Fields: when they commit, what they keep, and that nobody's typing is ever replaced.
import { type ReactNode, useState } from 'react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { CheckField } from '../../src-ui/fields/check-field.tsx';
import { ChipsField } from '../../src-ui/fields/chips-field.tsx';
import { ChoiceField } from '../../src-ui/fields/choice-field.tsx';
import type { CommitAnswer } from '../../src-ui/fields/commit.ts';
import { DateField } from '../../src-ui/fields/date-field.tsx';
import { NumberField } from '../../src-ui/fields/number-field.tsx';
import { TextField, type TextFieldProps } from '../../src-ui/fields/text-field.tsx';
import { AppFrame } from '../../src-ui/theme/app-frame.tsx';

const frame = (children: ReactNode) => (
  <AppFrame theme='light'>
    {children}
    <button type='button'>elsewhere</button>
  </AppFrame>
);

type PhoneProps = Partial<TextFieldProps> & { readonly judge?: (text: string) => CommitAnswer };

/** Remembers what was committed; `news` is what another PC sends meanwhile. */
function Phone({ judge, value: first = '555-0142', ...props }: PhoneProps) {
  const [value, setValue] = useState(first);
  return frame(
    <>
      <TextField
        label='Phone'
        {...props}
        value={value}
        onCommit={(text) => {
          const answer = judge?.(text);
          if (answer !== undefined) return answer;
          setValue(text);
          return undefined;
        }}
      />
      <button
        type='button'
        onPointerDown={(event) => event.preventDefault()}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setValue('555-0199')}
      >
        news
      </button>
    </>,
  );
}

const box = (): HTMLInputElement => page.getByLabelText('Phone').element() as HTMLInputElement;
const noteOf = (input: HTMLElement): string | null | undefined =>
  document.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent;

test('a field is committed when it is left, and with Enter', async () => {
  const judge = vi.fn();
  await render(<Phone judge={judge} />);
  await userEvent.click(box());
  await userEvent.keyboard('{End}1');
  expect(judge).not.toHaveBeenCalled();
  await userEvent.keyboard('{Enter}2');
  await userEvent.click(page.getByText('elsewhere'));
  expect(judge.mock.calls).toEqual([['555-01421'], ['555-014212']]);
  expect(box().value).toBe('555-014212');
});

test('a field that was only visited commits nothing', async () => {
  const judge = vi.fn();
  await render(<Phone judge={judge} />);
  await userEvent.click(box());
  await userEvent.keyboard('x{Backspace}{Tab}');
  expect(judge).not.toHaveBeenCalled();
});

test('news do not replace a field that has the focus; they show when it is left', async () => {
  await render(<Phone />);
  await userEvent.click(box());
  await userEvent.click(page.getByText('news'));
  expect(document.activeElement).toBe(box());
  expect(box().value).toBe('555-0142');
  await userEvent.click(page.getByText('elsewhere'));
  expect(box().value).toBe('555-0199');
});

test('news do not replace what is being typed', async () => {
  const judge = vi.fn();
  await render(<Phone judge={judge} />);
  await userEvent.click(box());
  await userEvent.keyboard('{End}7');
  await userEvent.click(page.getByText('news'));
  expect(box().value).toBe('555-01427');
  await userEvent.keyboard('{Tab}');
  expect(judge).toHaveBeenCalledWith('555-01427');
});

test('Escape takes the typed text back, and only then leaves Escape to others', async () => {
  const outside = vi.fn();
  window.addEventListener('keydown', outside);
  await render(<Phone />);
  await userEvent.click(box());
  await userEvent.keyboard('{End}9');
  outside.mockClear();
  await userEvent.keyboard('{Escape}');
  expect(box().value).toBe('555-0142');
  expect(outside).not.toHaveBeenCalled();
  await userEvent.keyboard('{Escape}');
  expect(outside).toHaveBeenCalled();
  window.removeEventListener('keydown', outside);
});

test('Escape leaves what is being sent to be sent, and is heard by others', async () => {
  const outside = vi.fn();
  const answers: ((refusal: string | undefined) => void)[] = [];
  window.addEventListener('keydown', outside);
  await render(<Phone judge={() => new Promise((answer) => answers.push(answer))} />);
  await userEvent.click(box());
  await userEvent.keyboard('{End}9{Enter}');
  outside.mockClear();
  await userEvent.keyboard('{Escape}');
  expect(outside).toHaveBeenCalled();
  expect(box().value).toBe('555-01429');
  answers[0]?.('Ten digits, please.');
  await expect.poll(() => noteOf(box())).toBe('Ten digits, please.');
  window.removeEventListener('keydown', outside);
});

test('a refused text stays, with its reason tied to the field', async () => {
  await render(<Phone judge={() => 'Ten digits, please.'} />);
  await userEvent.click(box());
  await userEvent.keyboard('{End}9{Tab}');
  expect(box().value).toBe('555-01429');
  expect(box().getAttribute('aria-invalid')).toBe('true');
  expect(noteOf(box())).toBe('Ten digits, please.');
});

test('a text refused later stays as well, unless something newer was typed', async () => {
  const answers: ((refusal: string | undefined) => void)[] = [];
  await render(<Phone judge={() => new Promise((answer) => answers.push(answer))} />);
  await userEvent.click(box());
  await userEvent.keyboard('{End}1{Enter}2');
  answers[0]?.('Too late.');
  await userEvent.keyboard('3');
  expect(box().value).toBe('555-0142123');
  expect(box().getAttribute('aria-invalid')).toBeNull();
  await userEvent.keyboard('{Enter}');
  answers[1]?.('Not this one.');
  await vi.waitFor(() => expect(noteOf(box())).toBe('Not this one.'));
  expect(box().value).toBe('555-0142123');
});

test('a refused text is sent again each time the field is left, and once at a time', async () => {
  const answers: ((refusal: string | undefined) => void)[] = [];
  const judge = vi.fn(() => new Promise<string | undefined>((answer) => answers.push(answer)));
  await render(<Phone judge={judge} />);
  await userEvent.click(box());
  await userEvent.keyboard('{End}9{Enter}{Tab}');
  expect(judge).toHaveBeenCalledTimes(1);
  answers[0]?.('The data are away.');
  await vi.waitFor(() => expect(noteOf(box())).toBe('The data are away.'));
  await userEvent.click(box());
  await userEvent.click(page.getByText('elsewhere'));
  expect(judge.mock.calls).toEqual([['555-01429'], ['555-01429']]);
  answers[1]?.(undefined);
  await vi.waitFor(() => expect(box().getAttribute('aria-invalid')).toBeNull());
});

test('a refused choice is sent again when its field is left again', async () => {
  const onCommit = vi.fn(() => Promise.resolve('The data are away.'));
  await render(frame(<ChoiceField label='Payer' value='Ins' choices={payers} onCommit={onCommit} />));
  await userEvent.click(page.getByLabelText('Payer').first());
  await userEvent.keyboard('Self Pay{Tab}');
  await expect.element(page.getByText('The data are away.')).toBeInTheDocument();
  expect(onCommit).toHaveBeenCalledTimes(1);
  await userEvent.click(page.getByLabelText('Payer').first());
  await userEvent.click(page.getByText('elsewhere'));
  expect(onCommit).toHaveBeenCalledTimes(2);
});

test('30 kB in a phone field are refused whole', async () => {
  const judge = vi.fn();
  await render(<Phone judge={judge} maxLength={40} />);
  await userEvent.fill(box(), '5'.repeat(30_000));
  await userEvent.keyboard('{Enter}');
  expect(judge).not.toHaveBeenCalled();
  expect(box().value).toHaveLength(30_000);
  expect(noteOf(box())).toContain('30,000 characters, at most 40');
});

test('emoji and right-to-left text are committed as typed', async () => {
  const judge = vi.fn();
  await render(<Phone judge={judge} value='' />);
  await userEvent.fill(box(), 'שלום 🚗 e\u0301');
  await userEvent.keyboard('{Enter}');
  expect(judge).toHaveBeenCalledWith('שלום 🚗 e\u0301');
});

test('drafts are told with every change, and restored', async () => {
  const onDraft = vi.fn();
  await render(<Phone draft='555-01' onDraft={onDraft} />);
  expect(box().value).toBe('555-01');
  await userEvent.click(box());
  await userEvent.keyboard('{End}7{Enter}');
  expect(onDraft.mock.calls).toEqual([['555-017'], [undefined]]);
});

test('a disabled field can be reached, says why, and takes no text', async () => {
  await render(<Phone disabledReason='Only a manager can change this.' />);
  box().focus();
  await userEvent.keyboard('1');
  expect(box().value).toBe('555-0142');
  expect(noteOf(box())).toBe('Only a manager can change this.');
});

test('a number field reads grouping commas and refuses what is out of range', async () => {
  const onCommit = vi.fn();
  await render(frame(<NumberField label='Miles' value={10} onCommit={onCommit} min={0} max={999_999} />));
  await userEvent.click(page.getByLabelText('Miles'));
  await userEvent.keyboard('48,213{Enter}');
  expect(onCommit).toHaveBeenCalledWith(48_213);
  await userEvent.keyboard('{Control>}a{/Control}-4{Enter}');
  expect(onCommit).toHaveBeenCalledTimes(1);
  await expect.element(page.getByText('At least 0.')).toBeInTheDocument();
});

test('a date field takes m/d/yyyy, and today with Ctrl+;', async () => {
  const onCommit = vi.fn();
  await render(frame(<DateField label='Loss' value='' today='2026-11-21' onCommit={onCommit} />));
  await userEvent.click(page.getByLabelText('Loss'));
  await userEvent.keyboard('3/4/26{Enter}');
  await userEvent.keyboard('{Control>};{/Control}{Enter}');
  expect(onCommit.mock.calls).toEqual([['2026-03-04'], ['2026-11-21']]);
});

const payers = ['Insurance Company', 'Internal', 'Self Pay'].map((label) => ({ value: label.slice(0, 3), label }));

test('a choice is made by typing, by arrows, or by the mouse', async () => {
  const onCommit = vi.fn();
  await render(frame(<ChoiceField label='Payer' value='Ins' choices={payers} onCommit={onCommit} />));
  const payer = page.getByLabelText('Payer').first();
  await userEvent.click(payer);
  await userEvent.keyboard('self{Enter}');
  expect(onCommit).toHaveBeenLastCalledWith('Sel');
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}{ArrowDown}{Enter}');
  expect(onCommit).toHaveBeenLastCalledWith('Int');
  await userEvent.click(page.getByText('elsewhere'));
  await userEvent.click(payer);
  await userEvent.click(page.getByRole('option', { name: 'Self Pay' }));
  expect(onCommit).toHaveBeenCalledTimes(3);
});

test('a choice that is not in the list is refused and kept', async () => {
  const onCommit = vi.fn();
  await render(frame(<ChoiceField label='Payer' value='Ins' choices={payers} onCommit={onCommit} />));
  await userEvent.click(page.getByLabelText('Payer').first());
  await userEvent.keyboard('zebra{Tab}');
  await expect.element(page.getByText('“zebra” is not in the list.')).toBeInTheDocument();
  expect(onCommit).not.toHaveBeenCalled();
});

test('a check takes effect at once', async () => {
  const onCommit = vi.fn();
  await render(frame(<CheckField label='Drivable' value={false} onCommit={onCommit} />));
  await userEvent.click(page.getByLabelText('Drivable'));
  expect(onCommit).toHaveBeenCalledWith(true);
});

test('a field that is switched off while somebody types keeps the keyboard and the text', async () => {
  const { rerender } = await render(<Phone />);
  const typed = box();
  await userEvent.click(typed);
  await userEvent.keyboard('{End}1');
  await rerender(<Phone disabledReason='The estimate was locked.' />);
  await expect.element(page.getByLabelText('Phone')).toHaveFocus();
  expect(box()).toBe(typed);
  expect(box().value).toBe('555-01421');
});

test('a full list of chips says why nothing more goes in, and still lets go of what is in it', async () => {
  const onRemove = vi.fn();
  const choices = ['Hood', 'Roof'].map((label) => ({ value: label, label }));
  await render(
    frame(
      <ChipsField
        {...{ label: 'Lines', choices: [], chosen: choices, placeholder: '', unknown: '', disabledReason: undefined }}
        fullReason='Two at most.'
        onAdd={vi.fn()}
        onRemove={onRemove}
      />,
    ),
  );
  await expect.element(page.getByRole('combobox', { name: 'Lines' })).toHaveAttribute('readonly');
  await userEvent.click(page.getByRole('button', { name: 'Remove Roof' }));
  expect(onRemove).toHaveBeenCalledWith('Roof');
});
