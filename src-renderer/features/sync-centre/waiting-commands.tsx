// The commands that wait for the cloud, each with the way to take it back while that is possible.
import type { GivenCommand } from '../../../src-shared/ipc/command-shapes.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { useToast } from '../../../src-ui/feedback/toast.tsx';
import { useClock } from '../../stores/clock.ts';
import { cancelCommand } from '../../stores/commands.ts';
import { loadCentre } from '../../stores/sync-centre.ts';
import { commandState, commandTitle } from '../../words/command-words.ts';
import { wordWhen } from '../../words/decision-words.ts';
import { wordBriefly } from '../../words/failure-words.ts';

export function WaitingCommands({ commands }: { readonly commands: readonly GivenCommand[] }) {
  if (commands.length === 0) return null;
  return (
    <ul className='centre-commands' aria-label='Waiting commands'>
      {commands.map((command) => (
        <WaitingCommand key={command.id} command={command} />
      ))}
    </ul>
  );
}

function WaitingCommand({ command }: { readonly command: GivenCommand }) {
  const now = useClock((clock) => clock.now);
  const toast = useToast();
  const title = `${command.workfileLabel} · ${commandTitle(command)}`;
  const cancel = async (): Promise<void> => {
    const failure = await cancelCommand(command);
    if (failure !== undefined) toast({ text: wordBriefly(failure), tone: 'error' });
    await loadCentre('waiting');
  };
  return (
    <li aria-label={title}>
      <p>
        <strong>{title}</strong>
        <span>{`${commandState(command)} · ${command.by}, ${wordWhen(command.madeAt, now)}`}</span>
      </p>
      {command.state !== 'cancelling' && <Button onPress={() => void cancel()}>Cancel it</Button>}
    </li>
  );
}
