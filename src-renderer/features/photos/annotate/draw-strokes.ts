// Draws the strokes on a picture: on the screen while one draws, and into the copy.
import {
  arrowHead,
  frameOf,
  lettersOf,
  type Point,
  penOf,
  type Stroke,
  type StrokeColour,
} from '../../../../src-shared/domain/photo/stroke.ts';
import type { Canvas2d, Size } from '../../../stores/photos/draw-picture.ts';

export const colourOf: Readonly<Record<StrokeColour, string>> = {
  red: '#ff2a2a',
  yellow: '#ffd60a',
  cyan: '#00e0ff',
  white: '#ffffff',
};
const rim = 'rgb(0 0 0 / 65%)';
export const letters = '"Segoe UI", system-ui, sans-serif';

/** Strokes on a picture of `size`, each with a dark rim so that it is seen on any ground. */
export function drawStrokes(context: Canvas2d, strokes: readonly Stroke[], size: Size): void {
  const pen = penOf(size);
  context.save();
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const stroke of strokes) {
    if (stroke.tool === 'text') drawText(context, stroke, lettersOf(size));
    else drawLine(context, stroke, pen);
  }
  context.restore();
}

function drawLine(context: Canvas2d, stroke: Stroke, pen: number): void {
  context.beginPath();
  trace(context, stroke, pen);
  context.lineWidth = pen * 1.8;
  context.strokeStyle = rim;
  context.stroke();
  context.lineWidth = pen;
  context.strokeStyle = colourOf[stroke.colour];
  context.stroke();
}

function trace(context: Canvas2d, stroke: Stroke, pen: number): void {
  const [first, ...others] = stroke.points;
  const last = others.at(-1) ?? first;
  const { x, y, width, height } = frameOf(stroke);
  if (stroke.tool === 'box') context.rect(x, y, width, height);
  else if (stroke.tool === 'circle') {
    context.ellipse(x + width / 2, y + height / 2, width / 2, height / 2, 0, 0, 2 * Math.PI);
  } else {
    traceThrough(context, [first, ...others]);
    if (stroke.tool === 'arrow') {
      const [left, right] = arrowHead(first, last, pen);
      traceThrough(context, [left, last, right]);
    }
  }
}

function traceThrough(context: Canvas2d, points: readonly Point[]): void {
  points.forEach(({ x, y }, i) => {
    if (i === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  });
}

function drawText(context: Canvas2d, { points: [at], text, colour }: Stroke, size: number): void {
  context.font = `600 ${size}px ${letters}`;
  context.textBaseline = 'middle';
  context.lineWidth = size / 5;
  context.strokeStyle = rim;
  context.strokeText(text, at.x, at.y);
  context.fillStyle = colourOf[colour];
  context.fillText(text, at.x, at.y);
}
