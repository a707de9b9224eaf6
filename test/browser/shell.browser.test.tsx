// What stands around the work: panes, tabs, toolbar, dialogs, palette, toasts.
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Button } from '../../src-ui/actions/button.tsx';
import type { Command } from '../../src-ui/actions/command.ts';
import { CommandPalette } from '../../src-ui/actions/command-palette.tsx';
import { Toolbar } from '../../src-ui/actions/toolbar.tsx';
import { Dialog } from '../../src-ui/feedback/dialog.tsx';
import { LoadingView } from '../../src-ui/feedback/loading-view.tsx';
import { useToast } from '../../src-ui/feedback/toast.tsx';
import { TextField } from '../../src-ui/fields/text-field.tsx';
import { Pane } from '../../src-ui/shell/panes.tsx';
import { TabStrip } from '../../src-ui/shell/tab-strip.tsx';
import { AppFrame } from '../../src-ui/theme/app-frame.tsx';

const focused = (): string | null | undefined => document.activeElement?.textContent;

test('F6 goes round the panes and back to where one was in each', async () => {
  await render(
    <AppFrame theme='light'>
      <Pane label='List' order={2}>
        <button type='button'>first</button>
        <button type='button'>second</button>
      </Pane>
      <Pane label='Top' order={1}>
        <button type='button'>top</button>
      </Pane>
      <Pane label='Status' order={3}>
        <button type='button'>status</button>
      </Pane>
    </AppFrame>,
  );
  await userEvent.click(page.getByText('second'));
  await userEvent.keyboard('{F6}');
  expect(focused()).toBe('status');
  await userEvent.keyboard('{F6}');
  expect(focused()).toBe('top');
  await userEvent.keyboard('{F6}');
  expect(focused()).toBe('second');
  await userEvent.keyboard('{Shift>}{F6}{/Shift}');
  expect(focused()).toBe('top');
});

test('tabs are changed by arrows and closed with Delete', async () => {
  const onClose = vi.fn();
  function Tabs() {
    const [active, setActive] = useState('a');
    const tabs = ['a', 'b', 'c'].map((id) => ({ id, title: id, closable: id !== 'a', dirty: id === 'b' }));
    return <TabStrip label='Files' tabs={tabs} active={active} onSelect={setActive} onClose={onClose} />;
  }
  await render(
    <AppFrame theme='light'>
      <Tabs />
    </AppFrame>,
  );
  await userEvent.click(page.getByRole('tab', { name: 'a' }));
  await userEvent.keyboard('{Delete}{ArrowRight}{Delete}{ArrowLeft}{ArrowLeft}');
  expect(onClose.mock.calls).toEqual([['b']]);
  expect(document.activeElement?.getAttribute('aria-selected')).toBe('true');
  expect(focused()).toBe('c');
});

const command = (title: string, more: Partial<Command> = {}): Command => ({ id: title, title, run: vi.fn(), ...more });

test('a toolbar is one tab stop; a command that cannot be used says why and does nothing', async () => {
  const print = command('Print', { disabledReason: 'Nothing is selected.' });
  const open = command('Open');
  await render(
    <AppFrame theme='light'>
      <Toolbar label='Commands' items={[open, 'separator', print]} />
      <button type='button'>after</button>
    </AppFrame>,
  );
  await userEvent.click(page.getByRole('button', { name: 'Open' }));
  expect(open.run).toHaveBeenCalledOnce();
  await userEvent.keyboard('{ArrowRight}{Enter}');
  expect(focused()).toContain('Print');
  expect(print.run).not.toHaveBeenCalled();
  await expect.element(page.getByRole('tooltip')).toHaveTextContent('Nothing is selected.');
  await userEvent.keyboard('{Tab}');
  expect(focused()).toBe('after');
});

function Asking({ onRun, withField = true }: { readonly onRun: () => void; readonly withField?: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>Void</Button>
      <Dialog
        open={open}
        title='Void receipt 1234-3?'
        onClose={() => setOpen(false)}
        action={{
          title: 'Void receipt',
          danger: true,
          run: () => {
            onRun();
            setOpen(false);
          },
        }}
      >
        {withField ? <TextField label='Reason' value='' onCommit={() => undefined} /> : <p>Sure.</p>}
      </Dialog>
    </>
  );
}

test('a dialog takes the focus in its first field, Enter acts, and the focus returns', async () => {
  const onRun = vi.fn();
  await render(
    <AppFrame theme='light'>
      <Asking onRun={onRun} />
    </AppFrame>,
  );
  await userEvent.click(page.getByText('Void'));
  await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'));
  await userEvent.keyboard('wrong amount{Enter}');
  expect(onRun).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(focused()).toBe('Void'));
});

test('a dialog without fields waits on its action; Escape closes it without acting', async () => {
  const onRun = vi.fn();
  await render(
    <AppFrame theme='light'>
      <Asking onRun={onRun} withField={false} />
    </AppFrame>,
  );
  await userEvent.click(page.getByText('Void'));
  await vi.waitFor(() => expect(focused()).toBe('Void receipt'));
  await userEvent.keyboard('{Escape}');
  await vi.waitFor(() => expect(document.querySelector('[role=dialog]')).toBeNull());
  expect(onRun).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(focused()).toBe('Void'));
});

test('a dialog waits on its action whatever else could have the focus, in it or behind it', async () => {
  const onRun = vi.fn();
  await render(
    <AppFrame theme='light'>
      <button type='button' id='behind'>
        behind
      </button>
      <Dialog open title='Import estimate' onClose={() => undefined} action={{ title: 'Import', run: onRun }}>
        <details>
          <summary>2 remarks on the file</summary>
        </details>
      </Dialog>
    </AppFrame>,
  );
  await vi.waitFor(() => expect(focused()).toBe('Import'));
  document.getElementById('behind')?.focus();
  expect(focused()).toBe('behind');
  await vi.waitFor(() => expect(focused()).toBe('Import'));
  await userEvent.keyboard('{Enter}');
  expect(onRun).toHaveBeenCalledOnce();
  (document.activeElement as HTMLElement).blur();
  await userEvent.keyboard('{Enter}');
  expect(onRun).toHaveBeenCalledTimes(2);
});

test('a dialog drawn anew leaves the focus where somebody put it', async () => {
  const dialog = (title: string) => (
    <AppFrame theme='light'>
      <Dialog open title={title} onClose={() => undefined}>
        <input aria-label='Amount' />
        <input aria-label='Memo' />
      </Dialog>
    </AppFrame>
  );
  const screen = await render(dialog('Receipt'));
  await userEvent.click(page.getByLabelText('Memo'));
  await screen.rerender(dialog('Receipt of a customer'));
  await expect.element(page.getByText('Receipt of a customer')).toBeVisible();
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Memo');
});

test('the palette finds a command by letters and runs it', async () => {
  const onClose = vi.fn();
  const commands = [
    command('New workfile'),
    command('Print preview'),
    command('Open workfile', { disabledReason: 'Busy.' }),
  ];
  await render(
    <AppFrame theme='light'>
      <CommandPalette open commands={commands} onClose={onClose} />
    </AppFrame>,
  );
  await vi.waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('combobox'));
  await userEvent.keyboard('open{Enter}');
  expect(commands[2]?.run).not.toHaveBeenCalled();
  await userEvent.keyboard('{Control>}a{/Control}work{ArrowDown}{ArrowUp}{Enter}');
  expect(commands[0]?.run).toHaveBeenCalledOnce();
  expect(onClose).toHaveBeenCalledOnce();
});

test('a toast offers Undo', async () => {
  const undo = vi.fn();
  function Deleting() {
    const toast = useToast();
    return <Button onPress={() => toast({ text: 'Line 4 deleted', undo })}>Delete</Button>;
  }
  await render(
    <AppFrame theme='light'>
      <Deleting />
    </AppFrame>,
  );
  await userEvent.click(page.getByText('Delete'));
  await userEvent.click(page.getByRole('button', { name: 'Undo' }));
  expect(undo).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(document.body.textContent).not.toContain('Line 4 deleted'));
});

test('what failed says what happened, what is safe, what to do, and can be tried again', async () => {
  const onRetry = vi.fn();
  await render(
    <AppFrame theme='light'>
      <LoadingView
        state={{ kind: 'failed', failure: 'offline' }}
        describe={() => ({
          what: 'The list was not read.',
          safe: 'Nothing is lost.',
          todo: 'Please try again.',
          code: 'LST-1',
        })}
        onRetry={onRetry}
      >
        {() => null}
      </LoadingView>
    </AppFrame>,
  );
  await expect
    .element(page.getByRole('alert').first())
    .toHaveTextContent('The list was not read. Nothing is lost. Please try again.LST-1Try again');
  await userEvent.click(page.getByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledOnce();
});

test('a chosen theme and density reach every style sheet', async () => {
  const screen = await render(
    <AppFrame theme='dark' density='comfortable'>
      text
    </AppFrame>,
  );
  const style = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name);
  expect(style('--ui-row')).toBe('32px');
  expect(document.documentElement.dataset.theme).toBe('dark');
  await screen.rerender(<AppFrame theme='light'>text</AppFrame>);
  expect(style('--ui-row')).toBe('24px');
  expect(document.documentElement.style.colorScheme).toBe('light');
});
