// The key that does the same, in small caps of a key.
import './actions.css';

export function Keys({ keys }: { readonly keys: string }) {
  return (
    <span className='ui-keys' aria-hidden='true'>
      {keys}
    </span>
  );
}
