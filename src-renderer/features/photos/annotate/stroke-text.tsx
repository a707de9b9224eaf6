// The field in which a text is written where it will stand: Enter or going away keeps it, Escape does not.
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { lettersOf, maxStrokeText, type Stroke } from '../../../../src-shared/domain/photo/stroke.ts';
import type { Size } from '../../../stores/photos/draw-picture.ts';
import { colourOf } from './draw-strokes.ts';

export type StrokeTextProps = {
  readonly stroke: Stroke;
  readonly size: Size;
  readonly onDone: (stroke: Stroke | undefined) => void;
};

export function StrokeText({ stroke, size, onDone }: StrokeTextProps) {
  const field = useRef<HTMLInputElement>(null);
  const dropped = useRef(false);
  const [text, setText] = useState('');
  const [at] = stroke.points;
  useEffect(() => field.current?.focus(), []);
  // The keys are the text's own: none of them chooses a tool, saves, or takes a stroke back.
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    event.stopPropagation();
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    dropped.current = event.key === 'Escape';
    event.currentTarget.closest<HTMLElement>('.annotate')?.focus();
  };
  return (
    <input
      className='annotate-text'
      aria-label='Text on the picture'
      maxLength={maxStrokeText}
      ref={field}
      value={text}
      style={{
        left: `${(at.x / size.width) * 100}%`,
        top: `${(at.y / size.height) * 100}%`,
        fontSize: `max(12px, ${(lettersOf(size) / size.width) * 100}cqw)`,
        color: colourOf[stroke.colour],
      }}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={press}
      onBlur={() => onDone(dropped.current ? undefined : { ...stroke, text })}
    />
  );
}
