// What happened, what is safe, what to do, and a code to read out: one strip above the work.
import { Button } from '../actions/button.tsx';
import { type Command, runCommand } from '../actions/command.ts';
import { Icon, type IconName } from '../icons/icon.tsx';
import './feedback.css';

/** A failure in words for people. */
export type Problem = {
  readonly what: string;
  readonly safe?: string | undefined;
  readonly todo?: string | undefined;
  readonly code?: string | undefined;
};

export type MessageStripProps = Problem & {
  readonly tone: 'info' | 'ok' | 'warn' | 'error';
  readonly actions?: readonly Command[];
  readonly onDismiss?: () => void;
};

const icons: Readonly<Record<MessageStripProps['tone'], IconName>> = {
  info: 'info',
  ok: 'check',
  warn: 'warning',
  error: 'error',
};

export function MessageStrip({ tone, what, safe, todo, code, actions = [], onDismiss }: MessageStripProps) {
  return (
    <div className={`ui-strip ui-strip-${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
      <Icon name={icons[tone]} />
      <p className='ui-strip-words'>
        <strong>{what}</strong>
        {safe && <span> {safe}</span>}
        {todo && <span> {todo}</span>}
        {code && <code className='ui-strip-code'>{code}</code>}
      </p>
      {actions.map((action) => (
        <Button
          key={action.id}
          keys={action.keys}
          disabledReason={action.disabledReason}
          onPress={() => runCommand(action)}
        >
          {action.title}
        </Button>
      ))}
      {onDismiss && (
        <button type='button' className='ui-icon-button' aria-label='Dismiss' onClick={onDismiss}>
          <Icon name='close' />
        </button>
      )}
    </div>
  );
}
