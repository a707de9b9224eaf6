// A tooltip: a few words and the key that does the same.
import { Tooltip } from '@fluentui/react-components';
import { type ReactElement, useState } from 'react';
import { Keys } from '../actions/keys.tsx';

export type TipProps = {
  /** None: nothing is shown, and the control stays the same element, with the keyboard if it has it. */
  readonly text: string | undefined;
  readonly keys?: string | undefined;
  /** `label` when the words are the control's only name. */
  readonly as?: 'description' | 'label';
  readonly children: ReactElement;
};

export function Tip({ text, keys, as = 'description', children }: TipProps) {
  const [visible, setVisible] = useState(false);
  const content = (
    <span className='ui-tip'>
      {text}
      {keys && <Keys keys={keys} />}
    </span>
  );
  return (
    <Tooltip
      content={as === 'label' ? { children: content, 'aria-label': text } : content}
      relationship={text === undefined ? 'inaccessible' : as}
      visible={visible && text !== undefined}
      onVisibleChange={(_event, next) => setVisible(next.visible)}
      withArrow
      showDelay={400}
    >
      {children}
    </Tooltip>
  );
}
