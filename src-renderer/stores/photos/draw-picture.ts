// Draws a picture as it is shown: turned, and as large as it is wanted.

export type Canvas2d = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
export type Size = { readonly width: number; readonly height: number };

/** The picture turned to the right by so many quarters, filling `size`. */
export function drawPicture(context: Canvas2d, bitmap: ImageBitmap, quarters: number, { width, height }: Size): void {
  const [across, down] = quarters % 2 === 1 ? [height, width] : [width, height];
  context.save();
  context.translate(width / 2, height / 2);
  context.rotate((quarters * Math.PI) / 2);
  context.drawImage(bitmap, -across / 2, -down / 2, across, down);
  context.restore();
}
