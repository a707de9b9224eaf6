// What a PC shows while nobody is signed in.
import { SignInForm } from './sign-in-form.tsx';
import './sign-in.css';

export function SignInScreen() {
  return (
    <main className='sign-in' aria-label='Sign in to Shopfile'>
      <div className='sign-in-card'>
        <h1>Shopfile</h1>
        <p>Sign in with the account of your shop. Work typed on this PC is kept here, signed in or not.</p>
        <SignInForm />
      </div>
    </main>
  );
}
