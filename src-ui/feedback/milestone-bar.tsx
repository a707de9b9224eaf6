// A bar of steps in their order, evenly set: what is done, what is to come, what is late, and where today falls.
import { ShapeMark, type StatusShape } from '../shell/shape-mark.tsx';
import './feedback.css';

export type BarStep = {
  readonly id: string;
  readonly label: string;
  /** When, and anything said of it, as `11/25/2026` and `2 days late`. */
  readonly when: string;
  readonly note: string;
  readonly state: 'done' | 'planned' | 'late' | 'unknown';
};

export type MilestoneBarProps = {
  readonly label: string;
  readonly steps: readonly BarStep[];
  /** 0 at the first step to 1 at the last; null where it falls nowhere. */
  readonly today: number | null;
};

const shapes: Readonly<Record<BarStep['state'], StatusShape>> = {
  done: 'dot',
  planned: 'ring',
  late: 'triangle',
  unknown: 'ring',
};

export function MilestoneBar({ label, steps, today }: MilestoneBarProps) {
  const done = steps.findLastIndex(({ state }) => state === 'done');
  const span = steps.length - 1;
  return (
    <div className='ui-bar' style={{ '--ui-steps': steps.length } as Record<string, number>}>
      <div className='ui-bar-track' aria-hidden='true'>
        <div className='ui-bar-done' style={{ width: `${(Math.max(0, done) / span) * 100}%` }} />
        {today !== null && (
          <div className='ui-bar-today' style={{ left: `${today * 100}%` }}>
            <span>Today</span>
          </div>
        )}
      </div>
      <ol aria-label={label}>
        {steps.map(({ id, label: name, when, note, state }) => (
          <li key={id} data-state={state}>
            <ShapeMark shape={shapes[state]} />
            <strong>{name}</strong>
            <span>{when}</span>
            {note !== '' && <span className='ui-bar-note'>{note}</span>}
          </li>
        ))}
      </ol>
    </div>
  );
}
