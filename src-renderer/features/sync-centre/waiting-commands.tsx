// The commands that wait for the cloud, each with the way to take it back while that is possible.
import { useRef } from 'react';
import type { GivenCommand } from '../../../src-shared/ipc/command-shapes.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { useClock } from '../../stores/clock.ts';
import { cancelCommand } from '../../stores/commands.ts';
import { loadCentre } from '../../stores/sync-centre.ts';
import { commandState, commandTitle } from '../../words/command-words.ts';
import { wordWhen } from '../../words/decision-words.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { keepKeyboard } from './keep-keyboard.ts';

export function WaitingCommands({ commands }: { readonly commands: readonly GivenCommand[] }) {
  const list = useRef<HTMLUListElement>(null);
  const keep = (): void => keepKeyboard(() => list.current?.querySelector('button') ?? null);
  if (commands.length === 0) return null;
  return (
    <ul ref={list} className='centre-commands' aria-label='Waiting commands'>
      {commands.map((command) => (
        <WaitingCommand key={command.id} command={command} onCancelled={keep} />
      ))}
    </ul>
  );
}

type WaitingCommandProps = { readonly command: GivenCommand; readonly onCancelled: () => void };

function WaitingCommand({ command, onCancelled }: WaitingCommandProps) {
  const clock = useClock();
  const toast = useToast();
  const title = `${command.workfileLabel} · ${commandTitle(command)}`;
  const cancel = async (): Promise<void> => {
    const failure = await cancelCommand(command);
    if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
    await loadCentre('waiting');
    onCancelled();
  };
  return (
    <li aria-label={title}>
      <p>
        <strong>{title}</strong>
        <span>{`${commandState(command)} · ${command.by}, ${wordWhen(command.madeAt, clock)}`}</span>
      </p>
      {command.state !== 'cancelling' && <Button onPress={() => void cancel()}>Cancel it</Button>}
    </li>
  );
}
