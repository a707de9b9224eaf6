// A stroke as the text under which a PC keeps it while it is not saved yet.

import { z } from 'zod';
import { type Point, type Stroke, strokeColours, strokeTools } from './stroke.ts';

const shape = z.object({
  tool: z.enum(strokeTools),
  colour: z.enum(strokeColours),
  text: z.string(),
  /** `12,40 13,44`: a free line has thousands. */
  points: z.string().regex(/^-?\d+,-?\d+( -?\d+,-?\d+)*$/),
});

/** More points than these are thinned out: the line looks the same, and its text stays short. */
const mostPoints = 3000;

/** The text to keep. */
export function strokeText({ points, ...stroke }: Stroke): string {
  const step = Math.ceil(points.length / mostPoints);
  const kept = points.filter((_, at) => at % step === 0 || at === points.length - 1);
  return JSON.stringify({ ...stroke, points: kept.map(({ x, y }) => `${Math.round(x)},${Math.round(y)}`).join(' ') });
}

/** Reads what was kept; undefined for what this program cannot read. */
export function readStroke(text: string): Stroke | undefined {
  try {
    const kept = shape.safeParse(JSON.parse(text)).data;
    if (kept === undefined) return undefined;
    const [first, ...others] = kept.points.split(' ').map(readPoint);
    return first && { ...kept, points: [first, ...others] };
  } catch {
    return undefined;
  }
}

function readPoint(text: string): Point {
  const [x = 0, y = 0] = text.split(',').map(Number);
  return { x, y };
}
