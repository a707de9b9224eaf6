// The picture one draws on: what is pulled over it is a stroke, in the picture's own pixels.
import { type MouseEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import {
  isSeen,
  type Point,
  pulledTo,
  type Stroke,
  type StrokeColour,
  type StrokeTool,
} from '../../../../src-shared/domain/photo/stroke.ts';
import { drawPicture, type Size } from '../../../stores/photos/draw-picture.ts';
import { drawStrokes } from './draw-strokes.ts';
import { StrokeText } from './stroke-text.tsx';

export type AnnotateCanvasProps = {
  readonly name: string;
  readonly bitmap: ImageBitmap;
  readonly quarters: number;
  /** The picture's own pixels as it is shown. */
  readonly size: Size;
  readonly tool: StrokeTool;
  readonly colour: StrokeColour;
  readonly strokes: readonly Stroke[];
  readonly onStroke: (stroke: Stroke) => void;
};

export function AnnotateCanvas({ name, bitmap, quarters, size, tool, colour, strokes, onStroke }: AnnotateCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  // Moves come faster than they are drawn: none of them may be lost.
  const held = useRef<Stroke>(undefined);
  const [pulled, setPulled] = useState<Stroke>();
  const [written, setWritten] = useState<Stroke>();
  const scale = Math.max(bitmap.width, bitmap.height) / Math.max(size.width, size.height);
  const width = Math.round(size.width * scale);
  const height = Math.round(size.height * scale);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    drawPicture(context, bitmap, quarters, { width, height });
    context.setTransform(width / size.width, 0, 0, height / size.height, 0, 0);
    drawStrokes(context, pulled === undefined ? strokes : [...strokes, pulled], size);
  }, [bitmap, quarters, size, width, height, strokes, pulled]);

  const pointOf = ({ clientX, clientY, currentTarget }: MouseEvent): Point => {
    const { left, top, width: across, height: down } = currentTarget.getBoundingClientRect();
    return { x: ((clientX - left) / across) * size.width, y: ((clientY - top) / down) * size.height };
  };
  const strokeAt = (event: MouseEvent): Stroke => ({ tool, colour, points: [pointOf(event)], text: '' });
  const pull = (stroke: Stroke | undefined): void => {
    held.current = stroke;
    setPulled(stroke);
  };
  const begin = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (event.button !== 0 || tool === 'text') return;
    event.currentTarget.setPointerCapture(event.pointerId);
    pull(strokeAt(event));
  };
  const end = (event: PointerEvent): void => {
    if (held.current === undefined) return;
    const stroke = pulledTo(held.current, pointOf(event));
    pull(undefined);
    if (isSeen(stroke, size)) onStroke(stroke);
  };
  return (
    <div
      className='annotate-frame'
      data-tool={tool}
      style={{ width: `min(100cqw, ${(100 * size.width) / size.height}cqh)`, aspectRatio: size.width / size.height }}
    >
      <canvas
        ref={canvas}
        width={width}
        height={height}
        role='img'
        aria-label={`${name}, ${strokes.length === 1 ? '1 stroke' : `${strokes.length} strokes`}`}
        onPointerDown={begin}
        onPointerMove={(event) => held.current && pull(pulledTo(held.current, pointOf(event)))}
        onPointerUp={end}
        // After the press has taken the keyboard from a text that was being written.
        onClick={(event) => tool === 'text' && setWritten(strokeAt(event))}
        onPointerCancel={() => pull(undefined)}
      />
      {written && (
        <StrokeText
          key={`${written.points[0].x} ${written.points[0].y}`}
          stroke={written}
          size={size}
          onDone={(stroke) => {
            setWritten(undefined);
            if (stroke !== undefined && isSeen(stroke, size)) onStroke(stroke);
          }}
        />
      )}
    </div>
  );
}
