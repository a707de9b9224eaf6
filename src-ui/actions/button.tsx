// A button that can say why it cannot be pressed now.
import type { ReactElement, ReactNode, Ref } from 'react';
import { Tip } from '../feedback/tip.tsx';
import { Icon, type IconName } from '../icons/icon.tsx';
import './actions.css';
import { ariaKeys } from './command.ts';
import { Keys } from './keys.tsx';

export type ButtonProps = {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger';
  readonly icon?: IconName | undefined;
  readonly keys?: string | undefined;
  /** Stays reachable and tells the reason in a tooltip. */
  readonly disabledReason?: string | undefined;
  /** It was pressed, also by Enter in its form, and cannot be now. */
  readonly onRefused?: () => void;
  /** Shown over the button where its words may be hidden. */
  readonly tip?: string | undefined;
  readonly busy?: boolean | undefined;
  readonly submit?: boolean;
  readonly autoFocus?: boolean;
  readonly tabIndex?: number;
  readonly pressed?: boolean | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
};

export function Button(props: ButtonProps): ReactElement {
  const { children, onPress, look = 'plain', icon, keys, disabledReason, busy = false, submit, pressed } = props;
  const off = busy || disabledReason !== undefined;
  return (
    <Tip text={disabledReason ?? props.tip}>
      <button
        ref={props.ref}
        type={submit ? 'submit' : 'button'}
        className={`ui-button ui-button-${look}`}
        aria-disabled={off || undefined}
        aria-busy={busy || undefined}
        aria-pressed={pressed}
        aria-keyshortcuts={ariaKeys(keys)}
        data-autofocus={props.autoFocus || undefined}
        tabIndex={props.tabIndex}
        onClick={(event) => {
          if (!off) onPress?.();
          else {
            event.preventDefault();
            if (!busy) props.onRefused?.();
          }
        }}
      >
        {icon && <Icon name={icon} />}
        <span className='ui-button-words'>{children}</span>
        {keys && <Keys keys={keys} />}
      </button>
    </Tip>
  );
}
