// The bar at the foot of a window: every state as words and a shape, never by colour alone.
import { ShapeMark, type StatusShape } from './shape-mark.tsx';
import './shell.css';

export type StatusSegment = {
  readonly id: string;
  readonly text: string;
  readonly shape?: StatusShape | undefined;
  readonly tone?: 'plain' | 'ok' | 'busy' | 'warn' | 'danger' | undefined;
  /** More words, as a tooltip. */
  readonly title?: string | undefined;
  readonly onPress?: (() => void) | undefined;
};

export type StatusBarProps = {
  /** The last action, or why a command cannot be used. */
  readonly message?: string | undefined;
  readonly segments: readonly StatusSegment[];
};

export function StatusBar({ message, segments }: StatusBarProps) {
  return (
    <div className='ui-status'>
      <span className='ui-status-message' role='status' title={message}>
        {message}
      </span>
      {segments.map((segment) => (
        <button
          key={segment.id}
          type='button'
          className={`ui-status-segment ui-tone-${segment.tone ?? 'plain'}`}
          data-segment={segment.id}
          title={segment.title}
          onClick={segment.onPress}
        >
          {segment.shape && <ShapeMark shape={segment.shape} />}
          <span>{segment.text}</span>
        </button>
      ))}
    </div>
  );
}
