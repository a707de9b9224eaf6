// Every key of the window on one page, and what this program is.
import { type Command, commandIds, commands, tabCommands } from '../../../src-shared/ipc/commands.ts';
import { Keys } from '../../../src-ui/actions/keys.tsx';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { plainKeys, plainLabel } from '../../stores/command-board.ts';
import { useSignedIn } from '../../stores/session.ts';
import { closeOverlay, useShell } from '../../stores/shell.ts';
import './keyboard-help.css';

const close = (): void => closeOverlay('keys', 'about');

export function KeyboardHelp() {
  const overlay = useShell((shell) => shell.overlay);
  if (overlay === 'about') return <About />;
  if (overlay !== 'keys') return null;
  return (
    <Dialog open title='Keyboard' closeTitle='Close' onClose={close}>
      <div className='keyboard-help'>
        <KeyTable title='Commands' keys={commandKeys()} />
        <KeyTable title='In fields' keys={fieldKeys} />
        <KeyTable title='In lists and the estimate' keys={gridKeys} />
      </div>
    </Dialog>
  );
}

function About() {
  const session = useSignedIn();
  return (
    <Dialog open title='Shopfile' closeTitle='Close' onClose={close}>
      <p>Workfiles, estimates and their numbers, kept on this PC and shared with your shop.</p>
      {session && (
        <p>
          Signed in as {session.user.name} ({session.user.role}) of {session.user.shopName}, on {session.pcName}.
        </p>
      )}
    </Dialog>
  );
}

type Key = { readonly keys: string; readonly does: string };

function KeyTable({ title, keys }: { readonly title: string; readonly keys: readonly Key[] }) {
  return (
    <table>
      <caption>{title}</caption>
      <tbody>
        {keys.map(({ keys: pressed, does }) => (
          <tr key={does}>
            <th scope='row'>{does}</th>
            <td>
              <Keys keys={pressed} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Every command with its first key; the nine tabs are one line. */
function commandKeys(): readonly Key[] {
  const keyed = commandIds.filter((id) => (commands[id] as Command).key !== undefined && !tabCommands.includes(id));
  const keys = keyed.map((id) => ({ keys: plainKeys(id) ?? '', does: plainLabel(id) }));
  return [...keys, { keys: 'Ctrl+1', does: 'Tab 1 (Home), and so on to Ctrl+9' }];
}

const fieldKeys: readonly Key[] = [
  { keys: 'Enter', does: 'Keep what was typed' },
  { keys: 'Esc', does: 'Take back what was typed' },
  { keys: 'Tab', does: 'Keep it and go to the next field' },
  { keys: 'Ctrl+;', does: 'Today, in a date field' },
];

const gridKeys: readonly Key[] = [
  { keys: 'Enter', does: 'Open the workfile; in the estimate: next line' },
  { keys: 'F2', does: 'Edit the cell' },
  { keys: 'Esc', does: 'Give up what was typed, then the selection' },
  { keys: 'Tab', does: 'Next cell' },
  { keys: 'Ctrl+Enter', does: 'Commit and new line' },
  { keys: 'Delete', does: 'Delete the selected lines' },
  { keys: 'Ctrl+A', does: 'Select all' },
  { keys: 'Shift+↓', does: 'Select more' },
  { keys: 'Shift+Space', does: 'Select whole lines' },
  { keys: 'Ctrl+C', does: 'Copy cells for a spreadsheet, whole lines for any estimate' },
  { keys: 'Ctrl+V', does: 'Paste them' },
  { keys: 'Shift+F10', does: 'Menu of the row or column' },
];
