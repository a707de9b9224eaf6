// What was asked of the cloud on this PC: what waits and can be taken back, what was done, and what was refused and why.
import { useEffect, useRef } from 'react';
import { type GivenCommand, isPending } from '../../../src-shared/ipc/command-shapes.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { useClock } from '../../stores/clock.ts';
import { cancelCommand, loadCommands, useCommands } from '../../stores/commands.ts';
import { closeOverlay, showTab, useShell } from '../../stores/shell.ts';
import { commandState, commandTitle } from '../../words/command-words.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { whenOf } from '../../words/time-words.ts';
import './commands.css';

export function CommandsDialog() {
  const isOpen = useShell(({ overlay }) => overlay === 'commands');
  return isOpen ? <OpenCommandsDialog /> : null;
}

function OpenCommandsDialog() {
  const given = useCommands((commands) => commands.given);
  useEffect(() => {
    void loadCommands();
  }, []);
  return (
    <Dialog open title='Locks and conversions' closeTitle='Close' onClose={() => closeOverlay('commands')}>
      {given.length === 0 ? (
        <p>Nothing was locked or converted on this PC in the last 30 days.</p>
      ) : (
        <ul className='commands' aria-label='Locks and conversions'>
          {given.map((command) => (
            <CommandRow key={command.id} command={command} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function CommandRow({ command }: { readonly command: GivenCommand }) {
  const clock = useClock();
  const toast = useToast();
  const acts = useRef<HTMLDivElement>(null);
  const cancel = async (): Promise<void> => {
    // The button that was pressed goes; the keyboard stays in its row.
    acts.current?.querySelector<HTMLElement>('button:last-child')?.focus();
    const failure = await cancelCommand(command);
    if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
  };
  const open = (): void => {
    closeOverlay('commands');
    showTab(command.workfileId);
  };
  return (
    <li className='command'>
      <div>
        <strong>{`${command.workfileLabel} · ${commandTitle(command)}`}</strong>
        <p className={command.state === 'refused' ? 'command-refused' : undefined}>{commandState(command)}</p>
        <p className='command-by'>{`${command.by}, ${whenOf(command.madeAt, clock)}`}</p>
      </div>
      <div ref={acts} className='command-acts'>
        {isPending(command) && command.state !== 'cancelling' && (
          <Button onPress={() => void cancel()}>Cancel it</Button>
        )}
        <Button look='quiet' onPress={open}>
          Open workfile
        </Button>
      </div>
    </li>
  );
}
