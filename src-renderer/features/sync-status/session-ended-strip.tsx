// The cloud ended the session of this PC: work goes on here, and one sign-in makes it travel again.
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { useSignedIn } from '../../stores/session.ts';
import { showOverlay } from '../../stores/shell.ts';

export function SessionEndedStrip() {
  const ended = useSignedIn()?.tokenEnded ?? false;
  if (!ended) return null;
  return (
    <MessageStrip
      tone='warn'
      what='The cloud asks you to sign in again.'
      safe='Work on: everything is kept on this PC.'
      todo='Edits are sent after you signed in.'
      actions={[{ id: 'sign-in', title: 'Sign in again', run: () => showOverlay('sign-in') }]}
    />
  );
}
