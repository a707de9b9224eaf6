/** What a person does with photos in the app's window. */
import type { Locator, Page } from '@playwright/test';

export const galleryOf = (window: Page): Locator => window.getByRole('listbox', { name: 'Photos' });
export const tileNamed = (window: Page, name: string): Locator =>
  galleryOf(window).getByRole('option', { name, exact: true });

/** Drops a picture of that size, as a camera wrote it, on the photos of the workfile in front. */
export async function dropPhoto(window: Page, name: string, width: number, height: number): Promise<void> {
  await window.evaluate(
    async (photo) => {
      const canvas = new OffscreenCanvas(photo.width, photo.height);
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no canvas');
      for (let at = 0; at < 400; at += 1) {
        context.fillStyle = `hsl(${(at * 47) % 360} 70% 50%)`;
        context.fillRect((at * 97) % photo.width, (at * 61) % photo.height, photo.width / 9, photo.height / 7);
      }
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([blob], photo.name, { type: 'image/jpeg' }));
      const place = document.querySelector('.photos');
      place?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    { name, width, height },
  );
}

/** How wide the picture that a place draws really is; 0 while there is none. */
export const drawnWidth = (place: Locator): Promise<number> =>
  place
    .locator('img')
    .first()
    .evaluate((image) => (image as HTMLImageElement).naturalWidth)
    .catch(() => 0);
