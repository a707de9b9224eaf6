// A tooltip: a few words and the key that does the same.
import { Tooltip } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { Keys } from '../actions/keys.tsx';

export type TipProps = {
  readonly text: string;
  readonly keys?: string | undefined;
  /** `label` when the words are the control's only name. */
  readonly as?: 'description' | 'label';
  readonly children: ReactElement;
};

export function Tip({ text, keys, as = 'description', children }: TipProps) {
  const content = (
    <span className='ui-tip'>
      {text}
      {keys && <Keys keys={keys} />}
    </span>
  );
  return (
    <Tooltip
      content={as === 'label' ? { children: content, 'aria-label': text } : content}
      relationship={as}
      withArrow
      showDelay={400}
    >
      {children}
    </Tooltip>
  );
}
