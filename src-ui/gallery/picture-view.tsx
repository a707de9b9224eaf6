// One picture in full: arrows go to its neighbours, Space shows it pixel by pixel, Escape goes back to the others.
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../actions/button.tsx';
import './gallery.css';

export type Picture = {
  readonly name: string;
  /** Where it is fetched from; nothing while it is not there. */
  readonly source: string | undefined;
  /** Whether the source is the picture itself and not a smaller one. */
  readonly isWhole: boolean;
  readonly width: number;
  readonly height: number;
  /** What else is to be known of it. */
  readonly note: string;
};

export type PictureViewProps = {
  readonly picture: Picture;
  readonly index: number;
  readonly count: number;
  readonly onStep: (by: 1 | -1) => void;
  readonly onClose: () => void;
};

export function PictureView({ picture, index, count, onStep, onClose }: PictureViewProps) {
  const root = useRef<HTMLDivElement>(null);
  const [zoomed, setZoomed] = useState(false);
  useEffect(() => root.current?.focus(), []);

  const actOf = (key: string, onButton: boolean): (() => void) | undefined => {
    if (key === 'ArrowRight' || key === 'PageDown') return () => onStep(1);
    if (key === 'ArrowLeft' || key === 'PageUp') return () => onStep(-1);
    if (key === 'Escape') return onClose;
    // Space and Enter press the button that has the keyboard.
    if (onButton) return undefined;
    if (key === ' ') return () => setZoomed(!zoomed);
    return key === 'Enter' ? onClose : undefined;
  };
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const act = actOf(event.key, event.target !== event.currentTarget);
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  const { name, source, isWhole, width, height, note } = picture;
  return (
    <section
      ref={root}
      className='ui-picture'
      tabIndex={-1}
      aria-label={`${name}, ${index + 1} of ${count}`}
      onKeyDown={press}
    >
      <header>
        <Button look='quiet' keys='Esc' onPress={onClose}>
          Back to all
        </Button>
        <span className='ui-picture-name'>{name}</span>
        <span className='ui-picture-note'>{note}</span>
        <span>{`${index + 1} of ${count}`}</span>
        <Button
          look='quiet'
          keys='←'
          disabledReason={index === 0 ? 'This is the first.' : undefined}
          onPress={() => onStep(-1)}
        >
          Previous
        </Button>
        <Button
          look='quiet'
          keys='→'
          disabledReason={index === count - 1 ? 'This is the last.' : undefined}
          onPress={() => onStep(1)}
        >
          Next
        </Button>
      </header>
      <div className='ui-picture-stage' data-zoomed={zoomed || undefined}>
        {source === undefined ? (
          <p>{note}</p>
        ) : (
          <img key={source} src={source} alt={name} width={width} height={height} data-whole={isWhole || undefined} />
        )}
      </div>
    </section>
  );
}
