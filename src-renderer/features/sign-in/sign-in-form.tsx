// E-mail and password: the door to the shop's workfiles, and the way back after the cloud ended a session.
import { type SubmitEvent, useState } from 'react';
import type { Failure } from '../../../src-shared/base/failure.ts';
import { Button } from '../../../src-ui/actions/button.tsx';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { signIn } from '../../stores/session.ts';
import { type Wording, wordFailure } from '../../words/failure-words.ts';

export type SignInFormProps = {
  readonly email?: string;
  readonly onSignedIn?: () => void;
};

export function SignInForm({ email: known = '', onSignedIn }: SignInFormProps) {
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Wording>();

  const submit = async (): Promise<void> => {
    if (email.trim() === '' || password === '') {
      setProblem({ what: 'Type your e-mail and your password.', code: 'SIGN-IN-EMPTY' });
      return;
    }
    setBusy(true);
    setProblem(undefined);
    const failure = await signIn(email.trim(), password);
    setBusy(false);
    if (failure === undefined) onSignedIn?.();
    else setProblem(wordSignIn(failure));
  };

  return (
    <form
      className='sign-in-form'
      aria-label='Sign in'
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        if (!busy) void submit();
      }}
    >
      {problem && <MessageStrip tone='error' {...problem} />}
      <TextField
        label='Email'
        value={email}
        inputMode='email'
        autoComplete='username'
        autoFocus
        maxLength={120}
        onCommit={take(setEmail)}
      />
      <TextField
        label='Password'
        value={password}
        secret
        autoComplete='current-password'
        maxLength={200}
        onCommit={take(setPassword)}
      />
      <Button look='primary' submit busy={busy}>
        Sign in
      </Button>
    </form>
  );
}

const take =
  (set: (text: string) => void) =>
  (text: string): undefined =>
    set(text) as undefined;

function wordSignIn(failure: Failure): Wording {
  if (failure.kind === 'forbidden' || failure.kind === 'invalid' || failure.kind === 'not-found') {
    return {
      what: 'This e-mail and password do not fit together.',
      todo: 'Check both, and whether Caps Lock is on. A manager of your shop can set a new password.',
      code: 'SIGN-IN-WRONG',
    };
  }
  if (failure.kind === 'offline' || failure.kind === 'unavailable') {
    return {
      what: 'The cloud cannot be reached, and the first sign-in on a PC needs it.',
      safe: 'Everything already on this PC is safe.',
      todo: 'Check the network and try again. After one sign-in this PC works without a network.',
      code: 'SIGN-IN-OFFLINE',
    };
  }
  return wordFailure(failure);
}
