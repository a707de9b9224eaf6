// What is drawn on a copy of a photo: strokes in the picture's own pixels, and the way back through them.

/** What one draws with, in the order of its keys. */
export const strokeTools = ['arrow', 'circle', 'box', 'free', 'text'] as const;
export type StrokeTool = (typeof strokeTools)[number];

/** Colours that stand out on paint, glass and asphalt; each is drawn with a dark rim. */
export const strokeColours = ['red', 'yellow', 'cyan', 'white'] as const;
export type StrokeColour = (typeof strokeColours)[number];

export type Point = { readonly x: number; readonly y: number };

/** One stroke. All but a free line have a first and a last point; a text stands at its first. */
export type Stroke = {
  readonly tool: StrokeTool;
  readonly colour: StrokeColour;
  readonly points: readonly [Point, ...Point[]];
  readonly text: string;
};

/** The most letters of a text on a picture. */
export const maxStrokeText = 120;

/** What is drawn, and what was taken back and can be drawn again. */
export type Drawing = { readonly strokes: readonly Stroke[]; readonly undone: readonly Stroke[] };
export const noDrawing: Drawing = { strokes: [], undone: [] };

/** Draws one more stroke; what was taken back before is gone then. */
export const withStroke = ({ strokes }: Drawing, stroke: Stroke): Drawing => ({
  strokes: [...strokes, stroke],
  undone: [],
});

/** Takes the last stroke back. */
export function undoStroke(drawing: Drawing): Drawing {
  const last = drawing.strokes.at(-1);
  if (last === undefined) return drawing;
  return { strokes: drawing.strokes.slice(0, -1), undone: [...drawing.undone, last] };
}

/** Draws the stroke again that was taken back last. */
export function redoStroke(drawing: Drawing): Drawing {
  const last = drawing.undone.at(-1);
  if (last === undefined) return drawing;
  return { strokes: [...drawing.strokes, last], undone: drawing.undone.slice(0, -1) };
}

/** The stroke with the pointer where it is now: a free line grows, the others are pulled. */
export function pulledTo(stroke: Stroke, to: Point): Stroke {
  const [first, ...rest] = stroke.points;
  return { ...stroke, points: stroke.tool === 'free' ? [first, ...rest, to] : [first, to] };
}

type Size = { readonly width: number; readonly height: number };

/** How thick a line is, so that it looks alike on pictures of any size. */
export const penOf = ({ width, height }: Size): number => Math.max(2, Math.round(Math.max(width, height) / 220));

/** How high letters are on a picture. */
export const lettersOf = ({ width, height }: Size): number => Math.max(10, Math.round(Math.max(width, height) / 30));

/** Whether a stroke is more than a press that slipped. */
export function isSeen({ tool, points, text }: Stroke, size: Size): boolean {
  if (tool === 'text') return text.trim() !== '';
  const [first] = points;
  const reach = Math.max(...points.map(({ x, y }) => Math.hypot(x - first.x, y - first.y)));
  return reach >= penOf(size) * 2;
}

/** The frame between the first and the last point of a stroke. */
export function frameOf({ points }: Stroke): Size & Point {
  const [first] = points;
  const last = points.at(-1) ?? first;
  return {
    x: Math.min(first.x, last.x),
    y: Math.min(first.y, last.y),
    width: Math.abs(last.x - first.x),
    height: Math.abs(last.y - first.y),
  };
}

/** The two ends of an arrow's head, a sixth of a turn apart; a short arrow has a short head. */
export function arrowHead(from: Point, to: Point, pen: number): readonly [Point, Point] {
  const length = Math.min(pen * 6, Math.hypot(to.x - from.x, to.y - from.y));
  const back = Math.atan2(from.y - to.y, from.x - to.x);
  const end = (by: number): Point => ({
    x: to.x + length * Math.cos(back + by),
    y: to.y + length * Math.sin(back + by),
  });
  return [end(Math.PI / 6), end(-Math.PI / 6)];
}
