// What a place shows when there is nothing in it: why, and the way on.
import { Button } from '../actions/button.tsx';
import { type Command, runCommand } from '../actions/command.ts';
import { Icon, type IconName } from '../icons/icon.tsx';
import './feedback.css';

export type EmptyStateProps = {
  readonly title: string;
  readonly text?: string;
  readonly icon?: IconName;
  readonly action?: Command;
};

export function EmptyState({ title, text, icon, action }: EmptyStateProps) {
  return (
    <div className='ui-empty'>
      {icon && <Icon name={icon} size={32} />}
      <p className='ui-empty-title'>{title}</p>
      {text && <p className='ui-empty-text'>{text}</p>}
      {action && (
        <Button
          icon={action.icon}
          keys={action.keys}
          disabledReason={action.disabledReason}
          onPress={() => runCommand(action)}
        >
          {action.title}
        </Button>
      )}
    </div>
  );
}
