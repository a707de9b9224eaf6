// A visible word when the part of Shopfile that keeps the data stops, and while it starts again.
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { useShell } from '../../stores/shell.ts';

export function BackendStrip() {
  const { state, reference } = useShell((shell) => shell.backend);
  if (state === 'running') return null;
  if (state === 'restarting') {
    return (
      <MessageStrip
        tone='warn'
        what='The part of Shopfile that keeps your data stopped and is starting again.'
        safe='Everything shown as saved or kept is on this PC.'
        todo='Wait a moment before you type on.'
        code={reference}
      />
    );
  }
  return (
    <MessageStrip
      tone='error'
      what='The part of Shopfile that keeps your data does not start.'
      safe='Everything shown as saved or kept is on this PC.'
      todo='Close Shopfile and start it again. If this comes back, read the code to support.'
      code={reference}
    />
  );
}
