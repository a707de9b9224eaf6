/** What a person does with photos in the app's window. */
import type { Locator, Page } from '@playwright/test';
import type { Pc } from './electron-pc.ts';

export const galleryOf = (window: Page): Locator => window.getByRole('listbox', { name: 'Photos' });
/** A tile by what it is called; where its file is may be read behind it. */
export const tileNamed = (window: Page, name: string): Locator =>
  galleryOf(window).getByRole('option', { name: new RegExp(`^${name}(?: |$)`) });

export type Shot = {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Grainy as in the dark: about a byte a pixel. */
  readonly grain?: boolean;
};

/** Drops pictures of that size, as a camera wrote them, on the photos of the workfile in front. */
export async function dropPhotos(window: Page, ...shots: readonly Shot[]): Promise<void> {
  await window.evaluate(async (photos) => {
    const dataTransfer = new DataTransfer();
    for (const photo of photos) {
      const canvas = new OffscreenCanvas(photo.width, photo.height);
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no canvas');
      for (let at = 0; at < 400; at += 1) {
        context.fillStyle = `hsl(${(at * 47) % 360} 70% 50%)`;
        context.fillRect((at * 97) % photo.width, (at * 61) % photo.height, photo.width / 9, photo.height / 7);
      }
      if (photo.grain) {
        const pixels = context.getImageData(0, 0, photo.width, photo.height);
        for (let at = 0, seed = 1; at < pixels.data.length; at += 1) {
          seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
          if (at % 4 !== 3) pixels.data[at] = (pixels.data[at] ?? 0) ^ (seed >> 24);
        }
        context.putImageData(pixels, 0, 0);
      }
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
      dataTransfer.items.add(new File([blob], photo.name, { type: 'image/jpeg' }));
    }
    const place = document.querySelector('.photos');
    place?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, shots);
}

/** Drops so many drawings of a car, each from another side and in another light. */
export async function dropCars(window: Page, count: number): Promise<void> {
  await window.evaluate(async (cars) => {
    const dataTransfer = new DataTransfer();
    for (let at = 0; at < cars; at += 1) {
      const canvas = new OffscreenCanvas(1200, 900);
      const pen = canvas.getContext('2d');
      if (pen === null) throw new Error('no canvas');
      const paint = (color: string | CanvasGradient, draw: () => void): void => {
        pen.beginPath();
        draw();
        pen.fillStyle = color;
        pen.fill();
      };
      const light = pen.createLinearGradient(0, 0, 0, 900);
      light.addColorStop(0, `hsl(${200 + at * 4} 30% ${80 - at * 3}%)`);
      light.addColorStop(0.62, `hsl(${205 + at * 4} 18% ${92 - at * 3}%)`);
      light.addColorStop(0.63, `hsl(30 6% ${46 - at}%)`);
      light.addColorStop(1, `hsl(30 5% ${32 - at}%)`);
      paint(light, () => pen.rect(0, 0, 1200, 900));
      pen.translate(600 + (at % 3) * 70 - 70, 560);
      pen.scale((at % 2 === 0 ? 1 : -1) * (1 + (at % 4) * 0.22), 1 + (at % 4) * 0.22);
      const round = (x: number, y: number, wide: number, high: number) => () =>
        pen.ellipse(x, y, wide, high, 0, 0, Math.PI * 2);
      paint('hsl(0 0% 0% / 0.25)', round(0, 118, 430, 26));
      paint('hsl(212 46% 38%)', () => {
        pen.moveTo(-420, 60);
        pen.bezierCurveTo(-420, 0, -400, -40, -330, -52);
        pen.lineTo(-210, -66);
        pen.bezierCurveTo(-150, -150, -90, -176, 20, -176);
        pen.bezierCurveTo(130, -176, 190, -140, 240, -70);
        pen.lineTo(350, -50);
        pen.bezierCurveTo(400, -40, 420, 0, 420, 60);
        pen.lineTo(420, 84);
        pen.lineTo(-420, 84);
      });
      paint('hsl(205 30% 82%)', () => {
        pen.moveTo(-186, -66);
        pen.bezierCurveTo(-140, -130, -96, -152, -12, -152);
        pen.lineTo(-12, -66);
        pen.moveTo(8, -152);
        pen.bezierCurveTo(110, -152, 160, -124, 204, -66);
        pen.lineTo(8, -66);
      });
      for (const wheel of [-250, 250]) {
        paint('hsl(0 0% 12%)', round(wheel, 84, 72, 72));
        paint('hsl(0 0% 70%)', round(wheel, 84, 38, 38));
      }
      pen.strokeStyle = 'hsl(0 0% 95% / 0.8)';
      pen.lineWidth = 5;
      pen.stroke(new Path2D(`M-400 ${20 + at * 3} l46 14 l-30 12 l52 16 M-372 -8 l34 10 l-20 12`));
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
      dataTransfer.items.add(new File([blob], `IMG_${at + 1}.jpg`, { type: 'image/jpeg' }));
    }
    const place = document.querySelector('.photos');
    place?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, count);
}

/** How wide the picture that a place draws really is; 0 while there is none. */
export const drawnWidth = (place: Locator): Promise<number> =>
  place
    .locator('img')
    .first()
    .evaluate((image) => (image as HTMLImageElement).naturalWidth)
    .catch(() => 0);

/** Drops a PDF on the attachments of the workfile in front. */
export async function dropDocument(window: Page, name: string, bytes: Uint8Array): Promise<void> {
  await window.evaluate(
    ({ name: called, base64 }) => {
      const dataTransfer = new DataTransfer();
      const file = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      dataTransfer.items.add(new File([file], called, { type: 'application/pdf' }));
      const place = document.querySelector('.photos');
      place?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    { name, base64: Buffer.from(bytes).toString('base64') },
  );
}

/** Has no program opened from now on, and answers how to ask which files would have been. */
export async function noteOpened({ app }: Pc): Promise<() => Promise<readonly string[]>> {
  const opened = await app.evaluateHandle(({ shell }) => {
    const files: string[] = [];
    shell.openPath = async (file) => {
      files.push(file);
      return '';
    };
    return files;
  });
  return () => opened.jsonValue();
}
