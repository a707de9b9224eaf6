// Signing in again without leaving the work.
import { Dialog } from '../../../src-ui/feedback/dialog.tsx';
import { useSignedIn } from '../../stores/session.ts';
import { closeOverlay, useShell } from '../../stores/shell.ts';
import { SignInForm } from './sign-in-form.tsx';
import './sign-in.css';

export function SignInDialog() {
  const isOpen = useShell(({ overlay }) => overlay === 'sign-in');
  const email = useSignedIn()?.user.email ?? '';
  if (!isOpen) return null;
  const close = (): void => closeOverlay('sign-in');
  return (
    <Dialog open title='Sign in again' onClose={close}>
      <SignInForm email={email} onSignedIn={close} />
    </Dialog>
  );
}
