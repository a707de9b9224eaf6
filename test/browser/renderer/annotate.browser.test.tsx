// Drawing on a copy of a photo in a real browser: what is drawn is in the copy, and the photo stays as it was.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Photo, Sha256 } from '../../../src-shared/domain/photo/photo.ts';
import type { PhotoState } from '../../../src-shared/ipc/shapes.ts';
import { photoOf, sheetOf } from './sample-sheet.ts';
import { headOf } from './scripted-answers.ts';
import { openWindow, type ScriptedWindow } from './scripted-window.tsx';

const size = { width: 600, height: 400 };
const ground = [0, 120, 0];
const files = new Map<string, Blob>();

/** Photos come by the address of their content, as the app's own protocol gives them. */
beforeEach(() => {
  const fetched = globalThis.fetch;
  vi.stubGlobal('fetch', (input: string | URL, init?: RequestInit) => {
    const name = /^\/photo\/(?<name>[0-9a-f]{64})$/.exec(String(input))?.groups?.name;
    if (name === undefined) return fetched(input, init);
    const file = files.get(name);
    return Promise.resolve(file === undefined ? new Response('', { status: 404 }) : new Response(file));
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  files.clear();
});

async function green({ width, height } = size): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.fillStyle = `rgb(${ground.join(' ')})`;
  context.fillRect(0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 1 });
}

const photo = (groups: Partial<Photo> = {}): Photo => {
  const sample = photoOf(1);
  return photoOf(1, {
    content: { ...sample.content, ...size },
    caption: { text: 'Left door' },
    tags: { areas: ['left-side'], lineIds: [] },
    ...groups,
  });
};
const here = (state: Partial<PhotoState> = {}): PhotoState => ({
  ...{ sha256: photo().content.sha256 as Sha256, thumbHere: true, fullHere: true },
  ...{ sent: true, damaged: false, moving: null, ...state },
});

async function openPhoto(script: Parameters<typeof openWindow>[0] = {}): Promise<ScriptedWindow> {
  const window = await openWindow({
    sheet: sheetOf({ photos: [photo()] }),
    heads: [headOf(0, 'Turpin, Sharon')],
    photoStates: [here()],
    ...script,
  });
  await expect.element(page.getByRole('grid', { name: 'Workfiles' }).getByText('Turpin, Sharon')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await userEvent.click(page.getByRole('tab', { name: 'Attachments', exact: true }));
  const gallery = page.getByRole('listbox', { name: 'Photos' });
  await expect.element(gallery.getByRole('option', { name: /^Left door/ })).toBeVisible();
  (gallery.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('region', { name: /^Left door, 1 of/ })).toBeVisible();
  return window;
}

const view = () => page.getByRole('region', { name: 'Annotate Left door' });
const drawn = (strokes: string) => view().getByRole('img', { name: `Left door, ${strokes}` });

async function annotate(script: Parameters<typeof openWindow>[0] = {}): Promise<ScriptedWindow> {
  files.set(photo().content.sha256, await green());
  const window = await openPhoto(script);
  await userEvent.keyboard('a');
  await expect.element(drawn('0 strokes')).toBeVisible();
  return window;
}

/** Pulls from one place of the picture to another, in hundredths of its sides. */
function pull(from: readonly [number, number], to: readonly [number, number]): void {
  const canvas = document.querySelector('.annotate canvas');
  if (canvas === null) throw new Error('no picture');
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const tell = (type: string, [x, y]: readonly [number, number]): void => {
    const place = { clientX: left + (x / 100) * width, clientY: top + (y / 100) * height };
    canvas.dispatchEvent(new PointerEvent(type, { ...place, pointerId: 1, button: 0, bubbles: true }));
  };
  // A pointer that no hand holds cannot be captured.
  Object.assign(canvas, { setPointerCapture: () => undefined });
  tell('pointerdown', from);
  tell('pointermove', to);
  tell('pointerup', to);
}

/** The bytes of the copy that were handed over, as a picture. */
async function copyOf(window: ScriptedWindow): Promise<OffscreenCanvasRenderingContext2D> {
  const pieces = window.askedFor('photo.piece') as { base64: string }[];
  const bytes = pieces.map(({ base64 }) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)));
  const bitmap = await createImageBitmap(new Blob(bytes));
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.drawImage(bitmap, 0, 0);
  return context;
}

const isNear = (context: OffscreenCanvasRenderingContext2D, x: number, y: number, colour: readonly number[]) => {
  const [red = 0, green = 0, blue = 0] = context.getImageData(x, y, 1, 1).data;
  return [red, green, blue].every((part, i) => Math.abs(part - (colour[i] ?? 0)) < 40);
};

describe('a copy that is drawn on', () => {
  test('is as large as the photo, and differs from it where something was drawn and only there', async () => {
    const window = await annotate();
    await userEvent.keyboard('3');
    await expect.element(view().getByRole('button', { name: /^Box/ })).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(view().getByRole('radio', { name: 'White' }));
    pull([25, 25], [75, 75]);
    await expect.element(drawn('1 stroke')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(/^Added “Annotated copy of Left door”/)).toBeVisible();

    const copy = await copyOf(window);
    expect([copy.canvas.width, copy.canvas.height]).toEqual([size.width, size.height]);
    expect(isNear(copy, 150, 200, [255, 255, 255])).toBe(true);
    expect(isNear(copy, 300, 300, [255, 255, 255])).toBe(true);
    expect(isNear(copy, 300, 200, ground)).toBe(true);
    expect(isNear(copy, 20, 20, ground)).toBe(true);

    const original = photo();
    expect(window.askedFor('photo.add')).toMatchObject([
      { copy: { of: original.id, caption: 'Annotated copy of Left door' } },
    ]);
    expect(window.sheet().photos).toHaveLength(2);
    expect(window.sheet().photos.find(({ id }) => id === original.id)).toEqual(original);
    await expect.element(page.getByRole('region', { name: /^Annotated copy of Left door, 2 of 2/ })).toBeVisible();
  });

  test('stands as the photo is turned, and so do its strokes', async () => {
    const turned = photo({ view: { quarters: 1 } });
    const window = await annotate({ sheet: sheetOf({ photos: [turned] }) });
    await userEvent.click(view().getByRole('radio', { name: 'White' }));
    await userEvent.keyboard('4');
    pull([10, 50], [90, 50]);
    await expect.element(drawn('1 stroke')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => window.sheet().photos).toHaveLength(2);
    const copy = await copyOf(window);
    expect([copy.canvas.width, copy.canvas.height]).toEqual([size.height, size.width]);
    expect(isNear(copy, 200, 300, [255, 255, 255])).toBe(true);
    expect(isNear(copy, 200, 100, ground)).toBe(true);
  });

  test('takes words where one pressed; their keys are their own', async () => {
    const window = await annotate();
    await userEvent.keyboard('5');
    await userEvent.click(drawn('0 strokes'));
    const field = view().getByRole('textbox', { name: 'Text on the picture' });
    await expect.element(field).toHaveFocus();
    await userEvent.keyboard('Crease 12{Enter}');
    await expect.element(drawn('1 stroke')).toBeVisible();
    await userEvent.click(drawn('1 stroke'));
    await userEvent.keyboard('Dent{Escape}');
    await expect.element(field).not.toBeInTheDocument();
    await expect.element(drawn('1 stroke')).toBeVisible();
    expect(window.askedFor('photo.add')).toEqual([]);
  });
});

test('strokes are taken back and drawn again by the keys of Undo, and the workfile keeps its own', async () => {
  const window = await annotate();
  pull([10, 10], [60, 60]);
  pull([20, 80], [80, 20]);
  await expect.element(drawn('2 strokes')).toBeVisible();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(drawn('1 stroke')).toBeVisible();
  await userEvent.keyboard('{Control>}y{/Control}');
  await expect.element(drawn('2 strokes')).toBeVisible();
  expect(window.askedFor('workfile.undo')).toEqual([]);
});

test('Escape asks only when something was drawn; what is drawn is kept while one looks elsewhere', async () => {
  await annotate();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('region', { name: 'Left door, 1 of 1' })).toBeVisible();
  await userEvent.keyboard('a');
  await expect.element(drawn('0 strokes')).toBeVisible();
  pull([10, 10], [60, 60]);
  await expect.element(drawn('1 stroke')).toBeVisible();
  await userEvent.click(page.getByRole('tab', { name: 'Notes', exact: true }));
  await userEvent.click(page.getByRole('tab', { name: 'Attachments', exact: true }));
  (page.getByRole('listbox', { name: 'Photos' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}a');
  await expect.element(drawn('1 stroke')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog', { name: 'Discard what you drew?' })).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Discard', exact: true }));
  await expect.element(page.getByRole('region', { name: 'Left door, 1 of 1' })).toBeVisible();
});

test('a copy that is refused leaves the drawing where it is, and says why', async () => {
  await annotate({ refuse: { 'photo.add': { kind: 'unavailable', what: 'disk-full' } } });
  pull([10, 10], [60, 60]);
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(/what you drew is still here\. .*disk of this PC is full/).first()).toBeVisible();
  await expect.element(drawn('1 stroke')).toBeVisible();
});

describe('where nothing can be drawn', () => {
  const button = () => page.getByRole('button', { name: /^Annotate/ });

  test('a role that may not add photos is told so', async () => {
    await openPhoto({ role: 'technician' });
    await expect.element(button()).toHaveAttribute('aria-disabled', 'true');
    await userEvent.hover(button());
    await expect
      .element(
        page
          .getByRole('tooltip')
          .getByText(/Your role, technician/)
          .first(),
      )
      .toBeVisible();
    await userEvent.keyboard('a');
    await expect.element(view()).not.toBeInTheDocument();
  });

  test('a photo that is damaged or not wholly here says so', async () => {
    const window = await openPhoto({ photoStates: [here({ fullHere: false })] });
    await userEvent.hover(button());
    await expect.element(page.getByText('The whole photo is not on this PC yet.').first()).toBeVisible();
    window.notice('photos.changed', { states: [here({ damaged: true, fullHere: false })] });
    await expect.element(page.getByText(/Its file on this PC is damaged/).first()).toBeVisible();
  });

  test('a file that cannot be read says so in place of the picture', async () => {
    await openPhoto();
    await userEvent.keyboard('a');
    await expect.element(view().getByText('This picture cannot be drawn on')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('region', { name: 'Left door, 1 of 1' })).toBeVisible();
  });
});
